/** Every way the API can refuse; the codes are the contract (docs/portal-api.yaml, schema Problem), so none is ever renamed. */
export const problemKinds = {
  unauthorized: { status: 401, title: 'A valid bearer token is needed' },
  route_not_found: { status: 404, title: 'There is nothing at this address' },
  method_not_allowed: { status: 405, title: 'This address does not take this method' },
  wrong_host: { status: 421, title: 'The portal answers only to its loopback name' },
  invalid_parameter: { status: 400, title: 'An id in the path is malformed' },
  invalid_query: { status: 400, title: 'Query parameters are not used here' },
  malformed_request: { status: 400, title: 'The request could not be read' },
  invalid_json: { status: 400, title: 'The body is not JSON in UTF-8' },
  unsupported_media_type: { status: 415, title: 'The body is of a type that is not accepted here' },
  not_an_image: { status: 415, title: 'The bytes are not an image of the declared type' },
  media_too_large: { status: 413, title: 'The photo is too large' },
  body_too_large: { status: 413, title: 'The body is too large' },
  media_hash_mismatch: { status: 422, title: 'The bytes do not have the SHA-256 of the path' },
  content_hash_mismatch: { status: 422, title: 'The story does not have the contentHash it states' },
  validation_failed: { status: 422, title: 'The body does not follow its schema' },
  html_not_allowed: { status: 422, title: 'The body HTML is outside the accepted vocabulary' },
  media_missing: { status: 422, title: 'The story refers to media that were not uploaded' },
  media_not_found: { status: 404, title: 'This photo was not uploaded' },
  story_not_found: { status: 404, title: 'This story is not known here' },
  revision_not_found: { status: 404, title: 'The story has no such revision' },
  revision_unknown: { status: 422, title: 'The story has no such revision' },
  revision_conflict: { status: 409, title: 'This revision id holds other content' },
  status_conflict: { status: 409, title: 'Readers saw another revision last than expected' },
  internal_error: { status: 500, title: 'The portal failed' },
  storage_full: { status: 507, title: 'The disk of the portal is full' },
} as const;

export type ProblemCode = keyof typeof problemKinds;

/** One refusal. `members` are the extension members of its code (RFC 9457 §3.2); neither they nor `detail` hold story text. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

export const problem = (
  code: ProblemCode,
  detail: string,
  members: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Problem => ({ code, detail, members, headers });

export const problemStatus = (refusal: Problem): number => problemKinds[refusal.code].status;

/** The body of the answer, RFC 9457. */
export const problemBody = (refusal: Problem): Record<string, unknown> => ({
  type: `urn:toasoan:problem:${refusal.code}`,
  title: problemKinds[refusal.code].title,
  status: problemStatus(refusal),
  detail: refusal.detail,
  code: refusal.code,
  ...refusal.members,
});
