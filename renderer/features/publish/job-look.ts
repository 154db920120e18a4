import { ErrorCode } from '#core/contract/errors.ts';
import type { Job, JobStep } from '#core/contract/publish.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { clockTime, daysAgo, shortDay } from '#renderer/i18n/moment.ts';
import type { Words } from '#renderer/i18n/translate.ts';
import type { IconName } from '#renderer/ui/icon-names.ts';
import type { StatusTone } from '#renderer/ui/status.tsx';

export interface JobLook {
  readonly icon: IconName;
  readonly tone: StatusTone;
  /** What goes on, after the headline: "đã đăng, đọc lại khớp từng chữ". */
  readonly text: string;
}

/** The sentence behind a job's problem; empty when there is none. */
export function jobProblem(job: Job, words: Words): string {
  const code = ErrorCode.safeParse(job.problem);
  return code.success ? words.error({ code: code.data, params: job.problemParams ?? {} }) : '';
}

const running: Readonly<Record<JobStep, MessageKey>> = {
  queued: 'publish.job.queued',
  media: 'publish.job.media',
  draft: 'publish.job.draft',
  verify: 'publish.job.verify',
  publish: 'publish.job.publish',
  'read-back': 'publish.job.read-back',
  done: 'publish.job.done',
};

/** A job in plain words. */
export function jobLook(job: Job, words: Words): JobLook {
  const to = { to: job.destinationName };
  switch (job.state) {
    case 'done':
      return { icon: 'check', tone: 'success', text: words.t('publish.job.done', to) };
    case 'running':
      return { icon: 'loader-circle', tone: 'accent', text: words.t(running[job.step], { ...to, done: Math.min(job.mediaDone + 1, job.mediaTotal), total: job.mediaTotal }) };
    case 'waiting-offline':
      return { icon: 'wifi-off', tone: 'plain', text: words.t('publish.job.waiting-offline', to) };
    case 'waiting-retry':
      return { icon: 'clock', tone: 'warning', text: words.t('publish.job.waiting-retry', to) };
    case 'needs-sign-in':
      return { icon: 'lock', tone: 'warning', text: words.t('publish.job.needs-sign-in', to) };
    case 'conflict':
      return { icon: 'triangle-alert', tone: 'danger', text: words.t('publish.job.conflict', to) };
    case 'failed':
      return { icon: 'circle-alert', tone: 'danger', text: words.t('publish.job.failed', to) };
    case 'cancelled':
      return { icon: 'x', tone: 'plain', text: words.t('publish.job.cancelled', to) };
  }
}

/** Today the time, yesterday with its name, earlier with its date. */
export function jobMoment(at: number, now: number, words: Words): string {
  const days = daysAgo(at, now);
  return days <= 0 ? clockTime(at) : days === 1 ? words.t('publish.yesterday', { time: clockTime(at) }) : `${shortDay(at, now)} ${clockTime(at)}`;
}

/** What a place holds of the work that is on its way there or went there, in few words; null: nothing yet. */
export function placeLook(jobs: readonly Job[], now: number, words: Words): JobLook | null {
  const waiting = jobs.filter((job) => job.state !== 'done' && job.state !== 'cancelled');
  const job = waiting[0] ?? jobs.find((one) => one.state === 'done') ?? jobs[0];
  if (job === undefined) return null;
  const { icon, tone } = jobLook(job, words);
  const text = (): string => {
    if (waiting.length > 1) return words.t('publish.place.several', { count: waiting.length });
    switch (job.state) {
      case 'done':
        return words.t('publish.place.done', { when: jobMoment(job.updatedAt, now, words) });
      case 'running':
        return words.t('publish.sending');
      case 'waiting-retry':
        return job.notBefore === null ? words.t('publish.place.waiting-soon') : words.t('publish.place.waiting-retry', { time: clockTime(job.notBefore) });
      default:
        return words.t(`publish.place.${job.state}`);
    }
  };
  return { icon, tone, text: text() };
}

/** When it was last tried and when it will be; empty while nothing failed. */
export function attemptText(job: Job, now: number, words: Words): string {
  if (job.attempts === 0 || job.state === 'done' || job.state === 'cancelled' || job.state === 'running') return '';
  const last = words.t('publish.attempt.last', { count: job.attempts, when: jobMoment(job.updatedAt, now, words) });
  return job.notBefore === null ? last : `${last} ${words.t('publish.attempt.next', { time: clockTime(job.notBefore) })}`;
}

/** Nothing was published yet, so it can still be called back. */
export const canCancel = (job: Job): boolean => job.state !== 'done' && job.state !== 'cancelled' && (job.step === 'queued' || job.step === 'media' || job.step === 'draft' || job.step === 'verify');

/** A cancelled job stays so: publishing the story again makes a new one. */
export const canRetry = (job: Job): boolean => job.state === 'failed' || job.state === 'conflict' || job.state === 'waiting-retry' || job.state === 'waiting-offline' || job.state === 'needs-sign-in';
