import type { Clock } from '#core/base/ports.ts';
import { err, ok } from '#core/base/result.ts';
import type { Handlers } from '#core/contract/contract.ts';
import type { Proposal } from '#core/contract/structure.ts';
import type { Analysis } from '#core/people/analysis.ts';
import { tooMuch } from '#core/structure/text-limits.ts';
import { resolveStoryDate } from '#core/vietnamese/date.ts';
import { normalizeWithMap } from '#core/vietnamese/nfc.ts';

export interface StructurePorts {
  readonly analyze: (text: string) => Promise<Analysis>;
  readonly clock: Pick<Clock, 'today'>;
}

/** How a text without a file is named in an error. */
const pasted = '…';

/** The zod picture of an analysis has arrays that may be written to. */
const writable = (analysis: Analysis): Proposal['analysis'] => structuredClone(analysis) as Proposal['analysis'];

/** One way in for every text: NFC, recognition, and the date's year from the text or the nearest past. */
export async function proposalOf(input: string, { analyze, clock }: StructurePorts): Promise<Proposal> {
  const { text } = normalizeWithMap(input);
  const analysis = await analyze(text);
  const surface = analysis.dateline?.date?.text;
  const date = surface === undefined ? null : resolveStoryDate(surface, { text, today: clock.today() });
  return { text, analysis: writable(analysis), date: date?.date ?? null, dateSure: date?.sure ?? false };
}

export function makeStructureHandlers(ports: StructurePorts): Handlers['structure'] {
  return {
    async analyze({ text }) {
      const refused = tooMuch(text, pasted);
      return refused === null ? ok(await proposalOf(text, ports)) : err(refused);
    },
  };
}
