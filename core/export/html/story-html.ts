import type { ExportFigure } from '../export-blocks.ts';
import type { ExportStory } from '../export-story.ts';
import { isBlank } from '../export-runs.ts';
import { blockHtml } from './blocks-html.ts';
import type { BlocksContext } from './blocks-html.ts';
import { attribute, escapeHtml } from './escape.ts';
import { headHtml, noHeadline } from './head.ts';
import type { PageMode } from './head.ts';
import type { PhotoSource, PhotoSources } from './photo-source.ts';
import { runsHtml } from './runs-html.ts';

export interface StoryHtmlOptions {
  /** The photo as this page shows it; null: the figure is shown with its caption only. */
  readonly photos: PhotoSources;
  /** `file`: photos are `data:` addresses. `folder`: photos are files beside the page. */
  readonly mode: PageMode;
}

function masthead({ newsroom, section }: ExportStory): string {
  if (newsroom.name === '' && section === '') return '';
  const name = newsroom.name === '' ? '' : `<span class="paper">${escapeHtml(newsroom.name)}</span>`;
  const desk = section === '' ? '' : `<span class="section">${escapeHtml(section)}</span>`;
  return `<header class="masthead"><p>${[name, desk].filter((part) => part !== '').join(' ')}</p></header>\n`;
}

function articleHead(story: ExportStory, context: BlocksContext): string {
  const line = (name: 'kicker' | 'lede'): string =>
    isBlank(story.runs[name]) ? '' : `<p class="${name}">${runsHtml(story.runs[name], context)}</p>\n`;
  const headline = isBlank(story.runs.headline) ? `<h1 class="absent">${noHeadline}</h1>` : `<h1>${runsHtml(story.runs.headline, context)}</h1>`;
  return `<header>\n${line('kicker')}${headline}\n${line('lede')}</header>\n`;
}

/**
 * The whole published page, ready to be saved: valid HTML, no script but its JSON-LD, no address outside itself, everything
 * of the story escaped. Pure: the same story gives the same letters.
 */
export function storyHtml(story: ExportStory, { photos, mode }: StoryHtmlOptions): string {
  const source = (figure: ExportFigure): PhotoSource | null => (figure.photo === null ? null : photos(figure.photo.sha256));
  const context: BlocksContext = {
    dialect: 'file',
    date: story.date,
    photoHtml: (figure) => {
      const photo = source(figure);
      if (photo === null) return '';
      return `<img${attribute('src', photo.src)}${attribute('alt', figure.alt)}${attribute('width', photo.width)}${attribute('height', photo.height)}>`;
    },
  };
  const byline = isBlank(story.runs.byline) ? '' : `<p class="byline">${runsHtml(story.runs.byline, context)}</p>\n`;
  const body = story.blocks.map((block) => `${blockHtml(block, context)}\n`).join('');
  return [
    `<!DOCTYPE html>\n<html lang="${story.language}">\n<head>\n`, headHtml(story, source, mode), '</head>\n<body>\n',
    masthead(story), '<main>\n<article>\n', articleHead(story, context), body, byline, '</article>\n</main>\n</body>\n</html>\n',
  ].join('');
}
