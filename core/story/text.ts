import type { BlockJson, FieldName, FigureJson, FigurePartName, InlineJson, ListJson, StoryDocument } from './document.ts';

/** Plain text of runs of text; a line break is `\n`. */
export const inlineText = (nodes: readonly InlineJson[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.text : node.type === 'linebreak' ? '\n' : inlineText(node.children))).join('');

const listText = (list: ListJson): string =>
  list.children.map((item) => item.children.map((child) => (child.type === 'list' ? listText(child) : inlineText([child]))).join('')).join('\n');

export const figurePart = (figure: FigureJson, part: FigurePartName): string =>
  inlineText(figure.children.find((child) => child.part === part)?.children ?? []);

/** Everything a reader could read in this block; a figure gives caption and credit, not the alt text. */
export function blockText(block: BlockJson): string {
  switch (block.type) {
    case 'horizontalrule':
      return '';
    case 'list':
      return listText(block);
    case 'figure':
      return [figurePart(block, 'caption'), figurePart(block, 'credit')].filter((part) => part !== '').join(' ');
    case 'field':
    case 'paragraph':
    case 'heading':
    case 'quote':
      return inlineText(block.children);
  }
}

export const fieldText = (document: StoryDocument, field: FieldName): string => {
  const block = document.blocks.find((candidate) => candidate.type === 'field' && candidate.field === field);
  return block === undefined ? '' : blockText(block).trim();
};

/** The story as plain text, one block a line, empty blocks left out. */
export const documentText = (document: StoryDocument): string =>
  document.blocks.map(blockText).filter((text) => text.trim() !== '').join('\n');
