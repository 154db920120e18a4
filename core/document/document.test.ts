import { $createHeadingNode } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode, $selectAll } from 'lexical';
import type { ElementNode, LexicalEditor, TextNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { AttendeeId, BlockId } from '#core/base/ids.ts';
import { emptyDocument, fieldJson, figureJson, headingJson, paragraphJson, textJson } from '#core/story/blocks.ts';
import { StoryDocument, documentSchema, emptyFields } from '#core/story/document.ts';
import type { BlockJson } from '#core/story/document.ts';
import { $getBlockId } from './block-id.ts';
import { createHeadlessStory } from './headless.ts';
import { $blockIdFaults } from './invariants/block-ids.ts';
import { $readDocument, loadDocument } from './load.ts';
import { $createFigureNode } from './nodes/figure/node.ts';
import { $addMark, personMark } from './nodes/text/marks.ts';
import { $setStoryFields } from './story-fields.ts';

let count = 0;
const newId = (): BlockId => `00000000-0000-7000-8000-${String(++count).padStart(12, '0')}` as BlockId;
const person = '00000000-0000-7000-9000-000000000001' as AttendeeId;

const story = (...body: BlockJson[]): StoryDocument => {
  const [kicker, headline, lede, , byline] = emptyDocument(newId).blocks;
  return { schema: documentSchema, fields: emptyFields, blocks: [kicker, headline, lede, ...body, byline] as BlockJson[] };
};

function open(document: StoryDocument): LexicalEditor {
  const editor = createHeadlessStory(newId);
  loadDocument(editor, document, newId);
  return editor;
}

const read = (editor: LexicalEditor): StoryDocument => editor.read(() => $readDocument());
const types = (editor: LexicalEditor): string[] => read(editor).blocks.map((block) => (block.type === 'field' ? block.field : block.type));
const ids = (editor: LexicalEditor): BlockId[] => read(editor).blocks.map((block) => block.$.bid);
const change = (editor: LexicalEditor, act: () => void): void => {
  editor.update(act, { discrete: true });
  expect(editor.read(() => $blockIdFaults())).toEqual([]);
  expect(() => StoryDocument.parse(read(editor))).not.toThrow();
};
const $body = (index: number): ElementNode => {
  const node = $getRoot().getChildAtIndex(3 + index);
  if (!$isElementNode(node)) throw new Error('no such block');
  return node;
};
const $select = (index: number, offset: number, end = offset): void => {
  const text = $body(index).getFirstDescendant();
  if (!$isTextNode(text)) throw new Error('no text');
  text.select(offset, end);
};

describe('the JSON', () => {
  it('comes back exactly as the builders make it', () => {
    const document = story(
      paragraphJson(newId(), [textJson('BVS - Ngày 19.11,', [{ kind: 'dateline' }]), textJson(' họp. '), textJson('Ma Thị Hạ', [{ kind: 'person', id: person }]), textJson(' nói', [], 1)]),
      headingJson(newId(), 'h3', 'Tít xen'),
      figureJson(newId(), { caption: 'Toàn cảnh', credit: 'Ảnh: Nhiên', alt: 'Hội trường' }),
      figureJson(newId(), { photo: { media: 'a'.repeat(64) as never, width: 30, height: 20 } }),
    );
    const withFields = { ...document, fields: { ...emptyFields, section: 'Thời sự', date: '2026-11-19' } };
    expect(read(open(withFields))).toEqual(withFields);
  });

  it('is mended on load where a field, a figure’s part or an id is missing', () => {
    const figure = figureJson(newId(), { caption: 'x' });
    const editor = open({ schema: documentSchema, fields: emptyFields, blocks: [{ ...figure, children: [] }, { ...paragraphJson(newId(), 'y'), $: {} } as unknown as BlockJson] });
    expect(types(editor)).toEqual(['kicker', 'headline', 'lede', 'figure', 'paragraph', 'byline']);
    expect(() => StoryDocument.parse(read(editor))).not.toThrow();
  });

  it('is NFC even where the text in the editor is not', () => {
    const editor = open(story(paragraphJson(newId(), 'Tiếng Việt'.normalize('NFD'))));
    expect(JSON.stringify(read(editor))).toContain('Tiếng Việt');
  });
});

describe('block ids', () => {
  const start = (): { editor: LexicalEditor; first: BlockId } => {
    const editor = open(story(paragraphJson(newId(), 'một hai ba'), paragraphJson(newId(), 'bốn năm')));
    return { editor, first: ids(editor)[3] as BlockId };
  };

  it('split in the middle: the head keeps it', () => {
    const { editor, first } = start();
    change(editor, () => {
      $select(0, 3);
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertParagraph();
    });
    expect(ids(editor)[3]).toBe(first);
    expect(types(editor)).toHaveLength(7);
  });

  it('Enter at the start: the part with the text keeps it', () => {
    const { editor, first } = start();
    change(editor, () => {
      $select(0, 0);
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertParagraph();
    });
    expect(ids(editor)[4]).toBe(first);
    expect(read(editor).blocks[3]).toMatchObject({ type: 'paragraph', children: [] });
  });

  it('conversion keeps it', () => {
    const { editor, first } = start();
    change(editor, () => {
      $body(0).replace($createHeadingNode('h2'), true);
    });
    expect(ids(editor)[3]).toBe(first);
  });

  it('a copy gets a new one, wherever it lands', () => {
    const { editor, first } = start();
    change(editor, () => {
      const copy = $createParagraphNode().append($createTextNode('một hai ba'));
      $body(0).insertBefore(copy);
      copy.updateFromJSON({ $: { bid: first } });
      expect($getBlockId(copy)).toBe(first);
    });
    expect(ids(editor)[4]).toBe(first);
  });

  it('a join keeps the first one', () => {
    const { editor, first } = start();
    change(editor, () => {
      const second = $body(1);
      $body(0).append(...second.getChildren());
      second.remove();
    });
    expect(ids(editor)[3]).toBe(first);
    expect(types(editor)).toHaveLength(5);
  });
});

describe('structure', () => {
  it('fields survive deletion of everything', () => {
    const editor = open(story(paragraphJson(newId(), 'một'), figureJson(newId())));
    change(editor, () => {
      $selectAll();
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.removeText();
    });
    expect(types(editor).filter((type) => type !== 'paragraph')).toEqual(['kicker', 'headline', 'lede', 'byline']);
    change(editor, () => {
      $getRoot().clear();
    });
    expect(types(editor)).toEqual(['kicker', 'headline', 'lede', 'paragraph', 'byline']);
  });

  it('a figure inside a paragraph is hoisted; the text behind it follows', () => {
    const editor = open(story(paragraphJson(newId(), 'trước sau')));
    change(editor, () => {
      const text = $body(0).getFirstChild() as TextNode;
      const [head] = text.splitText(5);
      (head as TextNode).insertAfter($createFigureNode(null));
    });
    expect(types(editor)).toEqual(['kicker', 'headline', 'lede', 'paragraph', 'figure', 'paragraph', 'byline']);
  });

  it('a figure always has its three parts', () => {
    const editor = open(story(figureJson(newId(), { caption: 'một', credit: 'hai', alt: 'ba' })));
    change(editor, () => {
      const figure = $body(0);
      figure.getFirstChild()?.remove();
      figure.append($createTextNode('lạc'));
    });
    const [figure, stray] = read(editor).blocks.slice(3);
    expect(figure).toMatchObject({ children: [{ part: 'caption', children: [] }, { part: 'credit' }, { part: 'alt', children: [{ text: 'ba' }] }] });
    expect(stray).toMatchObject({ type: 'paragraph', children: [{ text: 'lạc' }] });
  });

  it('blocks in a field dissolve without losing text', () => {
    const editor = open(story(paragraphJson(newId(), 'thân')));
    change(editor, () => {
      const headline = $getRoot().getChildAtIndex(1);
      if ($isElementNode(headline)) headline.append($createParagraphNode().append($createTextNode('một')), $createParagraphNode().append($createTextNode('hai')));
    });
    expect(JSON.stringify(read(editor).blocks[1])).toMatch(/một.*hai/);
  });

  it('a second headline becomes a paragraph', () => {
    const document = story(paragraphJson(newId(), 'thân'));
    const editor = open({ ...document, blocks: [...document.blocks, fieldJson(newId(), 'headline', 'một'), fieldJson(newId(), 'headline', 'hai')] });
    expect(types(editor)).toEqual(['kicker', 'headline', 'lede', 'paragraph', 'paragraph', 'byline']);
  });
});

it('fields are part of the state, and marks keep runs apart until they are equal', () => {
  const editor = open(story(paragraphJson(newId(), 'đồng chí Ma Thị Hạ nói')));
  change(editor, () => {
    const [, name] = ($body(0).getFirstChild() as TextNode).splitText(9, 18);
    $addMark(name as TextNode, personMark(person));
    $setStoryFields({ ...emptyFields, section: 'Chính trị' });
  });
  expect(read(editor)).toMatchObject({ fields: { section: 'Chính trị' } });
  expect(read(editor).blocks[3]).toMatchObject({ children: [{ text: 'đồng chí ' }, { text: 'Ma Thị Hạ', $: { marks: [{ kind: 'person', id: person }] } }, { text: ' nói' }] });
});
