import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeSamplePortal } from '#backend/publish/start-sample-portal.ts';
import { codeOf, must, useDesk, window } from './publish-desk.ts';
import { runUntil } from './publish-newsroom.ts';

const desk = useDesk();

describe('destinations', () => {
  it.each([
    ['http://bao.example', 'destination.url'],
    ['https://user:secret@bao.example', 'destination.url'],
    ['ftp://bao.example', 'destination.url'],
    ['https://bao.example/?a=b', 'destination.url'],
    ['https://bao.example/', 'ok'],
    ['http://localhost:8787', 'ok'],
  ])('%s: %s', async (url, expected) => {
    expect(codeOf(await desk.outbox.handlers.destination.add({ name: 'Nơi gửi', kind: 'portal', url, secret: 'env:TOASOAN_TOKEN' }, window))).toBe(expected);
  });

  it('takes a name once, and a secret only by a safe reference', async () => {
    const add = (name: string, secret: string) => desk.outbox.handlers.destination.add({ name, kind: 'portal', url: 'https://bao.example', secret }, window);
    const folder = await mkdtemp(join(tmpdir(), 'toasoan-secret-'));
    desk.keep({ close: () => rm(folder, { recursive: true }) });
    const path = join(folder, 'token');
    await writeFile(path, 'abc', { mode: 0o600 });
    expect(codeOf(await add('A', `file:${path}`))).toBe('ok');
    expect(codeOf(await add('A', `file:${path}`))).toBe('destination.exists');
    if (process.platform !== 'win32') {
      await chmod(path, 0o640);
      expect(codeOf(await add('B', `file:${path}`))).toBe('destination.secret');
    }
    for (const secret of ['abc', 'file:relative', 'file:/', `file:${folder}`, 'env:', 'env:A B', 'file:secrets/../../x', 'http://x']) expect([secret, codeOf(await add('B', secret))]).toEqual([secret, 'destination.secret']);
    expect(codeOf(await desk.outbox.handlers.destination.add({ name: 'C', kind: 'portal', url: 'https://bao.example' }, window))).toBe('destination.secret');
    expect(codeOf(await desk.outbox.handlers.destination.add({ name: 'C', kind: 'portal', url: 'https://bao.example', token: 'two\nlines' }, window))).toBe('destination.secret');
  });

  it('tests a connection and says who is there, or why not', async () => {
    const id = await desk.addDestination();
    const test = async () => must(await desk.outbox.handlers.destination.test({ id }, window));
    expect(await test()).toMatchObject({ ok: true, portal: 'Cổng mẫu', user: 'toasoan', problem: null });
    desk.proxy.plan = () => 'html-503';
    expect(await test()).toMatchObject({ ok: false, problem: 'portal.busy' });
    desk.proxy.plan = () => 'sign-in';
    expect(await test()).toMatchObject({ ok: false, problem: 'portal.sign-in' });
    await desk.proxy.close();
    expect(await test()).toMatchObject({ ok: false, problem: 'portal.offline' });
  });

  it('starts the sample portal with one call, twice over the same one, and publishes to it after a restart', async () => {
    const dataDir = `${desk.newsroom.folder}-portal`;
    desk.keep({ close: () => rm(dataDir, { recursive: true, force: true }) });
    const own = desk.newsroom.openOutbox({ samplePortal: makeSamplePortal({ dataDir }) });
    const destination = must(await own.handlers.destination.startSample({}, window));
    expect(destination.name).toBe('Cổng mẫu');
    expect(must(await own.handlers.destination.startSample({}, window))).toEqual(destination);
    const id = await desk.newsroom.approvedStory('Lên cổng mẫu', 1);
    await own.handlers.publish.request({ id, destinationId: destination.id, seq: desk.newsroom.seq(id) }, window);
    await runUntil(own, desk.newsroom, desk.isDone(id));
    const url = own.jobs.list({ storyId: id, limit: 1 })[0]?.job.url ?? '';
    expect(await (await fetch(url)).text()).toContain('Lên cổng mẫu');
    await own.close();
    await expect(fetch(url)).rejects.toThrow();
    const next = desk.newsroom.openOutbox({ samplePortal: makeSamplePortal({ dataDir }) });
    expect(must(await next.handlers.destination.startSample({}, window))).toMatchObject({ id: destination.id });
    expect(await (await fetch(url)).text(), 'the published address goes on working').toContain('Lên cổng mẫu');
    await next.close();
  }, 60_000);
});
