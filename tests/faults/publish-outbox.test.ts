import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DestinationId, StoryId } from '#core/base/ids.ts';
import type { Job } from '#core/contract/publish.ts';
import type { Db } from '#backend/storage/db.ts';
import { startChaosProxy } from './chaos-proxy.ts';
import { codeOf, must, useDesk, window } from './publish-desk.ts';
import { runUntil } from './publish-newsroom.ts';

const desk = useDesk();

describe('a story out', () => {
  it('travels in steps that are told, and arrives word for word with its photos', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Vĩnh Sa tổng kết trồng rừng', 2);
    const asked = await desk.request(id, destinationId);
    await desk.finish(desk.isDone(id));
    const steps = desk.newsroom.pushes.filter((push) => push.name === 'publish.changed').map((push) => push.data as Job);
    expect(steps.map((each) => `${each.step} ${each.mediaDone}/${each.mediaTotal}`)).toEqual([
      'queued 0/2', 'media 0/2', 'media 1/2', 'media 2/2', 'draft 2/2', 'verify 2/2', 'publish 2/2', 'read-back 2/2', 'done 2/2',
    ]);
    const done = await desk.job(asked.id);
    const page = await desk.portal.page(done.url ?? '');
    expect(page).toContain('“Vĩnh Sa tổng kết trồng rừng” & các huyện <ven sông>.');
    expect(page).toContain('Toàn cảnh hội nghị, ảnh 2.');
    const meta = must(desk.newsroom.stories.meta(id));
    expect([meta.status, meta.events.at(-1)]).toMatchObject(['published', { action: 'published', who: 'Mai Khuê', note: 'Cổng' }]);
    expect(must(desk.newsroom.stories.versions(id)).find((version) => version.id === done.revisionId)?.reason).toBe('publish');
    expect(desk.newsroom.pushes.some((push) => push.name === 'library.changed')).toBe(true);
  });

  it('is the same job when asked again, before and after it is done, and sends nothing more', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Hỏi hai lần');
    const asked = await Promise.all([desk.request(id, destinationId), desk.request(id, destinationId)]);
    await desk.finish(desk.isDone(id));
    const sent = desk.proxy.forwarded.length;
    const again = await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    expect(new Set([...asked, again].map((each) => each.id)).size).toBe(1);
    expect([again.state, desk.proxy.forwarded.length]).toEqual(['done', sent]);
    expect((await desk.portal.story(id))?.revisions).toHaveLength(1);
  });

  it('takes a correction to the same page, and the first text again after it', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Bài sửa');
    const first = await desk.request(id, destinationId);
    await desk.finish(desk.isDone(id));
    desk.newsroom.correct(id, 'Đoạn đã sửa.');
    const second = await desk.request(id, destinationId);
    await desk.finish(desk.isDone(id));
    desk.newsroom.correct(id, 'Đoạn cuối.');
    const third = await desk.request(id, destinationId);
    await desk.finish(desk.isDone(id));
    expect(new Set([first.id, second.id, third.id]).size).toBe(3);
    expect((await desk.job(third.id)).url).toBe((await desk.job(first.id)).url);
    expect(await desk.portal.page((await desk.job(third.id)).url ?? '')).toContain('Đoạn cuối.');
    expect(desk.portal.counts()).toMatchObject({ stories: 1, published: 1 });
  });

  it('refuses what is stale, not approved, not ready, or for nowhere, and keeps nothing', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Chưa đủ [?]');
    const ask = (seq: number, to = destinationId) => desk.outbox.handlers.publish.request({ id, destinationId: to, seq }, window);
    expect(codeOf(await ask(desk.newsroom.seq(id) + 1))).toBe('publish.stale');
    expect(codeOf(await ask(desk.newsroom.seq(id)))).toBe('publish.not-ready');
    must(desk.newsroom.stories.setStatus(id, 'sent_back', { at: 1, who: '', action: 'sent_back', note: '' }));
    expect(codeOf(await ask(desk.newsroom.seq(id)))).toBe('publish.not-approved');
    expect(codeOf(await ask(desk.newsroom.seq(id), id as unknown as DestinationId))).toBe('destination.missing');
    expect(must(desk.newsroom.stories.versions(id))).toEqual([]);
    expect(desk.outbox.jobs.list({ storyId: null, limit: 10 })).toEqual([]);
  });

  it('can be tried dry: everything is checked, nothing is kept or sent', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Chạy thử', 1);
    const dry = must(await desk.outbox.handlers.publish.dryRun({ id, destinationId, seq: desk.newsroom.seq(id) }, window));
    expect(dry).toMatchObject({ headline: 'Chạy thử', photos: 1, jobId: null, destination: { ok: true, portal: 'Cổng mẫu', problem: null } });
    expect(desk.proxy.forwarded).toEqual(['GET /api/v1/me']);
    expect([desk.outbox.jobs.waiting(), must(desk.newsroom.stories.versions(id)).length]).toEqual([0, 0]);
  });
});

