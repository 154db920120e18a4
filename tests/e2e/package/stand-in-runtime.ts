import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** By this the program's fuses are found in it; then a version, their number, and one character each. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Electron's fuses as its releases have them: everything on but cookie encryption, integrity, only-from-archive and the V8 snapshot. */
const releasedFuses = '101100011';

/** A folder that the packager takes for Electron's on Linux: no program in it runs, but its fuses can be set and read. */
export function makeStandInRuntime(): string {
  const folder = mkdtempSync(join(tmpdir(), 'toasoan-runtime-'));
  const write = (name: string, content: string | Buffer): void => writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, 'resources'));
  mkdirSync(join(folder, 'locales'));
  write('electron', Buffer.concat([Buffer.from(sentinel), Buffer.from([1, releasedFuses.length]), Buffer.from(releasedFuses), Buffer.alloc(64)]));
  chmodSync(join(folder, 'electron'), 0o755);
  write('version', 'v45.4.1');
  write('LICENSE', 'stand-in');
  for (const locale of ['en-US', 'vi', 'fr', 'de']) write(join('locales', `${locale}.pak`), '');
  return folder;
}
