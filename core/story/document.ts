import { z } from 'zod';
import { BlockId, MediaId } from '../base/ids.ts';
import { Attendee } from './attendee.ts';
import { Mark } from './marks.ts';

/**
 * The story as it is stored, sent and exported: Lexical's JSON for each child of the root (a block), the order they stand in,
 * and the fields that the root carries as state. `schema` counts changes of this shape; an older story is lifted when read,
 * a newer one is refused. Unknown properties are kept as they are, unknown node types are refused.
 */
export const documentSchema = 1;

const element = { version: z.number().optional() };

/** Lexical's bit mask: bold 1, italic 2. */
export const TextJson = z.looseObject({
  type: z.literal('text'),
  text: z.string(),
  format: z.number().int().default(0),
  $: z.looseObject({ marks: z.array(Mark).optional() }).optional(),
});
export type TextJson = z.infer<typeof TextJson>;

export const LineBreakJson = z.looseObject({ type: z.literal('linebreak') });
export type LineBreakJson = z.infer<typeof LineBreakJson>;

export const LinkJson = z.looseObject({
  type: z.enum(['link', 'autolink']),
  url: z.string().max(4000),
  get children(): z.ZodArray<typeof InlineJson> {
    return z.array(InlineJson);
  },
});
export type LinkJson = z.infer<typeof LinkJson>;

export const InlineJson = z.discriminatedUnion('type', [TextJson, LineBreakJson, LinkJson]);
export type InlineJson = z.infer<typeof InlineJson>;

const inlines = z.array(InlineJson);

export const ListItemJson = z.looseObject({
  type: z.literal('listitem'),
  get children(): z.ZodArray<z.ZodUnion<readonly [typeof InlineJson, typeof ListJson]>> {
    return z.array(z.union([InlineJson, ListJson]));
  },
});
export type ListItemJson = z.infer<typeof ListItemJson>;

export const ListJson = z.looseObject({
  type: z.literal('list'),
  listType: z.enum(['bullet', 'number', 'check']),
  start: z.number().int().default(1),
  get children(): z.ZodArray<typeof ListItemJson> {
    return z.array(ListItemJson);
  },
});
export type ListJson = z.infer<typeof ListJson>;

export const fieldNames = ['kicker', 'headline', 'lede', 'byline'] as const;
export type FieldName = (typeof fieldNames)[number];

/** Kicker, headline, lede and byline: always there, once each, at their places; empty ones stay. */
export const FieldJson = z.looseObject({ type: z.literal('field'), field: z.enum(fieldNames), children: inlines, ...element });
export type FieldJson = z.infer<typeof FieldJson>;

export const figurePartNames = ['caption', 'credit', 'alt'] as const;
export type FigurePartName = (typeof figurePartNames)[number];

export const FigurePartJson = z.looseObject({ type: z.literal('figure-part'), part: z.enum(figurePartNames), children: inlines });
export type FigurePartJson = z.infer<typeof FigurePartJson>;

/** The photo of a figure: which original, and its size in pixels after turning it upright. */
export const Photo = z.object({ media: MediaId, width: z.number().int().positive(), height: z.number().int().positive() });
export type Photo = z.infer<typeof Photo>;

/** A figure without its photo is valid: the caption waits for it. */
export const FigureJson = z.looseObject({ type: z.literal('figure'), photo: Photo.nullable(), children: z.array(FigurePartJson) });
export type FigureJson = z.infer<typeof FigureJson>;

export const ParagraphJson = z.looseObject({ type: z.literal('paragraph'), children: inlines, ...element });
export type ParagraphJson = z.infer<typeof ParagraphJson>;

/** Three levels: h2, h3, h4. The headline is the story's h1. */
export const HeadingJson = z.looseObject({ type: z.literal('heading'), tag: z.enum(['h2', 'h3', 'h4']), children: inlines });
export type HeadingJson = z.infer<typeof HeadingJson>;

export const QuoteJson = z.looseObject({ type: z.literal('quote'), children: inlines });
export type QuoteJson = z.infer<typeof QuoteJson>;

export const RuleJson = z.looseObject({ type: z.literal('horizontalrule') });
export type RuleJson = z.infer<typeof RuleJson>;

/** A child of the root. Its id is `$.bid`. */
const block = { $: z.looseObject({ bid: BlockId }) };
export const BlockJson = z.discriminatedUnion('type', [
  FieldJson.extend(block),
  ParagraphJson.extend(block),
  HeadingJson.extend(block),
  QuoteJson.extend(block),
  ListJson.extend(block),
  RuleJson.extend(block),
  FigureJson.extend(block),
]);
export type BlockJson = z.infer<typeof BlockJson>;

/** What the story is about, carried by the root as state, so that undo covers it. */
export const StoryFields = z.object({
  attendees: z.array(Attendee).max(2000),
  /** The event's full date, `YYYY-MM-DD`; null when not known. */
  date: z.iso.date().nullable(),
  /** True when the year was guessed and nobody has confirmed it yet. */
  dateUnsure: z.boolean(),
  section: z.string().max(100),
  keywords: z.array(z.string().max(100)).max(50),
  /** Empty: made from the headline at export. */
  slug: z.string().max(120),
});
export type StoryFields = z.infer<typeof StoryFields>;

export const emptyFields: StoryFields = { attendees: [], date: null, dateUnsure: false, section: '', keywords: [], slug: '' };

export const StoryDocument = z.object({
  schema: z.literal(documentSchema),
  fields: StoryFields,
  blocks: z.array(BlockJson).max(100_000),
});
export type StoryDocument = z.infer<typeof StoryDocument>;

export const blockId = (block: BlockJson): BlockId => block.$.bid;
