import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import type { StorySession } from './story-session.ts';
import { useEditorPart } from './use-editor.ts';
import styles from './story-status-line.module.css';

/** Counts at the left; what is still missing is a button to where it is. */
export function StoryStatusLine({ session }: { readonly session: StorySession }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const { editor } = session;
  const counts = useEditorPart(editor, (snapshot) => snapshot.counts);
  const unsure = useEditorPart(editor, (snapshot) => snapshot.fields.dateUnsure);
  // Counted anew whenever the counts are, which is when the machine is idle.
  const todo = useMemo(() => (editor.lexical.getRootElement()?.textContent ?? '').split('[?]').length - 1, [editor, counts]);
  return (
    <Slot name="status">
      <span className={classNames('num', styles.count)}>{t('story.words', { count: counts.words })}</span>
      <span className={styles.minutes}>{t('story.minutes', { count: counts.minutes })}</span>
      {todo > 0 && <span className={styles.warn}>{t('story.todo', { count: todo })}</span>}
      {counts.figuresWithoutPhoto > 0 && (
        <button type="button" className={styles.warn} onClick={() => app.showPanel('photos')}>
          <Icon name="image-off" size={14} />
          <span className={styles.words}>{t('story.photos-missing', { count: counts.figuresWithoutPhoto })}</span>
        </button>
      )}
      {unsure && (
        <button type="button" className={styles.warn} onClick={() => app.showPanel('info')}>
          <Icon name="calendar" size={14} />
          <span className={styles.words}>{t('story.date.unsure')}</span>
        </button>
      )}
    </Slot>
  );
}
