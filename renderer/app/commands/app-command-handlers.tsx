import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import type { Interface } from '#core/contract/settings.ts';
import { showHints } from '#renderer/features/first/hints.ts';
import { openSample, removeSample } from '#renderer/features/first/sample.ts';
import { ImportText } from '#renderer/features/story/import-text.tsx';
import { otherTheme } from '../appearance.ts';
import { changeLook, nextWidth } from '../page-look.ts';
import { nextRegion } from '../regions.ts';
import { useResource } from '../resource.ts';
import { useApp } from '../services.ts';
import type { App } from '../services.ts';
import { useStore } from '../store.ts';
import { currentWidth } from '../width.ts';
import { useCommand } from './command-center.ts';

const loadPalette = () => import('./palette.tsx');
const loadNewStory = () => import('#renderer/features/story/new-story.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const ShortcutsDialog = lazy(async () => ({ default: (await import('#renderer/features/help/shortcuts-dialog.tsx')).ShortcutsDialog }));
const LicencesDialog = lazy(async () => ({ default: (await import('#renderer/features/help/licences-dialog.tsx')).LicencesDialog }));
const NewStory = lazy(async () => ({ default: (await loadNewStory()).NewStory }));

/** The commands that stand in every screen, the keys of all, and the dialogs they open. */
export function AppCommands(): ReactElement {
  const app = useApp();
  const [palette, setPalette] = useState<'none' | 'open' | 'closed'>('none');
  const [choosing, setChoosing] = useState(false);
  const [shortcuts, setShortcuts] = useState(false);
  const [licences, setLicences] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const story = useStore(app.story);
  const hasSample = (useResource(app.facts.sample).value?.stories.length ?? 0) > 0;
  const { commands } = app;
  const look = (): Interface => app.settings.get().interface;

  useCommand(commands, 'palette', () => setPalette('open'));
  useCommand(commands, 'story.new', () => setChoosing(true));
  useCommand(commands, 'story.import', () => picker.current?.click());
  useCommand(commands, 'go.story', () => app.go({ view: 'story' }), story === null ? 'app.off.no-story' : null);
  useCommand(commands, 'go.mine', () => app.go({ view: 'library', list: 'mine' }));
  useCommand(commands, 'go.toReview', () => app.go({ view: 'library', list: 'toReview' }));
  useCommand(commands, 'go.all', () => app.go({ view: 'library', list: 'all' }));
  useCommand(commands, 'go.trash', () => app.go({ view: 'library', list: 'trash' }));
  useCommand(commands, 'go.directory', () => app.go({ view: 'directory' }));
  useCommand(commands, 'go.outbox', () => app.go({ view: 'outbox' }));
  useCommand(commands, 'go.settings', () => app.go({ view: 'settings' }));
  useCommand(commands, 'rail.toggle', () => toggleRail(app));
  useCommand(commands, 'app.theme', () => changeLook(app, { theme: otherTheme(look()) }));
  useCommand(commands, 'app.language', () => changeLook(app, { language: app.words.get().language === 'vi' ? 'en' : 'vi' }));
  useCommand(commands, 'app.theme-hours', () => changeLook(app, { theme: look().theme === 'hours' ? 'system' : 'hours' }));
  useCommand(commands, 'page.width', () => changeLook(app, { pageWidth: nextWidth(look().pageWidth) }));
  useCommand(commands, 'page.typewriter', () => changeLook(app, { typewriter: !look().typewriter }));
  useCommand(commands, 'page.dim', () => changeLook(app, { dimOthers: !look().dimOthers }));
  useCommand(commands, 'page.paper', () => changeLook(app, { paper: look().paper === 'light' ? 'as-theme' : 'light' }));
  const canUndo = useSyncExternalStore(app.undo.subscribe, app.undo.canUndo);
  useCommand(commands, 'app.undo', () => void app.undo.undoLast(), canUndo ? null : 'app.off.nothing-to-undo');
  useCommand(commands, 'app.region', () => nextRegion(false));
  useCommand(commands, 'go.help', () => app.go({ view: 'help' }));
  useCommand(commands, 'help.shortcuts', () => setShortcuts(true));
  useCommand(commands, 'help.licences', () => setLicences(true));
  useCommand(commands, 'help.hints', () => void showHints(app));
  useCommand(commands, 'sample.open', () => void openSample(app));
  useCommand(commands, 'sample.remove', () => void removeSample(app), hasSample ? null : 'first.sample.gone');

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'F6' && event.shiftKey) {
        event.preventDefault();
        event.stopPropagation();
        nextRegion(true);
      } else commands.press(event);
    };
    // Capture: the page takes Enter with any modifier for a new paragraph.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [commands]);

  useEffect(() => {
    // Not needed for the first picture, wanted at once when a chord asks for them.
    const idle = requestIdleCallback(() => void Promise.allSettled([loadPalette(), loadNewStory()]), { timeout: 5_000 });
    return () => cancelIdleCallback(idle);
  }, []);

  return (
    <>
      {palette !== 'none' && (
        <Suspense fallback={null}>
          <Palette open={palette === 'open'} onClose={() => setPalette('closed')} />
        </Suspense>
      )}
      {choosing && (
        <Suspense fallback={null}>
          <NewStory onClose={() => setChoosing(false)} />
        </Suspense>
      )}
      {shortcuts && (
        <Suspense fallback={null}>
          <ShortcutsDialog onClose={() => setShortcuts(false)} />
        </Suspense>
      )}
      {licences && (
        <Suspense fallback={null}>
          <LicencesDialog onClose={() => setLicences(false)} />
        </Suspense>
      )}
      <ImportText picker={picker} />
    </>
  );
}

/** Where the rail has a column it switches between words and icons; narrow windows lay it over the page and take it away. */
function toggleRail(app: App): void {
  app.focusMode.set(false);
  const width = currentWidth();
  if (width === 'narrow' || width === 'slim') {
    app.railOver.set(!app.railOver.get());
    return;
  }
  const wish = app.rail.get();
  const modest = width === 'middle' || app.route.get().view === 'publish';
  app.rail.set(wish === 'hidden' || (wish === 'auto' && modest) ? 'shown' : 'hidden');
}
