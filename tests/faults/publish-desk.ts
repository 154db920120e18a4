import { afterEach, beforeEach } from 'vitest';
import type { DestinationId, StoryId } from '#core/base/ids.ts';
import type { Job } from '#core/contract/publish.ts';
import type { Outbox } from '#backend/publish/make-outbox.ts';
import type { ChaosProxy } from './chaos-proxy.ts';
import { startChaosProxy } from './chaos-proxy.ts';
import type { Newsroom } from './publish-newsroom.ts';
import { openNewsroom, runUntil } from './publish-newsroom.ts';
import type { TestPortal } from './publish-portal.ts';
import { openPortal } from './publish-portal.ts';

export const window = { windowId: 'test' };

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } };

export const must = <T>(result: Answer<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
/** `ok`, or the error's code. */
export const codeOf = (result: Answer<unknown>): string => (result.ok ? 'ok' : result.error.code);

/** A newsroom, its outbox, and the real portal behind a proxy that can misbehave. */
export interface Desk {
  portal: TestPortal;
  proxy: ChaosProxy;
  newsroom: Newsroom;
  outbox: Outbox;
  /** Closed after the test, last first. */
  keep<T extends { close(): Promise<void> }>(thing: T): T;
  addDestination(url?: string, token?: string): Promise<DestinationId>;
  request(id: StoryId, destinationId: DestinationId): Promise<Job>;
  job(id: Job['id']): Promise<Job>;
  /** Lets time pass until `isDone`. */
  finish(isDone: () => boolean): Promise<void>;
  isDone(id: StoryId): () => boolean;
}

/** A new desk for each test of the file. */
export function useDesk(): Desk {
  const open: { close(): Promise<void> }[] = [];
  const desk = {
    keep(thing) {
      open.push(thing);
      return thing;
    },
    addDestination: async (url = desk.proxy.url, token = desk.portal.token) => must(await desk.outbox.handlers.destination.add({ name: 'Cổng', kind: 'portal', url, token }, window)).id,
    request: async (id, destinationId) => must(await desk.outbox.handlers.publish.request({ id, destinationId, seq: desk.newsroom.seq(id) }, window)),
    async job(id) {
      const found = must(await desk.outbox.handlers.publish.jobs({ storyId: null, limit: 500 }, window)).jobs.find((each) => each.id === id);
      if (found === undefined) throw new Error('no such job');
      return found;
    },
    finish: (isDone) => runUntil(desk.outbox, desk.newsroom, isDone),
    isDone: (id) => () => desk.outbox.jobs.list({ storyId: id, limit: 1 })[0]?.job.state === 'done',
  } as Desk;
  beforeEach(async () => {
    desk.portal = desk.keep(await openPortal());
    desk.proxy = desk.keep(await startChaosProxy(desk.portal.url));
    desk.newsroom = desk.keep(await openNewsroom());
    desk.outbox = desk.newsroom.openOutbox({ limits: { timeout: 2_000 } });
  });
  afterEach(async () => {
    await desk.outbox.close();
    for (const thing of open.splice(0).reverse()) await thing.close();
  });
  return desk;
}
