import { z } from 'zod';
import { StoryId } from '../base/ids.ts';
import { read, write } from './define.ts';

export const ReadinessItem = z.object({
  /** Stable name: `headline`, `dateline`, `byline`, `placeholders`, `figure-photo`, `figure-caption`, `figure-alt`, `attendees`, `date`, `approved`. */
  code: z.string(),
  level: z.enum(['done', 'advice', 'blocking']),
  count: z.number().int(),
  blockId: z.string().nullable(),
});
export type ReadinessItem = z.infer<typeof ReadinessItem>;

export const exportContract = {
  readiness: read(z.object({ id: StoryId }), z.object({ items: z.array(ReadinessItem) })),
  /** One self-contained file, as text. */
  html: read(z.object({ id: StoryId }), z.object({ name: z.string(), html: z.string() })),
  text: read(z.object({ id: StoryId }), z.object({ name: z.string(), text: z.string() })),
  /** Writes into the library's `exports` folder and says where; a folder has its photos beside the page. */
  toFolder: write(z.object({ id: StoryId, to: z.enum(['html', 'html-folder', 'text']) }), z.object({ path: z.string(), files: z.array(z.string()) })),
};
