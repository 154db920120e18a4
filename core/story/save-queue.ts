import type { ErrorCode, WireError } from '../contract/errors.ts';
import { isEmptyChange, mergeChanges } from './changes.ts';
import type { StoryChanges } from './changes.ts';

/** All times: milliseconds on any clock that does not run backwards. */
export const saveDelays = {
  /** After the last edit. */
  quiet: 250,
  /** After the first edit that waits, however fast more come. */
  longest: 1000,
  /** After a failed try: doubled each time, up to the last. */
  firstRetry: 1000,
  lastRetry: 15_000,
} as const;

/** What the reporter is told. `final`: trying again can't help, this window's text has to be kept apart. */
export type SaveState =
  | { readonly kind: 'clean'; readonly savedAt: number | null }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: WireError; readonly final: boolean };

/**
 * The way of edits to disk: clean → dirty → saving → clean, or → failed and again. One batch is under way at a time; it is
 * kept until it is acknowledged. After a refusal it goes again merged with what came since; when no answer came it goes again as
 * it was, for it may be stored already: only the very same batch is known again there.
 */
export interface SaveQueue {
  /** The `seq` the next batch stands on. */
  readonly base: number;
  readonly savedAt: number | null;
  /** Times of the first and the last edit not yet collected into a batch; null when there is none. */
  readonly edits: { readonly first: number; readonly last: number } | null;
  readonly inFlight: StoryChanges | null;
  /** A batch that was tried and not acknowledged. */
  readonly held: StoryChanges | null;
  /** Whether the held batch was stored is not known. */
  readonly unsure: boolean;
  readonly failure: { readonly error: WireError; readonly final: boolean; readonly at: number; readonly tries: number } | null;
  /** Someone waits for everything to be sent now. */
  readonly urgent: boolean;
}

export const newSaveQueue = (seq: number): SaveQueue => ({ base: seq, savedAt: null, edits: null, inFlight: null, held: null, unsure: false, failure: null, urgent: false });

/** Another window or review has the story: only its reader can solve this. */
const finalErrors: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['story.stale', 'story.not-writer', 'story.read-only', 'story.missing', 'story.newer']);

/** Nobody said that nothing was stored. */
const unsureErrors: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['call.unreachable', 'call.failed']);

/** The next batch is the held one alone: nothing is to be collected for it. */
export const sendsHeld = (queue: SaveQueue): boolean => queue.held !== null && queue.unsure;

export type SaveEvent =
  | { readonly type: 'edited'; readonly at: number }
  /** `changes`: what was collected just now, nothing when `sendsHeld`; the batch under way is this on top of what is held. */
  | { readonly type: 'sent'; readonly changes: StoryChanges }
  | { readonly type: 'acknowledged'; readonly seq: number; readonly savedAt: number }
  | { readonly type: 'refused'; readonly error: WireError; readonly at: number }
  /** Send at once, also after a failure. */
  | { readonly type: 'hurried' };

export function nextSaveQueue(queue: SaveQueue, event: SaveEvent): SaveQueue {
  switch (event.type) {
    case 'edited':
      return { ...queue, edits: { first: queue.edits?.first ?? event.at, last: event.at } };
    case 'sent': {
      if (queue.inFlight !== null) throw new Error('a batch is under way already');
      if (sendsHeld(queue)) {
        if (!isEmptyChange(event.changes)) throw new Error('the held batch goes alone');
        return { ...queue, inFlight: queue.held, held: null, unsure: false };
      }
      const batch = queue.held === null ? event.changes : mergeChanges(queue.held, event.changes);
      const settled = { ...queue, edits: null, held: null };
      return isEmptyChange(batch) ? { ...settled, urgent: false, failure: null } : { ...settled, inFlight: batch };
    }
    case 'acknowledged':
      return { ...queue, base: event.seq, savedAt: event.savedAt, inFlight: null, failure: null, urgent: queue.urgent && queue.edits !== null };
    case 'refused': {
      const tries = (queue.failure?.tries ?? 0) + 1;
      return { ...queue, held: queue.inFlight ?? queue.held, unsure: unsureErrors.has(event.error.code), inFlight: null, urgent: false, failure: { error: event.error, final: finalErrors.has(event.error.code), at: event.at, tries } };
    }
    case 'hurried':
      return pending(queue) ? { ...queue, urgent: true } : queue;
  }
}

const pending = (queue: SaveQueue): boolean => queue.edits !== null || queue.held !== null || queue.inFlight !== null;

/** When the next batch is to be sent: a time that may have passed already, or null when nothing is to be done. */
export function sendAt(queue: SaveQueue): number | null {
  if (queue.inFlight !== null || (queue.edits === null && queue.held === null) || queue.failure?.final === true) return null;
  if (queue.urgent) return 0;
  if (queue.failure !== null) return queue.failure.at + Math.min(saveDelays.lastRetry, saveDelays.firstRetry * 2 ** (queue.failure.tries - 1));
  if (queue.edits === null) return 0;
  return Math.min(queue.edits.last + saveDelays.quiet, queue.edits.first + saveDelays.longest);
}

export function saveStateOf(queue: SaveQueue): SaveState {
  if (queue.failure !== null) return { kind: 'failed', error: queue.failure.error, final: queue.failure.final };
  if (queue.inFlight !== null) return { kind: 'saving' };
  return pending(queue) ? { kind: 'dirty' } : { kind: 'clean', savedAt: queue.savedAt };
}

/** Nothing waits, nothing is under way. */
export const isSaved = (queue: SaveQueue): boolean => !pending(queue);
