import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { err, type Result } from '#core/base/result.ts';
import { readApiRequest } from '#portal/api/api-request.ts';
import { drainBody } from '#portal/api/read-body.ts';
import type { ApiAnswer, Router } from '#portal/api/router.ts';
import type { ReaderRoutes } from '#portal/pages/reader-routes.ts';
import { problem, problemBody, problemStatus, type Problem } from '#portal/problem.ts';
import { bearsToken } from '#portal/token.ts';

interface Parts {
  readonly router: Router;
  readonly readers: ReaderRoutes;
  readonly token: string;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

interface Answer {
  /** For the log. */
  readonly route: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** On every answer. Scripts, frames, forms and anything from elsewhere are impossible on a reader's page. */
const safetyHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const problemAnswer = (route: string, refusal: Problem): Answer => ({
  route: `${route} ${refusal.code}`,
  status: problemStatus(refusal),
  headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...refusal.headers },
  body: JSON.stringify(problemBody(refusal)),
});

const malformedBody = JSON.stringify(problemBody(problem('malformed_request', 'This is not HTTP as the portal understands it.')));

/** What a connection gets that sends something else than HTTP. */
export const malformedRequestAnswer = `HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(malformedBody)}\r\nConnection: close\r\n\r\n${malformedBody}`;

/** A page of another site that points a name of its own at 127.0.0.1 still sends that name. */
const isLoopbackHost = (host: string | undefined): boolean => /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i.test(host ?? '');

const failure = (cause: unknown): Problem => {
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const errcode: unknown = cause instanceof Error && 'errcode' in cause ? cause.errcode : undefined;
  // 13 is SQLITE_FULL.
  if (code === 'ENOSPC' || code === 'EDQUOT' || errcode === 13) return problem('storage_full', 'Nothing was stored. Try again when there is room.');
  return problem('internal_error', 'What was asked for may not have happened. It is safe to send the same request again.');
};

/** Name and code of an error only: messages may quote what was being worked on. */
const errorName = (cause: unknown): string => {
  if (!(cause instanceof Error)) return 'unknown';
  const place = /\/(portal\/[\w./-]+:\d+)/.exec(cause.stack ?? '')?.[1] ?? '';
  return `${cause.name} ${'code' in cause ? String(cause.code) : ''} ${place}`.trim();
};

/** Turns the parts into a listener for node:http. Every request gets exactly one answer and one line in the log. */
export const createRequestListener = ({ router, readers, token, now, log }: Parts): RequestListener => {
  const answerApi = async (request: IncomingMessage, response: ServerResponse, path: string, query: string): Promise<Answer> => {
    const method = request.method ?? '';
    const match = router.match(method, path);
    if (match.found === 'nothing') return problemAnswer('(unknown)', problem('route_not_found', 'See docs/portal-api.yaml for what is here.'));
    if (match.found === 'other_methods') {
      return problemAnswer('(other method)', problem('method_not_allowed', `Use ${match.allow}.`, {}, { allow: match.allow }));
    }
    const { operation, handle } = match.route;
    if (!bearsToken(request.headers.authorization, token)) {
      const challenge = `Bearer realm="toasoan-portal"${request.headers.authorization === undefined ? '' : ', error="invalid_token"'}`;
      return problemAnswer(operation.path, problem('unauthorized', 'Send "Authorization: Bearer" and the token of this portal.', {}, { 'www-authenticate': challenge }));
    }
    const read = await readApiRequest(request, response, operation, match.parameters, query);
    const result: Result<ApiAnswer, Problem> = read.ok ? await handle(read.value) : err(read.error);
    // Ids only, and only once they are known to be ids.
    const route = read.ok ? path : operation.path;
    if (!result.ok) return problemAnswer(route, result.error);
    const { status, body } = result.value;
    return { route, status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body: JSON.stringify(body) };
  };

  const answerReader = async (request: IncomingMessage, path: string, query: string): Promise<Answer> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return problemAnswer('(other method)', problem('method_not_allowed', 'Use GET, HEAD.', {}, { allow: 'GET, HEAD' }));
    }
    const answer = await readers.answer(path, new URLSearchParams(query), request.headers['if-none-match']);
    const wantsPage = /text\/html/.test(request.headers.accept ?? '');
    if (answer.status === 404 && !wantsPage) return problemAnswer(answer.route, problem('route_not_found', 'Nothing is published here.'));
    return answer;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<Answer> => {
    const [path = '', ...rest] = (request.url ?? '').split('?');
    const query = rest.join('?');
    const isApi = path === '/api' || path.startsWith('/api/');
    try {
      if (!isLoopbackHost(request.headers.host)) return problemAnswer('(wrong host)', problem('wrong_host', 'Ask for 127.0.0.1 or localhost.'));
      return await (isApi ? answerApi(request, response, path, query) : answerReader(request, path, query));
    } catch (cause) {
      log(`${new Date(now()).toISOString()} error ${errorName(cause)}`);
      const refusal = failure(cause);
      return isApi ? problemAnswer('(failed)', refusal) : readers.failed(problemStatus(refusal));
    }
  };

  return (request, response) => {
    const started = performance.now();
    void answer(request, response).then(({ route, status, headers, body }) => {
      // A sender still waiting for "100 Continue" will not send its body: this connection cannot carry another request.
      const unasked = request.headers.expect !== undefined && !request.complete && !request.readableDidRead;
      const length = status === 304 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      response.writeHead(status, { ...safetyHeaders, ...headers, ...length, ...(unasked ? { connection: 'close' } : {}) });
      response.end(request.method === 'HEAD' ? undefined : body);
      if (!unasked) drainBody(request);
      log(`${new Date(now()).toISOString()} ${request.method ?? '?'} ${route} ${status} ${(performance.now() - started).toFixed(1)} ms`);
    });
  };
};
