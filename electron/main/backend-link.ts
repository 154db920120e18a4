import { FromBackend } from '#core/contract/desktop-backend.ts';
import type { PageAnswer, ToBackend } from '#core/contract/desktop-backend.ts';
import type { ExportKind } from '#core/contract/desktop.ts';
import type { StoryId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { err } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import { nextStart } from './restart-policy.ts';

/** One run of the library's process. */
export interface BackendProcess {
  post(message: ToBackend): void;
  kill(): void;
}

export interface BackendEvents {
  onMessage(message: unknown): void;
  onExit(): void;
}

export type LinkState = 'open' | 'lost';
type Lendable = Extract<FromBackend, { kind: 'can-seal' | 'seal' | 'unseal' | 'start-program' | 'tell-program' | 'end-program' }>;

export interface BackendLinkPorts {
  readonly library: string;
  /** A new library starts without the sample newsroom. */
  readonly empty: boolean;
  readonly start: (events: BackendEvents) => BackendProcess;
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => void;
  readonly onPush: (name: string, data: string) => void;
  readonly onLink: (link: LinkState) => void;
  /** The library can't be opened, or its process ends again and again (null). */
  readonly onGiveUp: (error: WireError | null) => void;
  /** What the library asks of the application; `answer` goes to the process that asked. */
  readonly lend: (question: Lendable, answer: (message: ToBackend) => void) => void;
  /** Its process is gone, and with it whatever it had started. */
  readonly onEnded: () => void;
}

type Outcome = Result<string, WireError>;

/** The library's process, whichever run of it is alive. Nothing here rejects: what can't be answered is `call.unreachable`. */
export interface BackendLink {
  start(): void;
  link(): LinkState;
  call(windowId: string, name: string, body: string | Uint8Array): Promise<string>;
  page(path: string): Promise<PageAnswer>;
  exportName(storyId: StoryId, as: ExportKind): Promise<Outcome>;
  exportTo(storyId: StoryId, as: ExportKind, path: string): Promise<Outcome>;
  readText(path: string): Promise<Outcome>;
  /** Which windows are there; told anew to each new run. */
  windowHere(windowId: string, here: boolean): void;
  announceClosing(): void;
  /** Ends it in order; cut off after `patience` milliseconds. */
  close(patience: number): Promise<void>;
}

const unreachable = err(wireError('call.unreachable'));
const unreachablePage: PageAnswer = { status: 503, headers: { 'content-type': 'text/plain' }, body: '' };

export function makeBackendLink(ports: BackendLinkPorts): BackendLink {
  let current: BackendProcess | null = null;
  let link: LinkState = 'open';
  let isClosing = false;
  let closed: (() => void) | null = null;
  let count = 0;
  const deaths: number[] = [];
  const windows = new Set<string>();
  const waiting = new Map<number, { readonly give: (answer: FromBackend) => void; readonly giveUp: () => void }>();

  const setLink = (next: LinkState): void => {
    if (link === next) return;
    link = next;
    ports.onLink(next);
  };

  const ask = <T>(make: (number: number) => ToBackend, read: (answer: FromBackend) => T, otherwise: T): Promise<T> =>
    new Promise((resolve) => {
      if (current === null || isClosing) return resolve(otherwise);
      const number = count++;
      waiting.set(number, { give: (answer) => resolve(read(answer)), giveUp: () => resolve(otherwise) });
      current.post(make(number));
    });
  const askOutcome = (make: (number: number) => ToBackend): Promise<Outcome> => ask<Outcome>(make, (answer) => (answer.kind === 'outcome' ? answer.outcome : unreachable), unreachable);

  const take = (message: FromBackend, from: BackendProcess): void => {
    switch (message.kind) {
      case 'started':
        return setLink('open');
      case 'refused':
        // Not a death: the next try would be refused as well. After a crash the old lock may need a moment, which the policy gives.
        if (deaths.length > 0 && message.error.code === 'library.locked') return from.kill();
        return ports.onGiveUp(message.error);
      case 'push':
        return ports.onPush(message.name, message.data);
      case 'closed':
        return closed?.();
      case 'answer':
      case 'page':
      case 'outcome': {
        const waiter = waiting.get(message.number);
        waiting.delete(message.number);
        return waiter?.give(message);
      }
      default:
        return ports.lend(message, (answer) => from.post(answer));
    }
  };

  const ended = (): void => {
    current = null;
    ports.onEnded();
    const unanswered = [...waiting.values()];
    waiting.clear();
    for (const { giveUp } of unanswered) giveUp();
    closed?.();
    if (isClosing) return;
    setLink('lost');
    deaths.push(ports.now());
    const wait = nextStart(deaths);
    if (wait === null) ports.onGiveUp(null);
    else ports.after(wait, () => {
      if (!isClosing && current === null) start();
    });
  };

  const start = (): void => {
    const process = ports.start({
      onMessage: (message) => {
        const parsed = FromBackend.safeParse(message);
        if (parsed.success && current === process) take(parsed.data, process);
      },
      onExit: () => {
        if (current === process) ended();
      },
    });
    current = process;
    process.post({ kind: 'start', library: ports.library, empty: ports.empty });
    for (const windowId of windows) process.post({ kind: 'window', windowId, here: true });
  };

  return {
    start,
    link: () => link,
    call: (windowId, name, body) =>
      ask((number): ToBackend => ({ kind: 'call', number, windowId, name, body }), (answer) => (answer.kind === 'answer' ? answer.body : JSON.stringify(unreachable)), JSON.stringify(unreachable)),
    page: (path) => ask((number): ToBackend => ({ kind: 'page', number, path }), (answer) => (answer.kind === 'page' ? answer.page : unreachablePage), unreachablePage),
    exportName: (storyId, as) => askOutcome((number) => ({ kind: 'export-name', number, storyId, as })),
    exportTo: (storyId, as, path) => askOutcome((number) => ({ kind: 'export', number, storyId, as, path })),
    readText: (path) => askOutcome((number) => ({ kind: 'read-text', number, path })),
    windowHere(windowId, here) {
      if (here) windows.add(windowId);
      else windows.delete(windowId);
      current?.post({ kind: 'window', windowId, here });
    },
    announceClosing: () => current?.post({ kind: 'announce-closing' }),
    close: (patience) =>
      new Promise((resolve) => {
        isClosing = true;
        const process = current;
        if (process === null) return resolve();
        closed = () => {
          closed = null;
          resolve();
        };
        process.post({ kind: 'close' });
        ports.after(patience, () => {
          if (closed === null) return;
          process.kill();
          closed?.();
        });
      }),
  };
}
