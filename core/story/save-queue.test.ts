import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { wireError } from '../contract/errors.ts';
import type { BlockId } from '../base/ids.ts';
import { paragraphJson } from './blocks.ts';
import type { StoryChanges } from './changes.ts';
import { isSaved, newSaveQueue, nextSaveQueue, saveStateOf, sendAt, sendsHeld } from './save-queue.ts';
import type { SaveEvent, SaveQueue } from './save-queue.ts';

const id = (number: number): BlockId => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as BlockId;
const change = (block: number, text: string): StoryChanges => ({ upsert: [paragraphJson(id(block), text)], remove: [], order: null, fields: null });
const none: StoryChanges = { upsert: [], remove: [], order: null, fields: null };
const run = (queue: SaveQueue, ...events: SaveEvent[]): SaveQueue => events.reduce(nextSaveQueue, queue);
const unreachable = wireError('call.unreachable');

describe('when a batch is sent', () => {
  it.each([
    ['nothing happened', [], null],
    ['250 ms after the last edit', [{ type: 'edited', at: 1000 }, { type: 'edited', at: 1100 }], 1350],
    ['1 s after the first one at the latest', [{ type: 'edited', at: 1000 }, { type: 'edited', at: 1990 }], 2000],
    ['never while one is under way', [{ type: 'edited', at: 1000 }, { type: 'sent', changes: change(1, 'a') }, { type: 'edited', at: 1100 }], null],
    ['at once when hurried', [{ type: 'edited', at: 1000 }, { type: 'hurried' }], 0],
    ['again 1 s after a failure', [{ type: 'edited', at: 0 }, { type: 'sent', changes: change(1, 'a') }, { type: 'refused', error: unreachable, at: 500 }], 1500],
    ['never again after a final one', [{ type: 'edited', at: 0 }, { type: 'sent', changes: change(1, 'a') }, { type: 'refused', error: wireError('story.stale'), at: 500 }], null],
  ] as readonly (readonly [string, readonly SaveEvent[], number | null])[])('%s', (_name, events, at) => {
    expect(sendAt(run(newSaveQueue(0), ...events))).toBe(at);
  });

  it('waits twice as long after each failure, 15 s at most', () => {
    let queue = run(newSaveQueue(0), { type: 'edited', at: 0 }, { type: 'sent', changes: change(1, 'a') });
    const waits: number[] = [];
    for (let count = 0; count < 7; count++) {
      queue = run(queue, { type: 'refused', error: unreachable, at: 0 });
      waits.push(sendAt(queue) ?? -1);
      queue = run(queue, { type: 'sent', changes: none });
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
  });
});

it('tells the truth in each state', () => {
  let queue = newSaveQueue(4);
  expect(saveStateOf(queue)).toEqual({ kind: 'clean', savedAt: null });
  queue = run(queue, { type: 'edited', at: 0 });
  expect(saveStateOf(queue)).toEqual({ kind: 'dirty' });
  queue = run(queue, { type: 'sent', changes: change(1, 'a') });
  expect(saveStateOf(queue)).toEqual({ kind: 'saving' });
  queue = run(queue, { type: 'refused', error: unreachable, at: 1 });
  expect(saveStateOf(queue)).toEqual({ kind: 'failed', error: unreachable, final: false });
  expect(isSaved(queue)).toBe(false);
  queue = run(queue, { type: 'sent', changes: none }, { type: 'acknowledged', seq: 5, savedAt: 99 });
  expect(saveStateOf(queue)).toEqual({ kind: 'clean', savedAt: 99 });
  expect(queue.base).toBe(5);
});

it('a refused batch is sent again with what came since', () => {
  const queue = run(
    newSaveQueue(0), { type: 'edited', at: 0 }, { type: 'sent', changes: change(1, 'a') }, { type: 'edited', at: 1 },
    { type: 'refused', error: wireError('library.full'), at: 2 }, { type: 'sent', changes: change(2, 'b') },
  );
  expect(queue.inFlight?.upsert.map((block) => block.$.bid)).toEqual([id(1), id(2)]);
});

it('a batch without an answer is sent again as it was, and what came since after it', () => {
  const lost = run(newSaveQueue(0), { type: 'edited', at: 0 }, { type: 'sent', changes: change(1, 'a') }, { type: 'edited', at: 1 }, { type: 'refused', error: unreachable, at: 2 });
  expect(sendsHeld(lost)).toBe(true);
  const again = run(lost, { type: 'sent', changes: none });
  expect(again.inFlight).toEqual(change(1, 'a'));
  expect(isSaved(again)).toBe(false);
  const acknowledged = run(again, { type: 'acknowledged', seq: 1, savedAt: 3 });
  expect(sendsHeld(acknowledged)).toBe(false);
  expect(sendAt(acknowledged)).not.toBeNull();
  expect(run(acknowledged, { type: 'sent', changes: change(2, 'b') }).inFlight).toEqual(change(2, 'b'));
});

it('loses no edit, whatever fails in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('edit', 'send', 'ack', 'fail', 'lose', 'hurry'), { maxLength: 60 }), (steps) => {
      let queue = newSaveQueue(0);
      let clock = 0;
      let uncollected: StoryChanges = none;
      const wanted = new Map<string, string>();
      const stored = new Map<string, string>();
      const send = (): void => {
        const alone = sendsHeld(queue);
        queue = nextSaveQueue(queue, { type: 'sent', changes: alone ? none : uncollected });
        if (!alone) uncollected = none;
      };
      const acknowledge = (): void => {
        for (const block of queue.inFlight?.upsert ?? []) stored.set(block.$.bid, JSON.stringify(block));
        queue = nextSaveQueue(queue, { type: 'acknowledged', seq: queue.base + 1, savedAt: clock });
      };
      for (const step of steps) {
        clock += 100;
        if (step === 'edit') {
          const edit = change(clock % 700, `text ${clock}`);
          for (const block of edit.upsert) wanted.set(block.$.bid, JSON.stringify(block));
          uncollected = { ...uncollected, upsert: [...uncollected.upsert.filter((block) => block.$.bid !== edit.upsert[0]?.$.bid), ...edit.upsert] };
          queue = nextSaveQueue(queue, { type: 'edited', at: clock });
        } else if (step === 'send' && queue.inFlight === null) send();
        else if (step === 'ack' && queue.inFlight !== null) acknowledge();
        else if (step === 'fail' && queue.inFlight !== null) queue = nextSaveQueue(queue, { type: 'refused', error: wireError('library.full'), at: clock });
        else if (step === 'lose' && queue.inFlight !== null) queue = nextSaveQueue(queue, { type: 'refused', error: unreachable, at: clock });
        else if (step === 'hurry') queue = nextSaveQueue(queue, { type: 'hurried' });
      }
      if (queue.inFlight !== null) acknowledge();
      while (sendAt(queue) !== null) {
        send();
        if (queue.inFlight !== null) acknowledge();
      }
      expect(isSaved(queue)).toBe(true);
      expect(stored).toEqual(wanted);
    }),
  );
});
