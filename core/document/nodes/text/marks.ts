import { $getState, $setState, createState } from 'lexical';
import type { TextNode } from 'lexical';
import type { AttendeeId } from '#core/base/ids.ts';
import { Mark, markKey, sameMarks, tidyMarks } from '#core/story/marks.ts';

const isMark = (value: unknown): value is Mark => Mark.safeParse(value).success;

/** Marks of a run of text, serialised as `$.marks`; runs merge again when their marks are equal. */
export const marksState = createState('marks', {
  parse: (value): readonly Mark[] => (Array.isArray(value) ? tidyMarks(value.filter(isMark)) : []),
  isEqual: sameMarks,
});

export const $getMarks = (node: TextNode): readonly Mark[] => $getState(node, marksState);

export const $setMarks = (node: TextNode, marks: readonly Mark[]): TextNode => $setState(node, marksState, tidyMarks(marks));

export const $hasMark = (node: TextNode, key: string): boolean => $getMarks(node).some((mark) => markKey(mark) === key);

export function $addMark(node: TextNode, mark: Mark): TextNode {
  const others = $getMarks(node).filter((other) => other.kind !== mark.kind);
  return $setMarks(node, [...others, mark]);
}

export const $dropMark = (node: TextNode, key: string): TextNode => $setMarks(node, $getMarks(node).filter((mark) => markKey(mark) !== key));

export const personMark = (id: AttendeeId): Mark => ({ kind: 'person', id });
export const datelineMark: Mark = { kind: 'dateline' };
