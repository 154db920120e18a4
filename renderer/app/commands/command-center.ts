import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { pressed } from '#renderer/ui/shortcut.ts';
import { allCommands } from './app-commands.ts';
import type { AppCommandId } from './app-commands.ts';

export interface CommandHandler {
  readonly run: () => void;
  /** Why it can't be done now; null: it can. */
  readonly off: MessageKey | null;
}

/** Who does what: screens hand in handlers while they stand; a command nobody handles is off. */
export interface CommandCenter {
  handle(id: string, handler: () => CommandHandler): () => void;
  find(id: string): CommandHandler | null;
  run(id: string): boolean;
  subscribe(listener: () => void): () => void;
  version(): number;
  /** Draws again what shows whether commands can be done. */
  refresh(): void;
  /** Runs the command of this key press; true when there was one. */
  press(event: KeyboardEvent): boolean;
}

export function createCommandCenter(): CommandCenter {
  const handlers = new Map<string, (() => CommandHandler)[]>();
  const listeners = new Set<() => void>();
  let version = 0;
  const refresh = (): void => {
    version += 1;
    for (const listener of [...listeners]) listener();
  };
  const find = (id: string): CommandHandler | null => handlers.get(id)?.at(-1)?.() ?? null;
  const run = (id: string): boolean => {
    const handler = find(id);
    if (handler === null || handler.off !== null) return false;
    handler.run();
    return true;
  };
  return {
    find,
    run,
    refresh,
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    handle: (id, handler) => {
      handlers.set(id, [...(handlers.get(id) ?? []), handler]);
      refresh();
      return () => {
        handlers.set(id, (handlers.get(id) ?? []).filter((other) => other !== handler));
        refresh();
      };
    },
    press: (event) => {
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || isAsking()) return false;
      if (isInText(event) && allCommands.some((command) => command.byEditor === true && command.shortcuts.some((shortcut) => pressed(event, shortcut)))) return false;
      for (const command of allCommands) {
        if (command.byEditor === true || !command.shortcuts.some((shortcut) => pressed(event, shortcut))) continue;
        if (command.outsideText === true && isInField(event)) continue;
        if (!run(command.id)) continue;
        event.preventDefault();
        event.stopPropagation();
        return true;
      }
      return false;
    },
  };
}

/** A dialog keeps its keys to itself. */
export const isAsking = (): boolean => document.querySelector('[data-asks]') !== null;

/** In the text the page's own commands come before the window's. */
const isInText = (event: KeyboardEvent): boolean => event.target instanceof Element && event.target.closest('[contenteditable="true"]') !== null;

/** Where letters are typed, keys for taking back letters are the field's. */
const isInField = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.closest('[contenteditable="true"], textarea, input:not([type="checkbox"], [type="radio"], [type="button"], [type="file"])') !== null;

/** Handles a command while the component stands. */
export function useCommand(center: CommandCenter, id: AppCommandId | `editor.${string}`, run: () => void, off: MessageKey | null = null): void {
  const latest = useRef({ run, off });
  const wasOff = useRef(off);
  useEffect(() => {
    latest.current = { run, off };
    if (wasOff.current === off) return;
    wasOff.current = off;
    center.refresh();
  });
  useEffect(() => center.handle(id, () => ({ run: () => latest.current.run(), off: latest.current.off })), [center, id]);
}

/** Draws again when any command was switched on or off. */
export const useCommandVersion = (center: CommandCenter): number => useSyncExternalStore(center.subscribe, center.version);
