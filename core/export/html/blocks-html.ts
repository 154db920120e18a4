import type { ExportBlock, ExportFigure, ExportList } from '../export-blocks.ts';
import { attribute, escapeHtml } from './escape.ts';
import type { RunsContext } from './runs-html.ts';
import { runsHtml } from './runs-html.ts';

export interface BlocksContext extends RunsContext {
  /** The `img` of a figure's photo; empty: the figure is shown without one. */
  readonly photoHtml: (figure: ExportFigure) => string;
}

function listHtml(list: ExportList, context: BlocksContext): string {
  const tag = list.ordered ? 'ol' : 'ul';
  const start = list.ordered && list.start !== 1 && context.dialect === 'file' ? list.start : null;
  const items = list.items.map((item) =>
    `<li>${item.map((part) => (part.kind === 'runs' ? runsHtml(part.runs, context) : listHtml(part.list, context))).join('')}</li>`);
  return `<${tag}${attribute('start', start)}>${items.join('')}</${tag}>`;
}

/** Only a picture that fills the column may be wider than it; a small or upright one stays within. */
const isWide = (figure: ExportFigure): boolean => figure.photo !== null && figure.photo.width >= 760 && figure.photo.width > figure.photo.height;

const figureClass = (figure: ExportFigure, photo: string, { dialect }: BlocksContext): string | null =>
  photo === '' ? 'no-photo' : dialect === 'file' && isWide(figure) ? 'wide' : null;

function figureHtml(figure: ExportFigure, context: BlocksContext): string {
  const photo = context.photoHtml(figure);
  const caption = figure.captionText === '' ? '' : runsHtml(figure.caption, context);
  const credit = figure.credit === '' ? '' : `<span class="credit">${escapeHtml(figure.credit)}</span>`;
  const words = [caption, credit].filter((part) => part !== '').join(' ');
  return `<figure${attribute('class', figureClass(figure, photo, context))}>${photo}${words === '' ? '' : `<figcaption>${words}</figcaption>`}</figure>`;
}

/** One block of the body. No white space is added: its text is the story's text. */
export function blockHtml(block: ExportBlock, context: BlocksContext): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${runsHtml(block.runs, context)}</p>`;
    case 'heading':
      return `<h${block.level}>${runsHtml(block.runs, context)}</h${block.level}>`;
    case 'quote':
      return `<blockquote><p>${runsHtml(block.runs, context)}</p></blockquote>`;
    case 'list':
      return listHtml(block.list, context);
    case 'rule':
      return '<hr>';
    case 'figure':
      return figureHtml(block.figure, context);
  }
}
