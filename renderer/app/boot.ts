import { BlockId } from '#core/base/ids.ts';
import type { StoryId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import { ok } from '#core/base/result.ts';
import type { CallOutput, Client } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Session, Settings, SettingsChange } from '#core/contract/settings.ts';
import type { DesktopDoor } from '#renderer/bridge/desktop-transport.ts';
import { createClient, createPushes } from '#renderer/bridge/client.ts';
import type { Transport } from '#renderer/bridge/transport.ts';
import { createWords } from '#renderer/i18n/translate.ts';
import { followDaylight, showAppearance } from './appearance.ts';
import { createCommandCenter } from './commands/command-center.ts';
import { holdPage } from './hold-page.ts';
import { keepFocus } from './keep-focus.ts';
import { createOpenStory } from './open-story.ts';
import { createResource } from './resource.ts';
import type { Route } from './route.ts';
import { parseStoryId, routeFromName } from './route.ts';
import type { App, PanelTab } from './services.ts';
import { panelTabs } from './services.ts';
import { keepSession } from './session-keeper.ts';
import { createStore } from './store.ts';
import { createToasts } from './toasts.ts';
import { createUndoStack } from './undo/undo-stack.ts';
import { currentWidth } from './width.ts';

export interface Started {
  readonly app: App;
  readonly stop: () => void;
}

/** hello → settings → last session: everything the first picture needs, then the application. */
export async function boot(transport: Transport, desktop: DesktopDoor | null = null): Promise<Result<Started, WireError>> {
  const client = createClient(transport);
  const [hello, settings, session, counts] = await Promise.all([client.app.hello({}), client.settings.get({}), client.settings.session({}), client.library.counts({})]);
  if (!hello.ok) return hello;
  if (!settings.ok) return settings;
  const last = session.ok ? session.value.session : null;
  const first = last === null ? await firstStory(client) : null;
  const isEmpty = first === null && counts.ok && counts.value.all === 0 && counts.value.trash === 0;
  const shown = first === null ? settings : await client.settings.get({});
  const started = assemble(transport, desktop, hello.value, shown.ok ? shown.value : settings.value, last, isEmpty);
  if (first === null || !(await started.app.openStory(first))) await resume(started.app, last, isEmpty);
  return ok(started);
}

/** What the very first start opens: a story of the sample newsroom. Where it could not be brought, the welcome screen says how to begin. */
async function firstStory(client: Client): Promise<StoryId | null> {
  const begun = await client.library.begin({});
  return begun.ok ? begun.value.story : null;
}

/** The last session's story and caret; without one the welcome screen or the list. */
async function resume(app: App, last: Session | null, isEmpty: boolean): Promise<void> {
  const id = parseStoryId(last?.storyId ?? null);
  const route = routeFromName(last?.view ?? '');
  if (id !== null && last !== null && (await app.openStory(id))) {
    const story = app.story.get();
    const block = BlockId.safeParse(last.caret?.blockId);
    if (story !== null) {
      story.view.scroll = last.scroll;
      story.view.caret = block.success ? { blockId: block.data, offset: last.caret?.offset ?? 0 } : null;
    }
    if (route !== null && route.view !== 'story') app.go(route);
    return;
  }
  const fallback: Route = isEmpty ? { view: 'welcome' } : { view: 'library', list: 'all' };
  const needsStory = route === null || route.view === 'story' || route.view === 'publish' || route.view === 'welcome';
  app.go(needsStory ? fallback : route);
}

