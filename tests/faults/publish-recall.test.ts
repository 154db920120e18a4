import { describe, expect, it } from 'vitest';
import type { Job } from '#core/contract/publish.ts';
import type { StoryId } from '#core/base/ids.ts';
import type { StoryMeta } from '#core/story/meta.ts';
import { makeReviewHandlers } from '#backend/handlers/review.ts';
import { codeOf, must, useDesk, window } from './publish-desk.ts';

const desk = useDesk();

const sendBack = (id: StoryId) =>
  makeReviewHandlers({
    stories: desk.newsroom.stories, windows: { holderOf: () => null }, clock: desk.newsroom.clock, who: () => 'Lò Thị Hạnh Dung', emit: () => undefined, recall: (ids) => desk.outbox.recall(ids),
  }).sendBack({ id, note: 'Xem lại tít' }, window);

describe('a story that is sent back', () => {
  it('takes what waits to be sent again out of the outbox at once, without asking the portal anything', async () => {
    const destinationId = await desk.addDestination();
    desk.proxy.plan = () => 'html-503';
    const id = await desk.newsroom.approvedStory('Chờ gửi lại');
    const other = await desk.newsroom.approvedStory('Bài khác');
    const asked = await desk.request(id, destinationId);
    const kept = await desk.request(other, destinationId);
    await desk.outbox.whenIdle();
    const sent = desk.proxy.forwarded.length;
    must(await sendBack(id));
    expect((await desk.job(asked.id)).state).toBe('cancelled');
    expect(desk.newsroom.pushes.findLast((push) => push.name === 'publish.changed')?.data).toMatchObject({ id: asked.id, state: 'cancelled' });
    expect(desk.proxy.forwarded).toHaveLength(sent);
    expect((await desk.job(kept.id)).state).toBe('waiting-retry');
  });

  it('ends the request that is on the wire', async () => {
    desk.outbox = desk.newsroom.openOutbox({ limits: { timeout: 3_600_000 } });
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Giữa chừng', 1);
    desk.proxy.plan = ({ method }) => (method === 'PUT' ? 'stall' : null);
    const asked = await desk.request(id, destinationId);
    while (!desk.newsroom.pushes.some((push) => push.name === 'publish.changed' && (push.data as Job).step === 'media')) await new Promise((resolve) => setTimeout(resolve, 5));
    must(await sendBack(id));
    expect((await desk.job(asked.id)).state).toBe('cancelled');
    await desk.outbox.whenIdle();
    expect(desk.portal.counts().stories).toBe(0);
  });

  it('lets go on what may be public already', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Muộn rồi');
    desk.proxy.plan = ({ path }) => (path.endsWith('/status') ? 'answer-lost' : null);
    const asked = await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    must(await sendBack(id));
    expect((await desk.job(asked.id)).state).not.toBe('cancelled');
    expect(codeOf(await desk.outbox.handlers.publish.cancel({ id: asked.id }, window))).toBe('job.too-late');
    await desk.finish(desk.isDone(id));
    expect(must(desk.newsroom.stories.meta(id)).status).toBe('sent_back');
  });
});

describe('a story that was published', () => {
  it('is told to the windows with its new status', async () => {
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Đã lên cổng');
    await desk.request(id, destinationId);
    await desk.finish(desk.isDone(id));
    const told = desk.newsroom.pushes.filter((push) => push.name === 'story.status').map((push) => push.data as StoryMeta);
    expect(told).toMatchObject([{ id, status: 'published', events: [{ action: 'approved' }, { action: 'published', note: 'Cổng' }] }]);
  });

  it('that is trashed while it waits leaves the outbox too', async () => {
    const destinationId = await desk.addDestination();
    desk.proxy.plan = () => 'html-503';
    const id = await desk.newsroom.approvedStory('Bỏ');
    const asked = await desk.request(id, destinationId);
    await desk.outbox.whenIdle();
    desk.outbox.recall([id]);
    expect((await desk.job(asked.id)).state, 'nothing happened to it yet').toBe('waiting-retry');
    desk.outbox.recall(desk.newsroom.stories.trash([id]));
    expect((await desk.job(asked.id)).state).toBe('cancelled');
  });
});
