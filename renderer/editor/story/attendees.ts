import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode, HISTORY_PUSH_TAG } from 'lexical';
import type { LexicalEditor, LexicalNode, TextNode } from 'lexical';
import { AttendeeId } from '#core/base/ids.ts';
import { $getBlockId } from '#core/document/block-id.ts';
import { $isFieldNode } from '#core/document/nodes/field/node.ts';
import { $isFigureNode } from '#core/document/nodes/figure/node.ts';
import { $addMark, $dropMark, $getMarks, $hasMark, personMark } from '#core/document/nodes/text/marks.ts';
import { $getStoryFields, $setStoryFields } from '#core/document/story-fields.ts';
import type { Attendee } from '#core/story/attendee.ts';
import { markKey } from '#core/story/marks.ts';
import type { AttendeeOperations, Occurrence } from '../editor-api.ts';
import { $blockById, $textRuns } from './positions.ts';
import { findName } from './find-name.ts';

export const $changeAttendees = (change: (attendees: readonly Attendee[]) => readonly Attendee[]): void => {
  const fields = $getStoryFields();
  $setStoryFields({ ...fields, attendees: [...change(fields.attendees)] });
};

const $allTexts = (): TextNode[] => $getRoot().getAllTextNodes();
const keyOf = (id: AttendeeId): string => markKey(personMark(id));

