import type { Clock } from '#core/base/ports.ts';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { ExportBlock, ExportFigure } from '#core/export/export-blocks.ts';
import type { ExportStory } from '#core/export/export-story.ts';
import { portalStory } from '#core/export/portal/portal-story.ts';
import { differences } from '#core/outbox/canonical-json.ts';
import { classifyAnswer, classifyFailure } from '#core/outbox/classify.ts';
import type { Trouble } from '#core/outbox/outcome.ts';
import { z } from 'zod';
import type { Connection, FrozenRevision, Look, PublishAdapter, Reply } from '../adapter.ts';
import { contentHash } from '../content-hash.ts';
import { pageUrl } from '../destination-url.ts';
import type { Network, NetworkLimits, NetworkRequest } from '../network.ts';
import { networkLimits, request } from '../network.ts';
import { MeAnswer, MediaAnswer, ProblemAnswer, ReceiptAnswer, RevisionAnswer, StoryAnswer } from './portal-answers.ts';

const Payload = z.record(z.string(), z.unknown());
const notPortal = { kind: 'not-portal' } as const;
const never: Look = { stored: false, publishedRevisionId: null, standing: { status: 'draft', lastPublishedRevisionId: null }, url: null };

/** Somebody else's words: one line, no control or direction characters, shown as text only. */
const tame = (words: string): string => words.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim().slice(0, 300);

function parseJson(type: string | null, bytes: Uint8Array): unknown {
  if (type === null || !/^application\/(problem\+)?json\s*(;|$)/i.test(type)) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Cut short or no UTF-8: as good as no JSON at all, which is what the caller is told.
    return undefined;
  }
}

/** The photos under the hashes of the bytes that travel. */
function withRenditions(story: ExportStory, photos: ReadonlyMap<string, string>): ExportStory {
  const figure = (old: ExportFigure): ExportFigure => {
    const hash = old.photo === null ? undefined : photos.get(old.photo.sha256);
    return old.photo === null || hash === undefined ? old : { ...old, photo: { ...old.photo, sha256: hash as typeof old.photo.sha256 } };
  };
  const block = (old: ExportBlock): ExportBlock => (old.kind === 'figure' ? { ...old, figure: figure(old.figure) } : old);
  return { ...story, blocks: story.blocks.map(block), figures: story.figures.map(figure) };
}

