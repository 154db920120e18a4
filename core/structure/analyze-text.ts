import type { Analysis, FoundByline, FoundCaption, FoundDateline, FoundFurniture, FoundLine, LineKind, Piece, Span } from '#core/people/analysis.ts';
import { recognisePeople } from '#core/people/recognition/recognise-people.ts';
import { findByline } from '#core/structure/find-byline.ts';
import { findCaptions } from '#core/structure/find-captions.ts';
import { findCredits } from '#core/structure/find-credit.ts';
import { findDateline } from '#core/structure/find-dateline.ts';
import { type CleanLine, cleanLine } from '#core/structure/find-furniture.ts';
import { findHeadlines, isHeading } from '#core/structure/find-headline.ts';
import { textLines } from '#core/structure/text-lines.ts';

/**
 * People, captions and bylines are looked for in the first part of a text only, in UTF-16 units: three times the
 * longest story of the newsroom (50,000 words). What lies beyond comes back as body lines.
 */
const LONGEST_STORY = 900_000;

/**
 * Reads the structure of a report from its plain text: headline, kicker, dateline, attendees, captions, byline, page
 * furniture. Rules of the genre only, no network, same answer for the same text; what no rule names stays body. A
 * first paragraph is never taken for a lede. Linear in the length of `text`, which may hold anything.
 * @param text NFC with `\n` between lines (see `normalizeWithMap`); offsets of the answer are UTF-16 units into it
 */
export const analyzeText = (text: string): Analysis => {
  const story = text.length > LONGEST_STORY ? cutAtSpace(text) : text;
  const breaks = findCredits(story, 0, story.length).flatMap((credit) => [credit.start, credit.end]);
  const { attendees, collectives, people } = recognisePeople(story, breaks);
  const lines = textLines(text).map((line) => cleanLine(text, line));
  const furniture: FoundFurniture[] = lines.flatMap((line) => line.furniture);
  const own = lines.filter((line) => line.end > line.start);
  const kinds = new Map<CleanLine, LineKind>();
  const { byline, bylineLine } = takeByline(own);
  if (bylineLine !== null) kinds.set(bylineLine, 'byline');
  const headlines = findHeadlines(own.filter((line) => line !== bylineLine));
  if (headlines.headline !== null) kinds.set(headlines.headline, 'headline');
  if (headlines.kicker !== null) kinds.set(headlines.kicker, 'kicker');
  const captions = takeCaptions(story, own, kinds, people.map(({ whole }) => whole));
  markHeadings(own, kinds);
  const dateline = takeDateline(story, own, kinds);
  return {
    headline: headlines.headline === null ? null : asPiece(headlines.headline),
    dateline,
    attendees,
    collectives,
    captions,
    byline,
    furniture,
    lines: lines.map((line): FoundLine => asLine(line, kinds)),
  };
};

const cutAtSpace = (text: string): string => {
  const space = text.lastIndexOf(' ', LONGEST_STORY);
  return text.slice(0, space > LONGEST_STORY - 1000 ? space : LONGEST_STORY);
};

const asPiece = (line: Piece): Piece => ({ start: line.start, end: line.end, text: line.text });

const asLine = (line: CleanLine, kinds: ReadonlyMap<CleanLine, LineKind>): FoundLine => {
  const [first] = line.furniture;
  if (line.end === line.start && first !== undefined) return { start: first.start, end: first.end, kind: 'furniture' };
  return { start: line.start, end: line.end, kind: kinds.get(line) ?? 'body' };
};

/** The last lines of a text may name its authors: with a label anywhere in the last three, bare in the last one. */
const takeByline = (lines: readonly CleanLine[]): { readonly byline: FoundByline | null; readonly bylineLine: CleanLine | null } => {
  const last = lines.length - 1;
  for (let at = last; at > Math.max(0, last - 3); at -= 1) {
    const line = lines[at];
    if (line === undefined) break;
    const byline = findByline(line, at === last);
    if (byline !== null) return { byline, bylineLine: line };
  }
  return { byline: null, bylineLine: null };
};

const takeCaptions = (
  text: string,
  lines: readonly CleanLine[],
  kinds: Map<CleanLine, LineKind>,
  people: readonly Span[],
): FoundCaption[] => {
  const captions: FoundCaption[] = [];
  if (lines.length < 2 && !lines.some((line) => /Ảnh\s*:/u.test(line.text.slice(0, 4000)))) return captions;
  let next = 0;
  for (const line of lines) {
    if (line.end > text.length) break;
    while (next < people.length && (people[next]?.end ?? 0) <= line.start) next += 1;
    if (kinds.has(line)) continue;
    const found = findCaptions(text, line, people.slice(next, next + 40).filter((span) => span.end <= line.end));
    for (const caption of found) captions.push(caption);
    const [only] = found;
    if (found.length === 1 && only !== undefined && only.start === line.start && line.end - only.end <= 1) kinds.set(line, 'caption');
  }
  return captions;
};

const markHeadings = (lines: readonly CleanLine[], kinds: Map<CleanLine, LineKind>): void => {
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const after = lines[index + 1];
    if (kinds.has(line) || before === undefined || after === undefined || kinds.has(after)) return;
    if (isHeading(line.text) && after.text.length > line.text.length) kinds.set(line, 'heading');
  });
};

/** The dateline opens the first paragraph; captions may stand before it. */
const takeDateline = (text: string, lines: readonly CleanLine[], kinds: ReadonlyMap<CleanLine, LineKind>): FoundDateline | null => {
  const first = lines.find((line) => !kinds.has(line) && line.end <= text.length);
  return first === undefined ? null : findDateline(text, first);
};
