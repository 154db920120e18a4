import { createHash } from 'node:crypto';
import { canonicalJson } from '#core/outbox/canonical-json.ts';

/** SHA-256, 64 lower-case hexadecimal digits. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** `contentHash` of docs/portal-api.yaml: of the canonical JSON, UTF-8, without the member `contentHash`. */
export const contentHash = (story: object): string =>
  sha256(canonicalJson(Object.fromEntries(Object.entries(story).filter(([name]) => name !== 'contentHash'))));
