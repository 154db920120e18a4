import { lazy, Suspense, useEffect, useId } from 'react';
import type { ReactElement } from 'react';
import { useCommand } from '#renderer/app/commands/command-center.ts';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useApp } from '#renderer/app/services.ts';
import type { PanelTab } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useWidth } from '#renderer/app/width.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { IconName } from '#renderer/ui/icon-names.ts';
import { useRoving } from '#renderer/ui/roving.ts';
import { Tip } from '#renderer/ui/tip.tsx';
import { FirstNotes, useIsSample } from '../first/first-notes.tsx';
import { PeoplePanel } from '../people/people-panel.tsx';
import type { StorySession } from './story-session.ts';
import { useEditorPart } from './use-editor.ts';
import styles from './story-panel.module.css';

// The attendees are part of most first pictures; the other panels are fetched behind it.
const late = {
  photos: () => import('../photos/photos-panel.tsx'),
  info: () => import('./info-panel.tsx'),
  review: () => import('../review/review-panel.tsx'),
  proposal: () => import('../proposal/proposal-panel.tsx'),
};
const PhotosPanel = lazy(async () => ({ default: (await late.photos()).PhotosPanel }));
const InfoPanel = lazy(async () => ({ default: (await late.info()).InfoPanel }));
const ReviewPanel = lazy(async () => ({ default: (await late.review()).ReviewPanel }));
const ProposalPanel = lazy(async () => ({ default: (await late.proposal()).ProposalPanel }));

interface Tab {
  readonly id: PanelTab;
  readonly icon: IconName;
  readonly label: MessageKey;
  /** Null: not counted. */
  readonly count: number | null;
  readonly warn: boolean;
}

/** One panel at a time; in a narrow window a strip of icons whose panel lies over the page. */
export function StoryPanel({ session }: { readonly session: StorySession }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const width = useWidth();
  const tab = useStore(app.panel);
  const over = useStore(app.panelOver);
  const { offered, analyzing, meta } = useStore(session.state);
  const attendees = useEditorPart(session.editor, (snapshot) => snapshot.attendees);
  const counts = useEditorPart(session.editor, (snapshot) => snapshot.counts);
  const dateUnsure = useEditorPart(session.editor, (snapshot) => snapshot.fields.dateUnsure);
  const narrow = width === 'narrow' || width === 'slim';
  const hasProposal = offered !== null || analyzing;
  const hints = useStore(app.settings).help.hints?.length ?? 0;
  const isSample = useIsSample(session.id);
  const shown: PanelTab = (tab === 'proposal' && !hasProposal) || (tab === 'hints' && !(narrow && (hints > 0 || isSample))) ? 'people' : (tab ?? 'people');
  const tabs: readonly Tab[] = [
    ...(hasProposal ? [{ id: 'proposal', icon: 'spell-check', label: 'story.tab.proposal', count: null, warn: true } as const] : []),
    { id: 'people', icon: 'users', label: 'story.tab.people', count: attendees.length, warn: false },
    { id: 'photos', icon: 'image', label: 'story.tab.photos', count: counts.figures, warn: counts.figuresWithoutPhoto > 0 },
    { id: 'info', icon: 'tag', label: 'story.tab.info', count: null, warn: dateUnsure },
    { id: 'review', icon: 'message-square', label: 'story.tab.review', count: meta.events.length > 0 ? meta.events.length : null, warn: meta.status === 'sent_back' },
    // Beside a panel that is open the notes stand below whatever it shows.
    ...(narrow && (hints > 0 || isSample) ? [{ id: 'hints', icon: 'circle-help', label: 'first.hints', count: hints > 0 ? hints : null, warn: false } as const] : []),
  ];

  useEffect(() => {
    // What fails here is tried again when the panel is asked for.
    const idle = requestIdleCallback(() => void Promise.allSettled(Object.values(late).map((load) => load())), { timeout: 5_000 });
    return () => cancelIdleCallback(idle);
  }, []);

  const toggle = (): void => {
    if (narrow) {
      app.panelOver.set(!over);
      if (tab === null) app.panel.set('people');
    } else app.panel.set(tab === null ? (hasProposal ? 'proposal' : 'people') : null);
  };
  useCommand(app.commands, 'panel.toggle', toggle);
  useCommand(app.commands, 'panel.people', () => app.showPanel('people'));
  useCommand(app.commands, 'panel.photos', () => app.showPanel('photos'));
  useCommand(app.commands, 'panel.info', () => app.showPanel('info'));
  useCommand(app.commands, 'panel.review', () => app.showPanel('review'));

  const body = <Suspense fallback={null}><PanelBody session={session} shown={shown} /></Suspense>;
  return (
    <Slot name="panel">
      {narrow ? (
        <>
          <Strip tabs={tabs} shown={over ? shown : null} row={width === 'slim'} />
          {over && (
            <OverPanel slim={width === 'slim'} title={t(tabs.find((one) => one.id === shown)?.label ?? 'story.tab.people')} onClose={() => app.panelOver.set(false)}>
              {body}
            </OverPanel>
          )}
        </>
      ) : (
        <>
          <TabList tabs={tabs} shown={shown} onShow={(id) => app.panel.set(id)} />
          {body}
          <FirstNotes session={session} />
        </>
      )}
    </Slot>
  );
}

