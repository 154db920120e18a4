import { lazy, Suspense, useEffect } from 'react';
import type { ReactElement } from 'react';
import { DropFiles } from '#renderer/features/story/drop-files.tsx';
import { StoryScreen } from '#renderer/features/story/story-screen.tsx';
import { WordsContext } from '#renderer/i18n/words.ts';
import { TipLayer } from '#renderer/ui/tip.tsx';
import { AppCommands } from './commands/app-command-handlers.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './layout/frame.tsx';
import { LateToasts } from './late-toasts.tsx';
import type { Route } from './route.ts';
import { routeName } from './route.ts';
import type { App } from './services.ts';
import { AppContext, useApp } from './services.ts';
import { useStore } from './store.ts';

// What most starts don't show is fetched after the first picture; the page to write on comes with the first file.
const screens = {
  library: () => import('#renderer/features/library/library-screen.tsx'),
  directory: () => import('#renderer/features/directory/directory-screen.tsx'),
  outbox: () => import('#renderer/features/publish/outbox-screen.tsx'),
  publish: () => import('#renderer/features/publish/publish-screen.tsx'),
  settings: () => import('#renderer/features/settings/settings-screen.tsx'),
  help: () => import('#renderer/features/help/help-screen.tsx'),
};
const LibraryScreen = lazy(async () => ({ default: (await screens.library()).LibraryScreen }));
const DirectoryScreen = lazy(async () => ({ default: (await screens.directory()).DirectoryScreen }));
const OutboxScreen = lazy(async () => ({ default: (await screens.outbox()).OutboxScreen }));
const PublishScreen = lazy(async () => ({ default: (await screens.publish()).PublishScreen }));
const SettingsScreen = lazy(async () => ({ default: (await screens.settings()).SettingsScreen }));
const HelpScreen = lazy(async () => ({ default: (await screens.help()).HelpScreen }));
const DesktopParts = lazy(async () => ({ default: (await import('#renderer/features/desktop/desktop-parts.tsx')).DesktopParts }));
const WelcomeScreen = lazy(async () => ({ default: (await import('#renderer/features/welcome/welcome-screen.tsx')).WelcomeScreen }));

export function Root({ app }: { readonly app: App }): ReactElement {
  const words = useStore(app.words);
  useEffect(() => {
    // A door that goes away must not take the screens with it. What fails here is tried again when the screen is asked for.
    const idle = requestIdleCallback(() => void Promise.allSettled(Object.values(screens).map((load) => load())), { timeout: 5_000 });
    return () => cancelIdleCallback(idle);
  }, []);
  return (
    <AppContext value={app}>
      <WordsContext value={words}>
        <Frame>
          <Screen />
        </Frame>
        <AppCommands />
        <DropFiles />
        <LateToasts toasts={app.toasts} />
        {app.desktop !== null && <Suspense fallback={null}><DesktopParts door={app.desktop} /></Suspense>}
        <TipLayer />
      </WordsContext>
    </AppContext>
  );
}

/** Asked for with another question, a list opens anew. */
const routeKey = ({ list, query, person }: Extract<Route, { readonly view: 'library' }>): string => JSON.stringify([list, query, person]);

function Screen(): ReactElement {
  const app = useApp();
  const route = useStore(app.route);
  const story = useStore(app.story);
  return (
    <ErrorBoundary at={routeName(route)}>
      <Suspense fallback={null}>
        {route.view === 'welcome' && <WelcomeScreen />}
        {route.view === 'story' && story !== null && <StoryScreen key={story.id} session={story} />}
        {route.view === 'library' && <LibraryScreen key={routeKey(route)} list={route.list} asked={route.query === undefined && route.person === undefined ? null : { query: route.query ?? '', person: route.person ?? null }} />}
        {route.view === 'directory' && <DirectoryScreen firstQuery={route.query ?? ''} />}
        {route.view === 'outbox' && <OutboxScreen />}
        {route.view === 'publish' && story !== null && <PublishScreen session={story} />}
        {route.view === 'settings' && <SettingsScreen />}
        {route.view === 'help' && <HelpScreen topic={route.topic ?? null} />}
      </Suspense>
    </ErrorBoundary>
  );
}
