import type { MediaId, StoryId } from '../base/ids.ts';
import type { MediaInfo } from '../contract/media.ts';
import type { Settings } from '../contract/settings.ts';
import type { Attendee } from '../story/attendee.ts';
import type { FieldName, StoryDocument } from '../story/document.ts';
import type { StoryMeta } from '../story/meta.ts';
import { slugify } from '../vietnamese/slug.ts';
import { blockWords, exportBlockText } from './block-text.ts';
import { cleanLine } from './clean-text.ts';
import type { BlockContext, ExportBlock, ExportFigure } from './export-blocks.ts';
import { toExportBlock } from './export-blocks.ts';
import type { Run } from './export-runs.ts';
import { leadingDateline, nameDatelineParts, runsText, toRuns, withoutDateline } from './export-runs.ts';
import type { ReadByline } from './read-byline.ts';
import { readByline } from './read-byline.ts';
import { readDateline } from './read-dateline.ts';

export interface ExportDateline {
  /** The marked run as printed. */
  readonly surface: string;
  readonly source: string | null;
  /** As printed: `19.1`. */
  readonly date: string | null;
  readonly place: string | null;
}

/** A story as every way out needs it: no Lexical, no ids of blocks, nothing left to decide but the format. All texts are clean (`clean-text.ts`) and NFC. */
export interface ExportStory {
  /** Null for a text that is in no library. */
  readonly id: StoryId | null;
  readonly language: 'vi';
  /** One line each; empty: the story has none. */
  readonly headline: string;
  readonly kicker: string;
  readonly lede: string;
  readonly byline: ReadByline;
  /** The same four with their people and emphasis. */
  readonly runs: Readonly<Record<FieldName, readonly Run[]>>;
  readonly dateline: ExportDateline | null;
  /** The event's date, `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly section: string;
  readonly keywords: readonly string[];
  /** `a-z`, `0-9` and single hyphens, never empty. */
  readonly slug: string;
  readonly newsroom: { readonly name: string; readonly sourceMark: string };
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly createdAt: number | null;
  readonly modifiedAt: number | null;
  /** First publication; null before it. */
  readonly publishedAt: number | null;
  readonly attendees: readonly Attendee[];
  readonly blocks: readonly ExportBlock[];
  /** All figures of the body, in order. */
  readonly figures: readonly ExportFigure[];
  /** Body without figures, a block a line. */
  readonly bodyText: string;
  /** Vietnamese syllable words of the body as typed, without figures. */
  readonly wordCount: number;
}

export interface ExportInput {
  readonly document: StoryDocument;
  /** Null for a text that is in no library. */
  readonly meta: Pick<StoryMeta, 'id' | 'createdAt' | 'updatedAt' | 'events'> | null;
  readonly settings: Pick<Settings, 'newsroom'>;
  readonly media: (id: MediaId) => MediaInfo | null;
}

const cleanAttendee = (attendee: Attendee): Attendee => ({
  ...attendee,
  name: cleanLine(attendee.name),
  honorific: cleanLine(attendee.honorific ?? '') || null,
  titles: attendee.titles.map(cleanLine).filter((title) => title !== ''),
  delegation: cleanLine(attendee.delegation ?? '') || null,
});

/** The dateline is the marked run of the first paragraph that has one; marks anywhere else are leftovers of moved text. */
function readLeadingDateline(blocks: readonly ExportBlock[]): { readonly blocks: readonly ExportBlock[]; readonly dateline: ExportDateline | null } {
  const at = blocks.findIndex((block) => block.kind === 'paragraph' && leadingDateline(block.runs) !== null);
  const first = blocks[at];
  const leading = first?.kind === 'paragraph' ? leadingDateline(first.runs) : null;
  const read = leading === null ? null : readDateline(leading.surface);
  const named = blocks.map((block, index): ExportBlock => {
    if (block.kind !== 'paragraph') return block;
    if (index !== at || leading === null || read === null) return { ...block, runs: withoutDateline(block.runs) };
    const after = leading.last + 1;
    return { ...block, runs: [...nameDatelineParts(block.runs.slice(0, after), read), ...withoutDateline(block.runs.slice(after))] };
  });
  if (leading === null || read === null) return { blocks: named, dateline: null };
  return {
    blocks: named,
    dateline: { surface: leading.surface.trim(), source: read.source?.text ?? null, date: read.date?.text ?? null, place: read.place?.text ?? null },
  };
}

/** The story in its neutral shape. Never fails: a story may be exported long before it is ready, `readiness.ts` says what it lacks. */
export function toExportStory({ document, meta, settings, media }: ExportInput): ExportStory {
  const attendees = document.fields.attendees.map(cleanAttendee).filter((attendee) => attendee.name !== '');
  const places: BlockContext['places'] = new Map(attendees.map((attendee, place) => [attendee.id, place]));
  const context = { places, media };
  const { blocks, dateline } = readLeadingDateline(document.blocks.flatMap((block) => toExportBlock(block, context) ?? []));
  const fieldRuns = (name: FieldName): readonly Run[] => {
    const field = document.blocks.find((block) => block.type === 'field' && block.field === name);
    return field?.type === 'field' ? withoutDateline(toRuns(field.children, places)) : [];
  };
  const runs = { kicker: fieldRuns('kicker'), headline: fieldRuns('headline'), lede: fieldRuns('lede'), byline: fieldRuns('byline') };
  const headline = cleanLine(runsText(runs.headline));
  const bodyText = blocks.filter((block) => block.kind !== 'figure').map(exportBlockText).join('\n');
  return {
    id: meta?.id ?? null,
    language: 'vi',
    headline,
    kicker: cleanLine(runsText(runs.kicker)),
    lede: cleanLine(runsText(runs.lede)),
    byline: readByline(runsText(runs.byline)),
    runs,
    dateline,
    date: document.fields.date,
    section: cleanLine(document.fields.section),
    keywords: document.fields.keywords.map(cleanLine).filter((keyword) => keyword !== ''),
    slug: slugify(document.fields.slug.trim() === '' ? headline : document.fields.slug),
    newsroom: { name: cleanLine(settings.newsroom.name), sourceMark: cleanLine(settings.newsroom.sourceMark) },
    createdAt: meta?.createdAt ?? null,
    modifiedAt: meta?.updatedAt ?? null,
    publishedAt: meta?.events.find((event) => event.action === 'published')?.at ?? null,
    attendees,
    blocks,
    figures: blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : [])),
    bodyText,
    wordCount: blocks.reduce((sum, block) => sum + blockWords(block), 0),
  };
}
