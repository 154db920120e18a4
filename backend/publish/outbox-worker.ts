import type { DestinationId, JobId, StoryId } from '#core/base/ids.ts';
import type { Clock, Random } from '#core/base/ports.ts';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { Emit } from '#core/contract/contract.ts';
import { wireError } from '#core/contract/errors.ts';
import type { Destination } from '#core/contract/publish.ts';
import type { OutboxJob } from '#core/outbox/job.ts';
import { offlinePoll } from '#core/outbox/backoff.ts';
import { nextAction } from '#core/outbox/next-action.ts';
import { nextState } from '#core/outbox/next-state.ts';
import type { Outcome, Trouble } from '#core/outbox/outcome.ts';
import type { MediaStore } from '../media/media-store.ts';
import type { DestinationStore } from '../storage/destination-store.ts';
import { wireJob } from '../storage/job-rows.ts';
import type { StoredJob } from '../storage/job-rows.ts';
import type { JobStore } from '../storage/job-store.ts';
import type { Connection, PublishAdapter } from './adapter.ts';
import { sha256 } from './content-hash.ts';
import { performAction } from './perform-action.ts';
import type { SecretStore } from './secret-store.ts';

export interface OutboxPorts {
  readonly jobs: JobStore;
  readonly destinations: DestinationStore;
  readonly adapters: Readonly<Record<Destination['kind'], PublishAdapter>>;
  readonly media: Pick<MediaStore, 'read'>;
  readonly secrets: Pick<SecretStore, 'read'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
  readonly emit: Emit;
  /** False when a story was sent back or trashed since: what has not left by then must not appear hours later, when the network returns. */
  readonly mayGo: (storyId: StoryId) => boolean;
  /** In the transaction that makes the job done: the story's status and history. It must not wait for anything. */
  readonly onPublished: (job: StoredJob) => void;
  /** When that is committed. */
  readonly afterPublished: (storyId: StoryId) => void;
}

export interface OutboxWorker {
  /** Does everything that is due. Gives the moment (ms since 1970) of the next thing that will be, null when nothing waits for a time. Not to be called while it runs. */
  tick(): Promise<number | null>;
  /** Applies somebody's wish to a job, commits it and says so. */
  apply(id: JobId, outcome: Extract<Outcome, { kind: 'cancel' | 'retry' }>): StoredJob;
  /** The destination's address or secret is new: what was found out about the old one no longer counts. */
  reconsider(id: DestinationId): void;
  /** Ends whatever is on the wire; jobs stay as they are and go on at the next start. */
  stop(): void;
}

const fingerprint = sha256;

class Stopped extends Error {}

const isAway = (trouble: Trouble): boolean => trouble.kind === 'offline' || trouble.kind === 'not-portal';