/** A portal that speaks docs/portal-api.yaml. All its writes are PUTs under our ids, so each may be repeated. */
export function makePortalAdapter(network: Network, clock: Pick<Clock, 'now'>, limits: NetworkLimits = networkLimits): PublishAdapter {
  async function call<T extends z.ZodType>({ url, token }: Connection, send: Omit<NetworkRequest, 'url' | 'token'> & { path: string }, schema: T, signal: AbortSignal): Promise<Result<z.output<T>, Trouble>> {
    const result = await request(network, { ...send, url: `${url}/api/v1${send.path}`, token }, limits, signal);
    if (result.kind === 'failure') return err(classifyFailure(result.failure.codes));
    if (result.kind !== 'answer') return err(notPortal);
    const { status, headers, bytes } = result.answer;
    const json = parseJson(headers.get('content-type'), bytes);
    if (status >= 200 && status < 300) {
      const parsed = schema.safeParse(json);
      return parsed.success ? ok(parsed.data) : err(notPortal);
    }
    const problem = ProblemAnswer.safeParse(json);
    const words = problem.success ? tame(problem.data.detail ?? problem.data.title ?? problem.data.code) : null;
    const code = problem.success ? problem.data.code : null;
    return err(classifyAnswer({ status, json: problem.success, code, words, retryAfter: headers.get('retry-after'), date: headers.get('date') }, clock.now()));
  }

  const jsonBody = (value: unknown): { bytes: Uint8Array<ArrayBuffer>; type: string } => ({ bytes: new TextEncoder().encode(JSON.stringify(value)), type: 'application/json' });
  const story = (revision: Pick<FrozenRevision, 'storyId'>): string => `/stories/${encodeURIComponent(revision.storyId)}`;
  const draft = (revision: FrozenRevision): string => `${story(revision)}/revisions/${encodeURIComponent(revision.revisionId)}`;

  const look = async (connection: Connection, revision: FrozenRevision, signal: AbortSignal): Reply<Look> => {
    const answer = await call(connection, { method: 'GET', path: story(revision) }, StoryAnswer, signal);
    if (!answer.ok) return answer.error.kind === 'missing' ? ok(never) : answer;
    const { storyId, status, publishedRevisionId, lastPublishedRevisionId, url, revisions } = answer.value;
    if (storyId !== revision.storyId) return err(notPortal);
    const stored = revisions.some((known) => known.revisionId === revision.revisionId && known.contentHash === revision.contentHash);
    return ok({ stored, publishedRevisionId, standing: { status, lastPublishedRevisionId }, url: pageUrl(url, connection.url) });
  };

  return {
    render(exported, photos) {
      const rendered = portalStory(withRenditions(exported, photos));
      if (rendered === null || rendered.bodyHtml.trim() === '') return null;
      const hash = contentHash(rendered);
      return { payload: JSON.stringify({ ...rendered, contentHash: hash }), contentHash: hash };
    },

    async probe(connection, signal) {
      const before = clock.now();
      const me = await call(connection, { method: 'GET', path: '/me' }, MeAnswer, signal);
      if (!me.ok) return me;
      const theirs = Date.parse(me.value.time);
      return ok({
        portal: tame(me.value.portal), user: tame(me.value.user), clockSkew: Number.isNaN(theirs) ? 0 : Math.round((before + clock.now()) / 2) - theirs,
        canPublish: ['upload', 'draft', 'publish'].every((right) => me.value.can.includes(right)),
      });
    },

    async putMedia(connection, photo, signal) {
      const path = `/media/${encodeURIComponent(photo.sha256)}`;
      const there = await call(connection, { method: 'GET', path }, MediaAnswer, signal);
      if (there.ok) return there.value.sha256 === photo.sha256 ? ok(null) : err(notPortal);
      if (there.error.kind !== 'missing') return there;
      const bytes = await photo.bytes();
      if (!bytes.ok) return bytes;
      const put = await call(connection, { method: 'PUT', path, body: { bytes: new Uint8Array(bytes.value), type: photo.type } }, MediaAnswer, signal);
      if (!put.ok) return put;
      return put.value.sha256 === photo.sha256 ? ok(null) : err(notPortal);
    },

    async putDraft(connection, revision, signal) {
      const body = { bytes: new TextEncoder().encode(revision.payload), type: 'application/json' };
      const receipt = await call(connection, { method: 'PUT', path: draft(revision), body }, ReceiptAnswer, signal);
      if (!receipt.ok) return receipt;
      const { storyId, revisionId } = receipt.value;
      if (storyId !== revision.storyId || revisionId !== revision.revisionId) return err(notPortal);
      return receipt.value.contentHash === revision.contentHash ? ok(null) : err({ kind: 'different' });
    },

    look,

    async verify(connection, revision, signal) {
      const answer = await call(connection, { method: 'GET', path: draft(revision) }, RevisionAnswer, signal);
      if (!answer.ok) return answer;
      const { storyId, revisionId, contentHash: hash, story: received } = answer.value;
      if (storyId !== revision.storyId || revisionId !== revision.revisionId) return err(notPortal);
      const sent = Payload.parse(JSON.parse(revision.payload));
      if (hash !== revision.contentHash || differences(sent, received).length > 0) return err({ kind: 'different' });
      const found = await look(connection, revision, signal);
      return found.ok && !found.value.stored ? err({ kind: 'missing' }) : found;
    },

    async publish(connection, { storyId, revisionId, expectedRevisionId }, signal) {
      const body = jsonBody({ status: 'published', revisionId, expectedRevisionId });
      const answer = await call(connection, { method: 'PUT', path: `${story({ storyId })}/status`, body }, StoryAnswer, signal);
      if (!answer.ok) return answer;
      if (answer.value.storyId !== storyId) return err(notPortal);
      return answer.value.publishedRevisionId === null ? err(notPortal) : ok({ revisionId: answer.value.publishedRevisionId });
    },
  };
}
