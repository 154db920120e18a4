import { describe, expect, it } from 'vitest';
import { answerSeal } from './seals.ts';
import type { Keychain } from './seals.ts';

const keychain = (change: Partial<Keychain> = {}): Keychain => ({
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => Buffer.from([...Buffer.from(text)].reverse()),
  decryptStringAsync: async (sealed) => ({ result: Buffer.from([...sealed].reverse()).toString(), shouldReEncrypt: false }),
  getSelectedStorageBackend: () => 'gnome_libsecret',
  ...change,
});
const canSeal = { kind: 'can-seal', number: 1 } as const;
const seal = { kind: 'seal', number: 1, text: 'abc' } as const;
const unseal = { kind: 'unseal', number: 1, sealed: new Uint8Array(Buffer.from('cba')) } as const;

describe('the keychain', () => {
  it('closes and opens', async () => {
    expect(await answerSeal(canSeal, keychain(), 'linux')).toEqual({ value: true, again: false });
    expect(Buffer.from((await answerSeal(seal, keychain(), 'linux')).value as Uint8Array).toString()).toBe('cba');
    expect(await answerSeal(unseal, keychain(), 'win32')).toEqual({ value: 'abc', again: false });
  });

  it.each(['basic_text', 'unknown'] as const)('%s on Linux is no keychain: nothing is sealed with a key that everybody has', async (backend) => {
    const open = keychain({ getSelectedStorageBackend: () => backend });
    expect(await answerSeal(canSeal, open, 'linux')).toEqual({ value: false, again: false });
    expect(await answerSeal(seal, open, 'linux')).toEqual({ value: null, again: false });
    // What an earlier start sealed properly may still be tried.
    expect((await answerSeal(unseal, open, 'linux')).value).toBe('abc');
  });

  it('elsewhere the name of the backend means nothing', async () => {
    const silent = keychain({ getSelectedStorageBackend: () => { throw new Error('only on Linux'); } });
    expect((await answerSeal(canSeal, silent, 'darwin')).value).toBe(true);
  });

  it('says that a new key waits', async () => {
    expect(await answerSeal(unseal, keychain({ decryptStringAsync: async () => ({ result: 'abc', shouldReEncrypt: true }) }), 'win32')).toEqual({ value: 'abc', again: true });
  });

  it('locked, lost or somebody else’s: nothing, and no error', async () => {
    const fails = async (): Promise<never> => { throw new Error('could not decrypt'); };
    const broken = keychain({ encryptStringAsync: fails, decryptStringAsync: fails });
    expect(await answerSeal(seal, broken, 'win32')).toEqual({ value: null, again: false });
    expect(await answerSeal(unseal, broken, 'win32')).toEqual({ value: null, again: false });
    expect(await answerSeal(canSeal, keychain({ isAsyncEncryptionAvailable: fails }), 'win32')).toEqual({ value: null, again: false });
    expect((await answerSeal(seal, keychain({ isAsyncEncryptionAvailable: async () => false }), 'win32')).value).toBeNull();
  });
});