function PanelBody({ session, shown }: { readonly session: StorySession; readonly shown: PanelTab }): ReactElement {
  switch (shown) {
    case 'people':
      return <PeoplePanel session={session} />;
    case 'photos':
      return <PhotosPanel session={session} />;
    case 'info':
      return <div className={styles.body}><InfoPanel session={session} /></div>;
    case 'review':
      return <div className={styles.body}><ReviewPanel session={session} /></div>;
    case 'hints':
      return <FirstNotes session={session} headed />;
    case 'proposal':
      return <ProposalPanel session={session} />;
  }
}

function TabList({ tabs, shown, onShow }: { readonly tabs: readonly Tab[]; readonly shown: PanelTab; readonly onShow: (id: PanelTab) => void }): ReactElement {
  const { t } = useWords();
  const roving = useRoving('row');
  return (
    <div ref={roving.ref} className={styles.tabs} role="toolbar" aria-label={t('story.tabs')} onKeyDown={roving.onKeyDown}>
      {tabs.map((tab) => (
        <button key={tab.id} type="button" aria-pressed={tab.id === shown} tabIndex={tab.id === shown ? 0 : -1} className={classNames(styles.tab, tab.id === shown && styles.here)} onClick={() => onShow(tab.id)}>
          <span className="clip">{t(tab.label)}</span>
          {tab.count !== null && tab.count > 0 && <span className={styles.count}>{tab.count}</span>}
          {tab.warn && <Icon name="triangle-alert" size={14} className="warning" />}
        </button>
      ))}
    </div>
  );
}

function Strip({ tabs, shown, row }: { readonly tabs: readonly Tab[]; readonly shown: PanelTab | null; readonly row: boolean }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const roving = useRoving(row ? 'row' : 'column');
  return (
    <div ref={roving.ref} className={styles.strip} role="toolbar" aria-orientation={row ? 'horizontal' : 'vertical'} aria-label={t('story.tabs')} onKeyDown={roving.onKeyDown}>
      {tabs.map((tab, index) => (
        <Tip key={tab.id} text={t(tab.label)} shortcut={tab.id === 'proposal' || tab.id === 'hints' ? undefined : commandNamed(`panel.${tab.id}`).shortcuts[0]}>
          <button
            type="button"
            tabIndex={index === 0 ? 0 : -1}
            aria-label={tab.count === null ? t(tab.label) : `${t(tab.label)}: ${tab.count}`}
            aria-expanded={tab.id === shown}
            className={classNames(styles.dot, tab.warn && styles.warn, tab.id === shown && styles.on)}
            onClick={() => {
              if (tab.id === shown) app.panelOver.set(false);
              else app.showPanel(tab.id);
            }}
          >
            <Icon name={tab.icon} />
            <span>{tab.count ?? ''}</span>
          </button>
        </Tip>
      ))}
    </div>
  );
}

function OverPanel({ slim, title, onClose, children }: { readonly slim: boolean; readonly title: string; readonly onClose: () => void; readonly children: ReactElement }): ReactElement {
  const { t } = useWords();
  const heading = useId();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <section className={classNames(styles.over, slim && styles.slim)} aria-labelledby={heading}>
      <header className={styles.overHead}>
        <h2 id={heading}>{title}</h2>
        <IconButton small name="x" label={t('app.close')} shortcut="Escape" onClick={onClose} />
      </header>
      {children}
    </section>
  );
}
