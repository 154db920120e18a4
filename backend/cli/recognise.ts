import type { Proposal } from '#core/contract/structure.ts';
import { proposalOf } from '../handlers/structure.ts';
import { makeAnalyzer } from '../host/analyzer.ts';
import { systemClock } from '../host/system-ports.ts';

/** The backend's recognition for a text that is in no library. */
export async function recognise(text: string): Promise<Proposal> {
  const analyzer = makeAnalyzer();
  try {
    return await proposalOf(text, { analyze: (normal) => analyzer.analyze(normal), clock: systemClock });
  } finally {
    await analyzer.close();
  }
}
