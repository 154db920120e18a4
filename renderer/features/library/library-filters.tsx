import type { ReactElement } from 'react';
import type { StoryStatus } from '#core/story/meta.ts';
import type { LibraryList } from '#renderer/app/route.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import type { DateFilter, LibraryFilters } from './library-query.ts';
import { storyStatusLook } from './story-status.ts';
import styles from './library-filters.module.css';

const statuses: readonly StoryStatus[] = ['draft', 'submitted', 'sent_back', 'approved', 'published'];
const dates: readonly { readonly value: DateFilter; readonly label: MessageKey }[] = [
  { value: 'today', label: 'library.date.today' },
  { value: 'week', label: 'library.date.week' },
  { value: 'month', label: 'library.date.month' },
  { value: 'year', label: 'library.date.year' },
];

export interface LibraryFilterBarProps {
  readonly list: LibraryList;
  readonly filters: LibraryFilters;
  readonly onFilters: (filters: LibraryFilters) => void;
}

export function LibraryFilterBar({ list, filters, onFilters }: LibraryFilterBarProps): ReactElement {
  const { t } = useWords();
  const { status, date } = filters;
  const statusNames = statuses.filter((one) => status.includes(one)).map((one) => t(storyStatusLook(one).label)).join(', ');
  const dateName = dates.find((one) => one.value === date);
  return (
    <div className={styles.filters}>
      {list !== 'toReview' && (
        <Filter label={statusNames || t('library.filter.status')} on={status.length > 0} onClear={() => onFilters({ ...filters, status: [] })}>
          {(trigger) => (
            <Menu
              trigger={trigger}
              label={t('library.filter.status')}
              keepOpen
              entries={statuses.map((one) => ({
                id: one,
                label: t(storyStatusLook(one).label),
                checked: status.includes(one),
                run: () => onFilters({ ...filters, status: status.includes(one) ? status.filter((other) => other !== one) : [...status, one] }),
              }))}
            />
          )}
        </Filter>
      )}
      <Filter label={dateName === undefined ? t('library.filter.date') : t(dateName.label)} on={date !== 'any'} onClear={() => onFilters({ ...filters, date: 'any' })}>
        {(trigger) => (
          <Menu
            trigger={trigger}
            label={t('library.filter.date')}
            entries={dates.map((one) => ({ id: one.value, label: t(one.label), checked: date === one.value, run: () => onFilters({ ...filters, date: date === one.value ? 'any' : one.value }) }))}
          />
        )}
      </Filter>
      <span className="spacer" />
      <span className={styles.order}><Icon name="arrow-down-wide-narrow" size={14} />{t('library.order')}</span>
    </div>
  );
}

interface FilterProps {
  readonly label: string;
  readonly on: boolean;
  readonly onClear: () => void;
  readonly children: (trigger: ReactElement<Record<string, unknown>>) => ReactElement;
}

function Filter({ label, on, onClear, children }: FilterProps): ReactElement {
  const { t } = useWords();
  return (
    <span className={on ? styles.on : styles.off}>
      {children(
        <button type="button" className={styles.filter}>
          <span className="clip">{label}</span>
          {!on && <Icon name="chevron-down" size={14} />}
        </button>,
      )}
      {on && <IconButton small name="x" label={t('library.filter.clear', { name: label })} onClick={onClear} />}
    </span>
  );
}