export function attendeeOperations(editor: LexicalEditor, newId: () => string): AttendeeOperations {
  const once = <T>(act: () => T): T => {
    let result: T | undefined;
    editor.update(
      () => {
        result = act();
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
    return result as T;
  };
  const nameOf = (id: AttendeeId): string => $getStoryFields().attendees.find((attendee) => attendee.id === id)?.name ?? '';

  return {
    add: (attendee, at) =>
      once(() => {
        const id = AttendeeId.parse(newId());
        $changeAttendees((all) => all.toSpliced(at ?? all.length, 0, { ...attendee, id }));
        return id;
      }),
    update: (id, change) => once(() => $changeAttendees((all) => all.map((attendee) => (attendee.id === id ? { ...attendee, ...change } : attendee)))),
    remove: (id) =>
      once(() => {
        $changeAttendees((all) => all.filter((attendee) => attendee.id !== id));
        for (const text of $allTexts()) if ($hasMark(text, keyOf(id))) $dropMark(text, keyOf(id));
      }),
    move: (id, index) =>
      once(() =>
        $changeAttendees((all) => {
          const moved = all.find((attendee) => attendee.id === id);
          return moved === undefined ? all : all.filter((attendee) => attendee !== moved).toSpliced(index, 0, moved);
        }),
      ),
    reorder: (ids) =>
      once(() =>
        $changeAttendees((all) => {
          const rank = new Map(ids.map((id, index) => [id, index]));
          return all.toSorted((left, right) => (rank.get(left.id) ?? all.length) - (rank.get(right.id) ?? all.length));
        }),
      ),
    tagSelection: (given) => once(() => $tagSelection(given ?? null, newId)),
    untagSelection: () => once($untagSelection),
    tagOccurrences: (id) =>
      once(() => {
        const name = nameOf(id);
        let count = 0;
        for (const block of $taggableBlocks()) {
          // From the end, so that splitting moves nothing that is still to come.
          for (const { start, end } of [...$untaggedIn(block, name)].reverse()) {
            $markRange(block, start, end, id);
            count++;
          }
        }
        return count;
      }),
    untaggedOccurrences: (id) =>
      editor.read(() => {
        const name = nameOf(id);
        return [...$taggableBlocks()].flatMap((block): Occurrence[] => {
          const blockId = $getBlockId(block);
          return blockId === null ? [] : $untaggedIn(block, name).map((range) => ({ blockId, ...range }));
        });
      }),
    reveal: (id) => once(() => $reveal(id)),
  };
}

/** Names are tagged in the body and in captions; headline, kicker and lede stay plain unless the reporter tags them. */
const $taggableBlocks = (): LexicalNode[] => $getRoot().getChildren().flatMap((block): LexicalNode[] => ($isFieldNode(block) ? [] : $isFigureNode(block) ? (block.getPart('caption') ?? []) as LexicalNode[] : [block]));

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whole occurrences of the name in which no letter carries a person mark. */
function $untaggedIn(block: LexicalNode, name: string): Range[] {
  let text = '';
  const tagged: Range[] = [];
  for (const { node, start } of $textRuns(block)) {
    text = text.padEnd(start, '\n') + node.getTextContent();
    if ($getMarks(node).some((mark) => mark.kind === 'person')) tagged.push({ start, end: start + node.getTextContentSize() });
  }
  return findName(text, name).filter((found) => !tagged.some((range) => range.start < found.end && found.start < range.end));
}

/** Marks [start, end) of the block's text as this attendee. */
export function $markRange(block: LexicalNode, start: number, end: number, id: AttendeeId): void {
  for (const { node, start: from } of [...$textRuns(block)]) {
    const size = node.getTextContentSize();
    const first = Math.max(start - from, 0);
    const last = Math.min(end - from, size);
    if (first >= last) continue;
    const cuts = [first, last].filter((cut) => cut > 0 && cut < size);
    const pieces = cuts.length === 0 ? [node] : node.splitText(...cuts);
    const piece = pieces[first > 0 ? 1 : 0];
    if (piece !== undefined) $addMark(piece, personMark(id));
  }
}

function $tagSelection(given: AttendeeId | null, newId: () => string): AttendeeId | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const name = selection.getTextContent().replace(/\s+/gu, ' ').trim();
  if (name === '' || name.length > 500) return null;
  const id = given ?? AttendeeId.parse(newId());
  if (given === null) {
    $changeAttendees((all) => [...all, { id, kind: 'person', name, honorific: null, titles: [], role: 'attendee', delegation: null, personId: null }]);
  }
  for (const node of selection.extract()) {
    if (!$isTextNode(node)) continue;
    const text = node.getTextContent();
    const lead = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    const cuts = [lead, end].filter((cut) => cut > 0 && cut < text.length);
    const pieces = cuts.length === 0 ? [node] : node.splitText(...cuts);
    const piece = pieces[lead > 0 ? 1 : 0];
    if (piece !== undefined && text.trim() !== '') $addMark(piece, personMark(id));
  }
  return id;
}

function $untagSelection(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const at = selection.anchor.getNode();
  const nodes = selection.isCollapsed() ? $personRunAt(at) : selection.extract();
  let changed = false;
  for (const node of nodes) {
    if (!$isTextNode(node)) continue;
    for (const mark of $getMarks(node)) {
      if (mark.kind !== 'person') continue;
      $dropMark(node, markKey(mark));
      changed = true;
    }
  }
  return changed;
}

function $personRunAt(node: LexicalNode): LexicalNode[] {
  if (!$isTextNode(node)) return [];
  const person = $getMarks(node).find((mark) => mark.kind === 'person');
  if (person === undefined) return [];
  const carries = (other: LexicalNode | null): other is TextNode => $isTextNode(other) && $hasMark(other, markKey(person));
  const run: LexicalNode[] = [node];
  for (let left = node.getPreviousSibling(); carries(left); left = left.getPreviousSibling()) run.unshift(left);
  for (let right = node.getNextSibling(); carries(right); right = right.getNextSibling()) run.push(right);
  return run;
}

function $reveal(id: AttendeeId): boolean {
  const texts = $allTexts().filter((text) => $hasMark(text, keyOf(id)));
  const selection = $getSelection();
  const focus = $isRangeSelection(selection) ? selection.focus.getNode() : null;
  const next = (focus === null ? undefined : texts.find((text) => focus.isBefore(text) && !text.is(focus))) ?? texts[0];
  if (next === undefined) return false;
  next.select(0, next.getTextContentSize());
  return true;
}

export const $selectOccurrence = ({ blockId, start, end }: Occurrence): void => {
  const block = $blockById(blockId);
  if (block === null || !$isElementNode(block)) return;
  for (const { node, start: from } of $textRuns(block)) {
    if (start >= from && start < from + node.getTextContentSize()) node.select(start - from, Math.min(end - from, node.getTextContentSize()));
  }
};
