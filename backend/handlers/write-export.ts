import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import type { BuiltExport } from './build-export.ts';

/** A file that is no text. */
export interface BuiltBytes {
  readonly kind: 'file';
  readonly name: string;
  readonly content: Uint8Array;
}

export interface WrittenExport {
  /** The file, or the folder. */
  readonly path: string;
  /** Every file, absolute. */
  readonly files: readonly string[];
}

const systemCode = (problem: unknown): string | null =>
  problem instanceof Error && 'code' in problem && typeof problem.code === 'string' && 'syscall' in problem ? problem.code : null;

async function writeFile(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The new one in the old one's place; if that fails, the old one is back where it was. */
async function replaceFolder(next: string, path: string, old: string): Promise<void> {
  let isMoved = false;
  try {
    await rename(path, old);
    isMoved = true;
  } catch (problem) {
    if (systemCode(problem) !== 'ENOENT') throw problem;
  }
  try {
    await rename(next, path);
  } catch (problem) {
    if (isMoved) await rename(old, path);
    throw problem;
  }
}

const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true });

/**
 * Puts an export into `dir`, whole or not at all: it is written beside its place and renamed, and an earlier export of the
 * same name is replaced only by a complete one. Errors: `export.full`, `export.unwritable`. Not for two calls at once with the same name.
 */
export async function writeExport(dir: string, built: BuiltExport | BuiltBytes): Promise<Result<WrittenExport, WireError>> {
  const path = join(dir, built.name);
  const next = join(dir, `.${built.name}.new`);
  const old = join(dir, `.${built.name}.old`);
  try {
    // What a killed run may have left.
    await Promise.all([remove(next), remove(old)]);
    if (built.kind === 'file') {
      await writeFile(next, built.content);
      await rename(next, path);
      return ok({ path, files: [path] });
    }
    for (const file of built.files) await writeFile(join(next, file.path), file.content);
    await replaceFolder(next, path, old);
    await remove(old);
    return ok({ path, files: built.files.map((file) => join(path, file.path)) });
  } catch (problem) {
    const code = systemCode(problem);
    if (code === null) throw problem;
    await removeQuietly(next);
    return err(code === 'ENOSPC' || code === 'EDQUOT' ? wireError('export.full', { path: dir }) : wireError('export.unwritable', { path: dir, detail: code }));
  }
}

/** Cleaning up after a failure must not hide it: where not even removing works, the next export of this name tries again. */
async function removeQuietly(path: string): Promise<void> {
  try {
    await remove(path);
  } catch (problem) {
    if (systemCode(problem) === null) throw problem;
  }
}
