import { createHash } from 'node:crypto';
import { err, ok } from '#core/base/result.ts';
import type { ApiHandler } from '#portal/api/router.ts';
import { problem } from '#portal/problem.ts';
import { imageFacts } from '#portal/storage/image-facts.ts';
import type { MediaStore, StoredMedia } from '#portal/storage/media-store.ts';

/** Handlers of the tag `media`. `baseUrl` is the portal's own origin, without a slash. */
export const mediaHandlers = (media: MediaStore, baseUrl: () => string): Readonly<Record<'putMedia' | 'getMedia' | 'headMedia', ApiHandler>> => {
  const describe = ({ sha256, bytes, contentType, width, height }: StoredMedia): Record<string, unknown> => ({
    sha256,
    url: `${baseUrl()}/media/${sha256}`,
    bytes,
    contentType,
    width,
    height,
  });
  const getMedia: ApiHandler = async ({ parameters }) => {
    const found = media.find(parameters.get('sha256') ?? '');
    return found === null ? err(problem('media_not_found', 'Upload it with PUT.')) : ok({ status: 200, body: describe(found) });
  };
  return {
    getMedia,
    headMedia: getMedia,
    putMedia: async ({ parameters, contentType, bytes }) => {
      const sha256 = parameters.get('sha256') ?? '';
      const facts = imageFacts(bytes);
      if (facts === null || facts.contentType !== contentType) {
        return err(problem('not_an_image', `The bytes are ${facts === null ? 'no JPEG, PNG or WebP' : facts.contentType}, not ${contentType ?? ''}.`));
      }
      const computedSha256 = createHash('sha256').update(bytes).digest('hex');
      if (computedSha256 !== sha256) {
        return err(problem('media_hash_mismatch', `The ${bytes.length} bytes received hash to another value. Send them again.`, { computedSha256 }));
      }
      const isNew = await media.put(sha256, bytes, facts);
      return ok({ status: isNew ? 201 : 200, body: describe({ sha256, bytes: bytes.length, ...facts }) });
    },
  };
};
