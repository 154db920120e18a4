import { COMMAND_PRIORITY_HIGH, KEY_ARROW_DOWN_COMMAND, KEY_ARROW_UP_COMMAND, KEY_ENTER_COMMAND, KEY_ESCAPE_COMMAND, KEY_TAB_COMMAND, BLUR_COMMAND, mergeRegister } from 'lexical';
import type { LexicalEditor } from 'lexical';
import { createStore } from '#renderer/editor/story/store.ts';
import type { Store } from '#renderer/editor/story/store.ts';
import { anchorOf } from './typed-trigger.ts';
import type { Anchor, TypedTrigger } from './typed-trigger.ts';

/** A menu under the words being typed. */
export interface TypedMenuState<Item> {
  readonly trigger: TypedTrigger;
  readonly anchor: Anchor;
  readonly items: readonly Item[];
  /** The item Enter takes; -1 when there is none. */
  readonly current: number;
  readonly loading: boolean;
}

export interface TypedMenu<Item> {
  readonly store: Store<TypedMenuState<Item> | null>;
  choose(index: number): void;
  point(index: number): void;
  close(): void;
}

interface TypedMenuConfig<Item> {
  /** Reads the text at the caret, nothing else; null when the menu has no business there. */
  readonly $find: () => TypedTrigger | null;
  /** What is known at once, and what comes later. */
  readonly search: (query: string) => { readonly now: readonly Item[]; readonly later: Promise<readonly Item[]> | null };
  readonly same: (left: Item, right: Item) => boolean;
  /** Replaces the trigger's text, in an update. */
  readonly $choose: (item: Item, trigger: TypedTrigger) => void;
  /** A menu without items stays open. */
  readonly staysEmpty: boolean;
}

/**
 * The menu looks at the text after each update and never touches a key that writes: a typing tool's Backspaces and rewritten
 * letters in mid-query are just another text to look at. It takes Enter, Tab, arrows and Esc only while it shows an item.
 */
export function registerTypedMenu<Item>(editor: LexicalEditor, config: TypedMenuConfig<Item>): { menu: TypedMenu<Item>; dispose: () => void } {
  const store = createStore<TypedMenuState<Item> | null>(null);
  /** Esc closes it for this sign; typing on does not bring it back. */
  let dismissed: { key: string; start: number } | null = null;
  let asked = 0;
  let lastQuery: string | null = null;

  const close = (): void => {
    asked++;
    lastQuery = null;
    store.set(null);
  };
  const dismiss = (): void => {
    const open = store.get();
    if (open !== null) dismissed = { key: open.trigger.key, start: open.trigger.start };
    close();
  };
  const show = (trigger: TypedTrigger, items: readonly Item[], loading: boolean): void => {
    if (items.length === 0 && !loading && !config.staysEmpty) {
      store.set(null);
      return;
    }
    const before = store.get();
    const kept = before === null || before.current < 0 ? undefined : before.items[before.current];
    const index = kept === undefined || before?.trigger.query !== trigger.query ? 0 : items.findIndex((item) => config.same(item, kept));
    const anchor = before !== null && before.trigger.key === trigger.key && before.trigger.start === trigger.start ? before.anchor : anchorOf(editor, trigger);
    if (anchor === null) store.set(null);
    else store.set({ trigger, anchor, items, loading, current: items.length === 0 ? -1 : Math.max(0, index) });
  };
  const look = (): void => {
    const trigger = editor.isEditable() ? editor.getEditorState().read(config.$find) : null;
    if (trigger === null) {
      dismissed = null;
      if (store.get() !== null || lastQuery !== null) close();
      return;
    }
    if (dismissed !== null && dismissed.key === trigger.key && dismissed.start === trigger.start) return;
    if (trigger.query === lastQuery && store.get() !== null) {
      const open = store.get();
      if (open !== null && (open.trigger.end !== trigger.end || open.trigger.key !== trigger.key || open.trigger.start !== trigger.start)) store.set({ ...open, trigger });
      return;
    }
    lastQuery = trigger.query;
    const ask = ++asked;
    const { now, later } = config.search(trigger.query);
    show(trigger, now, later !== null);
    if (later === null) return;
    void later.then(
      (more) => {
        if (ask !== asked) return;
        show(store.get()?.trigger ?? trigger, [...now, ...more.filter((item) => !now.some((other) => config.same(item, other)))], false);
      },
      (error: unknown) => {
        reportError(error);
        if (ask === asked) show(store.get()?.trigger ?? trigger, now, false);
      },
    );
  };
  const choose = (index: number): void => {
    const open = store.get();
    const item = open?.items[index];
    if (open === null || item === undefined) return;
    close();
    editor.update(() => config.$choose(item, open.trigger), { discrete: true });
  };
  const point = (index: number): void => {
    const open = store.get();
    if (open !== null && open.items.length > 0) store.set({ ...open, current: (index + open.items.length) % open.items.length });
  };
  const take = (event: KeyboardEvent | null): boolean => {
    const open = store.get();
    if (open === null || open.current < 0 || editor.isComposing()) return false;
    event?.preventDefault();
    choose(open.current);
    return true;
  };
  const walk = (event: KeyboardEvent, by: number): boolean => {
    const open = store.get();
    if (open === null || open.items.length === 0) return false;
    event.preventDefault();
    point(open.current + by);
    return true;
  };
  /** The text moves under an open menu when the page scrolls. */
  const follow = (): void => {
    const open = store.get();
    const anchor = open === null ? null : anchorOf(editor, open.trigger);
    if (open !== null && anchor !== null) store.set({ ...open, anchor });
  };
  const dispose = mergeRegister(
    editor.registerRootListener((root) => {
      const view = root?.ownerDocument.defaultView;
      view?.addEventListener('scroll', follow, { capture: true, passive: true });
      view?.addEventListener('resize', follow);
      return () => {
        view?.removeEventListener('scroll', follow, { capture: true });
        view?.removeEventListener('resize', follow);
      };
    }),
    editor.registerUpdateListener(look),
    editor.registerCommand(KEY_ENTER_COMMAND, take, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_TAB_COMMAND, take, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, (event) => walk(event, 1), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, (event) => walk(event, -1), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      (event) => {
        if (store.get() === null) return false;
        event.preventDefault();
        dismiss();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        close();
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
  return { menu: { store, choose, point, close: dismiss }, dispose };
}
