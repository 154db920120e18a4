import { Fragment } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { IconName } from '#renderer/ui/icon-names.ts';
import { Menu } from '#renderer/ui/menu.tsx';
import { useRoving } from '#renderer/ui/roving.ts';
import { maySubmit, sectionEntries } from './row-acts.ts';
import type { RowMenuOptions } from './row-acts.ts';
import styles from './mark-bar.module.css';

export interface MarkBarProps extends RowMenuOptions {
  /** How many stories the list has. */
  readonly total: number;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

/** Stands in the filters' place while stories are marked: how many, and what can be done with all of them. */
export function MarkBar({ total, onAll, onNone, ...options }: MarkBarProps): ReactElement {
  const words = useWords();
  const { t } = words;
  const roving = useRoving('row');
  const { count, rows, trashed, onAct } = options;
  const act = (name: 'duplicate' | 'submit' | 'trash' | 'restore' | 'erase', label: string, icon: IconName, shortcut?: string, off: string | null = null): ReactElement => (
    <Fragment key={name}>
      <Button tabIndex={-1} look="quiet" icon={icon} off={off} className={styles.long} onClick={() => onAct(name)}>{label}</Button>
      <IconButton tabIndex={-1} name={icon} label={label} shortcut={shortcut} off={off} className={styles.short} onClick={() => onAct(name)} />
    </Fragment>
  );
  const sections = sectionEntries(words, options);
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('library.marked.acts')} ref={roving.ref} onKeyDown={roving.onKeyDown}>
      <IconButton tabIndex={0} name="x" label={t('library.marked.none')} shortcut="Escape" onClick={onNone} />
      <span className={styles.count} role="status">
        <span className={styles.long}>{t('library.marked', { count })}</span>
        <span className={styles.short}>{t('library.count', { count })}</span>
      </span>
      {count < total && <Button tabIndex={-1} look="link" onClick={onAll}>{t('library.marked.all', { count: total })}</Button>}
      <span className="spacer" />
      {trashed ? (
        <>
          {act('restore', t('library.take-back'), 'undo-2', 'Mod+Backspace')}
          {act('erase', t('library.erase'), 'trash-2', 'Delete')}
        </>
      ) : (
        <>
          <Menu label={t('story.section')} align="end" trigger={<Button tabIndex={-1} look="quiet" icon="tag" className={styles.long}>{t('story.section')}</Button>} entries={sections} />
          <Menu label={t('story.section')} align="end" trigger={<IconButton tabIndex={-1} name="tag" label={t('story.section')} className={styles.short} />} entries={sections} />
          {act('submit', t('app.command.submit'), 'send', undefined, maySubmit(rows, count) ? null : t('library.off.submitted'))}
          {act('duplicate', t('library.duplicate'), 'copy', 'Mod+D')}
          {act('trash', t('library.trash'), 'trash-2', 'Delete')}
        </>
      )}
    </div>
  );
}
