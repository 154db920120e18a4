import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, unlink } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import type { Clock, Random } from '#core/base/ports.ts';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';

/** The system's keychain, where there is one: the desktop door brings it. */
export interface Keychain {
  /** Null when there is no such secret, or none that this machine and user can read any more. */
  read(name: string): Promise<string | null>;
  /** Keeps it as long as the keychain can: where that would be no protection, only while the program runs. */
  keep(name: string, text: string): Promise<void>;
  forget(name: string): Promise<void>;
}

/**
 * Secrets by reference: `env:NAME`, `file:PATH`, `keychain:NAME`. What is behind a reference is read when it is needed and
 * kept nowhere else: not in rows, logs, pushes or errors.
 */
export interface SecretStore {
  /** Errors: `portal.no-secret` when there is none now, `destination.secret` when the file may be read by others or is no plain file. */
  read(reference: string): Promise<Result<string, WireError>>;
  /** May this be stored as a reference? A secret that isn't there yet may; a file that others can read may not. */
  check(reference: string): Promise<Result<null, WireError>>;
  /** Keeps a token in the keychain, or without one in a file of the library that only its owner reads; gives the reference. Errors: `destination.secret`. */
  keep(token: string): Promise<Result<string, WireError>>;
  /** Deletes what `keep` wrote; anything else is not ours to delete. */
  forget(reference: string): Promise<void>;
}

export interface SecretPorts {
  /** The library's folder. */
  readonly library: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly keychain: Keychain | null;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
}

/** Bytes. */
const largestSecret = 8_192;
const folder = 'secrets';
const ownFile = /^file:secrets\/[0-9a-f-]{36}$/;
const ownKey = /^keychain:[0-9a-f-]{36}$/;
/** What may stand in a header: printable ASCII (RFC 9110 §5.5). */
const usable = /^[\x21-\x7e]+$/;

const systemCode = (problem: unknown): string => (problem instanceof Error && 'code' in problem && typeof problem.code === 'string' ? problem.code : '');
const noSecret = err(wireError('portal.no-secret'));
const unsafe = err(wireError('destination.secret'));

/** `secrets/…` is inside the library, so that a library that moves keeps its secrets; all else must be absolute. */
const pathOf = (reference: string, library: string): string | null => {
  if (ownFile.test(reference)) return join(library, reference.slice('file:'.length));
  const path = reference.slice('file:'.length);
  return isAbsolute(path) && !path.includes('\0') ? resolve(path) : null;
};

/** The open file is what is checked and read, so it can't be changed for another one in between. */
async function readSecretFile(path: string, platform: string): Promise<Result<string, WireError>> {
  let file: FileHandle;
  try {
    // A link could lead anywhere, a pipe could block for ever.
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (problem) {
    return systemCode(problem) === 'ENOENT' ? noSecret : unsafe;
  }
  try {
    const facts = await file.stat();
    if (!facts.isFile() || facts.size > largestSecret) return unsafe;
    if (platform !== 'win32' && (facts.mode & 0o077) !== 0) return unsafe;
    const text = (await file.readFile('utf8')).trim();
    if (text === '') return noSecret;
    return usable.test(text) ? ok(text) : unsafe;
  } finally {
    await file.close();
  }
}

export function makeSecretStore({ library, env, platform, keychain, clock, random }: SecretPorts): SecretStore {
  const inMemory = (value: string | null | undefined): Result<string, WireError> => {
    const text = value?.trim() ?? '';
    if (text === '') return noSecret;
    return usable.test(text) && text.length <= largestSecret ? ok(text) : unsafe;
  };
  const read: SecretStore['read'] = async (reference) => {
    const [, name] = /^env:([A-Za-z_][A-Za-z0-9_]*)$/.exec(reference) ?? [];
    if (name !== undefined) return inMemory(Object.hasOwn(env, name) ? env[name] : null);
    if (/^keychain:.+$/.test(reference)) return keychain === null ? noSecret : inMemory(await keychain.read(reference.slice('keychain:'.length)));
    const path = reference.startsWith('file:') ? pathOf(reference, library) : null;
    return path === null ? unsafe : readSecretFile(path, platform);
  };
  return {
    read,
    async check(reference) {
      const found = await read(reference);
      return found.ok || found.error.code === 'portal.no-secret' ? ok(null) : found;
    },
    async keep(token) {
      const text = token.trim();
      if (!usable.test(text) || text.length > largestSecret) return unsafe;
      const name = uuidv7(clock, random);
      if (keychain !== null) {
        await keychain.keep(name, text);
        return ok(`keychain:${name}`);
      }
      const reference = `${folder}/${name}`;
      await mkdir(join(library, folder), { recursive: true, mode: 0o700 });
      const file = await open(join(library, reference), 'wx', 0o600);
      try {
        await file.writeFile(`${text}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      return ok(`file:${reference}`);
    },
    async forget(reference) {
      if (ownKey.test(reference)) await keychain?.forget(reference.slice('keychain:'.length));
      if (!ownFile.test(reference)) return;
      try {
        await unlink(join(library, reference.slice('file:'.length)));
      } catch (problem) {
        if (systemCode(problem) !== 'ENOENT') throw problem;
      }
    },
  };
}
