import type { ExportBlock, ExportList } from './export-blocks.ts';
import { countWords } from '../vietnamese/count.ts';
import { runsText } from './export-runs.ts';

/** Items one a line; numbers and dashes are written, since plain text has no other way to show a list. */
export function listText(list: ExportList, indent = ''): string {
  return list.items
    .map((item, index) => {
      const sign = list.ordered ? `${list.start + index}. ` : '- ';
      const parts = item.map((part) => (part.kind === 'runs' ? runsText(part.runs).trim() : `\n${listText(part.list, `${indent}  `)}`));
      return `${indent}${sign}${parts.join('')}`;
    })
    .join('\n');
}

const listWords = (list: ExportList): number =>
  list.items.flat().reduce((sum, part) => sum + (part.kind === 'runs' ? countWords(runsText(part.runs)) : listWords(part.list)), 0);

/** Vietnamese syllable words that were typed into a block: not the numbers of a list, and nothing of a figure. */
export function blockWords(block: ExportBlock): number {
  if (block.kind === 'rule' || block.kind === 'figure') return 0;
  return block.kind === 'list' ? listWords(block.list) : countWords(runsText(block.runs));
}

/** A block as plain text; a figure is its caption and its credit on one line, as papers print them. A rule is three asterisks. */
export function exportBlockText(block: ExportBlock): string {
  switch (block.kind) {
    case 'rule':
      return '* * *';
    case 'list':
      return listText(block.list);
    case 'figure':
      return [block.figure.captionText, block.figure.credit].filter((line) => line !== '').join(' ');
    case 'paragraph':
    case 'heading':
    case 'quote':
      return runsText(block.runs).trim();
  }
}
