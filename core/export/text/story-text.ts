import { exportBlockText } from '../block-text.ts';
import type { ExportStory } from '../export-story.ts';
import { runsText } from '../export-runs.ts';

/**
 * Plain text for print: kicker, headline, lede, body, byline, each block on its line; caption and credit stand where
 * their photo does. Words are as typed, `\n` between lines, one at the end.
 */
export function storyText(story: ExportStory): string {
  const { kicker, headline, lede, byline } = story.runs;
  const lines = [runsText(kicker), runsText(headline), runsText(lede), ...story.blocks.map(exportBlockText), runsText(byline)];
  return lines.map((line) => line.trim()).filter((line) => line !== '').map((line) => `${line}\n`).join('');
}
