import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Measured } from './figures.ts';
import { addStory, openHost } from './seed-library.ts';
import { makeStory } from './words.ts';

const queries = ['nam sen', 'Nậm Sen', 'duong', 'dau nguon song lua', 'bao cao', 'hop hanh', 'chủ tịch', 'thu hoach lua'];

/** Search over `stories` stories of 200 words: every query asked `rounds` times, through the contract as a window asks. */
export async function benchSearch(stories: number, rounds: number): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-bench-'));
  const host = openHost(join(folder, 'library'));
  try {
    for (let index = 0; index < stories; index++) await addStory(host, makeStory(200, index + 1));
    // The first answer brings the projections up to date.
    await host.dispatch('library.list', {}, { windowId: 'bench' });
    const found: number[] = [];
    const newest: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const query of queries) {
        const started = performance.now();
        await host.dispatch('library.list', { query }, { windowId: 'bench' });
        found.push(performance.now() - started);
      }
      const started = performance.now();
      await host.dispatch('library.list', {}, { windowId: 'bench' });
      newest.push(performance.now() - started);
    }
    return [
      { what: `search in ${stories.toLocaleString('en')} stories`, values: found, goal: 50 },
      { what: `newest 50 of ${stories.toLocaleString('en')} stories`, values: newest, goal: 50 },
    ];
  } finally {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
