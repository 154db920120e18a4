import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Proposal } from '#core/contract/structure.ts';
import { documentFromProposal } from '#core/structure/proposal.ts';
import { tooMuch } from '#core/structure/text-limits.ts';
import { connect, must } from '../connection.ts';
import type { Connection } from '../connection.ts';
import type { Command } from '../command.ts';
import { Refusal, UsageError } from '../outcome.ts';
import type { Output } from '../output.ts';
import { readTextFile } from '#backend/handlers/read-text-file.ts';

/** What was recognised, in the words of the newsroom. */
export const foundIn = ({ analysis, date, dateSure }: Proposal): Record<string, unknown> => ({
  headline: analysis.headline?.text ?? null,
  dateline:
    analysis.dateline === null
      ? null
      : { source: analysis.dateline.source?.text ?? null, date: analysis.dateline.date?.text ?? null, place: analysis.dateline.place?.text ?? null },
  date,
  dateSure,
  attendees: analysis.attendees.map(({ name, titles, honorific, delegation, role }) => ({ name, titles, honorific, delegation, role })),
  delegations: [...new Set([...analysis.attendees, ...analysis.collectives].flatMap(({ delegation }) => (delegation === null ? [] : [delegation])))],
  collectives: analysis.collectives.map(({ text, delegation }) => ({ text, delegation })),
  captions: analysis.captions.map(({ text, credit }) => ({ text, credit: credit?.text ?? null })),
  byline: analysis.byline === null ? null : { text: analysis.byline.text, authors: analysis.byline.authors, photographers: analysis.byline.photographers },
});

/** The same in one line for people. */
export function foundLine({ analysis, date, dateSure }: Proposal, { say }: Output): string {
  const parts = [
    say(`${analysis.attendees.length} người dự`, `${analysis.attendees.length} attendees`),
    say(`${analysis.collectives.length} tập thể`, `${analysis.collectives.length} collectives`),
    say(`${analysis.captions.length} chú thích`, `${analysis.captions.length} captions`),
  ];
  if (date !== null) parts.push(`${date}${dateSure ? '' : say(' (năm cần xem lại)', ' (check the year)')}`);
  if (analysis.byline !== null) parts.push(analysis.byline.text);
  return parts.join(' · ');
}

async function importFile({ client }: Connection, path: string, output: Output): Promise<void> {
  const text = await readTextFile(path);
  if (!text.ok) throw new Refusal(text.error);
  const refused = tooMuch(text.value, basename(path));
  if (refused !== null) throw new Refusal(refused);
  const proposal = must(await client.structure.analyze({ text: text.value }));
  const { document, removed } = documentFromProposal(proposal, 'all', randomUUID);
  const { id } = must(await client.story.create({ document, remember: true }));
  if (output.json) {
    output.object({ id, found: foundIn(proposal), removed: removed.map((piece) => ({ text: piece.text, rule: piece.reason.rule })) });
    return;
  }
  output.line(`${id}  ${proposal.analysis.headline?.text ?? ''}`);
  output.line(`  ${foundLine(proposal, output)}`);
  for (const piece of removed) output.line(`  ${output.say('bỏ', 'left out')}: “${piece.text.trim()}”`);
}

/** `import FILE…`: each file becomes a story with its whole proposal accepted. A file that is refused does not keep the others out. */
export const importFiles: Command = async ({ words, library }, output) => {
  if (words.length === 0) throw new UsageError('import FILE…');
  const connection = connect(library, { writes: true });
  let refused = false;
  try {
    for (const path of words) {
      try {
        await importFile(connection, path, output);
      } catch (problem) {
        if (!(problem instanceof Refusal)) throw problem;
        output.reason(problem.reason);
        refused = true;
      }
    }
  } finally {
    await connection.close();
  }
  return refused ? 1 : 0;
};
