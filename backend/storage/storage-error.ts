import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';

/** Primary result codes of SQLite (sqlite.org/rescode.html); the extended ones carry them in their low byte. */
const codes = { perm: 3, busy: 5, locked: 6, readonly: 8, ioerr: 10, corrupt: 11, full: 13, cantopen: 14, notadb: 26 } as const;

const systemCode = (problem: unknown): string =>
  problem instanceof Error && 'code' in problem && typeof problem.code === 'string' ? problem.code : '';

/** SQLite's primary result code of a thrown error; null when it is not SQLite's. */
export const sqliteCode = (problem: unknown): number | null =>
  systemCode(problem) === 'ERR_SQLITE_ERROR' && problem instanceof Error && 'errcode' in problem && typeof problem.errcode === 'number'
    ? problem.errcode & 0xff
    : null;

/**
 * What the reporter is told of a failed disk or library file; null when the error is a bug of ours and must go on up.
 * @param path the library's folder or file, for the sentence
 */
export function storageError(problem: unknown, path: string): WireError | null {
  switch (sqliteCode(problem)) {
    case codes.full:
      return wireError('library.full');
    case codes.perm:
    case codes.readonly:
    case codes.cantopen:
    case codes.ioerr:
      return wireError('library.unwritable', { path });
    case codes.busy:
    case codes.locked:
      return wireError('library.locked');
    case codes.corrupt:
    case codes.notadb:
      return wireError('library.damaged', { path });
    case null:
      break;
    default:
      return null;
  }
  switch (systemCode(problem)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return wireError('library.full');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
      return wireError('library.unwritable', { path });
    default:
      return null;
  }
}
