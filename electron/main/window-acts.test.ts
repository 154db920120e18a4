import { expect, it } from 'vitest';
import type { BrowserWindow } from 'electron';
import { DesktopAct } from '#core/contract/desktop.ts';
import { makeWindowActs } from './window-acts.ts';

function played(isDevelopment: boolean): { readonly act: (wish: DesktopAct, isGone?: boolean) => void; readonly notes: string[] } {
  const notes: string[] = [];
  const note = (name: string) => (...args: unknown[]): void => void notes.push([name, ...args].join(' '));
  const contents = { reload: note('reload'), toggleDevTools: note('tools'), getZoomLevel: () => 1, setZoomLevel: note('zoom') };
  const window = { close: note('close'), minimize: note('minimise'), isFullScreen: () => false, setFullScreen: note('full'), webContents: contents } as unknown as BrowserWindow;
  const acts = makeWindowActs({ isDevelopment, open: note('open'), leave: note('leave'), onZoom: note('keep') });
  return { act: (wish, isGone = false) => acts(isGone ? null : window, wish), notes };
}

it('does what the command says', () => {
  const { act, notes } = played(true);
  for (const wish of DesktopAct.options) act(wish);
  expect(notes).toEqual(['open', 'close', 'minimise', 'full true', 'leave', 'reload', 'tools', 'zoom 2', 'keep 2', 'zoom 0', 'keep 0', 'zoom 0', 'keep 0']);
});

it('packed there is nothing to reload and no tools', () => {
  const { act, notes } = played(false);
  act('reload');
  act('developer-tools');
  expect(notes).toEqual([]);
});

it('for a window that is gone only what needs none', () => {
  const { act, notes } = played(true);
  for (const wish of DesktopAct.options) act(wish, true);
  expect(notes).toEqual(['open', 'leave']);
});
