import type { FoundCaption, Span } from '#core/people/analysis.ts';
import { PARAGRAPH_OPENERS, PICTURE_VERBS, SCENES, TELLING_VERBS } from '#core/structure/caption-words.ts';
import { findCredits } from '#core/structure/find-credit.ts';
import { trimmed, type TextLine } from '#core/structure/text-lines.ts';
import { splitSentences } from '#core/vietnamese/sentences.ts';
import { tokenize, type Token } from '#core/vietnamese/tokens.ts';

/** Longest caption in words; longer ones are paragraphs. */
const LONGEST = 90;
const LONGEST_WITHOUT_CREDIT = 70;
const LONGEST_CLOSED = 45;

/** Captions of one line: the whole line, or the sentence before each credit where the page ran text and captions together. */
export const findCaptions = (text: string, line: TextLine, people: readonly Span[]): FoundCaption[] => {
  const credits = findCredits(text, line.start, line.end);
  if (credits.length === 0) return isUncredited(line, people) ? [{ ...asPiece(text, line.start, line.end), credit: null }] : [];
  const captions: FoundCaption[] = [];
  let from = line.start;
  for (const credit of credits) {
    const start = captionStart(text, from, credit.start);
    const whole = trimmed(text, start, credit.end);
    const words = whole.text.split(/\s+/u).length;
    if (words <= LONGEST && credit.start - start > 3) {
      captions.push({ start: whole.start, end: whole.end, text: whole.text, credit: credit.name });
    }
    from = credit.end;
  }
  return captions;
};

const asPiece = (text: string, start: number, end: number): { text: string; start: number; end: number } => ({
  text: text.slice(start, end),
  start,
  end,
});

/** Start of the last sentence that ends at the credit. */
const captionStart = (text: string, from: number, credit: number): number => {
  const reach = Math.max(from, credit - 900);
  const before = text.slice(reach, credit).replace(/\s*[.…]?\s*$/u, '');
  const tokens = tokenize(before);
  const last = splitSentences(tokens).at(-1);
  const first = last === undefined ? undefined : tokens[last.from];
  return first === undefined ? from : reach + first.start;
};

/** A line without a credit: one sentence that names a scene, or who does what in the picture. */
const isUncredited = (line: TextLine, people: readonly Span[]): boolean => {
  if (line.text.length > 500) return false;
  const tokens = tokenize(line.text);
  const words = tokens.filter((token) => token.kind !== 'mark').length;
  if (words < 2 || words > LONGEST_WITHOUT_CREDIT || splitSentences(tokens).length > 1) return false;
  if (tokens.some((token) => token.key === ':' || token.key === '"') || PARAGRAPH_OPENERS.lengthAt(tokens, 0) > 0) return false;
  const closed = /[.!?…]$/u.test(line.text);
  if (/[:;,]$/u.test(line.text)) return false;
  if (SCENES.lengthAt(tokens, 0) > 0) return isScene(tokens, words, closed);
  const opener = people.find((span) => span.start <= line.start + 1 && span.end > line.start && span.end <= line.end);
  if (opener === undefined) return !closed && words <= 40 && isActing(tokens, 0, tokens.length);
  if (closed && words > LONGEST_CLOSED + 25) return false;
  return isPersonActing(tokens, line, people, closed);
};

const isScene = (tokens: readonly Token[], words: number, closed: boolean): boolean => {
  if (closed && words > LONGEST_CLOSED) return false;
  return !has(0, Math.min(tokens.length, 40), (at) => TELLING_VERBS.lengthAt(tokens, at) > 0);
};

/** After the people at the line's start the first predicate is one of pictures, not of reports. */
const isPersonActing = (tokens: readonly Token[], line: TextLine, people: readonly Span[], closed: boolean): boolean => {
  const row = people.filter((span) => span.start >= line.start && span.end <= line.end);
  const edge = row[0]?.end ?? line.start;
  const start = tokens.findIndex((token) => line.start + token.start >= edge);
  if (start < 0) return false;
  for (let at = start; at < tokens.length; at += 1) {
    if (TELLING_VERBS.lengthAt(tokens, at) > 0) return false;
    const verb = PICTURE_VERBS.lengthAt(tokens, at);
    if (verb === 0 || tokens[at]?.capital === true) continue;
    const plain = ['dự', 'tham', 'chủ', 'điều', 'chỉ', 'bày', 'vui', 'làm'].includes(tokens[at]?.text ?? '');
    if (closed && plain) return false;
    return !has(at, Math.min(tokens.length, at + 12), (next) => isTellingAfter(tokens, next));
  }
  return !closed && tokens.length - start <= 12;
};

const isTellingAfter = (tokens: readonly Token[], at: number): boolean => {
  const length = TELLING_VERBS.lengthAt(tokens, at);
  return length > 0 && !['đã', 'cũng', 'sẽ'].includes(tokens[at]?.text ?? '');
};

const isActing = (tokens: readonly Token[], from: number, to: number): boolean =>
  has(from, to, (at) => at > 1 && tokens[at]?.capital !== true && ['ra', 'tặng', 'trao', 'chụp', 'ký', 'biểu'].includes(tokens[at]?.text ?? '') && PICTURE_VERBS.lengthAt(tokens, at) > 0) &&
  !has(from, to, (at) => TELLING_VERBS.lengthAt(tokens, at) > 0);

const has = (from: number, to: number, test: (at: number) => boolean): boolean => {
  for (let at = from; at < to; at += 1) if (test(at)) return true;
  return false;
};
