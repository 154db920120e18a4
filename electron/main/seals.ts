import type { SafeStorage } from 'electron';
import type { FromBackend, ToBackend } from '#core/contract/desktop-backend.ts';

type Asked = Extract<FromBackend, { kind: 'can-seal' | 'seal' | 'unseal' }>;
type Lent = Omit<Extract<ToBackend, { kind: 'lent' }>, 'number' | 'kind'>;

/** What of Electron's keychain is used. */
export type Keychain = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'>;

const nothing: Lent = { value: null, again: false };

/**
 * Encrypts and decrypts for the library with the key of the system's keychain. `basic_text` on Linux is no keychain: its key stands
 * in Chromium's source, so nothing is sealed with it. What can't be opened is null, never an error: the reporter signs in again.
 */
export async function answerSeal(question: Asked, keychain: Keychain, platform: string): Promise<Lent> {
  const isSafe = async (): Promise<boolean> =>
    (await keychain.isAsyncEncryptionAvailable()) && (platform !== 'linux' || !['basic_text', 'unknown'].includes(keychain.getSelectedStorageBackend()));
  try {
    switch (question.kind) {
      case 'can-seal':
        return { value: await isSafe(), again: false };
      case 'seal':
        return (await isSafe()) ? { value: await keychain.encryptStringAsync(question.text), again: false } : nothing;
      case 'unseal': {
        const { result, shouldReEncrypt } = await keychain.decryptStringAsync(Buffer.from(question.sealed));
        return { value: result, again: shouldReEncrypt };
      }
    }
  } catch {
    // Another user's, another machine's, or the keychain is locked or lost. Electron gives no code to tell them apart.
    return nothing;
  }
}
