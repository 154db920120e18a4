import { $createTextNode, $getNodeByKey, $isTextNode, HISTORY_PUSH_TAG, $addUpdateTag, defineExtension } from 'lexical';
import type { AnyLexicalExtension, LexicalEditor } from 'lexical';
import { AttendeeId } from '#core/base/ids.ts';
import type { PersonId } from '#core/base/ids.ts';
import type { Person } from '#core/contract/people.ts';
import { $getMarks, $setMarks, personMark } from '#core/document/nodes/text/marks.ts';
import { $getStoryFields } from '#core/document/story-fields.ts';
import type { Attendee } from '#core/story/attendee.ts';
import { $changeAttendees } from '#renderer/editor/story/attendees.ts';
import { $cellOf } from '#renderer/editor/story/cells.ts';
import { matchesName } from './match-name.ts';
import { registerTypedMenu } from '../typed-menu/extension.ts';
import type { TypedMenu } from '../typed-menu/extension.ts';
import { $textBeforeCaret } from '../typed-menu/typed-trigger.ts';
import type { TypedTrigger } from '../typed-menu/typed-trigger.ts';
import { $isFigurePartNode } from '#core/document/nodes/figure/node.ts';

/** One line of the look-up: someone of this story, someone of the directory, or the typed words as a new name. */
export type MentionItem =
  | { readonly kind: 'attendee'; readonly attendee: Attendee }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'new'; readonly name: string };

export interface MentionConfig {
  readonly searchPeople: (query: string) => Promise<readonly Person[]>;
  readonly newId: () => string;
}

// After a space or an opening sign; at most five words, so that an address or a price does not keep a menu open.
const pattern = /(?:^|[\s([{“"‘'–-])@(?<query>[\p{L}\p{M}\p{N}.’'-]*(?: [\p{L}\p{M}\p{N}.’'-]+){0,4} ?)$/u;

export function mentionExtension(config: MentionConfig, onMenu: (menu: TypedMenu<MentionItem>) => void): AnyLexicalExtension {
  return defineExtension({
    name: 'toasoan/mention',
    register: (editor) => {
      const { menu, dispose } = registerTypedMenu<MentionItem>(editor, {
        $find,
        search: (query) => search(editor, query, config),
        same,
        $choose: (item, trigger) => $choose(item, trigger, config.newId),
        staysEmpty: false,
      });
      onMenu(menu);
      return dispose;
    },
  });
}

const same = (left: MentionItem, right: MentionItem): boolean => {
  const person = (item: MentionItem): PersonId | null => (item.kind === 'person' ? item.person.id : item.kind === 'attendee' ? item.attendee.personId : null);
  const name = (item: MentionItem): string => (item.kind === 'person' ? item.person.name : item.kind === 'attendee' ? item.attendee.name : item.name);
  if ((left.kind === 'new') !== (right.kind === 'new')) return false;
  return person(left) !== null && person(right) !== null ? person(left) === person(right) : name(left) === name(right);
};

/** In the body and in captions. */
function $find(): TypedTrigger | null {
  const before = $textBeforeCaret();
  if (before === null) return null;
  const query = pattern.exec(before.text)?.groups?.['query'];
  if (query === undefined) return null;
  const node = $getNodeByKey(before.key);
  const cell = node === null ? null : $cellOf(node);
  if (node === null || (cell !== null && !($isFigurePartNode(cell) && cell.getPart() === 'caption'))) return null;
  if ($isTextNode(node) && $getMarks(node).some((mark) => mark.kind === 'person')) return null;
  return { key: before.key, start: before.text.length - query.length - 1, end: before.text.length, query };
}

function search(editor: LexicalEditor, typed: string, { searchPeople }: MentionConfig): { now: readonly MentionItem[]; later: Promise<readonly MentionItem[]> | null } {
  const query = typed.normalize('NFC').trim();
  const attendees = editor.getEditorState().read(() => $getStoryFields().attendees);
  const now = attendees.filter((attendee) => matchesName(attendee.name, query)).slice(0, 6).map((attendee): MentionItem => ({ kind: 'attendee', attendee }));
  const fresh: MentionItem[] = /^\p{Lu}\S*\s+\S/u.test(query) ? [{ kind: 'new', name: query }] : [];
  const later = searchPeople(query).then((people): MentionItem[] => [...people.map((person): MentionItem => ({ kind: 'person', person })), ...fresh]);
  return { now, later };
}

/** Puts the printed name with its mark in place of what was typed; the space behind it is plain text. */
function $choose(item: MentionItem, { key, start, end }: TypedTrigger, newId: () => string): void {
  const node = $getNodeByKey(key);
  if (!$isTextNode(node)) return;
  $addUpdateTag(HISTORY_PUSH_TAG);
  const attendee = $attendeeFor(item, newId);
  const cuts = [start, end].filter((cut) => cut > 0 && cut < node.getTextContentSize());
  const pieces = cuts.length === 0 ? [node] : node.splitText(...cuts);
  const typed = pieces[start > 0 ? 1 : 0];
  if (typed === undefined) return;
  const name = $createTextNode(attendee.name).setFormat(typed.getFormat());
  typed.replace(name);
  $setMarks(name, [personMark(attendee.id)]);
  const next = name.getNextSibling();
  if ($isTextNode(next) && /^[^\p{L}\p{N}]/u.test(next.getTextContent())) {
    const beyond = next.getTextContent().startsWith(' ') ? 1 : 0;
    next.select(beyond, beyond);
  } else {
    const space = $createTextNode(' ').setFormat(typed.getFormat());
    name.insertAfter(space);
    space.select(1, 1);
  }
}

function $attendeeFor(item: MentionItem, newId: () => string): Attendee {
  if (item.kind === 'attendee') return item.attendee;
  const known = $getStoryFields().attendees.find((attendee) => (item.kind === 'person' ? attendee.personId === item.person.id : attendee.name === item.name));
  if (known !== undefined) return known;
  const base = { id: AttendeeId.parse(newId()), kind: 'person', role: 'attendee', delegation: null } as const;
  const attendee: Attendee =
    item.kind === 'person'
      ? { ...base, name: item.person.name, honorific: item.person.honorific, titles: item.person.titles, personId: item.person.id }
      : { ...base, name: item.name, honorific: null, titles: [], personId: null };
  $changeAttendees((all) => [...all, attendee]);
  return attendee;
}
