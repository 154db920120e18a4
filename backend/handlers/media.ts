import { err, ok } from '#core/base/result.ts';
import type { Handlers } from '#core/contract/contract.ts';
import { wireError } from '#core/contract/errors.ts';
import type { MediaStore } from '../media/media-store.ts';

export function makeMediaHandlers(store: Pick<MediaStore, 'put' | 'info'>): Handlers['media'] {
  return {
    put: ({ bytes }) => store.put(bytes),
    info: ({ id }) => {
      const info = store.info(id);
      return info === null ? err(wireError('media.missing')) : ok(info);
    },
  };
}
