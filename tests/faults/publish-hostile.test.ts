import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { must, useDesk, window } from './publish-desk.ts';
import { runUntil } from './publish-newsroom.ts';

const desk = useDesk();

/** The real network, with the answers of the portal changed on their way. */
function tampering() {
  let change = (text: string): string => text;
  let instead: (() => Response) | null = null;
  return {
    tamper: (next: (text: string) => string, answer: (() => Response) | null = null) => {
      change = next;
      instead = answer;
    },
    network: async (url: string, init: RequestInit): Promise<Response> => {
      if (instead !== null) return instead();
      const answer = await fetch(url, init);
      return new Response(change(await answer.text()), { status: answer.status, headers: { 'content-type': answer.headers.get('content-type') ?? '' } });
    },
  };
}

describe('a portal that is not what it should be', () => {
  it('never takes a web page, a redirect or a half answer for success, and never shows the token elsewhere', async () => {
    const elsewhere: string[] = [];
    const other = createServer((incoming, outgoing) => {
      elsewhere.push(incoming.headers.authorization ?? '(none)');
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const otherPort = (other.address() as { port: number }).port;
    const json = { 'content-type': 'application/json' };
    type Reply = (outgoing: ServerResponse, path: string) => void;
    const replies: Readonly<Record<string, Reply>> = {
      'web page': (outgoing) => outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<html>login</html>'),
      'web page that says JSON': (outgoing) => outgoing.writeHead(200, json).end('<html>login</html>'),
      'empty 200': (outgoing) => outgoing.writeHead(200, json).end(),
      '204': (outgoing) => outgoing.writeHead(204).end(),
      'JSON of another shape': (outgoing) => outgoing.writeHead(200, json).end('{"ok":true,"__proto__":{"status":"published"}}'),
      'JSON cut short': (outgoing) => outgoing.writeHead(200, json).end('{"portal":"x","ver'),
      'not UTF-8': (outgoing) => outgoing.writeHead(200, json).end(Buffer.from([0x22, 0xff, 0x22])),
      'redirect to another origin': (outgoing) => outgoing.writeHead(302, { location: `http://127.0.0.1:${otherPort}/login` }).end(),
      'redirect by 307 to another origin': (outgoing) => outgoing.writeHead(307, { location: `http://localhost:${otherPort}/` }).end(),
      'redirect to a file': (outgoing) => outgoing.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'redirect in a circle': (outgoing, path) => outgoing.writeHead(307, { location: path }).end(),
      'more than 10 MB': (outgoing) => {
        outgoing.writeHead(200, json);
        outgoing.end(Buffer.alloc(11 * 1024 * 1024, 0x20));
      },
      'a packed bomb': (outgoing) => {
        void import('node:zlib').then(({ gzipSync }) => outgoing.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(60 * 1024 * 1024, 0x20))));
      },
    };
    let reply: Reply = () => undefined;
    const hostile = createServer((incoming, outgoing) => {
      incoming.resume();
      reply(outgoing, incoming.url ?? '');
    });
    await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
    desk.keep({ close: async () => [hostile, other].forEach((server) => (server.closeAllConnections(), server.close())) });
    const destinationId = await desk.addDestination(`http://127.0.0.1:${(hostile.address() as { port: number }).port}`);
    for (const [name, value] of Object.entries(replies)) {
      reply = value;
      const tested = must(await desk.outbox.handlers.destination.test({ id: destinationId }, window));
      expect([name, tested.ok, tested.problem]).toEqual([name, false, 'portal.not-portal']);
      const id = await desk.newsroom.approvedStory(name);
      const asked = await desk.request(id, destinationId);
      await desk.outbox.whenIdle();
      expect([name, (await desk.job(asked.id)).state]).toEqual([name, 'waiting-offline']);
    }
    expect(elsewhere).toEqual([]);
    expect(desk.newsroom.problems).toEqual([]);
  });

  it('notices a portal that keeps another text than it was sent', async () => {
    const { network, tamper } = tampering();
    const stored = desk.newsroom.openOutbox({ network });
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Đọc lại');
    tamper((text) => text.replaceAll('Đoạn cuối.', 'Doạn cuối.'));
    must(await stored.handlers.publish.request({ id, destinationId, seq: desk.newsroom.seq(id) }, window));
    await stored.whenIdle();
    const [job1] = stored.jobs.list({ storyId: id, limit: 1 });
    expect(job1?.job).toMatchObject({ state: 'failed', step: 'verify', problem: { code: 'portal.different' } });
    expect((await desk.portal.story(id))?.status).toBe('draft');
    tamper((text) => text);
    // Asking again for the same text gives the same job, and it goes on.
    const again = must(await stored.handlers.publish.request({ id, destinationId, seq: desk.newsroom.seq(id) }, window));
    expect(again.id).toBe(job1?.job.id);
    await runUntil(stored, desk.newsroom, desk.isDone(id));
    await stored.close();
  });

  it('says in the portal’s own words what it refuses, as plain text', async () => {
    const { network, tamper } = tampering();
    const stored = desk.newsroom.openOutbox({ network });
    const destinationId = await desk.addDestination();
    const id = await desk.newsroom.approvedStory('Bị từ chối');
    tamper((text) => text, () => new Response(JSON.stringify({ code: 'validation_failed', title: 't', detail: 'no <b>headline</b>\u202e\u0007\nline two' }), { status: 422, headers: { 'content-type': 'application/problem+json' } }));
    must(await stored.handlers.publish.request({ id, destinationId, seq: desk.newsroom.seq(id) }, window));
    await stored.whenIdle();
    const [first] = must(await stored.handlers.publish.jobs({ storyId: id, limit: 1 }, window)).jobs;
    expect(first).toMatchObject({ state: 'failed', problem: 'portal.refused', problemParams: { detail: 'no <b>headline</b> line two' } });
    await stored.close();
  });
});
