import { createHash } from 'node:crypto';

/**
 * Canonical JSON of RFC 8785 for a value that came out of `JSON.parse`: members sorted by UTF-16 code units, no
 * spaces, strings and numbers as `JSON.stringify` writes them.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
};

/** The contentHash of docs/portal-api.yaml: SHA-256 in lower-case hex of the canonical JSON without the member `contentHash`. */
export const contentHash = (story: object): string => {
  const content = Object.fromEntries(Object.entries(story).filter(([name]) => name !== 'contentHash'));
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
};
