import type { KeyboardEvent, ReactElement, RefObject } from 'react';
import { foldVietnamese } from '#core/vietnamese/fold.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { LibraryFilters } from './library-query.ts';
import styles from './library-screen.module.css';

export interface LibraryFindProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly filters: LibraryFilters;
  /** How many stories answer; null: not known yet. */
  readonly total: number | null;
  readonly onFilters: (filters: LibraryFilters) => void;
  /** To the rows: Down or Enter. */
  readonly onRow: () => void;
}

/** The question, and what came of it: how many, and whether accents counted. */
export function LibraryFind({ field, filters, total, onFilters, onRow }: LibraryFindProps): ReactElement {
  const { t } = useWords();
  const { query, accents } = filters;
  const asked = query.trim();
  const isBlind = accents === 'blind' || (accents === 'auto' && foldVietnamese(asked) === asked.normalize('NFC').toLowerCase());
  const answer = asked === '' || total === null ? '' : total === 0 ? t('library.answer.none') : t(isBlind ? 'library.answer.blind' : 'library.answer.exact', { count: total, query: asked });
  const clear = (): void => {
    onFilters({ ...filters, query: '', accents: 'auto' });
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onRow();
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      clear();
    }
  };
  return (
    <div className={styles.find} role="search">
      <Icon name="search" size={20} />
      <input
        ref={field}
        className={styles.asked}
        type="text"
        inputMode="search"
        spellCheck={false}
        maxLength={200}
        value={query}
        placeholder={t('library.ask')}
        aria-label={t('library.ask')}
        onChange={(event) => onFilters({ ...filters, query: event.target.value, ...(event.target.value === '' ? { accents: 'auto' as const } : {}) })}
        onKeyDown={onKeyDown}
      />
      <span className={styles.answer} role="status">{answer}</span>
      {asked !== '' && <Button look="quiet" size="small" onClick={() => onFilters({ ...filters, accents: isBlind ? 'exact' : 'blind' })}>{t(isBlind ? 'library.accents.exact' : 'library.accents.blind')}</Button>}
      {query !== '' && <IconButton small name="x" label={t('library.clear')} shortcut="Escape" onClick={clear} />}
    </div>
  );
}
