import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentFromProposal } from '#core/structure/proposal.ts';
import { predictPassage } from '#core/structure/predict-passage.ts';
import { StoryDocument } from '#core/story/document.ts';
import { documentText } from '#core/story/text.ts';
import { recognise } from './recognise.ts';

/** The story that defines the product, in our own words; and the one it is the twin of, on machines that have it. */
const twin = resolve('assets', 'sample-newsroom', 'hoi-nghi-vinh-sa.txt');
const seed = resolve('..', 'shared', 'samples', 'seed-article.txt');
const annotated = resolve('..', 'shared', 'samples', 'attendees-dev.jsonl');

const accept = async (path: string) => {
  const input = readFileSync(path, 'utf8');
  let count = 0;
  const proposal = await recognise(input);
  return { input, proposal, ...documentFromProposal(proposal, 'all', () => `00000000-0000-7000-8000-${String(++count).padStart(12, '0')}`) };
};

const contentLines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

describe.each([['the twin', twin], ['the seed', seed]])('%s, imported whole', (name, path) => {
  const absent = existsSync(path) ? null : `${name} is not on this machine`;
  if (absent !== null) process.stderr.write(`skipped: ${absent}\n`);

  it.skipIf(absent !== null)('keeps every line in its order but the named furniture', async () => {
    const { input, document, removed } = await accept(path);
    expect(StoryDocument.safeParse(document).error).toBeUndefined();
    let left = input.normalize('NFC');
    for (const piece of removed) {
      expect(left).toContain(piece.text);
      left = left.replace(piece.text, '');
    }
    expect(contentLines(documentText(document))).toEqual(contentLines(left));
    expect(removed.map((piece) => piece.text.trim())).toEqual(['|', 'Ý kiến bạn đọc']);
  });

  it.skipIf(absent !== null)('has its headline, dateline, six attendees, one delegation, one collective, caption and byline', async () => {
    const { document, proposal } = await accept(path);
    const { attendees } = document.fields;
    const persons = attendees.filter((attendee) => attendee.kind === 'person');
    expect(persons).toHaveLength(6);
    expect(persons.every((attendee) => attendee.titles.length > 0)).toBe(true);
    expect(attendees.length - persons.length).toBe(1);
    expect(new Set(attendees.map((attendee) => attendee.delegation)).size).toBe(2);
    expect(proposal.analysis.dateline).toMatchObject({ source: {}, date: {}, place: {} });
    expect(document.blocks.filter((block) => block.type === 'figure')).toMatchObject([{ photo: null }]);
    const marks = JSON.stringify(document.blocks);
    for (const person of persons) expect(marks).toContain(`{"kind":"person","id":"${person.id}"}`);
    expect(document.blocks.filter((block) => block.type === 'field' && block.children.length > 0)).toMatchObject([{ field: 'headline' }, { field: 'byline' }]);
  });
});

describe('the seed as it is annotated', () => {
  const absent = existsSync(annotated) ? null : 'the annotated passages are not on this machine';
  if (absent !== null) process.stderr.write(`skipped: ${absent}\n`);

  it.skipIf(absent !== null)('names, titles, delegations, byline, dateline and caption are exact', () => {
    const gold = readFileSync(annotated, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as { id: string; text: string; attendees: { name: string; titles: string[]; group: string | null }[]; dateline: unknown; byline: unknown; captions: string[] }).find(({ id }) => id === 'seed-000');
    if (gold === undefined) throw new Error('seed-000 is not annotated');
    const found = predictPassage(gold);
    const known = (attendees: readonly { name: string; titles: readonly string[]; group: string | null }[]) => attendees.map(({ name, titles, group }) => ({ name, titles: [...titles], group }));
    expect(known(found.attendees)).toEqual(known(gold.attendees));
    expect(found).toMatchObject({ dateline: gold.dateline, byline: gold.byline, captions: gold.captions.map((caption) => caption.replace(/\s*\|$/, '')) });
  });
});
