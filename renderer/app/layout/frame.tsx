import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { commandNamed } from '../commands/app-commands.ts';
import { useApp } from '../services.ts';
import { useStore } from '../store.ts';
import { useWidth } from '../width.ts';
import type { Width } from '../width.ts';
import { Connection } from './connection.tsx';
import { LinkBanner } from './link-banner.tsx';
import { Rail } from './rail.tsx';
import { SlotsContext } from './slots.tsx';
import type { SlotName, Slots } from './slots.tsx';
import styles from './frame.module.css';

type RailShape = 'wide' | 'narrow' | 'over' | 'none';
type PanelShape = 'full' | 'strip' | 'below' | 'none';

function railShape(width: Width, wish: 'auto' | 'shown' | 'hidden', over: boolean, modest: boolean): RailShape {
  if (width === 'slim') return over ? 'over' : 'none';
  if (width === 'narrow') return over ? 'over' : 'narrow';
  if (wish === 'shown') return 'wide';
  return wish === 'hidden' || modest || width === 'middle' ? 'narrow' : 'wide';
}

function panelShape(width: Width, hasPanel: boolean, open: boolean): PanelShape {
  if (!hasPanel) return 'none';
  if (width === 'slim') return 'below';
  if (width === 'narrow') return 'strip';
  return open ? 'full' : 'none';
}

/** Title bar, rail, page, panel, status line: the five regions, and how they give way as the window shrinks. */
export function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const app = useApp();
  const words = useWords();
  const width = useWidth();
  const wish = useStore(app.rail);
  const route = useStore(app.route);
  const panel = useStore(app.panel);
  const story = useStore(app.story);
  const [slots, setSlots] = useState<Slots>({});
  const hold = useSlotHolders(setSlots);
  const rail = railShape(width, wish, useStore(app.railOver), route.view === 'publish');
  const shape = panelShape(width, route.view === 'story' && story !== null, panel !== null);
  const focused = useStore(app.focusMode) && route.view === 'story' && story !== null;
  const toggle = commandNamed('rail.toggle');
  const foldRail = useCallback(() => app.railOver.set(false), [app]);
  useRailOver(rail === 'over', foldRail);
  // Laid over the page at one width, it is not wanted at another: nobody asked for it there.
  useEffect(foldRail, [width, foldRail]);
  return (
    <SlotsContext value={slots}>
      <div className={styles.window} data-rail={rail} data-panel={shape} data-view={route.view} data-focus-mode={focused ? '' : undefined}>
        <header className={styles.titlebar} data-region="title" aria-label={words.t('app.region.title')}>
          {app.desktop !== null && app.desktop.hello.platform !== 'darwin' && <WindowMenuButton />}
          <IconButton name="panel-left" label={words.t(toggle.labelKey)} shortcut={toggle.shortcuts[0]} onClick={() => app.commands.run('rail.toggle')} aria-expanded={rail === 'wide' || rail === 'over'} />
          <div className={styles.crumb} ref={hold.title} />
          <span className="spacer" />
          <div className={styles.titleEnd} ref={hold.titleEnd} />
        </header>
        {rail !== 'none' && <Rail narrow={rail === 'narrow'} over={rail === 'over'} />}
        {rail === 'over' && <button type="button" className={styles.cover} aria-label={words.t('app.close')} onClick={foldRail} />}
        <main className={styles.page} data-region="page" tabIndex={-1} aria-label={words.t('app.region.page')}>
          <LinkBanner />
          <div ref={hold.banner} />
          <div className={styles.screen}>{children}</div>
        </main>
        {shape !== 'none' && <aside className={styles.panel} data-region="panel" tabIndex={-1} aria-label={words.t('app.region.panel')} ref={hold.panel} />}
        <footer className={styles.statusline} data-region="status" tabIndex={-1} aria-label={words.t('app.region.status')}>
          <div className={styles.statusStart} ref={hold.status} />
          <span className="spacer" />
          <div className={styles.statusEnd} ref={hold.statusEnd} />
          <Connection />
        </footer>
      </div>
    </SlotsContext>
  );
}

/** Windows and Linux show no menu bar above a title bar of our own: the whole menu is behind this button and F10. */
function WindowMenuButton(): ReactElement {
  const app = useApp();
  const words = useWords();
  const menu = commandNamed('window.menu');
  return <IconButton name="menu" label={words.t(menu.labelKey)} shortcut={menu.shortcuts[0]} data-window-menu="" aria-haspopup="menu" onClick={() => app.commands.run('window.menu')} />;
}

/** While the rail lies over the page it has the focus; Esc folds it away, and the focus goes back to where it was. */
function useRailOver(over: boolean, fold: () => void): void {
  useEffect(() => {
    if (!over) return undefined;
    const rail = document.querySelector('[data-region="rail"]');
    const from = document.activeElement;
    rail?.querySelector<HTMLElement>('button')?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) fold();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      const at = document.activeElement;
      if (from instanceof HTMLElement && (at === null || at === document.body || rail?.contains(at) === true)) from.focus();
    };
  }, [over, fold]);
}

type Holders = Readonly<Record<SlotName, (element: HTMLElement | null) => void>>;

/** One steady ref for each place, so that React does not take the places away and give them back on every drawing. */
function useSlotHolders(setSlots: (change: (slots: Slots) => Slots) => void): Holders {
  const holder = useCallback((name: SlotName) => (element: HTMLElement | null) => setSlots((slots) => (slots[name] === element ? slots : { ...slots, [name]: element })), [setSlots]);
  return useMemo(
    () => ({ title: holder('title'), titleEnd: holder('titleEnd'), status: holder('status'), statusEnd: holder('statusEnd'), panel: holder('panel'), banner: holder('banner') }),
    [holder],
  );
}
