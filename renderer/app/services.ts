import { createContext, useContext } from 'react';
import type { StoryId } from '#core/base/ids.ts';
import type { CallOutput, Client } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Settings, SettingsChange } from '#core/contract/settings.ts';
import type { TemplateName } from '#core/contract/story.ts';
import type { Addresses } from '#renderer/bridge/addresses.ts';
import type { DesktopDoor } from '#renderer/bridge/desktop-transport.ts';
import type { Pushes } from '#renderer/bridge/client.ts';
import type { LinkState } from '#renderer/bridge/transport.ts';
import type { StorySession } from '#renderer/features/story/story-session.ts';
import type { Words } from '#renderer/i18n/translate.ts';
import type { CommandCenter } from './commands/command-center.ts';
import type { Resource } from './resource.ts';
import type { Route } from './route.ts';
import type { Store } from './store.ts';
import type { Toasts } from './toasts.ts';
import type { UndoStack } from './undo/undo-stack.ts';

export const panelTabs = ['people', 'photos', 'info', 'review', 'proposal', 'hints'] as const;
export type PanelTab = (typeof panelTabs)[number];

/** Everything a screen may reach. Made once at start, never rebuilt. */
export interface App {
  /** What only the desktop door has; null under every other. */
  readonly desktop: DesktopDoor | null;
  readonly addresses: Addresses;
  readonly client: Client;
  readonly pushes: Pushes;
  readonly hello: CallOutput<'app', 'hello'>;
  readonly words: Store<Words>;
  readonly settings: Store<Settings>;
  /** Shown at once; taken back when it can't be stored. */
  saveSettings(change: SettingsChange): Promise<boolean>;
  readonly route: Store<Route>;
  readonly commands: CommandCenter;
  readonly toasts: Toasts;
  /** What was done outside the text, and how to take it back. */
  readonly undo: UndoStack;
  /** Which panel stands at the right; null: none. */
  readonly panel: Store<PanelTab | null>;
  /** In a narrow window the panel lies over the page, and only when asked for. */
  readonly panelOver: Store<boolean>;
  /** Shows a panel, whatever the window's width. */
  showPanel(tab: PanelTab): void;
  /** The rail where it has a column of its own, when the reporter says otherwise than the window's width. */
  readonly rail: Store<'auto' | 'shown' | 'hidden'>;
  /** In a narrow window the rail lies over the page, and only when asked for. */
  readonly railOver: Store<boolean>;
  /** Everything but page, caret and save state has stepped back. Never kept: a start shows the whole window. */
  readonly focusMode: Store<boolean>;
  readonly online: Store<boolean>;
  readonly link: Pick<Store<LinkState>, 'get' | 'subscribe'>;
  readonly facts: {
    readonly counts: Resource<CallOutput<'library', 'counts'>>;
    readonly recent: Resource<CallOutput<'library', 'list'>>;
    readonly jobs: Resource<CallOutput<'publish', 'jobs'>>;
    readonly destinations: Resource<CallOutput<'destination', 'list'>>;
    /** The stories of the invented newsroom. */
    readonly sample: Resource<CallOutput<'library', 'sample'>>;
  };
  /** The open story; it stays open while other screens are looked at. */
  readonly story: Store<StorySession | null>;
  openStory(id: StoryId): Promise<boolean>;
  /** A new story from a template, opened with the caret in it. `text`: taken in as if pasted. */
  newStory(template: TemplateName, text?: string): Promise<boolean>;
  closeStory(): Promise<void>;
  go(route: Route): void;
  /** An expected failure, told in a toast that stays. */
  tell(error: WireError): void;
  now(): number;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('no application: a component stands outside it');
  return app;
}
