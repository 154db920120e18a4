/**
 * Canonical JSON (RFC 8785) of a value that JSON can hold: members sorted by UTF-16 code units, no spaces, strings and numbers
 * as `JSON.stringify` writes them. Members that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** Names of the members that are not, to the letter, what was sent; the ones that only the other side has don't count. */
export const differences = (sent: object, received: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(sent)
    .filter(([name, value]) => canonicalJson(value) !== canonicalJson(Object.hasOwn(received, name) ? received[name] : null))
    .map(([name]) => name);
