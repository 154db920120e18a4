import { chmod, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeSecretStore } from './secret-store.ts';
import type { Keychain, SecretStore } from './secret-store.ts';

let library = '';
beforeEach(async () => {
  library = await mkdtemp(join(tmpdir(), 'toasoan-secrets-'));
});
afterEach(() => rm(library, { recursive: true, force: true }));

const store = (env: Record<string, string> = {}, keychain: Keychain | null = null): SecretStore =>
  makeSecretStore({ library, env, platform: process.platform, keychain, clock: { now: () => 1 }, random: { bytes: (length) => new Uint8Array(length).fill(7) } });
const outcome = async (secrets: SecretStore, reference: string): Promise<string> => {
  const result = await secrets.read(reference);
  return result.ok ? `= ${result.value}` : result.error.code;
};

describe('references', () => {
  it('env', async () => {
    const secrets = store({ TOKEN: ' abc ', EMPTY: '', LINES: 'a\nb' });
    expect([await outcome(secrets, 'env:TOKEN'), await outcome(secrets, 'env:NONE'), await outcome(secrets, 'env:EMPTY'), await outcome(secrets, 'env:LINES'), await outcome(secrets, 'env:__proto__')]).toEqual([
      '= abc', 'portal.no-secret', 'portal.no-secret', 'destination.secret', 'portal.no-secret',
    ]);
  });

  it('keychain, where there is one', async () => {
    expect(await outcome(store(), 'keychain:x')).toBe('portal.no-secret');
    expect(await outcome(store({}, { read: async (name) => `of-${name}`, keep: async () => undefined, forget: async () => undefined }), 'keychain:x')).toBe('= of-x');
  });

  it('file: only a plain, private, small one', async () => {
    const path = (name: string): string => join(library, name);
    await writeFile(path('good'), 'abc\n', { mode: 0o600 });
    await writeFile(path('empty'), ' \n', { mode: 0o600 });
    await writeFile(path('large'), 'a'.repeat(9_000), { mode: 0o600 });
    await writeFile(path('binary'), Buffer.from([1, 2, 255]), { mode: 0o600 });
    const secrets = store();
    const read = (name: string): Promise<string> => outcome(secrets, `file:${path(name)}`);
    expect([await read('good'), await read('empty'), await read('large'), await read('binary'), await read('none'), await read('.')]).toEqual([
      '= abc', 'portal.no-secret', 'destination.secret', 'destination.secret', 'portal.no-secret', 'destination.secret',
    ]);
    if (process.platform === 'win32') return;
    await symlink(path('good'), path('link'));
    execFileSync('mkfifo', ['-m', '600', path('pipe')]);
    expect([await read('link'), await read('pipe')]).toEqual(['destination.secret', 'destination.secret']);
    for (const mode of [0o644, 0o640, 0o602]) {
      await chmod(path('good'), mode);
      expect([mode, await read('good'), (await secrets.check(`file:${path('good')}`)).ok]).toEqual([mode, 'destination.secret', false]);
    }
  });

  it('check lets a secret come later, but no nonsense', async () => {
    expect([(await store().check('env:LATER')).ok, (await store().check(`file:${join(library, 'later')}`)).ok, (await store().check('plain-token')).ok]).toEqual([true, true, false]);
  });
});

describe('keep and forget', () => {
  it('writes a private file inside the library and refers to it so that the library can move', async () => {
    const secrets = store();
    const kept = await secrets.keep(' abc-123 ');
    if (!kept.ok) throw new Error(kept.error.code);
    expect(kept.value).toMatch(/^file:secrets\/[0-9a-f-]{36}$/);
    expect(await outcome(secrets, kept.value)).toBe('= abc-123');
    if (process.platform !== 'win32') {
      expect((await stat(join(library, kept.value.slice(5)))).mode & 0o777).toBe(0o600);
      expect((await stat(join(library, 'secrets'))).mode & 0o777).toBe(0o700);
    }
    await secrets.forget(kept.value);
    await secrets.forget(kept.value);
    expect(await readdir(join(library, 'secrets'))).toEqual([]);
  });

  it('never deletes a file that it did not write', async () => {
    const path = join(library, 'mine');
    await writeFile(path, 'abc', { mode: 0o600 });
    const secrets = store();
    for (const reference of [`file:${path}`, 'file:secrets/../mine', 'file:mine', 'env:X']) await secrets.forget(reference);
    expect(await outcome(secrets, `file:${path}`)).toBe('= abc');
  });

  it('refuses what could not stand in a header', async () => {
    for (const token of ['', ' ', 'a b', 'a\r\nX: y', 'mã', 'x'.repeat(9_000)]) expect([token.slice(0, 9), (await store().keep(token)).ok]).toEqual([token.slice(0, 9), false]);
  });
});
