import { z } from 'zod';
import { StoryId } from '../base/ids.ts';
import { ExportKind } from './desktop.ts';
import { WireError } from './errors.ts';

/**
 * The desktop door's wire between the application and the process that holds the library. Both are ours; parsed all the same, so
 * that a change on one side alone shows at once. Questions carry a number, their answers the same one.
 */
const number = z.number().int().nonnegative();
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Programs that run in a process of their own, and nothing else can be started. */
export const Program = z.enum(['decoder', 'portal']);
export type Program = z.infer<typeof Program>;

export const ToBackend = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), library: z.string(), empty: z.boolean() }),
  z.object({ kind: z.literal('call'), number, windowId: z.string(), name: z.string(), body: z.union([z.string(), bytes]) }),
  z.object({ kind: z.literal('window'), windowId: z.string(), here: z.boolean() }),
  /** A picture or a preview; `path` as it stands in the address. */
  z.object({ kind: z.literal('page'), number, path: z.string() }),
  z.object({ kind: z.literal('export-name'), number, storyId: StoryId, as: ExportKind }),
  z.object({ kind: z.literal('export'), number, storyId: StoryId, as: ExportKind, path: z.string() }),
  z.object({ kind: z.literal('read-text'), number, path: z.string() }),
  z.object({ kind: z.literal('announce-closing') }),
  z.object({ kind: z.literal('close') }),
  /** What the application was asked for; null: it can't now. */
  z.object({ kind: z.literal('lent'), number, value: z.union([z.string(), bytes, z.boolean(), z.null()]), again: z.boolean().default(false) }),
  z.object({ kind: z.literal('program'), number, said: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('message'), data: z.unknown() }),
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('exit'), code: z.number().nullable() }),
  ]) }),
]);
export type ToBackend = z.infer<typeof ToBackend>;

export const PageAnswer = z.object({ status: z.number().int(), headers: z.record(z.string(), z.string()), body: z.union([z.string(), bytes]) });
export type PageAnswer = z.infer<typeof PageAnswer>;

const outcome = <T extends z.ZodType>(value: T) => z.union([z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), error: WireError })]);

export const FromBackend = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started') }),
  /** The library can't be opened; the process ends. */
  z.object({ kind: z.literal('refused'), error: WireError }),
  z.object({ kind: z.literal('answer'), number, body: z.string() }),
  z.object({ kind: z.literal('page'), number, page: PageAnswer }),
  z.object({ kind: z.literal('outcome'), number, outcome: outcome(z.string()) }),
  z.object({ kind: z.literal('push'), name: z.string(), data: z.string() }),
  z.object({ kind: z.literal('closed') }),
  /** Keychain: whether it keeps anything, encrypt, decrypt. Answered by `lent`. */
  z.object({ kind: z.literal('can-seal'), number }),
  z.object({ kind: z.literal('seal'), number, text: z.string().max(16_384) }),
  z.object({ kind: z.literal('unseal'), number, sealed: bytes }),
  z.object({ kind: z.literal('start-program'), number, program: Program, args: z.array(z.string()).max(20) }),
  z.object({ kind: z.literal('tell-program'), number, data: z.unknown() }),
  z.object({ kind: z.literal('end-program'), number }),
]);
export type FromBackend = z.infer<typeof FromBackend>;
