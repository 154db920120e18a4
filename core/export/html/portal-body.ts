import type { ExportFigure } from '../export-blocks.ts';
import type { ExportStory } from '../export-story.ts';
import { blockHtml } from './blocks-html.ts';
import { attribute } from './escape.ts';

/**
 * The body for a portal: a fragment in the closed vocabulary of `docs/portal-api.yaml` ("Body HTML"), photos by their hash,
 * and the same as plain text without figures, a block a line.
 */
export function portalBody(story: ExportStory): { readonly bodyHtml: string; readonly bodyText: string } {
  const photoHtml = (figure: ExportFigure): string =>
    figure.photo === null ? '' : `<img${attribute('src', `media:${figure.photo.sha256}`)}${attribute('alt', figure.alt)}>`;
  const context = { dialect: 'portal', date: story.date, photoHtml } as const;
  return { bodyHtml: story.blocks.map((block) => blockHtml(block, context)).join(''), bodyText: story.bodyText };
}
