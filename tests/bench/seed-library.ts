import { StoryId } from '#core/base/ids.ts';
import type { StoryDocument } from '#core/story/document.ts';
import { openLibrary } from '#backend/host/compose.ts';
import type { Host } from '#backend/host/host.ts';

const caller = { windowId: 'bench' };

/** Opens a library to fill or to ask; throws when it can't. */
export function openHost(dir: string): Host {
  const opened = openLibrary({ dir, door: 'command-line', sends: false });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

export async function addStory(host: Host, document: StoryDocument): Promise<StoryId> {
  const created = await host.dispatch('story.create', { document }, caller);
  if (!created.ok) throw new Error(created.error.code);
  return StoryId.parse((created.value as { id: string }).id);
}

/** The next window that opens shows this story with the caret in its body. */
export async function leaveOpen(host: Host, storyId: StoryId, document: StoryDocument): Promise<void> {
  const body = document.blocks.filter((block) => block.type === 'paragraph');
  const middle = body[Math.floor(body.length / 2)];
  const session = { view: 'story', storyId, caret: middle === undefined ? null : { blockId: middle.$.bid, offset: 40 }, scroll: 0, panel: null };
  const saved = await host.dispatch('settings.saveSession', { session }, caller);
  if (!saved.ok) throw new Error(saved.error.code);
}
