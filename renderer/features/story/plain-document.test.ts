import { describe, expect, it } from 'vitest';
import { StoryDocument } from '#core/story/document.ts';
import { figureJson, textJson, paragraphJson, bold } from '#core/story/blocks.ts';
import { documentText } from '#core/story/text.ts';
import { plainBody, plainDocument } from './plain-document.ts';

let made = 0;
const newId = (): string => `0190a5c0-0000-7000-8000-${String(++made).padStart(12, '0')}`;

describe('a text as a story', () => {
  const text = 'Tít\n\nBVS - Ngày 19.11, tại xã Nậm Sen.\nTin, ảnh: Thùy Nhiên\n';

  it('keeps every line as a paragraph and is a sound document', () => {
    const { document, blocks } = plainDocument(text, newId);
    expect(StoryDocument.safeParse(document).success).toBe(true);
    expect(documentText(document)).toBe('Tít\nBVS - Ngày 19.11, tại xã Nậm Sen.\nTin, ảnh: Thùy Nhiên');
    expect(plainBody(document)).toEqual({ text: documentText(document), blocks });
  });

  it('is not offered for recognition once it holds what a plain text can’t', () => {
    const { document } = plainDocument(text, newId);
    const id = (): never => newId() as never;
    expect(plainBody({ ...document, blocks: [...document.blocks, figureJson(id())] })).toBeNull();
    expect(plainBody({ ...document, blocks: [paragraphJson(id(), [textJson('đậm', [], bold)])] })).toBeNull();
    expect(plainBody({ ...document, blocks: [paragraphJson(id())] })).toBeNull();
  });
});
