import { useEffect, useRef } from 'react';
import type { Opened } from '#core/contract/desktop.ts';
import { toNfc } from '#core/vietnamese/nfc.ts';
import { commandsHere } from '#renderer/app/commands/app-commands.ts';
import { useCommand, useCommandVersion } from '#renderer/app/commands/command-center.ts';
import { commandOff, runCommand } from '#renderer/app/commands/run-command.ts';
import { useResource } from '#renderer/app/resource.ts';
import { useApp } from '#renderer/app/services.ts';
import type { App } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import type { DesktopDoor } from '#renderer/bridge/desktop-transport.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { followAppearance } from './appearance-now.ts';
import { menuBar } from './menu-bar.ts';

/** Milliseconds in which changes of the menu are gathered: commands go on and off several at a time. */
const gather = 150;

/** What a window of the desktop application does beyond its page: menu, window buttons, recent stories, files from outside. */
export function DesktopParts({ door }: { readonly door: DesktopDoor }): null {
  const app = useApp();
  useWindowCommands(app, door);
  useMenu(app, door);
  useRecent(app, door);
  useEffect(() => {
    const stops = [
      followAppearance((appearance) => door.bridge.setAppearance(appearance)),
      door.onCommand((id) => runFromMenu(app, id)),
      door.onOpened((opened) => void take(app, opened)),
      door.onFullScreen((on) => {
        document.body.dataset['fullScreen'] = String(on);
      }),
    ];
    door.bridge.ready();
    return () => {
      for (const stop of stops) stop();
    };
  }, [app, door]);
  return null;
}

function useWindowCommands(app: App, { bridge, hello }: DesktopDoor): void {
  const { commands } = app;
  useCommand(commands, 'window.new', () => bridge.act('new-window'));
  useCommand(commands, 'window.close', () => bridge.act('close-window'));
  useCommand(commands, 'window.minimise', () => bridge.act('minimise'));
  useCommand(commands, 'window.full-screen', () => bridge.act('full-screen'));
  useCommand(commands, 'window.quit', () => bridge.act('quit'));
  useCommand(commands, 'window.zoom-in', () => bridge.act('zoom-in'));
  useCommand(commands, 'window.zoom-out', () => bridge.act('zoom-out'));
  useCommand(commands, 'window.zoom-reset', () => bridge.act('zoom-reset'));
  useCommand(commands, 'window.reload', () => bridge.act('reload'), hello.isDevelopment ? null : 'app.off.elsewhere');
  useCommand(commands, 'window.developer-tools', () => bridge.act('developer-tools'), hello.isDevelopment ? null : 'app.off.elsewhere');
  useCommand(commands, 'window.menu', () => openMenu(bridge));
}

/** Below the menu button, or at the corner where it would be. */
function openMenu(bridge: DesktopDoor['bridge']): void {
  const at = document.querySelector('[data-window-menu]')?.getBoundingClientRect();
  bridge.openMenu(Math.max(0, Math.round(at?.left ?? 0)), Math.max(0, Math.round(at?.bottom ?? 0)));
}

function useMenu(app: App, { bridge, hello }: DesktopDoor): void {
  const words = useWords();
  const version = useCommandVersion(app.commands);
  const route = useStore(app.route);
  const story = useStore(app.story);
  const told = useRef('');
  useEffect(() => {
    const timer = setTimeout(() => {
      const bar = menuBar({ commands: commandsHere(app.desktop), words, isOff: (command) => commandOff(app, command) !== null, onMac: hello.platform === 'darwin' });
      const text = JSON.stringify(bar);
      if (text !== told.current) bridge.setMenu(bar);
      told.current = text;
    }, gather);
    return () => clearTimeout(timer);
    // Route, story and version say that commands may have gone on or off.
  }, [app, bridge, hello, words, version, route, story]);
}

function useRecent(app: App, { bridge }: DesktopDoor): void {
  const { t } = useWords();
  const rows = useResource(app.facts.recent).value?.rows;
  const { titlesOutside } = useStore(app.settings).interface;
  useEffect(() => {
    if (rows === undefined) return;
    bridge.setRecent({ newStory: t('desktop.new-story'), heading: t('desktop.recent'), stories: (titlesOutside ? rows : []).map((row) => ({ id: row.id, title: (row.headline || t('app.rail.untitled')).slice(0, 200) })) });
  }, [bridge, rows, t, titlesOutside]);
}

const isField = (element: Element | null): boolean => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** A text field has an undo of its own, which only the browser can run. */
function runFromMenu(app: App, id: string): void {
  const command = commandsHere(app.desktop).find((known) => known.id === id);
  if (command === undefined) return;
  if (isField(document.activeElement) && (id === 'editor.undo' || id === 'editor.redo')) document.execCommand(id.slice('editor.'.length));
  else if (commandOff(app, command) === null) runCommand(app, command);
}

async function take(app: App, opened: Opened): Promise<void> {
  switch (opened.kind) {
    case 'refused':
      return app.tell(opened.error);
    case 'story':
      return void (await app.openStory(opened.id));
    case 'new-story':
      return void app.commands.run('story.new');
    case 'text':
      return void (await app.newStory('blank', toNfc(opened.text).replace(/\r\n?/g, '\n')));
  }
}
