import type { StoryId } from '#core/base/ids.ts';
import { wireError } from '#core/contract/errors.ts';
import type { Host } from '../host/host.ts';
import { Refusal } from './outcome.ts';

/** The one story whose id begins with what was typed. Refuses with `story.missing`, or says that several begin so. */
export function findStory(host: Host, typed: string): StoryId {
  const ids = host.storyIds(typed.toLowerCase());
  const [first, second] = ids;
  if (first === undefined) throw new Refusal(wireError('story.missing'));
  if (second !== undefined) throw new Refusal({ vi: `Có nhiều bài có mã bắt đầu bằng “${typed}”. Hãy gõ thêm vài ký tự của mã.`, en: `Several stories have ids that begin with “${typed}”. Type more of the id.` });
  return first as StoryId;
}
