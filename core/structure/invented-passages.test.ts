import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { predictPassage, type PredictedAttendee, type PredictedPassage } from '#core/structure/predict-passage.ts';

interface Passage extends PredictedPassage {
  readonly text: string;
  /** Named, but not there: absent, dead, elected, flowers, namesakes, interviewed. */
  readonly mentions: readonly string[];
}

/**
 * Passages of the genre about invented people and places, annotated by hand. `hai-…` were written after the rules had
 * been read, the others before.
 */
const passages = readFileSync(new URL('invented-passages.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Passage);
const read = passages.map((passage) => ({ gold: passage, found: predictPassage(passage) }));

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''));

/** Shared words by all words of two texts, 0 to 1. */
const overlap = (a: string, b: string): number => {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared || 1);
};

/** F1 of two lists compared one to one. */
class Tally {
  private hits = 0;
  private total = 0;

  add<T>(gold: readonly T[], found: readonly T[], same: (a: T, b: T) => boolean): void {
    const left = [...found];
    for (const item of gold) {
      const at = left.findIndex((other) => same(item, other));
      if (at < 0) continue;
      this.hits += 1;
      left.splice(at, 1);
    }
    this.total += gold.length + found.length;
  }

  get f1(): number {
    return this.total === 0 ? 1 : (2 * this.hits) / this.total;
  }
}

const equal = (a: string, b: string): boolean => a === b;
const samePerson = (a: PredictedAttendee, b: PredictedAttendee): boolean => a.name === b.name && a.start < b.end && b.start < a.end;
const pairs = read.flatMap(({ gold, found }) =>
  gold.attendees.flatMap((person) => {
    const other = found.attendees.find((candidate) => samePerson(person, candidate));
    return other === undefined ? [] : [{ person, other }];
  }),
);

/** Part of the people found in the right place for whom `test` holds. */
const share = (test: (person: PredictedAttendee, other: PredictedAttendee) => boolean): number =>
  pairs.filter(({ person, other }) => test(person, other)).length / pairs.length;

describe('invented passages', () => {
  it('are annotated inside their texts', () => {
    expect(passages.length).toBeGreaterThanOrEqual(50);
    for (const { id, text, attendees, collective, captions, mentions } of passages) {
      const points = [...text];
      for (const { name, start, end } of attendees) expect(points.slice(start, end).join(''), id).toBe(name);
      for (const piece of [...collective, ...captions, ...mentions]) expect(text, id).toContain(piece);
    }
  });

  it('keep the measured quality', () => {
    const names = new Tally();
    const titles = new Tally();
    const collectives = new Tally();
    const captions = new Tally();
    const authors = new Tally();
    const photographers = new Tally();
    for (const { gold, found } of read) {
      names.add(gold.attendees, found.attendees, samePerson);
      const owned = ({ attendees }: PredictedPassage): string[] => attendees.flatMap((person) => person.titles.map((title) => `${person.name}: ${title}`));
      titles.add(owned(gold), owned(found), equal);
      collectives.add(gold.collective, found.collective, (a, b) => overlap(a, b) >= 0.5);
      captions.add(gold.captions, found.captions, (a, b) => overlap(a, b) >= 0.8);
      authors.add(gold.byline?.text ?? [], found.byline?.text ?? [], equal);
      photographers.add(gold.byline?.photo ?? [], found.byline?.photo ?? [], equal);
    }
    const scores = { names, titles, collectives, captions, authors, photographers };
    const floors = { names: 0.98, titles: 0.98, collectives: 0.9, captions: 0.97, authors: 0.97, photographers: 0.95 };
    for (const measure of Object.keys(floors) as (keyof typeof floors)[]) expect(scores[measure].f1, measure).toBeGreaterThanOrEqual(floors[measure]);
    expect(share((a, b) => a.group === b.group), 'delegation').toBeGreaterThanOrEqual(0.98);
    expect(share((a, b) => a.role === b.role), 'role').toBeGreaterThanOrEqual(0.98);
    expect(share((a, b) => a.honorific === b.honorific), 'honorific').toBeGreaterThanOrEqual(0.98);
  });

  it('take nobody who is only named for present', () => {
    for (const { gold, found } of read) {
      const names = found.attendees.map(({ name }) => name);
      for (const name of gold.mentions) expect(names, gold.id).not.toContain(name);
    }
  });

  it('read the opening', () => {
    for (const { gold, found } of read) if (gold.dateline !== null) expect(found.dateline, gold.id).toEqual(gold.dateline);
  });
});
