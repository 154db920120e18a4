import type { BlockId } from '../base/ids.ts';
import type { BlockJson, FieldName, FigurePartJson, FigurePartName, InlineJson, Photo, StoryDocument, StoryFields, TextJson } from './document.ts';
import { documentSchema, emptyFields } from './document.ts';
import type { Mark } from './marks.ts';
import { tidyMarks } from './marks.ts';

/** Builders of stored JSON, the same that the editor's `exportJSON` gives, for import, templates and tests. */

const elementBase = { direction: null, format: '', indent: 0, version: 1 } as const;

export const bold = 1;
export const italic = 2;

/** A run of text; `format` is Lexical's bit mask. */
export function textJson(text: string, marks: readonly Mark[] = [], format = 0): TextJson {
  const base = { detail: 0, format, mode: 'normal', style: '', text, type: 'text', version: 1 } as const;
  return marks.length === 0 ? base : { ...base, $: { marks: [...tidyMarks(marks)] } };
}

const inline = (content: string | readonly InlineJson[]): InlineJson[] =>
  typeof content === 'string' ? (content === '' ? [] : [textJson(content)]) : [...content];

export const fieldJson = (bid: BlockId, field: FieldName, content: string | readonly InlineJson[] = ''): BlockJson => ({
  children: inline(content), ...elementBase, type: 'field', field, $: { bid },
});

export const paragraphJson = (bid: BlockId, content: string | readonly InlineJson[] = ''): BlockJson => ({
  children: inline(content), ...elementBase, type: 'paragraph', textFormat: 0, textStyle: '', $: { bid },
});

export const headingJson = (bid: BlockId, tag: 'h2' | 'h3' | 'h4', content: string | readonly InlineJson[]): BlockJson => ({
  children: inline(content), ...elementBase, type: 'heading', tag, $: { bid },
});

const partJson = (part: FigurePartName, content: string | readonly InlineJson[]): FigurePartJson => ({
  children: inline(content), ...elementBase, type: 'figure-part', part,
});

export interface FigureContent {
  readonly photo?: Photo | null;
  readonly caption?: string | readonly InlineJson[];
  readonly credit?: string;
  readonly alt?: string;
}

/** A figure always has its three parts, in this order. */
export const figureJson = (bid: BlockId, { photo = null, caption = '', credit = '', alt = '' }: FigureContent = {}): BlockJson => ({
  children: [partJson('caption', caption), partJson('credit', credit), partJson('alt', alt)],
  ...elementBase, type: 'figure', photo, $: { bid },
});

/** An empty story: the three leading fields, one paragraph, the byline. */
export function emptyDocument(newBlockId: () => BlockId, fields: StoryFields = emptyFields): StoryDocument {
  return {
    schema: documentSchema,
    fields,
    blocks: [
      fieldJson(newBlockId(), 'kicker'),
      fieldJson(newBlockId(), 'headline'),
      fieldJson(newBlockId(), 'lede'),
      paragraphJson(newBlockId()),
      fieldJson(newBlockId(), 'byline'),
    ],
  };
}