describe('no network', () => {
  it('waits and says so, and sends within ten seconds of the network’s return', async () => {
    await desk.proxy.close();
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Không có mạng', 1);
    const asked = await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    expect(await desk.job(asked.id)).toMatchObject({ state: 'waiting-offline', problem: 'portal.offline' });
    const pushes = desk.newsroom.pushes.length;
    for (let minute = 0; minute < 60; minute++) {
      desk.newsroom.timers.fire(desk.newsroom.clock);
      await desk.outbox.whenIdle();
    }
    expect(desk.newsroom.pushes.length, 'looking again is no news').toBe(pushes);
    desk.keep((desk.proxy = await startChaosProxy(desk.portal.url, { port: Number(new URL(desk.proxy.url).port) })));
    const back = desk.newsroom.clock.now();
    await desk.finish(desk.isDone(id));
    expect((await desk.job(asked.id)).updatedAt - back).toBeLessThan(10_000);
  });

  it('asks once for many stories, not once for each', async () => {
    const destinationId = await desk.addDestination();
    const ids: StoryId[] = [];
    for (let index = 0; index < 5; index++) ids.push(await desk.newsroom.approvedStory(`Tin ${index}`));
    let requests = 0;
    desk.proxy.plan = () => {
      requests++;
      return 'wifi-page';
    };
    for (const id of ids) await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    expect(desk.outbox.jobs.list({ storyId: null, limit: 10 }).map(({ job: each }) => [each.state, each.problem?.code])).toEqual(ids.map(() => ['waiting-offline', 'portal.not-portal']));
    requests = 0;
    desk.newsroom.timers.fire(desk.newsroom.clock);
    await desk.outbox.whenIdle();
    expect(requests).toBe(1);
    desk.proxy.plan = () => null;
    await desk.finish(() => ids.every((id) => desk.isDone(id)()));
    expect(desk.portal.counts().published).toBe(5);
  });
});

describe('a full disk', () => {
  it('stops before the next step while a step can’t be written down, and goes on when there is room', async () => {
    let full = false;
    const db: Db = {
      ...desk.newsroom.db,
      transaction(run) {
        if (full) throw Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
        return desk.newsroom.db.transaction(run);
      },
    };
    const cramped = desk.newsroom.openOutbox({ db });
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Đĩa đầy', 1);
    desk.proxy.plan = ({ path }) => {
      if (path.endsWith('/status')) full = true;
      return null;
    };
    must(await cramped.handlers.publish.request({ id, destinationId, seq: desk.newsroom.seq(id) }, window));
    await cramped.whenIdle();
    const [stuck] = cramped.jobs.list({ storyId: id, limit: 1 });
    expect([stuck?.job.step, (await desk.portal.story(id))?.status]).toEqual(['publish', 'published']);
    expect(desk.newsroom.problems.splice(0)).toHaveLength(1);
    const sent = desk.proxy.forwarded.filter((line) => line.endsWith('/status')).length;
    full = false;
    await runUntil(cramped, desk.newsroom, desk.isDone(id));
    expect(desk.proxy.forwarded.filter((line) => line.endsWith('/status')), 'it looked before it wrote').toHaveLength(sent);
    await cramped.close();
  });
});

describe('sign-in', () => {
  it('waits for a secret that is missing, and goes on by itself when it is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'toasoan-secret-'));
    desk.keep({ close: () => rm(folder, { recursive: true }) });
    const path = join(folder, 'token');
    const destinationId = must(await desk.outbox.handlers.destination.add({ name: 'Cổng', kind: 'portal', url: desk.proxy.url, secret: `file:${path}` }, window)).id;
    const id = await desk.newsroom.approvedStory('Thiếu mã');
    const asked = await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    expect(await desk.job(asked.id)).toMatchObject({ state: 'needs-sign-in', problem: 'portal.no-secret' });
    expect(desk.proxy.forwarded).toEqual([]);
    await writeFile(path, `${desk.portal.token}\n`, { mode: 0o600 });
    await desk.finish(desk.isDone(id));
  });

  it('stops after one refusal instead of knocking on, and goes on with a new token', async () => {
    const destinationId = await desk.addDestination(desk.proxy.url, 'wrong-token');
    const ids = [await desk.newsroom.approvedStory('Tin 1'), await desk.newsroom.approvedStory('Tin 2')];
    for (const id of ids) await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    for (let look = 0; look < 20; look++) {
      desk.newsroom.timers.fire(desk.newsroom.clock);
      await desk.outbox.whenIdle();
    }
    expect(desk.outbox.jobs.list({ storyId: null, limit: 10 }).map(({ job: each }) => each.problem?.code)).toEqual(['portal.sign-in', 'portal.sign-in']);
    expect(desk.proxy.forwarded).toHaveLength(1);
    must(await desk.outbox.handlers.destination.signIn({ id: destinationId, token: desk.portal.token }, window));
    await desk.finish(() => ids.every((id) => desk.isDone(id)()));
  });

  it('keeps the token out of rows, pushes and errors', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Mã kín');
    await desk.request(id, destinationId);
    await desk.finish(desk.isDone(id));
    const rows = desk.newsroom.db.prepare("SELECT group_concat(hex(json), '') AS all_json FROM job_payload").get();
    const everything = JSON.stringify([desk.newsroom.pushes, rows, desk.newsroom.db.prepare('SELECT * FROM job').all(), desk.newsroom.db.prepare('SELECT * FROM destination').all()]);
    expect(everything).not.toContain(desk.portal.token);
    expect(everything).not.toContain(Buffer.from(desk.portal.token).toString('hex').toUpperCase());
  });
});
