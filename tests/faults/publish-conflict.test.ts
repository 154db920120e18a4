import { describe, expect, it } from 'vitest';
import type { Job } from '#core/contract/publish.ts';
import { codeOf, must, useDesk, window } from './publish-desk.ts';

const desk = useDesk();

describe('cancel, retry, conflict', () => {
  it('cancels what has not been published, even in the middle of a request', async () => {
    // So patient that only the cancelling can end the stalled request.
    desk.outbox = desk.newsroom.openOutbox({ limits: { timeout: 3_600_000 } });
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Hủy', 1);
    desk.proxy.plan = ({ method }) => (method === 'PUT' ? 'stall' : null);
    const asked = await desk.request(id, destinationId);
    while (!desk.newsroom.pushes.some((push) => push.name === 'publish.changed' && (push.data as Job).step === 'media')) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(must(await desk.outbox.handlers.publish.cancel({ id: asked.id }, window)).state).toBe('cancelled');
    await desk.outbox.whenIdle();
    expect([codeOf(await desk.outbox.handlers.publish.cancel({ id: asked.id }, window)), desk.portal.counts().stories]).toEqual(['ok', 0]);
  });

  it('lets nothing out of a story that was sent back or trashed while it waited', async () => {
    const destinationId = await desk.addDestination();
    desk.proxy.plan = () => 'html-503';
    const sentBack = await desk.newsroom.approvedStory('Trả lại');
    const trashed = await desk.newsroom.approvedStory('Bỏ');
    const asked = [await desk.request(sentBack, destinationId), await desk.request(trashed, destinationId)];
    await desk.outbox.whenIdle();
    must(desk.newsroom.stories.setStatus(sentBack, 'sent_back', { at: 1, who: 'Lò Thị Hạnh Dung', action: 'sent_back', note: '' }));
    desk.newsroom.stories.trash([trashed]);
    desk.proxy.plan = () => null;
    desk.outbox.wake();
    await desk.outbox.whenIdle();
    expect([(await desk.job(asked[0]?.id as Job['id'])).state, (await desk.job(asked[1]?.id as Job['id'])).state, desk.portal.counts().stories]).toEqual(['cancelled', 'cancelled', 0]);
  });

  it('does not promise to cancel what may be public', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Muộn rồi');
    desk.proxy.plan = ({ path }) => (path.endsWith('/status') ? 'answer-lost' : null);
    const asked = await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    expect(codeOf(await desk.outbox.handlers.publish.cancel({ id: asked.id }, window))).toBe('job.too-late');
    await desk.finish(desk.isDone(id));
    expect(codeOf(await desk.outbox.handlers.publish.cancel({ id: asked.id }, window))).toBe('job.too-late');
    expect(desk.proxy.forwarded.filter((line) => line.endsWith('/status')), 'it looked and found its own work').toHaveLength(1);
  });

  it('a publish request that arrives after the correction changes nothing', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Đến trễ');
    let held = false;
    desk.proxy.plan = ({ path }) => {
      if (held || !path.endsWith('/status')) return null;
      held = true;
      return 'hold';
    };
    await desk.request(id, destinationId);
    await desk.finish(desk.isDone(id));
    desk.newsroom.correct(id, 'Đoạn đã sửa.');
    const correction = await desk.request(id, destinationId);
    await desk.finish(desk.isDone(id));
    expect(await desk.proxy.release()).toEqual([409]);
    expect((await desk.portal.story(id))?.publishedRevisionId).toBe(correction.revisionId);
    expect(await desk.portal.page((await desk.job(correction.id)).url ?? '')).toContain('Đoạn đã sửa.');
  });

  it('a newer text takes the place of one that has not left, and queues behind one that has', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Thay bản', 1);
    desk.proxy.plan = ({ path }) => (path.includes('/media/') ? 'html-503' : null);
    const first = await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    desk.newsroom.correct(id, 'Bản hai.');
    const second = await desk.request(id, destinationId);
    expect((await desk.job(first.id)).state).toBe('cancelled');
    desk.proxy.plan = ({ path, method }) => (path.includes('/revisions/') && method === 'GET' ? 'html-503' : null);
    await desk.finish(() => desk.outbox.jobs.list({ storyId: id, limit: 1 })[0]?.job.step === 'verify');
    desk.newsroom.correct(id, 'Bản ba.');
    const third = await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    expect([(await desk.job(second.id)).step, (await desk.job(third.id)).step]).toEqual(['verify', 'queued']);
    desk.proxy.plan = () => null;
    await desk.finish(desk.isDone(id));
    expect([(await desk.job(second.id)).state, (await desk.job(third.id)).state]).toEqual(['done', 'done']);
    expect((await desk.portal.story(id))?.publishedRevisionId).toBe(third.revisionId);
    expect(codeOf(await desk.outbox.handlers.publish.retry({ id: first.id }, window))).toBe('job.replaced');
  });

  it('does not overwrite what somebody else published, unless told to after seeing it', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Hai máy');
    const first = await desk.request(id, destinationId);
    await desk.finish(desk.isDone(id));
    const foreign = '0197c2a4-5d10-7c3e-9b1f-ffffffffffff';
    const payload = desk.newsroom.db.prepare('SELECT json FROM job_payload').get()?.['json'];
    expect(await desk.portal.put(`/stories/${id}/revisions/${foreign}`, JSON.parse(String(payload)))).toBe(201);
    expect(await desk.portal.put(`/stories/${id}/status`, { status: 'published', revisionId: foreign, expectedRevisionId: first.revisionId })).toBe(200);
    desk.newsroom.correct(id, 'Đoạn đã sửa ở đây.');
    const second = await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    expect(await desk.job(second.id)).toMatchObject({ state: 'conflict', step: 'verify', problem: 'portal.conflict' });
    expect((await desk.portal.story(id))?.publishedRevisionId).toBe(foreign);
    must(await desk.outbox.handlers.publish.retry({ id: second.id }, window));
    await desk.finish(desk.isDone(id));
    expect((await desk.portal.story(id))?.publishedRevisionId).toBe(second.revisionId);
  });

  it('does not put a withdrawn story back by itself', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Đã gỡ');
    const first = await desk.request(id, destinationId);
    await desk.finish(desk.isDone(id));
    expect(await desk.portal.put(`/stories/${id}/status`, { status: 'withdrawn', revisionId: first.revisionId, expectedRevisionId: first.revisionId })).toBe(200);
    desk.newsroom.correct(id, 'Sửa sau khi gỡ.');
    const second = await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    expect((await desk.job(second.id)).state).toBe('conflict');
    expect((await desk.portal.story(id))?.status).toBe('withdrawn');
  });

  it('gives up what waits for a destination that is removed, and frees its name and secret', async () => {
    desk.proxy.plan = () => 'html-500';
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Bỏ nơi gửi');
    const asked = await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    const [destination] = must(await desk.outbox.handlers.destination.list({}, window)).destinations;
    expect((await desk.newsroom.secrets.read(destination?.secret ?? '')).ok).toBe(true);
    must(await desk.outbox.handlers.destination.remove({ id: destinationId }, window));
    expect(await desk.job(asked.id)).toMatchObject({ state: 'cancelled', destinationName: 'Cổng' });
    expect(codeOf(await desk.newsroom.secrets.read(destination?.secret ?? ''))).toBe('portal.no-secret');
    await desk.addDestination();
  });
});
