import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeMediaFiles } from '#backend/media/media-files.ts';
import type { Keychain } from '#backend/publish/secret-store.ts';
import type { Lending } from './main-port.ts';

/** Names that we gave, and no other, become file names. */
const known = /^[0-9a-f-]{36}$/;

/**
 * Secrets encrypted by the system's keychain, as files of the library. Where the keychain is none (on Linux without a secret
 * service the key would stand in the program's source) they stay in memory, and the next start asks again. What can't be
 * decrypted any more (another user, another machine, a lost keychain) reads as absent: the reporter signs in again, nothing breaks.
 */
export function makeLentKeychain(library: string, lending: Lending): Keychain {
  const folder = join(library, 'secrets');
  const pathOf = (name: string): string => join(folder, `${name}.sealed`);
  const inMemory = new Map<string, string>();
  const files = makeMediaFiles();

  const write = async (name: string, sealed: Uint8Array): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await files.write(`${pathOf(name)}.new`, sealed);
    await files.rename(`${pathOf(name)}.new`, pathOf(name));
  };
  const seal = async (text: string): Promise<Uint8Array | null> => {
    if ((await lending.ask({ kind: 'can-seal' })).value !== true) return null;
    const { value } = await lending.ask({ kind: 'seal', text });
    return value instanceof Uint8Array ? value : null;
  };

  return {
    async read(name) {
      if (!known.test(name)) return null;
      const remembered = inMemory.get(name);
      if (remembered !== undefined) return remembered;
      const sealed = await files.read(pathOf(name));
      if (sealed === null) return null;
      const { value, again } = await lending.ask({ kind: 'unseal', sealed });
      if (typeof value !== 'string') return null;
      // The system changed its key: while the old one still opens, the new one closes.
      const anew = again ? await seal(value) : null;
      if (anew !== null) await write(name, anew);
      return value;
    },
    async keep(name, text) {
      if (!known.test(name)) throw new Error('a secret’s name must be one of ours');
      const sealed = await seal(text);
      if (sealed === null) inMemory.set(name, text);
      else await write(name, sealed);
    },
    async forget(name) {
      if (!known.test(name)) return;
      inMemory.delete(name);
      await rm(pathOf(name), { force: true });
    },
  };
}
