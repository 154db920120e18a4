import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { MediaId } from '#core/base/ids.ts';
import type { Clock } from '#core/base/ports.ts';
import { err, ok } from '#core/base/result.ts';
import type { Result } from '#core/base/result.ts';
import { wireError } from '#core/contract/errors.ts';
import type { WireError } from '#core/contract/errors.ts';
import { mediaMaxBytes } from '#core/contract/media.ts';
import type { MediaInfo, Rendition } from '#core/contract/media.ts';
import type { MediaIndex } from '../storage/media-index.ts';
import { storageError } from '../storage/storage-error.ts';
import { makeDecoder } from './decoder.ts';
import type { Decoded, Decoder } from './decoder.ts';
import { makeMediaFiles } from './media-files.ts';
import type { MediaFiles } from './media-files.ts';
import type { MediaStore } from './media-store.ts';
import { sniffImage } from './sniff-image.ts';

export interface MediaStorePorts {
  /** The library's `media` folder, absolute; made when the first picture comes. */
  readonly dir: string;
  readonly index: MediaIndex;
  readonly clock: Pick<Clock, 'now'>;
  readonly decoder?: Decoder;
  readonly files?: MediaFiles;
}

const temporaryPrefix = '.incoming-';

/**
 * Originals as `ab/<sha256>`, renditions beside them as `<sha256>.page` and `<sha256>.thumb`. The original is put in its place
 * last but one and the index row last: whatever is cut off before leaves no picture, only files that the same picture replaces.
 */
export function makeMediaStore({ dir, index, clock, decoder = makeDecoder(), files = makeMediaFiles() }: MediaStorePorts): MediaStore & { close(): void } {
  let queue: Promise<unknown> = Promise.resolve();
  let count = 0;
  let isSwept = false;

  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const next = queue.then(run);
    queue = next.catch(() => undefined);
    return next;
  };
  const folderOf = (id: MediaId): string => join(dir, id.slice(0, 2));
  const pathOf = (id: MediaId, rendition: Rendition): string => join(folderOf(id), rendition === 'original' ? id : `${id}.${rendition}`);

  /** Takes away what a killed run left half-written. Only while nothing is being written, and only by a writer. */
  const sweep = async (): Promise<void> => {
    if (isSwept) return;
    isSwept = true;
    for (const name of await files.list(dir)) if (name.startsWith(temporaryPrefix)) await files.remove(join(dir, name));
  };

  const temporary = (): string => join(dir, `${temporaryPrefix}${process.pid}-${count++}`);

  const place = async (path: string, bytes: Uint8Array): Promise<void> => {
    const draft = temporary();
    try {
      await files.write(draft, bytes);
      await files.rename(draft, path);
    } catch (problem) {
      await files.remove(draft);
      throw problem;
    }
  };

  const refusal = (decoded: Exclude<Decoded, { kind: 'made' }>): WireError =>
    decoded.kind === 'broken' ? wireError('media.broken') : wireError('media.too-large', { limit: decoded.limit });

  const keep = async (id: MediaId, type: MediaInfo['type'], bytes: Uint8Array): Promise<Result<MediaInfo, WireError>> => {
    const draft = temporary();
    const placed: string[] = [];
    try {
      await files.makeFolder(dir);
      await files.write(draft, bytes);
      const decoded = await decoder.decode(draft);
      if (decoded.kind !== 'made') return err(refusal(decoded));
      await files.makeFolder(folderOf(id));
      for (const rendition of ['page', 'thumb'] as const) {
        placed.push(pathOf(id, rendition));
        await place(pathOf(id, rendition), decoded[rendition]);
      }
      placed.push(pathOf(id, 'original'));
      await files.rename(draft, pathOf(id, 'original'));
      const info: MediaInfo = { id, type, width: decoded.width, height: decoded.height, bytes: bytes.byteLength };
      index.add(info, clock.now());
      return ok(info);
    } catch (problem) {
      for (const path of placed) await files.remove(path);
      const error = storageError(problem, dir);
      if (error !== null) return err(error);
      throw problem;
    } finally {
      await files.remove(draft);
    }
  };

  /** A lost or emptied rendition is made again; null when the original is gone or no longer decodes. */
  const remake = async (id: MediaId, rendition: 'page' | 'thumb'): Promise<Uint8Array | null> => {
    if ((await files.size(pathOf(id, 'original'))) === null) return null;
    const decoded = await decoder.decode(pathOf(id, 'original'));
    if (decoded.kind !== 'made') return null;
    try {
      await place(pathOf(id, rendition), decoded[rendition]);
    } catch (problem) {
      // The picture can still be shown; it is made again the next time.
      if (storageError(problem, dir) === null) throw problem;
    }
    return decoded[rendition];
  };

  return {
    async put(bytes) {
      if (bytes.byteLength > mediaMaxBytes) return err(wireError('media.too-large', { limit: `${mediaMaxBytes / 1024 / 1024} MB` }));
      if (bytes.byteLength === 0) return err(wireError('media.broken'));
      const type = sniffImage(bytes);
      if (type === null) return err(wireError('media.type'));
      const id = MediaId.parse(createHash('sha256').update(bytes).digest('hex'));
      return await inTurn(async () => {
        await sweep();
        const known = index.get(id);
        if (known !== null && (await files.size(pathOf(id, 'original'))) === bytes.byteLength) return ok(known);
        return await keep(id, type, bytes);
      });
    },
    info: (id) => index.get(id),
    removeUnused: (id) =>
      inTurn(async () => {
        if (index.get(id) === null || index.isUsed(id)) return false;
        // The row first: files that a kill leaves behind are found again when the same picture comes.
        index.remove(id);
        for (const rendition of ['page', 'thumb', 'original'] as const) await files.remove(pathOf(id, rendition));
        return true;
      }),
    async read(id, rendition) {
      const kept = await files.read(pathOf(id, rendition));
      const type = kept === null ? null : sniffImage(kept);
      if (kept !== null && type !== null) return { bytes: kept, type };
      if (rendition === 'original') return null;
      const made = await inTurn(() => remake(id, rendition));
      const madeType = made === null ? null : sniffImage(made);
      return made === null || madeType === null ? null : { bytes: made, type: madeType };
    },
    close: () => decoder.close(),
  };
}
