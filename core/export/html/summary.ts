import type { ExportStory } from '../export-story.ts';
import { cleanLine } from '../clean-text.ts';
import { runsText } from '../export-runs.ts';

/** Search engines and shared links show about this much. */
const longest = 200;

/** What a link to the story says under its headline: the lede, else the first paragraph, cut between words. Empty when there is neither. */
export function summary(story: ExportStory): string {
  const first = story.blocks.find((block) => block.kind === 'paragraph');
  const text = story.lede !== '' ? story.lede : first === undefined ? '' : cleanLine(runsText(first.runs));
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut.toWellFormed().replace(/\ufffd$/u, '')).replace(/[\s,;:–-]+$/u, '')}…`;
}
