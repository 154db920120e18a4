import { expect, it } from 'vitest';
import type { Recent } from '#core/contract/desktop.ts';
import { StoryId } from '#core/base/ids.ts';
import { parseLaunch } from './launch.ts';
import { dockMenu, jumpList } from './jump-list.ts';

const id = StoryId.parse('0198a1b2-0000-7000-8000-000000000001');
const recent: Recent = { newStory: 'Viết tin mới', heading: 'Bài gần đây', stories: [{ id, title: 'Khai mạc lễ hội làng Yên" --library=/evil "' }] };

it('each place starts the application once more with what it means, whatever a headline says', () => {
  const [tasks, stories] = jumpList(recent, 'C:\\Toa Soan.exe');
  expect([tasks?.type, tasks?.items?.[0]?.args, stories?.name]).toEqual(['tasks', '--new-story', 'Bài gần đây']);
  expect(parseLaunch([stories?.items?.[0]?.args ?? ''], '/')).toMatchObject({ story: id, library: null });
  expect(jumpList({ ...recent, stories: [] }, 'a')).toHaveLength(1);
});

it('the dock does the same', () => {
  const ran: string[] = [];
  const menu = dockMenu(recent, { newStory: () => void ran.push('new'), story: (story) => void ran.push(story) });
  for (const item of menu) item.click?.({} as never, undefined, {});
  expect(ran).toEqual(['new', id]);
});
