import { z } from 'zod';
import { predictPassage } from '#core/structure/predict-passage.ts';
import { tooMuch } from '#core/structure/text-limits.ts';
import type { Command } from '../command.ts';
import { Refusal, UsageError } from '../outcome.ts';
import type { Output } from '../output.ts';
import { readTextFile } from '#backend/handlers/read-text-file.ts';
import { recognise } from '../recognise.ts';
import { foundIn, foundLine } from './import-files.ts';

const Passage = z.object({ id: z.string(), text: z.string() });

const parsePassage = (line: string): z.infer<typeof Passage> | null => {
  try {
    return Passage.parse(JSON.parse(line));
  } catch (problem) {
    if (problem instanceof SyntaxError || problem instanceof z.ZodError) return null;
    throw problem;
  }
};

/** One `{id, text}` a line in, one prediction a line out; a line that is none is named and ends the command with 1. */
function analyzeLines(text: string, output: Output): 0 | 1 {
  let refused = false;
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const passage = parsePassage(line);
    if (passage === null) {
      refused = true;
      output.reason({ vi: `Dòng ${index + 1} không phải {"id", "text"}.`, en: `Line ${index + 1} is no {"id", "text"}.` });
    } else output.object(predictPassage(passage));
  });
  return refused ? 1 : 0;
}

/** `analyze FILE|-` and `analyze --jsonl FILE|-`: what recognition finds; nothing is kept, no library is needed. */
export const analyze: Command = async ({ words, jsonl }, output) => {
  const [path, ...rest] = words;
  if (path === undefined || rest.length > 0) throw new UsageError('analyze [--jsonl] FILE|-');
  const text = await readTextFile(path);
  if (!text.ok) throw new Refusal(text.error);
  if (jsonl) return analyzeLines(text.value, output);
  const refused = tooMuch(text.value, path);
  if (refused !== null) throw new Refusal(refused);
  const proposal = await recognise(text.value);
  const { analysis } = proposal;
  if (output.json) {
    output.object({ ...foundIn(proposal), furniture: analysis.furniture.map((piece) => ({ text: piece.text, rule: piece.reason.rule })), proposal });
    return 0;
  }
  output.line(analysis.headline?.text ?? output.say('(không thấy tít)', '(no headline)'));
  output.line(foundLine(proposal, output));
  for (const { name, titles, honorific, delegation, role } of analysis.attendees) {
    output.line(`  ${[honorific, name].filter(Boolean).join(' ')}: ${titles.join('; ')}${delegation === null ? '' : ` (${delegation})`}${role === 'attendee' ? '' : ` [${role}]`}`);
  }
  for (const { text: collective, delegation } of analysis.collectives) output.line(`  + ${collective}${delegation === null ? '' : ` (${delegation})`}`);
  for (const caption of analysis.captions) output.line(`  ${output.say('chú thích', 'caption')}: ${caption.text}`);
  for (const piece of analysis.furniture) output.line(`  ${output.say('không thuộc bài', 'not of the story')}: “${piece.text.trim()}”`);
  return 0;
};
