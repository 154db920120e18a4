import { z } from 'zod';
import { StoryId } from '../base/ids.ts';
import { StoryMeta } from '../story/meta.ts';
import { write } from './define.ts';

export const reviewContract = {
  /** Errors: `review.not-allowed` when the story is not where this step starts. */
  submit: write(z.object({ id: StoryId }), StoryMeta),
  sendBack: write(z.object({ id: StoryId, note: z.string().max(4000) }), StoryMeta),
  approve: write(z.object({ id: StoryId }), StoryMeta),
};
