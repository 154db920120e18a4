import { describe, expect, it } from 'vitest';
import { DestinationId, JobId, MediaId, StoryId, VersionId } from '#core/base/ids.ts';
import { err, ok } from '#core/base/result.ts';
import { wireError } from '#core/contract/errors.ts';
import { openDb } from './db.ts';
import { makeDestinationStore } from './destination-store.ts';
import { makeJobStore } from './job-store.ts';
import type { FrozenText, JobStore } from './job-store.ts';
import { migrations } from './migrations/all.ts';
import { migrate } from './migrations/migrate.ts';

const uuid = (number: number): string => `0197c2a4-5d10-7c3e-9b1f-${String(number).padStart(12, '0')}`;
const destinationId = DestinationId.parse(uuid(1));
const storyId = StoryId.parse(uuid(2));
const text = (number: number, contentHash: string): FrozenText => ({
  id: JobId.parse(uuid(number)), storyId, destinationId, contentHash, payload: `{"n":${String(number)}}`, headline: 'Tít', requestedBy: 'Mai Khuê',
  media: [{ mediaId: MediaId.parse('a'.repeat(64)), sha256: 'b'.repeat(64), type: 'image/jpeg' }],
});

function setUp() {
  const db = openDb(':memory:');
  expect(migrate(db, migrations).ok).toBe(true);
  expect(makeDestinationStore(db).add({ id: destinationId, name: 'Cổng', kind: 'portal', url: 'https://bao.example', secret: 'env:X' }, 1)).toBe(true);
  return { db, jobs: makeJobStore(db) };
}
const enqueue = (jobs: JobStore, number: number, hash: string) => {
  const result = jobs.enqueue(text(number, hash), 10, () => ok(VersionId.parse(uuid(100 + number))));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('the outbox on disk', () => {
  it('gives back what went in, after any change', () => {
    const { jobs } = setUp();
    const { job } = enqueue(jobs, 3, 'h1');
    expect(job.job).toMatchObject({ step: 'queued', state: 'running', revisionId: uuid(103), contentHash: 'h1', problem: null, found: null });
    const changed = jobs.update(job.job.id, (old) => ({
      ...old, step: 'media', state: 'failed', unsure: true, mayBePublic: true, expected: 'e', attempts: 3, reached: 9, notBefore: 5, problem: wireError('portal.refused', { detail: 'x' }),
      found: { status: 'published', lastPublishedRevisionId: 'f' }, accepted: { status: 'withdrawn', lastPublishedRevisionId: null }, media: old.media.map((photo) => ({ ...photo, stored: true })), updatedAt: 77,
    }));
    expect(jobs.get(job.job.id)).toEqual(changed);
    expect(changed.job).toMatchObject({ unsure: true, mayBePublic: true, found: { status: 'published' }, accepted: { lastPublishedRevisionId: null }, media: [{ stored: true }], updatedAt: 77 });
    expect(jobs.payload(job.job.id)).toBe('{"n":3}');
  });

  it('never lets the frozen change, or a finished job come back', () => {
    const { db, jobs } = setUp();
    const { job } = enqueue(jobs, 3, 'h1');
    for (const column of ['revision_id', 'content_hash', 'story_id', 'destination_id']) expect(() => db.exec(`UPDATE job SET ${column} = 'x'`)).toThrow('frozen');
    expect(() => db.exec("UPDATE job_payload SET json = '{}'")).toThrow('frozen');
    jobs.update(job.job.id, (old) => ({ ...old, step: 'done', state: 'done' }));
    expect(() => jobs.update(job.job.id, (old) => ({ ...old, step: 'publish', state: 'running' }))).toThrow('done stays done');
    expect(() => db.exec("INSERT INTO job SELECT 99, 'x', story_id, destination_id, revision_id, content_hash, headline, requested_by, 'done', 'running', 0, 0, NULL, NULL, NULL, 0, 0, NULL, NULL, NULL, 0, 0 FROM job")).toThrow('CHECK');
  });

  it('answers the same text with the same job and lets a newer one take its place', () => {
    const { jobs } = setUp();
    const first = enqueue(jobs, 3, 'h1');
    expect(enqueue(jobs, 4, 'h1')).toMatchObject({ isNew: false, replaced: [], job: { job: { id: first.job.job.id } } });
    const second = enqueue(jobs, 5, 'h2');
    expect([second.isNew, second.replaced.map(({ job }) => [job.id, job.state])]).toEqual([true, [[first.job.job.id, 'cancelled']]]);
    jobs.update(second.job.job.id, (old) => ({ ...old, step: 'verify' }));
    const third = enqueue(jobs, 6, 'h3');
    expect([third.replaced, jobs.heads().map(({ job }) => job.id)]).toEqual([[], [second.job.job.id]]);
    // Back to the text that is on its way: the one that waits behind it steps aside.
    expect(enqueue(jobs, 7, 'h2')).toMatchObject({ isNew: false, job: { job: { id: second.job.job.id } }, replaced: [{ job: { id: third.job.job.id, state: 'cancelled' } }] });
  });

  it('keeps nothing when the revision can’t be kept', () => {
    const { jobs } = setUp();
    const first = enqueue(jobs, 3, 'h1');
    expect(jobs.enqueue(text(4, 'h2'), 10, () => err(wireError('publish.stale')))).toEqual(err(wireError('publish.stale')));
    expect(() => jobs.enqueue(text(4, 'h2'), 10, () => { throw new Error('disk'); })).toThrow('disk');
    expect(jobs.list({ storyId: null, limit: 9 }).map(({ job }) => [job.id, job.state])).toEqual([[first.job.job.id, 'running']]);
  });

  it('names the revisions that stand for another text there', () => {
    const { jobs } = setUp();
    enqueue(jobs, 3, 'h1');
    let taken: readonly string[] = [];
    jobs.enqueue(text(4, 'h2'), 10, (revisions) => {
      taken = revisions;
      return ok(VersionId.parse(uuid(104)));
    });
    expect(taken).toEqual([uuid(103)]);
  });

  it('does what it is told in the same transaction, or not at all', () => {
    const { jobs } = setUp();
    const { job } = enqueue(jobs, 3, 'h1');
    expect(() => jobs.update(job.job.id, (old) => ({ ...old, step: 'draft' }), () => { throw new Error('the story’s history'); })).toThrow('history');
    expect(jobs.get(job.job.id)?.job.step).toBe('queued');
  });
});