/** Sends what is in the outbox. Each step is committed before the next one acts, so a kill at any point loses and repeats nothing. */
export function makeOutboxWorker(ports: OutboxPorts): OutboxWorker {
  const { jobs, destinations, adapters, media, secrets, clock, random, emit, mayGo, onPublished, afterPublished } = ports;
  const running = new Map<JobId, AbortController>();
  const stopped = new AbortController();
  /** A secret that a destination refused is not shown to it again; only its hash is remembered, and only in memory. */
  const refused = new Map<DestinationId, string>();
  /** When a destination that can't be reached is asked again. */
  const probeAt = new Map<DestinationId, number>();
  let recovered = false;

  const moment = (): { now: number; jitter: number } => {
    const [high = 0, low = 0] = random.bytes(2);
    return { now: clock.now(), jitter: (high * 256 + low) / 65_536 };
  };

  function commit(id: JobId, outcome: Outcome): StoredJob {
    let changed = false;
    const change = (job: OutboxJob): OutboxJob => {
      const next = nextState(job, outcome, moment());
      changed = next !== job;
      return next;
    };
    const after = jobs.update(id, change, (stored) => {
      if (stored.job.state === 'done') onPublished(stored);
    });
    if (!changed) return after;
    emit('publish.changed', wireJob(after));
    if (after.job.state === 'done') {
      afterPublished(after.job.storyId);
      emit('library.changed', {});
    }
    return after;
  }

  const trouble = (problem: Trouble): Outcome => ({ kind: 'trouble', trouble: problem });

  async function connect(destination: Destination): Promise<Result<Connection, Trouble>> {
    const secret = await secrets.read(destination.secret);
    if (!secret.ok) return err({ kind: 'no-secret' });
    if (refused.get(destination.id) === fingerprint(secret.value)) return err({ kind: 'sign-in' });
    return ok({ url: destination.url, token: secret.value });
  }

  /** Takes one job as far as it goes. The answer: why the destination can't be reached, so that its other jobs needn't try; null when it can. */
  async function work(id: JobId, destination: Destination): Promise<Trouble | null> {
    const abort = new AbortController();
    running.set(id, abort);
    const signal = AbortSignal.any([abort.signal, stopped.signal]);
    try {
      for (let stored = jobs.get(id); stored !== null; ) {
        const action = nextAction(stored.job);
        if (action === null) return null;
        const connection = await connect(destination);
        const outcome = connection.ok ? await performAction({ jobs, media }, action, { job: stored.job, adapter: adapters[destination.kind], connection: connection.value, signal }) : trouble(connection.error);
        signal.throwIfAborted();
        stored = commit(id, outcome);
        if (outcome.kind !== 'trouble') continue;
        if (outcome.trouble.kind === 'sign-in' && connection.ok) refused.set(destination.id, fingerprint(connection.value.token));
        return isAway(outcome.trouble) ? outcome.trouble : null;
      }
      return null;
    } catch (problem) {
      if (!(problem instanceof Stopped)) throw problem;
      return null;
    } finally {
      running.delete(id);
    }
  }

  const goOn = (found: readonly StoredJob[]): void => found.forEach(({ job }) => commit(job.id, { kind: 'go-on' }));

  /** One question for all that wait: is there a secret now, is the network back? */
  async function wakeWaiting(destination: Destination, heads: readonly StoredJob[]): Promise<void> {
    const waiting = heads.filter(({ job }) => job.state === 'waiting-offline' || job.state === 'needs-sign-in');
    if (waiting.length === 0) return;
    const connection = await connect(destination);
    const offline = waiting.filter(({ job }) => job.state === 'waiting-offline');
    if (!connection.ok) return goOn(offline);
    goOn(waiting.filter(({ job }) => job.state === 'needs-sign-in'));
    if (offline.length === 0 || (probeAt.get(destination.id) ?? 0) > clock.now()) return;
    const probe = await adapters[destination.kind].probe(connection.value, stopped.signal);
    if (probe.ok || !isAway(probe.error)) return goOn(offline);
    probeAt.set(destination.id, clock.now() + offlinePoll);
    // Said once, not at every look: from no network to a sign-in page, or back.
    const code = probe.error.kind === 'offline' ? 'portal.offline' : 'portal.not-portal';
    for (const { job } of offline.filter((stored) => stored.job.problem?.code !== code)) {
      commit(job.id, { kind: 'go-on' });
      commit(job.id, trouble(probe.error));
    }
  }

  const headsOf = (id: DestinationId): readonly StoredJob[] => jobs.heads().filter(({ job }) => job.destinationId === id);

  const isDue = ({ job }: StoredJob): boolean => job.state === 'running' || (job.state === 'waiting-retry' && (job.notBefore ?? 0) <= clock.now());

  /** All that is due at one destination, one job after the other, each once. */
  async function serve(id: DestinationId): Promise<void> {
    const destination = destinations.get(id);
    if (destination === null) {
      for (const { job, destinationName } of jobs.unfinished(id)) {
        if (commit(job.id, { kind: 'cancel' }).job.state !== 'cancelled') commit(job.id, { kind: 'give-up', error: wireError('destination.missing', { name: destinationName }) });
      }
      return;
    }
    for (const { job } of headsOf(id)) if (!mayGo(job.storyId)) commit(job.id, { kind: 'cancel' });
    await wakeWaiting(destination, headsOf(id));
    const tried = new Set<JobId>();
    for (;;) {
      const due = headsOf(id).find((stored) => !tried.has(stored.job.id) && isDue(stored));
      if (due === undefined || stopped.signal.aborted) return;
      tried.add(due.job.id);
      commit(due.job.id, { kind: 'go-on' });
      const away = await work(due.job.id, destination);
      if (away === null) continue;
      probeAt.set(id, clock.now() + offlinePoll);
      for (const { job } of headsOf(id).filter((stored) => stored.job.state === 'running')) commit(job.id, trouble(away));
      return;
    }
  }

  function nextDue(): number | null {
    const moments = jobs.heads().flatMap(({ job }): number[] => {
      if (job.state === 'running') return [clock.now()];
      if (job.state === 'waiting-retry') return [job.notBefore ?? clock.now()];
      if (job.state === 'waiting-offline') return [probeAt.get(job.destinationId) ?? clock.now()];
      return job.state === 'needs-sign-in' ? [clock.now() + offlinePoll] : [];
    });
    return moments.length === 0 ? null : Math.min(...moments);
  }

  return {
    async tick() {
      if (stopped.signal.aborted) return null;
      if (!recovered) for (const { job } of jobs.heads()) commit(job.id, { kind: 'resume' });
      recovered = true;
      const served = await Promise.allSettled([...new Set(jobs.heads().map(({ job }) => job.destinationId))].map(serve));
      const failed = served.find((result) => result.status === 'rejected');
      if (failed !== undefined && !(failed.reason instanceof Stopped)) {
        // A full disk, for one: something may have been sent that the row does not know of.
        recovered = false;
        throw failed.reason;
      }
      return stopped.signal.aborted ? null : nextDue();
    },
    apply(id, outcome) {
      const before = jobs.get(id);
      if (outcome.kind === 'retry' && before !== null) {
        refused.delete(before.job.destinationId);
        probeAt.delete(before.job.destinationId);
      }
      const after = commit(id, outcome);
      if (after.job.state === 'cancelled') running.get(id)?.abort(new Stopped());
      return after;
    },
    reconsider(id) {
      refused.delete(id);
      probeAt.delete(id);
    },
    stop: () => stopped.abort(new Stopped()),
  };
}
