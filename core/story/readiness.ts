import type { MediaId } from '../base/ids.ts';
import type { ReadinessItem } from '../contract/export.ts';
import type { Attendee } from './attendee.ts';
import type { BlockJson, InlineJson, StoryDocument } from './document.ts';
import type { StoryMeta } from './meta.ts';
import { blockText, fieldText, figurePart } from './text.ts';

export interface ReadinessInput {
  readonly document: StoryDocument;
  readonly meta: Pick<StoryMeta, 'status'>;
  /** True when the original of a photo is in the library. */
  readonly hasMedia: (id: MediaId) => boolean;
}

/** What a reporter types where something is still to be found out. */
const placeholder = '[?]';

const occurrences = (text: string): number => text.split(placeholder).length - 1;

const allText = (block: BlockJson): string => (block.type === 'figure' ? `${blockText(block)}\n${figurePart(block, 'alt')}` : blockText(block));

const hasDateline = (nodes: readonly InlineJson[]): boolean =>
  nodes.some((node) => (node.type === 'text' ? (node.$?.marks ?? []).some((mark) => mark.kind === 'dateline') : node.type !== 'linebreak' && hasDateline(node.children)));

type Figure = Extract<BlockJson, { readonly type: 'figure' }>;

const isEmptyFigure = (figure: Figure): boolean => figure.photo === null && blockText(figure).trim() === '';

interface Missing {
  /** How many there are in all; the item's count when nothing is missing. */
  readonly all: number;
  readonly missing: readonly string[];
}

const blocksWhere = <B extends BlockJson>(blocks: readonly B[], isMissing: (block: B) => boolean): Missing => ({
  all: blocks.length,
  missing: blocks.filter(isMissing).map((block) => block.$.bid),
});

const item = (code: string, level: 'advice' | 'blocking', { all, missing }: Missing): ReadinessItem =>
  missing.length === 0
    ? { code, level: 'done', count: all, blockId: null }
    : { code, level, count: missing.length, blockId: missing[0] ?? null };

const one = (code: string, level: 'advice' | 'blocking', isThere: boolean, blockId: string | null): ReadinessItem =>
  ({ code, level: isThere ? 'done' : level, count: 1, blockId: isThere ? null : blockId });

/** A photo that still has to come is advice: its caption may be published alone. One that was there and is lost must not go missing in silence. */
function photoItem(figures: readonly Figure[], hasMedia: ReadinessInput['hasMedia']): ReadinessItem {
  const lost = blocksWhere(figures, (figure) => figure.photo !== null && !hasMedia(figure.photo.media));
  return lost.missing.length > 0 ? item('figure-photo', 'blocking', lost) : item('figure-photo', 'advice', blocksWhere(figures, (figure) => figure.photo === null));
}

function placeholderItem(blocks: readonly BlockJson[], attendees: readonly Attendee[]): ReadinessItem {
  const inText = blocks.map((block) => ({ id: block.$.bid, count: occurrences(allText(block)) })).filter(({ count }) => count > 0);
  const inList = attendees.map(({ name, honorific, titles, delegation }) => occurrences([name, honorific, ...titles, delegation].join('\n')));
  const count = [...inText.map((found) => found.count), ...inList].reduce((sum, next) => sum + next, 0);
  return { code: 'placeholders', level: count === 0 ? 'done' : 'blocking', count, blockId: inText[0]?.id ?? null };
}

/**
 * What stands between this story and its readers. `blocking` stops publishing (a portal needs headline, date and an approved
 * text without placeholders); `advice` says what readers will miss; nothing here stops an export. `count` is how many are
 * missing, or, when done, how many are right; figures and attendees are left out where the story has none.
 */
export function checkReadiness({ document, meta, hasMedia }: ReadinessInput): readonly ReadinessItem[] {
  const { blocks, fields } = document;
  const field = (name: 'headline' | 'byline'): string | null => blocks.find((block) => block.type === 'field' && block.field === name)?.$.bid ?? null;
  const paragraphs = blocks.filter((block) => block.type === 'paragraph');
  const figures = blocks.filter((block): block is Figure => block.type === 'figure' && !isEmptyFigure(block));
  const people = fields.attendees.filter((attendee) => attendee.kind === 'person');
  const untitled = people.filter((attendee) => attendee.titles.every((title) => title.trim() === '')).length;
  return [
    one('headline', 'blocking', fieldText(document, 'headline') !== '', field('headline')),
    one('dateline', 'advice', paragraphs.some((block) => hasDateline(block.children)), paragraphs[0]?.$.bid ?? null),
    one('date', fields.date === null ? 'blocking' : 'advice', fields.date !== null && !fields.dateUnsure, null),
    one('byline', 'advice', fieldText(document, 'byline') !== '', field('byline')),
    placeholderItem(blocks, fields.attendees),
    ...(figures.length === 0 ? [] : [
      photoItem(figures, hasMedia),
      item('figure-caption', 'advice', blocksWhere(figures, (figure) => figurePart(figure, 'caption').trim() === '')),
      item('figure-alt', 'advice', blocksWhere(figures, (figure) => figure.photo !== null && figurePart(figure, 'alt').trim() === '')),
    ]),
    ...(people.length === 0 ? [] : [{ code: 'attendees', level: untitled === 0 ? 'done' : 'advice', count: untitled === 0 ? people.length : untitled, blockId: null } as const]),
    one('approved', 'blocking', meta.status === 'approved' || meta.status === 'published', null),
  ];
}
