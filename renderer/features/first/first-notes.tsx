import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { HintName } from '#core/contract/settings.ts';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { useResource } from '#renderer/app/resource.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { IconName } from '#renderer/ui/icon-names.ts';
import { shownKeys } from '#renderer/ui/shortcut.ts';
import type { StorySession } from '../story/story-session.ts';
import { keepHints } from './hints.ts';
import { removeSample } from './sample.ts';
import styles from './first-notes.module.css';

const looks: Readonly<Record<HintName, { readonly icon: IconName; readonly title: MessageKey; readonly text: MessageKey }>> = {
  names: { icon: 'users', title: 'first.hint.names', text: 'first.hint.names.text' },
  keys: { icon: 'at-sign', title: 'first.hint.keys', text: 'first.hint.keys.text' },
  'hand-in': { icon: 'send', title: 'first.hint.hand-in', text: 'first.hint.hand-in.text' },
};

/** Is this one of the invented newsroom's stories? */
export function useIsSample(id: string): boolean {
  const app = useApp();
  return useResource(app.facts.sample).value?.stories.some((story) => story === id) ?? false;
}

/**
 * Notes beside the page for whoever begins: what is worth knowing, and that this story is only a sample. Nothing when neither is so.
 * `headed`: they stand under a heading that says so already.
 */
export function FirstNotes({ session, headed = false }: { readonly session: StorySession; readonly headed?: boolean }): ReactElement | null {
  const app = useApp();
  const { t } = useWords();
  const hints = useStore(app.settings).help.hints ?? [];
  const isSample = useIsSample(session.id);
  if (hints.length === 0 && !isSample) return null;
  return (
    <div className={classNames(styles.notes, headed && styles.headed)} data-region="hints" data-hints={hints.length > 0 || undefined} tabIndex={-1} {...(headed ? {} : { role: 'region', 'aria-label': t('first.hints') })}>
      {hints.length > 0 && <HintList hints={hints} session={session} headed={headed} />}
      {isSample && (
        <p className={styles.sample}>
          <Icon name="newspaper" size={14} />
          <span>
            {t('first.sample.note')} <Button look="link" size="small" onClick={() => void removeSample(app)}>{t('settings.sample.remove')}</Button>
          </span>
        </p>
      )}
    </div>
  );
}

function HintList({ hints, session, headed }: { readonly hints: readonly HintName[]; readonly session: StorySession; readonly headed: boolean }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const keys = shownKeys(commandNamed('story.submit').shortcuts[0] ?? '');
  const [heard, setHeard] = useState('');
  useEffect(() => setHeard(t('first.hints.heard', { count: hints.length })), [t, hints.length]);

  const hide = async (left: readonly HintName[], at: number): Promise<void> => {
    const before = hints;
    if (!(await keepHints(app, left))) return;
    // The next one's button stands where the pressed one stood; after the last the reporter goes on writing.
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const next = buttons[Math.min(at, buttons.length - 1)];
    if (next !== undefined) next.focus();
    else session.editor.focus();
    // One by one they go by themselves; all at once may have been too quick.
    if (left.length > 0) return;
    app.undo.did({
      text: t('first.hints.hidden'),
      icon: 'circle-help',
      takeBack: async () => ({ kind: (await keepHints(app, before)) ? 'done' : 'failed', text: t('first.hints.back') }),
    });
  };
  const hideAll = <Button look="link" size="small" onClick={() => void hide([], 0)}>{t('first.hints.hide-all')}</Button>;
  return (
    <>
      {!headed && (
        <div className={styles.head}>
          <h2 className={styles.heading}>{t('first.hints')}</h2>
          {hideAll}
        </div>
      )}
      <ul ref={list}>
        {hints.map((hint, index) => (
          <li key={hint} className={styles.hint}>
            <Icon name={looks[hint].icon} size={14} />
            <span>
              <b>{t(looks[hint].title, { keys })}</b> {t(looks[hint].text)}
            </span>
            <IconButton small name="x" label={t('first.hint.hide', { hint: t(looks[hint].title, { keys }) })} onClick={() => void hide(hints.filter((other) => other !== hint), index)} />
          </li>
        ))}
      </ul>
      {headed && <div className={styles.acts}>{hideAll}</div>}
      <span className="unseen" role="status">{heard}</span>
    </>
  );
}
