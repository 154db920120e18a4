/** Licences that ask for nothing but their notice in what we ship, as SPDX names them. */
const allowed = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'OFL-1.1', 'Unlicense', 'CC0-1.0', 'BlueOak-1.0.0']);

/** libvips: a library of its own beside ours, loaded at run time and open to be exchanged, which is what the LGPL asks for. */
const lent = [{ name: /^@img\/sharp-(?:libvips-.+|win32-.+)$/, licence: 'LGPL-3.0-or-later' }] as const;

/** Whether a package of this name may be shipped under this SPDX expression; one of several offered is enough, of several that hold together all count. */
export function isAllowed(name: string, licence: string): boolean {
  const plain = licence.trim().replace(/^\((.*)\)$/, '$1');
  if (/\bOR\b/.test(plain)) return plain.split(/\bOR\b/).some((one) => isAllowed(name, one));
  if (/\bAND\b/.test(plain)) return plain.split(/\bAND\b/).every((one) => isAllowed(name, one));
  return allowed.has(plain) || lent.some((known) => known.licence === plain && known.name.test(name));
}
