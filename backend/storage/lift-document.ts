import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import type { StoryDocument } from '#core/story/document.ts';
import { documentSchema } from '#core/story/document.ts';

/** One step from the shape of schema `n` to that of `n + 1`, over what was stored. */
export type Upcaster = (stored: unknown) => unknown;

/** `upcasters[n]` lifts schema n. Schema 1 is the first there was. */
export const upcasters: Readonly<Record<number, Upcaster>> = {};

/**
 * A stored story in today's shape. Errors: `story.newer` for a story of a schema that we don't know yet: it must not be opened,
 * since saving it would drop what we can't see. Throws when a step is missing: that is a bug.
 */
export function liftDocument(
  stored: { readonly schema: number; readonly fields: unknown; readonly blocks: unknown },
  steps: Readonly<Record<number, Upcaster>> = upcasters,
): Result<StoryDocument, WireError> {
  if (stored.schema > documentSchema) return err(wireError('story.newer'));
  let document: unknown = stored;
  for (let schema = stored.schema; schema < documentSchema; schema++) {
    const lift = steps[schema];
    if (lift === undefined) throw new Error(`no way up from story schema ${schema}`);
    document = lift(document);
  }
  return ok({ ...(document as StoryDocument), schema: documentSchema });
}
