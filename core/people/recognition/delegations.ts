import type { AttendanceBlock } from '#core/people/recognition/attendance-blocks.ts';
import type { Mention } from '#core/people/recognition/mention.ts';
import { isMark, keyAt, type TokenRange } from '#core/people/recognition/token-range.ts';
import { phraseTable } from '#core/vietnamese/phrase-table.ts';
import type { Sentence } from '#core/vietnamese/sentences.ts';
import type { Token } from '#core/vietnamese/tokens.ts';

const NOT_DELEGATION = phraseTable('đoàn viên|đoàn kết|đoàn thể|đoàn đbqh|đoàn thanh niên|đoàn tncs|đoàn luật sư|đoàn đại biểu quốc hội|đoàn khối|đoàn trường|đoàn phường|đoàn xã');
const LABEL_STOPS = phraseTable('gồm|do|đã|đến|sang|tới|vào|với|có|thuộc|sẽ|đang|về|tại|thăm|làm việc');
const BODY_OF_OFFICE = phraseTable('đbqh|đại biểu quốc hội|đoàn đại biểu quốc hội|đoàn đbqh|đại biểu qh');

/** Label of the delegation that a person of a block stands under; null for the main list. */
export const delegationInBlock = (block: AttendanceBlock, mention: Mention): TokenRange | null => {
  const label = block.labels.findLast((candidate) => candidate.from <= mention.name.from && mention.name.from < candidate.to);
  return label?.label ?? null;
};

/** `Đoàn giám sát của HĐND tỉnh do ông X … làm trưởng đoàn`: the words before `do`. Null when no `do` stands there. */
export const delegationLedBy = (tokens: readonly Token[], sentence: Sentence, mention: Mention): TokenRange | null => {
  const by = mention.whole.from - 1;
  if (tokens[by]?.text !== 'do') return delegationHaving(tokens, sentence, mention);
  let end = by;
  if (isMark(tokens, end - 1, ',')) end -= 1;
  let clause = end;
  for (let at = end - 1; at >= sentence.from && at > end - 60; at -= 1) {
    if (isMark(tokens, at, ';', ':', '.', '"')) break;
    if (isDelegation(tokens, at)) return { from: at, to: labelEnd(tokens, at, end) };
    if (isMark(tokens, at, ',') && clause === end) clause = at + 1;
  }
  if (clause === end) clause = sentence.from;
  return clause < end ? { from: clause, to: labelEnd(tokens, clause, end) } : null;
};

/** `Đoàn công tác của X có anh Y dẫn đầu`, `Trưởng đoàn X là ông Y`. */
const delegationHaving = (tokens: readonly Token[], sentence: Sentence, mention: Mention): TokenRange | null => {
  for (let at = mention.whole.from - 1; at >= sentence.from && at > mention.whole.from - 20; at -= 1) {
    if (tokens[at]?.kind === 'mark') return null;
    if (isDelegation(tokens, at)) return { from: at, to: labelEnd(tokens, at, mention.whole.from) };
  }
  return null;
};

/** `Tại điểm cầu X, đồng chí Y chủ trì …`: everyone of the sentence is at that point. */
export const delegationOfPoint = (tokens: readonly Token[], sentence: Sentence): TokenRange | null => {
  const from = sentence.from + 1;
  const point = keyAt(tokens, sentence.from) === 'tai6' ? POINT.lengthAt(tokens, from, sentence.to) : 0;
  if (point === 0) return null;
  for (let to = from + point; to < Math.min(sentence.to, from + 14); to += 1) {
    if (isMark(tokens, to, ',')) return to > from + point ? { from, to } : null;
    if (tokens[to]?.kind === 'mark' && !isMark(tokens, to, '-')) return null;
  }
  return null;
};
const POINT = phraseTable('điểm cầu|đầu cầu');

const isDelegation = (tokens: readonly Token[], at: number): boolean => {
  const key = keyAt(tokens, at);
  if (key === 'đoan2') {
    const before = keyAt(tokens, at - 1);
    return before !== 'trương5' && before !== 'phai3' && NOT_DELEGATION.lengthAt(tokens, at) === 0;
  }
  return key === 'phai3' && keyAt(tokens, at + 1) === 'đoan2';
};

const labelEnd = (tokens: readonly Token[], from: number, limit: number): number => {
  for (let at = from + 1; at < limit; at += 1) {
    if (isMark(tokens, at, ',', ';', ':') || LABEL_STOPS.lengthAt(tokens, at, limit) > 0) return at;
  }
  return limit;
};

/**
 * The delegation that a title says a person leads: `Trưởng đoàn đại biểu nhân dân X` → `đoàn đại biểu nhân dân X`.
 * `Trưởng đoàn ĐBQH tỉnh` is an office, not a leader of guests: null. `none` when the title names no delegation.
 */
export const delegationInTitle = (tokens: readonly Token[], title: TokenRange): TokenRange | 'none' | null => {
  const at = title.from;
  if (keyAt(tokens, at) !== 'trương5') return null;
  const phai = keyAt(tokens, at + 1) === 'phai3' ? 1 : 0;
  if (keyAt(tokens, at + 1 + phai) !== 'đoan2') return null;
  const rest = at + 2 + phai;
  if (BODY_OF_OFFICE.lengthAt(tokens, rest) > 0 || BODY_OF_OFFICE.lengthAt(tokens, at + 1) > 0) return null;
  if (rest >= title.to) return 'none';
  return { from: at + 1, to: title.to };
};