function assemble(transport: Transport, desktop: DesktopDoor | null, hello: CallOutput<'app', 'hello'>, firstSettings: Settings, last: Session | null, isEmpty: boolean): Started {
  const client = createClient(transport);
  const pushes = createPushes(transport);
  const settings = createStore(firstSettings);
  const words = createStore(createWords(firstSettings.interface.language));
  const toasts = createToasts();
  const panel = createStore<PanelTab | null>(last?.panel === null ? null : (panelTabs.find((tab) => tab === last?.panel && tab !== 'proposal' && tab !== 'hints') ?? 'people'));
  const panelOver = createStore(false);
  const route = createStore<Route>(isEmpty ? { view: 'welcome' } : { view: 'library', list: 'all' });
  const online = createStore(navigator.onLine);

  const takeSettings = (next: Settings): void => {
    settings.set(next);
    holdPage(() => showAppearance(next.interface));
    if (next.interface.language !== words.get().language) words.set(createWords(next.interface.language));
  };
  showAppearance(firstSettings.interface);
  // A change shows at once and is then stored. While one is on its way, what comes back is older than what is shown.
  let saving = 0;

  const base: Omit<App, 'story' | 'openStory' | 'newStory' | 'closeStory'> = {
    desktop,
    addresses: transport.addresses,
    client,
    pushes,
    hello,
    words,
    settings,
    saveSettings: async (change) => {
      const before = settings.get();
      saving += 1;
      takeSettings(withChange(before, change));
      const saved = await client.settings.set(change);
      saving -= 1;
      if (!saved.ok) base.tell(saved.error);
      if (saving === 0) takeSettings(saved.ok ? saved.value : before);
      return saved.ok;
    },
    route,
    commands: createCommandCenter(),
    toasts,
    undo: createUndoStack(toasts, words.get),
    panel,
    panelOver,
    showPanel: (tab) => {
      base.focusMode.set(false);
      panel.set(tab);
      const width = currentWidth();
      if (width === 'narrow' || width === 'slim') panelOver.set(true);
    },
    rail: createStore<'auto' | 'shown' | 'hidden'>('auto'),
    railOver: createStore(false),
    focusMode: createStore(false),
    online,
    link: { get: () => transport.link(), subscribe: (listener) => transport.onLink(listener) },
    facts: {
      counts: createResource(() => client.library.counts({})),
      recent: createResource(() => client.library.list({ limit: 5 })),
      jobs: createResource(() => client.publish.jobs({})),
      destinations: createResource(() => client.destination.list({})),
      sample: createResource(() => client.library.sample({})),
    },
    go: (next) => {
      if (next.view !== 'story') base.focusMode.set(false);
      route.set(next);
      panelOver.set(false);
      base.railOver.set(false);
    },
    tell: (error) => toasts.show({ text: words.get().error(error), icon: 'circle-alert', tone: 'danger', stays: true }),
    now: () => Date.now(),
  };
  const app: App = { ...base, ...createOpenStory(base, () => transport.windowId) };

  const facts = app.facts;
  const later = soon(() => {
    void facts.counts.reload();
    void facts.recent.reload();
    void facts.sample.reload();
  });
  const stops = [
    pushes.on('settings.changed', (changed) => {
      if (saving === 0) takeSettings(changed);
    }),
    followDaylight(settings),
    pushes.on('library.changed', later),
    pushes.on('publish.changed', () => {
      later();
      void facts.jobs.reload();
    }),
    pushes.on('destination.changed', () => void facts.destinations.reload()),
    transport.onLink(() => {
      if (transport.link() !== 'open') return;
      later();
      void facts.jobs.reload();
      app.story.get()?.editor.save.retry();
    }),
    keepSession(app, () => transport.confirmFlushed()),
    keepFocus(),
  ];
  const setOnline = (): void => online.set(navigator.onLine);
  window.addEventListener('online', setOnline);
  window.addEventListener('offline', setOnline);
  later();
  return {
    app,
    stop: () => {
      for (const stop of stops) stop();
      window.removeEventListener('online', setOnline);
      window.removeEventListener('offline', setOnline);
      transport.close();
    },
  };
}

const given = <T extends object>(part: T): Partial<T> => Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<T>;

const withChange = (before: Settings, { interface: look = {}, ...parts }: SettingsChange): Settings =>
  ({ ...before, ...given(parts), interface: { ...before.interface, ...given(look) } }) as Settings;

/** Many changes in a row ask once. Milliseconds: long enough for a batch, too short to notice. */
function soon(run: () => void, wait = 120): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return () => {
    timer ??= setTimeout(() => {
      timer = null;
      run();
    }, wait);
  };
}
