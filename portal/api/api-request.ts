import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { err, ok, type Result } from '#core/base/result.ts';
import type { ApiBody, ApiOperation } from '#portal/api/api-document.ts';
import { readBody } from '#portal/api/read-body.ts';
import { problem, type Problem } from '#portal/problem.ts';

/** A request that follows the document in every part. */
export interface ApiRequest {
  readonly parameters: ReadonlyMap<string, string>;
  /** Without parameters: `image/jpeg`. Null: the operation has no body. */
  readonly contentType: string | null;
  /** Validated against the operation's schema; undefined unless the body is JSON. */
  readonly json: unknown;
  readonly bytes: Buffer;
}

interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

const fieldErrors = (validate: ValidateFunction): FieldError[] =>
  (validate.errors ?? []).slice(0, 20).map(({ instancePath, message, params }) => {
    const extra: unknown = params['additionalProperty'];
    // A member's name comes from the sender; only a plain one is repeated.
    const name = typeof extra === 'string' && /^[A-Za-z0-9_-]{1,40}$/.test(extra) ? `: ${extra}` : '';
    return { pointer: instancePath, detail: `${message ?? 'is not valid'}${name}` };
  });

const parseJson = (bytes: Buffer): Result<unknown, Problem> => {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as unknown);
  } catch {
    // The reason would quote the body.
    return err(problem('invalid_json', 'The body could not be parsed as JSON in UTF-8.'));
  }
};

const readDocumentedBody = async (
  request: IncomingMessage,
  response: ServerResponse,
  body: ApiBody,
): Promise<Result<Pick<ApiRequest, 'contentType' | 'json' | 'bytes'>, Problem>> => {
  const accepted = [...body.types.keys()].join(', ');
  const contentType = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const validate = body.types.get(contentType);
  if (validate === undefined) return err(problem('unsupported_media_type', `Content-Type must be one of: ${accepted}.`));
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return err(problem('unsupported_media_type', 'Content-Encoding is not accepted here.'));

  const read = await readBody(request, response, body.maxBytes);
  if (!read.ok) {
    return err(
      read.error === 'too_large'
        ? problem(validate === null ? 'media_too_large' : 'body_too_large', `At most ${body.maxBytes} bytes are accepted.`)
        : problem('malformed_request', 'The connection ended before the body was complete.'),
    );
  }
  if (validate === null) return ok({ contentType, json: undefined, bytes: read.value });
  const json = parseJson(read.value);
  if (!json.ok) return json;
  if (validate(json.value) !== true) {
    const errors = fieldErrors(validate);
    const [first] = errors;
    return err(problem('validation_failed', `${first?.pointer || 'The body'} ${first?.detail ?? 'is not valid'}.`, { errors }));
  }
  return ok({ contentType, json: json.value, bytes: read.value });
};

/** Checks path, query, headers and body of a request against its operation. Errors are the document's own problems. */
export const readApiRequest = async (
  request: IncomingMessage,
  response: ServerResponse,
  operation: ApiOperation,
  parameters: ReadonlyMap<string, string>,
  query: string,
): Promise<Result<ApiRequest, Problem>> => {
  const errors = [...operation.parameters].flatMap(([name, validate]) =>
    validate(parameters.get(name)) === true ? [] : fieldErrors(validate).map(({ detail }) => ({ pointer: name, detail })),
  );
  const [first] = errors;
  if (first !== undefined) return err(problem('invalid_parameter', `${first.pointer} ${first.detail}.`, { errors }));
  if (query !== '') return err(problem('invalid_query', 'This address takes no query parameters.'));
  if (operation.body === null) return ok({ parameters, contentType: null, json: undefined, bytes: Buffer.alloc(0) });
  const body = await readDocumentedBody(request, response, operation.body);
  return body.ok ? ok({ parameters, ...body.value }) : body;
};
