import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

import { predictPassage } from '#core/structure/predict-passage.ts';

// Real annotated passages stand beside the project, never in it.
const shared = resolve(process.cwd(), '../shared');
const samples = join(shared, 'samples/attendees-dev.jsonl');
const scorer = join(shared, 'tools/score-attendees.mjs');
const present = existsSync(samples) && existsSync(scorer);
const title = present ? 'annotated passages' : `annotated passages (skipped: no ${samples})`;

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly attendees: readonly { readonly name: string; readonly start: number; readonly end: number; readonly titles: readonly string[]; readonly honorific: string | null; readonly group: string | null; readonly role: string }[];
  readonly collective: readonly string[];
  readonly byline: unknown;
  readonly dateline: unknown;
  readonly captions: readonly string[];
}

interface Scores {
  readonly [measure: string]: { readonly f1?: number; readonly accuracy?: number };
}

describe.skipIf(!present)(title, () => {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-samples-'));
  afterAll(() => { rmSync(folder, { recursive: true }); });
  const gold = present
    ? readFileSync(samples, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line): Gold => JSON.parse(line) as Gold)
    : [];

  it('reads the seed article exactly', () => {
    const seed = gold.find((passage) => passage.id === 'seed-000');
    expect(seed).toBeDefined();
    if (seed === undefined) return;
    const found = predictPassage(seed);
    expect(found.attendees).toEqual(
      seed.attendees.map(({ name, start, end, titles, honorific, group, role }) => ({ name, start, end, titles, honorific, group, role })),
    );
    expect([found.collective, found.byline, found.dateline, found.captions]).toEqual([seed.collective, seed.byline, seed.dateline, seed.captions]);
  });

  it('keeps the measured quality', () => {
    const predictions = join(folder, 'predictions.jsonl');
    writeFileSync(predictions, gold.map((passage) => JSON.stringify(predictPassage(passage))).join('\n'));
    const scores = JSON.parse(execFileSync(process.execPath, [scorer, samples, predictions], { encoding: 'utf8' })) as Scores;
    const floors: Readonly<Record<string, number>> = { names: 0.97, titles: 0.96, captions: 0.95, bylineText: 0.95, bylinePhoto: 0.95, group: 0.96, role: 0.95, honorific: 0.96, collective: 0.9 };
    for (const [measure, floor] of Object.entries(floors)) {
      const score = scores[measure];
      expect(score?.f1 ?? score?.accuracy ?? 0, measure).toBeGreaterThanOrEqual(floor);
    }
  });
});
