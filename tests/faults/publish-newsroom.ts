import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { MediaId, StoryId } from '#core/base/ids.ts';
import { BlockId } from '#core/base/ids.ts';
import type { Clock, Random } from '#core/base/ports.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import type { PushMessage } from '#backend/host/pushes.ts';
import { makePushes } from '#backend/host/pushes.ts';
import { systemRandom } from '#backend/host/system-ports.ts';
import type { Timers } from '#backend/host/timers.ts';
import { defaultSettings } from '#core/contract/settings.ts';
import type { Settings } from '#core/contract/settings.ts';
import { emptyFields } from '#core/story/document.ts';
import type { StoryDocument } from '#core/story/document.ts';
import { fieldJson, figureJson, paragraphJson, textJson } from '#core/story/blocks.ts';
import { makeMediaStore } from '#backend/media/make-media-store.ts';
import type { Outbox } from '#backend/publish/make-outbox.ts';
import { makeOutbox } from '#backend/publish/make-outbox.ts';
import type { Network, NetworkLimits } from '#backend/publish/network.ts';
import type { SecretStore } from '#backend/publish/secret-store.ts';
import { makeSecretStore } from '#backend/publish/secret-store.ts';
import type { SamplePortal } from '#backend/publish/start-sample-portal.ts';
import type { Db } from '#backend/storage/db.ts';
import { openLibraryFile } from '#backend/storage/library-file.ts';
import { libraryFiles } from '#backend/storage/library-folder.ts';
import { makeMediaIndex } from '#backend/storage/media-index.ts';
import { makeStoryStore } from '#backend/storage/make-story-store.ts';
import type { StoryStore } from '#backend/storage/story-store.ts';

/** A clock that stands still unless told, so that hours of waiting take no time. */
export interface TestClock extends Clock {
  advanceTo(moment: number): void;
}

export function makeTestClock(start = Date.parse('2026-03-02T07:00:00Z')): TestClock {
  let now = start;
  return {
    // Every look is a little later, so that ids sort and nothing happens twice in one millisecond.
    now: () => now++,
    today: () => new Date(now + 7 * 3_600_000).toISOString().slice(0, 10),
    advanceTo: (moment) => {
      now = Math.max(now, moment);
    },
  };
}

/** Timers that fire only when the test says so. */
export interface TestTimers extends Timers {
  /** Moves the clock to the soonest one and runs it; false when none waits. */
  fire(clock: TestClock): boolean;
}

export function makeTestTimers(clock: TestClock): TestTimers {
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>();
  let count = 0;
  return {
    after(ms, run) {
      const key = count++;
      waiting.set(key, { at: clock.now() + ms, run });
      return () => waiting.delete(key);
    },
    fire() {
      const [soonest] = [...waiting].sort(([, left], [, right]) => left.at - right.at);
      if (soonest === undefined) return false;
      const [key, { at, run }] = soonest;
      waiting.delete(key);
      clock.advanceTo(at);
      run();
      return true;
    },
  };
}

/** Repeatable randomness (mulberry32). */
export function seededRandom(seed: number): Random & { unit(): number } {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { unit, bytes: (length) => Uint8Array.from({ length }, () => Math.floor(unit() * 256)) };
}

export const settings: Settings = {
  ...defaultSettings,
  profile: { name: 'Mai Khuê', penName: 'Mai Khuê', role: 'reporter' },
  newsroom: { ...defaultSettings.newsroom, name: 'Báo Vĩnh Sa', sourceMark: 'BVS', place: 'thành phố Vĩnh Sa' },
};

export interface Newsroom {
  readonly folder: string;
  readonly db: Db;
  readonly clock: TestClock;
  readonly timers: TestTimers;
  readonly stories: StoryStore;
  readonly secrets: SecretStore;
  readonly pushes: PushMessage[];
  /** An outbox over this library, as one run of the program has it. */
  openOutbox(changes?: { readonly network?: Network; readonly db?: Db; readonly random?: Random; readonly limits?: Partial<NetworkLimits>; readonly samplePortal?: SamplePortal; readonly timers?: Timers }): Outbox;
  /** What the outbox reported as gone wrong on this side; a test that expects none says so. */
  readonly problems: unknown[];
  /** An approved story with that many photos. */
  approvedStory(title: string, photos?: number): Promise<StoryId>;
  /** Sends it back, changes a paragraph, approves it again. */
  correct(id: StoryId, text: string): void;
  seq(id: StoryId): number;
  close(): Promise<void>;
}

const noSamplePortal: SamplePortal = {
  start: () => {
    throw new Error('this test starts no sample portal');
  },
  close: async () => undefined,
};

