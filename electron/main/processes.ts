import { fileURLToPath } from 'node:url';
import { utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';
import type { FromBackend, Program, ToBackend } from '#core/contract/desktop-backend.ts';
import type { BackendEvents, BackendProcess } from './backend-link.ts';

/** The bundles lie beside this one. */
const bundle = (name: string): string => fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));

/** Of our surroundings a process of ours gets what a program needs to run; the library also what names its secrets and its folder. */
const harmless = ['PATH', 'HOME', 'USERPROFILE', 'APPDATA', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LANG', 'TZ'];
const environment = (): Record<string, string> => Object.fromEntries(harmless.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name] ?? '']])));

export function startBackend(events: BackendEvents): BackendProcess {
  // The whole environment: a destination's secret may be `env:NAME`.
  const child = utilityProcess.fork(bundle('backend'), [], { serviceName: 'Tòa Soạn: thư viện' });
  child.on('message', (message: unknown) => events.onMessage(message));
  child.once('exit', () => events.onExit());
  return { post: (message) => child.postMessage(message), kill: () => void child.kill() };
}

type Asked = Extract<FromBackend, { kind: 'start-program' | 'tell-program' | 'end-program' }>;
type Said = Extract<ToBackend, { kind: 'program' }>['said'];

export interface Programs {
  asked(question: Asked, answer: (message: ToBackend) => void): void;
  /** Where the sample portals that were started say they are. */
  portals(): ReadonlySet<string>;
  /** Ends all: whoever wanted them is gone. */
  endAll(): void;
}

/** What the library may have started for it, and nothing else. */
const names: Readonly<Record<Program, string>> = { decoder: 'Tòa Soạn: ảnh', portal: 'Tòa Soạn: cổng mẫu' };

export function makePrograms(): Programs {
  const running = new Map<number, UtilityProcess>();
  const portals = new Set<string>();
  return {
    asked(question, answer) {
      const { number } = question;
      if (question.kind === 'tell-program') return running.get(number)?.postMessage(question.data);
      if (question.kind === 'end-program') return void running.get(number)?.kill();
      const say = (said: Said): void => answer({ kind: 'program', number, said });
      const child = utilityProcess.fork(bundle(question.program), question.args, { serviceName: names[question.program], env: environment(), stdio: ['ignore', 'pipe', 'ignore'] });
      running.set(number, child);
      child.on('message', (data: unknown) => say({ kind: 'message', data }));
      child.stdout?.on('data', (chunk: Buffer) => {
        const text = chunk.toString('utf8');
        const [origin] = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(text) ?? [];
        if (question.program === 'portal' && origin !== undefined) portals.add(origin);
        say({ kind: 'text', text });
      });
      child.once('exit', (code) => {
        // Numbers begin anew with each run of the library.
        if (running.get(number) === child) running.delete(number);
        say({ kind: 'exit', code });
      });
    },
    portals: () => portals,
    endAll() {
      for (const child of running.values()) child.kill();
      running.clear();
    },
  };
}
