import type { Host } from '#backend/host/host.ts';
import { answerMedia } from '#backend/pages/media-page.ts';
import { answerPreview } from '#backend/pages/preview-page.ts';
import { refusal } from '#backend/pages/reply.ts';
import type { Reply } from '#backend/pages/reply.ts';
import { readTextFile } from '#backend/handlers/read-text-file.ts';
import { MediaId, StoryId } from '#core/base/ids.ts';
import { err } from '#core/base/result.ts';
import type { Result } from '#core/base/result.ts';
import { uuidPattern } from '#core/base/uuid.ts';
import { ToBackend } from '#core/contract/desktop-backend.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import { Rendition } from '#core/contract/media.ts';
import type { Lending, MainPort } from './main-port.ts';
import type { LentPrograms } from './lent-programs.ts';

export interface LibraryServicePorts {
  readonly port: MainPort;
  readonly lending: Lending;
  readonly programs: LentPrograms;
  /** `empty`: a new library starts without the sample newsroom. */
  readonly open: (library: string, empty: boolean) => Result<Host, WireError>;
  /** A bug beside the calls, which the library's own log never sees. */
  readonly complain: (problem: unknown) => void;
  /** The process ends with this code. */
  readonly end: (code: number) => void;
}

const failed: Result<string, WireError> = err(wireError('call.failed'));

const mediaPath = /^\/([0-9a-f]{64})\/(original|page|thumb)$/;
const previewPath = new RegExp(`^/preview/(${uuidPattern.source.slice(1, -1)})$`);

/** A picture or preview by its path. Matched as sent: nothing is decoded, so nothing can hide. */
async function answerPage(path: string, host: Host): Promise<Reply> {
  const media = mediaPath.exec(path);
  if (media !== null) return await answerMedia(MediaId.parse(media[1]), Rendition.parse(media[2]), host);
  const preview = previewPath.exec(path);
  return preview === null ? refusal(404) : await answerPreview(StoryId.parse(preview[1]), host, 'app:');
}

function parseBody(name: string, body: string | Uint8Array): { readonly input: unknown; readonly bytes: number } | null {
  if ((name === 'media.put') !== (typeof body !== 'string')) return null;
  if (typeof body !== 'string') return { input: { bytes: body }, bytes: body.byteLength };
  try {
    return { input: JSON.parse(body) as unknown, bytes: Buffer.byteLength(body) };
  } catch (problem) {
    if (problem instanceof SyntaxError) return null;
    throw problem;
  }
}

/** The process that holds the library: messages of the application in, answers and pushes out. `hear` takes them as they come. */
export function makeLibraryService({ port, lending, programs, open, complain, end }: LibraryServicePorts): { hear(message: unknown): void } {
  let host: Host | null = null;
  const { say } = port;

  const start = (library: string, empty: boolean): void => {
    const opened = open(library, empty);
    if (!opened.ok) {
      say({ kind: 'refused', error: opened.error });
      return;
    }
    host = opened.value;
    host.subscribe(({ name, data }) => say({ kind: 'push', name, data: JSON.stringify(data) }));
    say({ kind: 'started' });
  };

  const answerCall = async ({ number, windowId, name, body }: Extract<ToBackend, { kind: 'call' }>, library: Host): Promise<void> => {
    const parsed = parseBody(name, body);
    const result = parsed === null ? { ok: false, error: wireError('call.invalid', { call: name, detail: 'JSON' }) } : await library.dispatch(name, parsed.input, { windowId }, parsed.bytes);
    say({ kind: 'answer', number, body: JSON.stringify(result) });
  };

  /** What a call would answer by itself: one story that can't be shown must not take the library down with it. */
  const orElse = async <T>(work: () => Promise<T> | T, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (problem) {
      complain(problem);
      return otherwise;
    }
  };

  const close = async (): Promise<void> => {
    const closing = host;
    host = null;
    await closing?.close();
    say({ kind: 'closed' });
    end(0);
  };

  const act = async (message: ToBackend): Promise<void> => {
    if (message.kind === 'start') return start(message.library, message.empty);
    if (message.kind === 'lent') return lending.answered(message);
    if (message.kind === 'program') return programs.heard(message);
    if (message.kind === 'close') return await close();
    // After `close` there is nobody to answer, and the application knows it.
    if (host === null) return;
    const library = host;
    switch (message.kind) {
      case 'call':
        return await answerCall(message, library);
      case 'window':
        return message.here ? library.windowCame(message.windowId) : library.windowGone(message.windowId);
      case 'page':
        return say({ kind: 'page', number: message.number, page: await orElse(() => answerPage(message.path, library), refusal(500)) });
      case 'export-name':
        return say({ kind: 'outcome', number: message.number, outcome: await orElse(() => library.exports.name(message.storyId, message.as), failed) });
      case 'export':
        return say({ kind: 'outcome', number: message.number, outcome: await orElse(() => library.exports.write(message.storyId, message.as, message.path), failed) });
      case 'read-text':
        return say({ kind: 'outcome', number: message.number, outcome: await orElse(() => readTextFile(message.path), failed) });
      case 'announce-closing':
        return library.announceClosing();
    }
  };

  return {
    hear(message) {
      const parsed = ToBackend.safeParse(message);
      if (!parsed.success) throw new Error('a message of the application that the library does not know');
      // A bug ends this process with its stack; the application starts it anew and the windows send again what was not acknowledged.
      void act(parsed.data).catch((problem: unknown) => queueMicrotask(() => { throw problem; }));
    },
  };
}
