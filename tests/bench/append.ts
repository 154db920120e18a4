import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { paragraphJson } from '#core/story/blocks.ts';
import type { StoryChanges } from '#core/story/changes.ts';
import { BlockId } from '#core/base/ids.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import type { Measured } from './figures.ts';
import { addStory, openHost } from './seed-library.ts';
import { makeNumbers, makeSentence, makeStory } from './words.ts';

const caller = { windowId: 'bench' };

/** `rounds` acknowledged batches into a story of `words` words, through the contract as a window sends them: a paragraph typed in, and a paragraph more. */
export async function benchAppend(words: number, rounds: number): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-bench-'));
  const host = openHost(join(folder, 'library'));
  // Another stream than the story’s own, or its ids would come twice.
  const number = makeNumbers(words + 1);
  const random = { bytes: (length: number) => Uint8Array.from({ length }, () => Math.floor(number() * 256)) };
  try {
    const story = makeStory(words, words);
    const id = await addStory(host, story);
    let seq = 0;
    const send = async (changes: Partial<StoryChanges>): Promise<number> => {
      const input = { id, base: seq, changes: { upsert: [], remove: [], order: null, fields: null, ...changes } };
      const started = performance.now();
      const stored = await host.dispatch('story.append', input, caller);
      const took = performance.now() - started;
      if (!stored.ok) throw new Error(stored.error.code);
      seq = (stored.value as { seq: number }).seq;
      return took;
    };
    const body = story.blocks.filter((block) => block.type === 'paragraph');
    let order = story.blocks.map((block) => block.$.bid);
    const typed: number[] = [];
    const split: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const block = body[round % body.length];
      if (block === undefined) throw new Error('a story without paragraphs');
      typed.push(await send({ upsert: [paragraphJson(block.$.bid, makeSentence(number, 100))] }));
      const added = paragraphJson(BlockId.parse(uuidv7({ now: () => 1_760_000_000_000 }, random)), makeSentence(number, 20));
      order = [...order.slice(0, 5), added.$.bid, ...order.slice(5)];
      split.push(await send({ upsert: [added], order }));
    }
    const size = `${words.toLocaleString('en')} words`;
    return [
      { what: `batch stored: a paragraph typed in, ${size}`, values: typed, goal: null },
      { what: `batch stored: a paragraph more, ${size}`, values: split, goal: null },
    ];
  } finally {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
