import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '#core/contract/contract.ts';
import type { Job } from '#core/contract/publish.ts';
import type { Command } from '../command.ts';
import type { Connection } from '../connection.ts';
import { connect, must } from '../connection.ts';
import { findStory } from '../find-story.ts';
import { Refusal, UsageError } from '../outcome.ts';
import type { Output } from '../output.ts';
import { stateWords } from '../status-words.ts';
import { asError, findDestination, showTest } from './destination.ts';

/** Milliseconds between two looks at a job. */
const look = 150;

const isWaiting = ({ state }: Job): boolean => state === 'running' || state === 'waiting-offline' || state === 'waiting-retry';

const progress = (job: Job, { language }: Output): string =>
  `${stateWords[language][job.state]} · ${job.step}${job.mediaTotal > 0 ? ` · ${job.mediaDone}/${job.mediaTotal}` : ''}`;

/** Until the job is done, given up or waits for somebody; one that waits for the network or the portal, for `patience` ms. */
async function follow(client: Client, first: Job, output: Output, patience: number): Promise<Job> {
  let job = first;
  let said = '';
  let waited = 0;
  for (;;) {
    const now = progress(job, output);
    if (now !== said) output.note(now);
    said = now;
    if (!isWaiting(job) || (job.state !== 'running' && waited >= patience)) return job;
    waited = job.state === 'running' ? 0 : waited + look;
    await sleep(look);
    const { jobs } = must(await client.publish.jobs({ storyId: job.storyId }));
    job = jobs.find((candidate) => candidate.id === first.id) ?? job;
  }
}

async function dryRun({ client }: Connection, wish: Parameters<Client['publish']['dryRun']>[0], output: Output): Promise<0 | 1> {
  const { items } = must(await client.export.readiness({ id: wish.id }));
  const open = items.filter((item) => item.level !== 'done');
  if (!output.json) for (const item of open) output.note(`${item.level === 'blocking' ? '✕' : '·'} ${item.code}${item.count > 1 ? ` × ${item.count}` : ''}`);
  const summary = must(await client.publish.dryRun(wish));
  if (output.json) output.object({ ...summary, readiness: items });
  else {
    output.line(summary.headline);
    output.line(output.say(`${summary.words} chữ · ${summary.photos} ảnh · ${summary.bytes} byte`, `${summary.words} words · ${summary.photos} photos · ${summary.bytes} bytes`));
    output.line(`sha256 ${summary.contentHash}`);
  }
  if (!output.json || !summary.destination.ok) showTest(summary.destination, output);
  return summary.destination.ok ? 0 : 1;
}

/** `publish ID --to NAME [--dry-run] [--wait SECONDS]`: sends an approved story and stays until readers have it or a reason stands. */
export const publish: Command = async ({ words, library, to, dryRun: isDry, wait }, output) => {
  const [typed, ...rest] = words;
  if (typed === undefined || rest.length > 0 || to === null) throw new UsageError('publish ID --to NAME [--dry-run] [--wait SECONDS]');
  const connection = connect(library, { writes: !isDry, sends: !isDry });
  const { client, host } = connection;
  try {
    const id = findStory(host, typed);
    const { id: destinationId } = await findDestination(client, to);
    const { meta } = must(await client.story.get({ id }));
    const wish = { id, destinationId, seq: meta.seq };
    if (isDry) return await dryRun(connection, wish, output);
    const job = await follow(client, must(await client.publish.request(wish)), output, wait * 1000);
    if (output.json) output.object(job);
    else if (job.url !== null) output.line(job.url);
    if (job.state === 'done') return 0;
    throw new Refusal(job.problem === null ? { vi: stateWords.vi[job.state], en: stateWords.en[job.state] } : asError(job.problem, job.problemParams));
  } finally {
    await connection.close();
  }
};
