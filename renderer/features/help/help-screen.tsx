import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { isFocusFree } from '#renderer/app/keep-focus.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useWidth } from '#renderer/app/width.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useRoving } from '#renderer/ui/roving.ts';
import { MatchedText } from '../library/matched-text.tsx';
import { matchesIn, searchGuide } from './guide-search.ts';
import { TopicArticle } from './topic-article.tsx';
import type { TopicId } from './topic-ids.ts';
import { allTopics } from './topics/all-topics.ts';
import styles from './help-screen.module.css';

/** The guide: what there is at the left, one topic at the right; in a narrow page one after the other. */
export function HelpScreen({ topic: asked }: { readonly topic: TopicId | null }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const wasAsked = useRef<TopicId | null>(null);
  const roving = useRoving('column');
  const slim = useWidth() === 'slim';
  const hasStory = useStore(app.story) !== null;
  const found = useMemo(() => searchGuide(allTopics, query, words), [query, words]);
  const shown = allTopics.find((topic) => topic.id === asked) ?? found[0]?.topic ?? allTopics[0];

  useEffect(() => {
    if (asked === null && isFocusFree()) field.current?.focus();
  }, [asked]);
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
    // Whoever follows a link goes on reading where it leads; whoever chooses from the list stays in the list.
    if (asked !== null && wasAsked.current !== asked && roving.ref.current?.contains(document.activeElement) !== true) title.current?.focus();
    wasAsked.current = asked;
  }, [asked, roving.ref]);

  const open = (topic: TopicId | null): void => app.go(topic === null ? { view: 'help' } : { view: 'help', topic });
  const toList = (): void => roving.ref.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  const keys = commandNamed('help.shortcuts');
  const toStory = (): void => void app.commands.run('go.story');
  const showKeys = (): void => void app.commands.run('help.shortcuts');
  const current = found.some(({ topic }) => topic.id === shown?.id) ? shown?.id : found[0]?.topic.id;
  return (
    <div className={styles.guide} data-at={asked === null ? 'list' : 'topic'}>
      <Slot name="title"><h1 className={styles.name}>{t('app.command.go.help')}</h1></Slot>
      <Slot name="titleEnd">
        {hasStory && (slim ? <IconButton name="arrow-left" label={t('app.command.go.story')} onClick={toStory} /> : <Button look="quiet" icon="arrow-left" onClick={toStory}>{t('app.command.go.story')}</Button>)}
        {slim ? <IconButton name="keyboard" label={t(keys.labelKey)} shortcut={keys.shortcuts[0]} onClick={showKeys} /> : <Button icon="keyboard" shortcut={keys.shortcuts[0]} onClick={showKeys}>{t(keys.labelKey)}</Button>}
      </Slot>
      <div className={styles.side}>
        <div className={styles.find} role="search">
          <Icon name="search" size={14} />
          <input
            ref={field}
            className={styles.asked}
            type="text"
            inputMode="search"
            spellCheck={false}
            maxLength={100}
            value={query}
            placeholder={t('help.ask')}
            aria-label={t('help.ask')}
            onChange={(event) => {
              setQuery(event.target.value);
              if (asked !== null) open(null);
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'ArrowDown') {
                event.preventDefault();
                toList();
              } else if (event.key === 'Enter' && found[0] !== undefined) open(found[0].topic.id);
              else if (event.key === 'Escape' && query !== '') {
                event.preventDefault();
                setQuery('');
              }
            }}
          />
          {query !== '' && (
            <IconButton
              small
              name="x"
              label={t('help.clear')}
              shortcut="Escape"
              onClick={() => {
                setQuery('');
                field.current?.focus();
              }}
            />
          )}
        </div>
        <span className="unseen" role="status">{query === '' ? '' : t('help.found', { count: found.length })}</span>
        <div ref={roving.ref} role="navigation" className={styles.topics} aria-label={t('help.topics')} onKeyDown={roving.onKeyDown}>
          {found.map(({ topic, line }) => (
            <button
              key={topic.id}
              type="button"
              tabIndex={topic.id === current ? 0 : -1}
              aria-current={topic.id === shown?.id ? 'page' : undefined}
              className={classNames(styles.topic, topic.id === shown?.id && styles.here)}
              onClick={() => open(topic.id)}
            >
              <b><MatchedText text={t(`help.topic.${topic.id}`)} matches={matchesIn(t(`help.topic.${topic.id}`), query)} /></b>
              <small><MatchedText text={line} matches={matchesIn(line, query)} /></small>
            </button>
          ))}
          {found.length === 0 && <p className={styles.none}>{t('help.none')}</p>}
        </div>
        <div className={styles.foot}><Button look="quiet" onClick={() => void app.commands.run('help.licences')}>{t('help.licences')}</Button></div>
      </div>
      <div ref={scroller} className={styles.page} tabIndex={0} role="region" aria-label={t(shown === undefined ? 'app.command.go.help' : `help.topic.${shown.id}`)}>
        <div className={styles.back}><Button look="quiet" icon="arrow-left" onClick={() => open(null)}>{t('help.topics')}</Button></div>
        {shown !== undefined && <TopicArticle key={shown.id} ref={title} topic={shown} query={query} />}
      </div>
    </div>
  );
}
