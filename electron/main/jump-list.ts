import type { JumpListCategory, MenuItemConstructorOptions } from 'electron';
import type { Recent } from '#core/contract/desktop.ts';

/** Windows: a task for a new story and the recent ones. Each starts the application once more, which hands its wish to the one that runs. */
export function jumpList({ newStory, heading, stories }: Recent, program: string): JumpListCategory[] {
  const task = (title: string, args: string): { type: 'task'; title: string; program: string; args: string; iconPath: string; iconIndex: number } => ({ type: 'task', title: title.slice(0, 250), program, args, iconPath: program, iconIndex: 0 });
  return [
    { type: 'tasks', items: [task(newStory, '--new-story')] },
    ...(stories.length === 0 ? [] : [{ type: 'custom' as const, name: heading, items: stories.map(({ id, title }) => task(title, `--story=${id}`)) }]),
  ];
}

/** macOS: the same in the dock. */
export const dockMenu = ({ newStory, stories }: Recent, ports: { readonly newStory: () => void; readonly story: (id: Recent['stories'][number]['id']) => void }): MenuItemConstructorOptions[] => [
  { label: newStory, click: ports.newStory },
  ...(stories.length === 0 ? [] : [{ type: 'separator' as const }]),
  ...stories.map(({ id, title }): MenuItemConstructorOptions => ({ label: title, click: () => ports.story(id) })),
];
