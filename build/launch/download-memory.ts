import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What became of the last attempt to download Electron; a success needs no memory. */
export interface DownloadAttempt {
  /** The archive it was about: another version or another source is another attempt. */
  readonly source: string;
  /** `begun` outlives an attempt that was killed. */
  readonly outcome: 'begun' | 'unreachable' | 'failed';
}

export interface DownloadMemory {
  recall(): DownloadAttempt | null;
  remember(attempt: DownloadAttempt): void;
  forget(): void;
}

const isAttempt = (value: unknown): value is DownloadAttempt =>
  typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string' && 'outcome' in value && ['begun', 'unreachable', 'failed'].includes(String(value.outcome));

/** Kept in one small file. A file that can't be read or written is no memory: the next start only loses three seconds. */
export const downloadMemory = (file: string): DownloadMemory => ({
  recall() {
    try {
      const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
      return isAttempt(value) ? value : null;
    } catch {
      return null;
    }
  },
  remember(attempt) {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(attempt)}\n`);
    } catch {
      // See above.
    }
  },
  forget() {
    rmSync(file, { force: true });
  },
});
