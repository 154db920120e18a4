import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { request as send } from '#backend/publish/network.ts';
import { classifyFailure } from '#core/outbox/classify.ts';
import type { ChromiumNet } from './chromium-network.ts';
import { makeChromiumNetwork } from './chromium-network.ts';

/** Electron's ClientRequest, as its documentation describes it: what the test then lets happen. */
class FakeRequest extends EventEmitter {
  readonly headers: Record<string, string> = {};
  readonly written: Buffer[] = [];
  isEnded = false;
  isAborted = false;
  readonly options: Record<string, unknown>;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
  }
  setHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  write(bytes: Buffer): void {
    this.written.push(bytes);
  }
  end(): void {
    this.isEnded = true;
  }
  abort(): void {
    this.isAborted = true;
  }
  respond(statusCode: number, headers: Record<string, string | string[]>): PassThrough {
    const stream = new PassThrough();
    this.emit('response', Object.assign(stream, { statusCode, headers }));
    return stream;
  }
}

function net(): { readonly network: ReturnType<typeof makeChromiumNetwork>; readonly requests: FakeRequest[] } {
  const requests: FakeRequest[] = [];
  const fake = { request: (options: Record<string, unknown>) => { const made = new FakeRequest(options); requests.push(made); return made; } };
  return { network: makeChromiumNetwork(fake as unknown as ChromiumNet), requests };
}

describe('the way out through Chromium', () => {
  it('sends what fetch would, without cookies or cache, and never follows by itself', async () => {
    const { network, requests } = net();
    const asking = network('https://portal.invalid/api', { method: 'PUT', headers: { authorization: 'Bearer a' }, body: new Uint8Array([1, 2, 3]).subarray(1), redirect: 'manual' });
    const [sent] = requests;
    expect(sent?.options).toEqual({ url: 'https://portal.invalid/api', method: 'PUT', redirect: 'manual', cache: 'no-store', useSessionCookies: false });
    expect([sent?.headers, sent?.written, sent?.isEnded]).toEqual([{ authorization: 'Bearer a' }, [Buffer.from([2, 3])], true]);
    sent?.respond(201, { 'content-type': ['application/json'], 'x-two': ['a', 'b'] }).end('{"ok":1}');
    const answer = await asking;
    expect([answer.status, answer.headers.get('x-two'), await answer.text()]).toEqual([201, 'a, b', '{"ok":1}']);
  });

  it('hands a redirect back', async () => {
    const { network, requests } = net();
    const asking = network('https://portal.invalid/a', {});
    requests[0]?.emit('redirect', 302, 'GET', 'https://portal.invalid/b', { 'x-a': ['1'] });
    // As Electron does when nobody follows.
    requests[0]?.emit('error', new Error('Redirect was cancelled'));
    const answer = await asking;
    expect([answer.status, answer.headers.get('location'), answer.body, requests[0]?.isAborted]).toEqual([302, 'https://portal.invalid/b', null, true]);
  });

  it('a redirect elsewhere never takes the token along', async () => {
    const { network, requests } = net();
    const sending = send(network, { method: 'GET', url: 'https://portal.invalid/a', token: 't' }, { timeout: 1_000, answerBytes: 1_000, redirects: 5 }, new AbortController().signal);
    requests[0]?.emit('redirect', 302, 'GET', 'https://xau.invalid/', {});
    expect(await sending).toEqual({ kind: 'misdirected' });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'], ['net::ERR_NAME_NOT_RESOLVED', 'offline'], ['net::ERR_CONNECTION_REFUSED', 'offline'], ['net::ERR_PROXY_CONNECTION_FAILED', 'offline'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'], ['net::ERR_CERT_DATE_INVALID', 'certificate'], ['net::ERR_SSL_PROTOCOL_ERROR', 'certificate'],
    ['net::ERR_CONNECTION_RESET', 'retry'], ['net::ERR_TIMED_OUT', 'retry'], ['net::ERR_EMPTY_RESPONSE', 'retry'],
  ])('%s means %s', async (message, kind) => {
    const { network, requests } = net();
    const sending = send(network, { method: 'GET', url: 'https://portal.invalid/a', token: 't' }, { timeout: 1_000, answerBytes: 1_000, redirects: 5 }, new AbortController().signal);
    requests[0]?.emit('error', new Error(message));
    const result = await sending;
    expect(result.kind === 'failure' ? classifyFailure(result.failure.codes).kind : result.kind).toBe(kind);
  });

  it('an answer that breaks off in the middle is a failure with its code', async () => {
    const { network, requests } = net();
    const sending = send(network, { method: 'GET', url: 'https://portal.invalid/a', token: 't' }, { timeout: 1_000, answerBytes: 1_000, redirects: 5 }, new AbortController().signal);
    const stream = requests[0]?.respond(200, {});
    stream?.write('{"a":');
    setImmediate(() => stream?.destroy(new Error('net::ERR_CONNECTION_RESET')));
    expect(await sending).toEqual({ kind: 'failure', failure: { codes: ['ERR_CONNECTION_RESET'] } });
  });

  it('is called off', async () => {
    const { network, requests } = net();
    const off = new AbortController();
    const asking = network('https://portal.invalid/a', { signal: off.signal });
    off.abort(new Error('enough'));
    await expect(asking).rejects.toThrow('enough');
    expect(requests[0]?.isAborted).toBe(true);
    await expect(network('https://portal.invalid/a', { signal: off.signal })).rejects.toThrow('enough');
    expect(requests).toHaveLength(1);
  });

  it('gives no password to whoever asks in his own way: a 401 is an answer', async () => {
    const { network, requests } = net();
    const asking = network('https://portal.invalid/a', {});
    const answers: unknown[][] = [];
    requests[0]?.emit('login', {}, (...args: unknown[]) => void answers.push(args));
    requests[0]?.respond(401, {}).end();
    expect([(await asking).status, answers]).toEqual([401, [[]]]);
  });

  it('no body where there can be none', async () => {
    const { network, requests } = net();
    const asking = network('https://portal.invalid/a', {});
    requests[0]?.respond(204, {}).end();
    expect((await asking).body).toBeNull();
  });
});
