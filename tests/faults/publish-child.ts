import { openNewsroom } from './publish-newsroom.ts';
import { makeJobStore } from '#backend/storage/job-store.ts';

/**
 * One life of the program, for tests that kill it: opens the library of argv[2], goes on with its outbox, retries where a person
 * would, ends when every job is done. Time does not count here: waiting moves the clock.
 */
const folder = process.argv[2];
if (folder === undefined) throw new Error('which library?');
const newsroom = await openNewsroom({ folder });
const jobs = makeJobStore(newsroom.db);
const outbox = newsroom.openOutbox({ limits: { timeout: 400 } });
outbox.wake();
for (let round = 0; ; round++) {
  if (round > 3_000) throw new Error('it spins');
  await outbox.whenIdle();
  const all = jobs.list({ storyId: null, limit: 500 });
  if (all.every(({ job }) => job.state === 'done')) break;
  for (const { job } of all) if (job.state === 'needs-sign-in') await outbox.handlers.publish.retry({ id: job.id }, { windowId: 'child' });
  await outbox.whenIdle();
  newsroom.timers.fire(newsroom.clock);
}
await outbox.close();
await newsroom.close();
if (newsroom.problems.length > 0) throw newsroom.problems[0];
