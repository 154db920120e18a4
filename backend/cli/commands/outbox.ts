import { errorSentence } from '#core/contract/errors.ts';
import type { Command } from '../command.ts';
import { connect, must } from '../connection.ts';
import { UsageError } from '../outcome.ts';
import { stateWords } from '../status-words.ts';
import { asError } from './destination.ts';

/** `outbox`: what was sent, what waits and why; newest first. */
export const outbox: Command = async ({ words, library, limit }, output) => {
  if (words.length > 0) throw new UsageError('outbox');
  const connection = connect(library, { writes: false });
  try {
    const { jobs } = must(await connection.client.publish.jobs({ limit }));
    if (output.json) output.object({ jobs });
    else {
      for (const job of jobs) {
        output.line(`${job.id}  ${stateWords[output.language][job.state]}  ${job.destinationName}  ${job.headline}${job.url === null ? '' : `  ${job.url}`}`);
        if (job.problem !== null) output.line(`  ${errorSentence(asError(job.problem, job.problemParams), output.language)}`);
      }
    }
    return 0;
  } finally {
    await connection.close();
  }
};
