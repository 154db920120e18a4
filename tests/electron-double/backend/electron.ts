import { EventEmitter } from 'node:events';
import { type IncomingMessage, request as askHttp } from 'node:http';
import { request as askHttps } from 'node:https';
import { strict } from '../strict.ts';

interface Options {
  readonly url: string;
  readonly method?: string;
  readonly redirect?: 'follow' | 'error' | 'manual';
}

const headersOf = ({ headersDistinct }: IncomingMessage): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(headersDistinct).map(([name, values = []]) => [name, values.length === 1 ? (values[0] ?? '') : values]));

/** Electron's ClientRequest over Node's own: the same events in the same order, but no proxy and no system certificates. */
class ClientRequest extends EventEmitter {
  readonly #headers: Record<string, string> = {};
  readonly #options: Options;
  readonly #body: Buffer[] = [];
  #inner: ReturnType<typeof askHttp> | null = null;
  #isAborted = false;

  constructor(options: Options) {
    super();
    if (options.redirect !== 'manual') throw new Error('the double knows redirect: manual only');
    this.#options = options;
  }
  setHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }
  write(chunk: Buffer | string): void {
    this.#body.push(Buffer.from(chunk));
  }
  abort(): void {
    if (this.#isAborted) return;
    this.#isAborted = true;
    this.#inner?.destroy();
    this.emit('abort');
  }
  end(): this {
    const { url, method = 'GET' } = this.#options;
    const body = Buffer.concat(this.#body);
    const ask = url.startsWith('https:') ? askHttps : askHttp;
    // Electron counts the body itself; Node would send it in chunks.
    const headers = body.length > 0 ? { ...this.#headers, 'content-length': String(body.length) } : this.#headers;
    this.#inner = ask(url, { method, headers }, (response) => this.#take(response));
    this.#inner.on('error', (problem: NodeJS.ErrnoException) => {
      if (!this.#isAborted) this.emit('error', new Error(`net::${chromiumName(problem.code)}`));
    });
    this.#inner.end(body);
    return this;
  }
  #take(response: IncomingMessage): void {
    const { statusCode = 0, headers } = response;
    if ([301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined) {
      this.emit('redirect', statusCode, this.#options.method ?? 'GET', new URL(headers.location, this.#options.url).href, headersOf(response));
      // Nobody followed: Chromium gives up.
      if (!this.#isAborted) this.emit('error', new Error('net::ERR_ABORTED'));
      response.destroy();
      return;
    }
    this.emit('response', Object.defineProperty(response, 'headers', { value: headersOf(response) }));
  }
}

/** Chromium's word for what Node says, as far as the application tells them apart. */
const chromiumName = (code: string | undefined): string =>
  ({ ECONNREFUSED: 'ERR_CONNECTION_REFUSED', ECONNRESET: 'ERR_CONNECTION_RESET', ENOTFOUND: 'ERR_NAME_NOT_RESOLVED', EAI_AGAIN: 'ERR_NAME_NOT_RESOLVED', ETIMEDOUT: 'ERR_CONNECTION_TIMED_OUT', CERT_HAS_EXPIRED: 'ERR_CERT_DATE_INVALID', DEPTH_ZERO_SELF_SIGNED_CERT: 'ERR_CERT_AUTHORITY_INVALID' })[code ?? ''] ?? 'ERR_FAILED';

export const net = strict('net', { request: (options: Options) => new ClientRequest(options) });