/** Real SQLite, real photos, real files in a temporary folder. `folder` opens a library that is there already. */
export async function openNewsroom({ folder: given, env = {} }: { readonly folder?: string; readonly env?: Record<string, string> } = {}): Promise<Newsroom> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'toasoan-publish-')));
  const clock = makeTestClock();
  const timers = makeTestTimers(clock);
  const newId = (): string => uuidv7(clock, systemRandom);
  const opened = openLibraryFile(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  let closed = false;
  const db: Db = {
    ...opened.value,
    close() {
      closed = true;
      opened.value.close();
    },
  };
  const stories = makeStoryStore({ db, clock, newId, who: () => settings.profile.name });
  const media = makeMediaStore({ dir: join(folder, libraryFiles.media), index: makeMediaIndex(db), clock });
  const secrets = makeSecretStore({ library: folder, env, platform: process.platform, keychain: null, clock, random: systemRandom });
  const { emit, subscribe } = makePushes();
  const pushes: PushMessage[] = [];
  const problems: unknown[] = [];
  subscribe((message) => pushes.push(message));
  const block = (): BlockId => BlockId.parse(newId());
  let shots = 0;

  const photo = async (): Promise<{ media: MediaId; width: number; height: number }> => {
    shots++;
    const bytes = await sharp({ create: { width: 320, height: 200, channels: 3, background: { r: (shots * 47) % 256, g: (shots * 91) % 256, b: 120 } } }).jpeg().toBuffer();
    const put = await media.put(new Uint8Array(bytes));
    if (!put.ok) throw new Error(put.error.code);
    return { media: put.value.id, width: put.value.width, height: put.value.height };
  };
  const must = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } }): T => {
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  const approve = (id: StoryId): void => {
    must(stories.setStatus(id, 'approved', { at: clock.now(), who: 'Lò Thị Hạnh Dung', action: 'approved', note: '' }));
  };

  return {
    folder, db, clock, timers, stories, secrets, pushes, problems,
    openOutbox: ({ network = fetch, db: other = db, random = systemRandom, limits = {}, samplePortal = noSamplePortal, timers: own = timers } = {}) =>
      makeOutbox({
        db: other, stories, media, settings: () => settings, secrets, samplePortal, network, limits: { timeout: 10_000, answerBytes: 10 * 1024 * 1024, redirects: 5, ...limits },
        clock, random, timers: own, emit, onProblem: (problem) => problems.push(problem),
      }),
    async approvedStory(title, photos = 0) {
      const figures = await Promise.all(Array.from({ length: photos }, photo));
      const document: StoryDocument = {
        schema: 1,
        fields: { ...emptyFields, date: '2026-03-02', section: 'Thời sự', keywords: ['trồng rừng'] },
        blocks: [
          fieldJson(block(), 'kicker'),
          fieldJson(block(), 'headline', title),
          fieldJson(block(), 'lede', 'Sau ba năm, 1.240 ha đất trống ven sông Sa đã có rừng.'),
          paragraphJson(block(), [textJson('BVS - Ngày 2.3, tại thành phố Vĩnh Sa,', [{ kind: 'dateline' }]), textJson(` UBND tỉnh tổng kết: “${title}” & các huyện <ven sông>.`)]),
          ...figures.map((each, index) => figureJson(block(), { photo: each, caption: `Toàn cảnh hội nghị, ảnh ${index + 1}.`, credit: 'Mai Khuê', alt: 'Hội trường' })),
          paragraphJson(block(), 'Đoạn cuối.'),
          fieldJson(block(), 'byline', 'Tin, ảnh: Mai Khuê'),
        ],
      };
      const { id } = must(stories.create(document, settings.profile.name));
      approve(id);
      return id;
    },
    correct(id, text) {
      const { meta, document } = must(stories.get(id));
      must(stories.setStatus(id, 'sent_back', { at: clock.now(), who: 'Lò Thị Hạnh Dung', action: 'sent_back', note: '' }));
      const last = document.blocks.findLast((candidate) => candidate.type === 'paragraph');
      if (last === undefined) throw new Error('no paragraph');
      must(stories.append(id, meta.seq, { upsert: [paragraphJson(last.$.bid, text)], remove: [], order: null, fields: null }));
      approve(id);
    },
    seq: (id) => must(stories.meta(id)).seq,
    async close() {
      media.close();
      if (!closed) db.close();
      if (given === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Fires timers and lets things happen until `isDone`; throws after `rounds`, so that a job that spins is a failure. */
export async function runUntil(outbox: Outbox, { timers, clock }: Pick<Newsroom, 'timers' | 'clock'>, isDone: () => boolean, rounds = 2_000): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await outbox.whenIdle();
    if (isDone()) return;
    if (!timers.fire(clock)) throw new Error('nothing is waiting and it is not done');
  }
  throw new Error('still not done');
}
