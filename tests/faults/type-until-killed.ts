import { writeSync } from 'node:fs';
import type { StoryId } from '#core/base/ids.ts';
import { openLibrary } from '#backend/host/compose.ts';
import { changesOf } from './scripted-typing.ts';

/** `type-until-killed.ts LIBRARY STORY`: goes on typing where the story stands; each acknowledged seq is a line on stdout. */
const [dir = '', storyId = ''] = process.argv.slice(2);
const opened = openLibrary({ dir, door: 'browser', sends: false });
if (!opened.ok) throw new Error(opened.error.code);
const host = opened.value;
const id = storyId as StoryId;
const caller = { windowId: 'typist' };

const found = await host.dispatch('story.open', { id }, caller);
if (!found.ok) throw new Error(found.error.code);
let seq = (found.value as { meta: { seq: number } }).meta.seq;

for (;;) {
  const acknowledged = await host.dispatch('story.append', { id, base: seq, changes: changesOf(seq + 1) }, caller);
  if (!acknowledged.ok) throw new Error(acknowledged.error.code);
  seq = (acknowledged.value as { seq: number }).seq;
  // Synchronous, so that what was acknowledged is out before anything can kill us.
  writeSync(1, `${seq}\n`);
  if (seq % 25 === 0) await host.dispatch('library.list', { query: 'hoi nghi' }, caller);
  await new Promise((resolve) => setImmediate(resolve));
}
