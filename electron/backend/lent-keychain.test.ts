import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Keychain } from '#backend/publish/secret-store.ts';
import { makeLentKeychain } from './lent-keychain.ts';
import type { Lending } from './main-port.ts';

const name = '0198a1b2-0000-7000-8000-000000000001';
const turned = (bytes: Uint8Array): Uint8Array => new Uint8Array([...bytes].reverse());

let library = '';
beforeEach(() => {
  library = mkdtempSync(join(tmpdir(), 'toasoan-keychain-'));
});
afterEach(() => rmSync(library, { recursive: true, force: true }));

/** A keychain of the system that writes backwards. */
function keychain({ canSeal = true, canOpen = true, again = false }: { readonly canSeal?: boolean; readonly canOpen?: boolean; readonly again?: boolean } = {}): Keychain {
  const lending: Lending = {
    ask: async (question) => {
      if (question.kind === 'can-seal') return { value: canSeal, again: false };
      if (question.kind === 'seal') return { value: turned(Buffer.from(question.text)), again: false };
      return canOpen ? { value: Buffer.from(turned(question.sealed)).toString(), again } : { value: null, again: false };
    },
    answered: () => undefined,
  };
  return makeLentKeychain(library, lending);
}
const sealedFile = (): string => join(library, 'secrets', `${name}.sealed`);

describe('secrets in the desktop door', () => {
  it('lie sealed in the library, for its owner’s eyes, over starts', async () => {
    await keychain().keep(name, 'abc');
    expect(readFileSync(sealedFile(), 'utf8')).toBe('cba');
    if (process.platform !== 'win32') expect(statSync(sealedFile()).mode & 0o077).toBe(0);
    expect(await keychain().read(name)).toBe('abc');
    expect(readdirSync(join(library, 'secrets'))).toEqual([`${name}.sealed`]);
  });

  it('without a real keychain are kept in memory, and asked for anew by the next start', async () => {
    const here = keychain({ canSeal: false });
    await here.keep(name, 'abc');
    expect(readdirSync(library)).toEqual([]);
    expect(await here.read(name)).toBe('abc');
    expect(await keychain({ canSeal: false }).read(name)).toBeNull();
  });

  it('that can’t be opened any more are as if they weren’t there, and stay where they are', async () => {
    await keychain().keep(name, 'abc');
    expect(await keychain({ canOpen: false }).read(name)).toBeNull();
    expect(readFileSync(sealedFile(), 'utf8')).toBe('cba');
  });

  it('are sealed anew when the system has a new key', async () => {
    await keychain().keep(name, 'abc');
    const before = statSync(sealedFile()).ino;
    expect(await keychain({ again: true }).read(name)).toBe('abc');
    expect(statSync(sealedFile()).ino).not.toBe(before);
    expect(await keychain().read(name)).toBe('abc');
  });

  it('are forgotten when they are not needed', async () => {
    const here = keychain();
    await here.keep(name, 'abc');
    await here.forget(name);
    await here.forget(name);
    expect(await here.read(name)).toBeNull();
  });

  it.each(['../library.sqlite', '..', '', 'a/b', 'C:\\a', `${name}/../a`])('have names of ours only, never a path: %s', async (bad) => {
    const here = keychain();
    expect(await here.read(bad)).toBeNull();
    await here.forget(bad);
    await expect(here.keep(bad, 'abc')).rejects.toThrow('one of ours');
  });
});
