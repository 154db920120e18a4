import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readApiDocument, type ApiDocument } from '#portal/api/api-document.ts';
import { contentHash } from '#portal/content-hash.ts';
import { startPortal, type RunningPortal } from '#portal/server.ts';
import type { Story } from '#portal/story.ts';

/** For tests: a portal on a folder of its own, and a client that holds every answer against docs/portal-api.yaml. */
export interface PortalHarness {
  readonly dataDir: string;
  readonly document: ApiDocument;
  readonly lines: string[];
  portal: RunningPortal;
  /** Ms since 1970 UTC; each reading of the clock is 1 s later. */
  time: number;
  readonly call: (method: string, path: string, request?: CallOptions) => Promise<Answer>;
  /** Closes the portal and opens it again on the same data. */
  readonly reopen: () => Promise<void>;
  readonly dispose: () => Promise<void>;
}

export interface CallOptions {
  readonly json?: unknown;
  readonly body?: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Null: no Authorization header. */
  readonly token?: string | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed when the answer is JSON. */
  readonly json: Record<string, unknown>;
}

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined), value);

const follow = (document: ApiDocument, value: unknown): unknown => {
  const reference = at(value, '$ref');
  return typeof reference === 'string' ? at(document.source, ...reference.slice(2).split('/')) : value;
};

/** Throws when an answer is not what the document promises for its operation and status. */
const checkAnswer = (document: ApiDocument, method: string, path: string, answer: Answer): void => {
  const operation = document.operations.find(
    (candidate) => candidate.method === method && new RegExp(`^${candidate.path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  );
  if (operation === undefined) return;
  const where = `${method} ${operation.path} ${answer.status}`;
  const responses = at(document.source, 'paths', operation.path, method.toLowerCase(), 'responses');
  const documented = follow(document, at(responses, String(answer.status)) ?? at(responses, 'default'));
  const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
  if (method === 'HEAD') {
    if (answer.text !== '') throw new Error(`${where}: HEAD with a body`);
    return;
  }
  const schema = at(documented, 'content', type, 'schema', '$ref');
  if (typeof schema !== 'string') throw new Error(`${where}: ${type} is not documented`);
  const validate = document.schema(schema.replace('#/components/schemas/', ''));
  if (validate(answer.json) !== true) throw new Error(`${where}: ${JSON.stringify(validate.errors)}`);
};

export const openPortalHarness = async (): Promise<PortalHarness> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-'));
  const document = readApiDocument(await readFile(join(import.meta.dirname, '../../docs/portal-api.yaml'), 'utf8'));
  const lines: string[] = [];
  const start = (): Promise<RunningPortal> =>
    startPortal({ dataDir, port: 0, clock: { now: () => (harness.time += 1000) }, log: (line) => lines.push(line) });
  const harness: PortalHarness = {
    dataDir,
    document,
    lines,
    time: Date.UTC(2026, 2, 2, 1, 30),
    portal: undefined as unknown as RunningPortal,
    call: async (method, path, { json, body, headers = {}, token = harness.portal.token } = {}) => {
      const response = await fetch(harness.portal.url + path, {
        method,
        redirect: 'manual',
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(json === undefined && body === undefined ? {} : { body: body === undefined ? JSON.stringify(json) : typeof body === 'string' ? body : new Uint8Array(body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
      const answer = { status: response.status, headers: response.headers, text, json: isJson ? (JSON.parse(text) as Record<string, unknown>) : {} };
      checkAnswer(document, method, path, answer);
      return answer;
    },
    reopen: async () => {
      await harness.portal.close();
      harness.portal = await start();
    },
    dispose: async () => {
      await harness.portal.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  harness.portal = await start();
  return harness;
};

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A PNG header of 640 × 480 with a tail that makes it differ from others. */
export const pngBytes = (tail: string): Buffer =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d4948445200000280000001e00802000000', 'hex'), Buffer.from(tail)]);

/** A complete invented story with a right contentHash. */
export const sampleStory = (changes: Partial<Story> = {}): Story => {
  const story = {
    headline: 'Vĩnh Sa tổng kết ba năm trồng rừng ven sông',
    kicker: 'Hội nghị trực tuyến toàn tỉnh',
    lede: 'Sau ba năm, 1.240 ha đất trống ven sông Sa đã có rừng.',
    bodyHtml:
      '<p><span class="dateline">BVS - Ngày 2.3, tại thành phố Vĩnh Sa,</span> UBND tỉnh tổ chức hội nghị. Đồng chí <span class="person" data-person="p1">Lò Thị Hạnh Dung</span> chủ trì.</p><h2>Ba mức khoán</h2><ul><li>Một</li><li>Hai</li></ul>',
    bodyText: 'BVS - Ngày 2.3, tại thành phố Vĩnh Sa, UBND tỉnh tổ chức hội nghị. Đồng chí Lò Thị Hạnh Dung chủ trì.',
    byline: 'Tin, ảnh: Mai Khuê',
    dateline: { source: 'BVS', date: '2.3', place: 'thành phố Vĩnh Sa' },
    date: '2026-03-02',
    section: 'Thời sự',
    keywords: ['trồng rừng', 'sông Sa'],
    slug: 'vinh-sa-trong-rung',
    attendees: [
      { name: 'Lò Thị Hạnh Dung', honorific: 'đồng chí', titles: ['Phó Chủ tịch UBND tỉnh'], role: 'chair', delegation: null, kind: 'person' as const },
    ],
    figures: [],
    language: 'vi',
    wordCount: 24,
    ...changes,
  };
  return { ...story, contentHash: changes.contentHash ?? contentHash(story) };
};

/** The n-th of a row of ids: all share their first eight digits, as UUIDs of version 7 made in the same minute do. */
export const idNumber = (n: number): string => `0197c2a4-5d10-7c3e-9b1f-${n.toString(16).padStart(12, '0')}`;

/** Stores and publishes a story; returns the last answer. */
export const publish = async (harness: PortalHarness, storyId: string, revisionId: string, story: Story): Promise<Answer> => {
  const stored = await harness.call('PUT', `/api/v1/stories/${storyId}/revisions/${revisionId}`, { json: story });
  if (stored.status >= 300) throw new Error(`not stored: ${stored.text}`);
  return harness.call('PUT', `/api/v1/stories/${storyId}/status`, { json: { status: 'published', revisionId } });
};
