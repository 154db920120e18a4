import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { CallOutput } from '#core/contract/contract.ts';
import type { StoryStatus } from '#core/story/meta.ts';
import type { LibraryList } from '#renderer/app/route.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWidth } from '#renderer/app/width.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import type { Words } from '#renderer/i18n/translate.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import type { MenuEntry } from '#renderer/ui/menu.tsx';
import { activeFilters } from './library-query.ts';
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

type Facets = CallOutput<'library', 'facets'>;

interface FilterKind {
  readonly id: string;
  readonly name: string;
  /** What it is set to; null: off. */
  readonly value: string | null;
  readonly off: Partial<LibraryFilters>;
  /** Its choices; none: it is only on or off. */
  readonly entries: readonly MenuEntry[];
  readonly turnOn?: () => void;
  /** Several may be ticked. */
  readonly several?: boolean;
}

export interface LibraryFilterBarProps {
  readonly list: LibraryList;
  readonly filters: LibraryFilters;
  readonly onFilters: (filters: LibraryFilters) => void;
}

/** Every filter in sight, those in force first to be taken off; a narrow window keeps the ones in force and one menu for the rest. */
export function LibraryFilterBar({ list, filters, onFilters }: LibraryFilterBarProps): ReactElement {
  const words = useWords();
  const { t } = words;
  const slim = useWidth() === 'slim';
  const facets = useFacets();
  const kinds = filterKinds(words, list, filters, onFilters, facets);
  const shown = slim ? kinds.filter(({ value }) => value !== null) : kinds;
  const hidden = slim ? kinds.filter(({ id, value }) => value === null && id !== 'person') : [];
  return (
    <div className={styles.filters}>
      {shown.map((kind) => <Filter key={kind.id} kind={kind} onClear={() => onFilters({ ...filters, ...kind.off })} />)}
      {hidden.length > 0 && (
        <span className={styles.off}>
          <Menu
            label={t('library.filter')}
            trigger={<button type="button" className={styles.filter}>{t(activeFilters(filters) === 0 ? 'library.filter' : 'library.filter.more')}<Icon name="chevron-down" size={14} /></button>}
            entries={hidden.map(({ id, name, entries, turnOn }) => (turnOn === undefined ? { id, label: name, entries, run: () => undefined } : { id, label: name, checked: false, run: turnOn }))}
          />
        </span>
      )}
      <span className="spacer" />
      <span className={styles.order}><Icon name="arrow-down-wide-narrow" size={14} />{t(list === 'trash' ? 'library.order.trash' : 'library.order')}</span>
    </div>
  );
}

function filterKinds({ t }: Words, list: LibraryList, filters: LibraryFilters, onFilters: (filters: LibraryFilters) => void, { authors, sections }: Facets): readonly FilterKind[] {
  const set = (part: Partial<LibraryFilters>): void => onFilters({ ...filters, ...part });
  const { status, date, by, section, person, withPhoto } = filters;
  const dateName = dates.find((one) => one.value === date);
  /** Choosing what is chosen takes it off. */
  const choice = (id: string, label: string, on: boolean, part: Partial<LibraryFilters>, off: Partial<LibraryFilters>): MenuEntry => ({ id, label, checked: on, run: () => set(on ? off : part) });
  const kinds: (FilterKind | null)[] = [
    person === null ? null : { id: 'person', name: t('library.filter.person', { name: person }), value: t('library.filter.person', { name: person }), off: { person: null }, entries: [] },
    list === 'toReview'
      ? null
      : {
          id: 'status',
          name: t('library.filter.status'),
          value: status.length === 0 ? null : statuses.filter((one) => status.includes(one)).map((one) => t(storyStatusLook(one).label)).join(', '),
          off: { status: [] },
          several: true,
          entries: statuses.map((one) => ({ id: one, label: t(storyStatusLook(one).label), checked: status.includes(one), run: () => set({ status: status.includes(one) ? status.filter((other) => other !== one) : [...status, one] }) })),
        },
    list === 'mine' || (authors.length < 2 && by === null)
      ? null
      : { id: 'by', name: t('library.filter.by'), value: by, off: { by: null }, entries: authors.map((name) => choice(name, name, by === name, { by: name }, { by: null })) },
    sections.length === 0 && section === null
      ? null
      : {
          id: 'section',
          name: t('story.section'),
          value: section === '' ? t('library.filter.no-section') : section,
          off: { section: null },
          entries: [...sections, ''].map((name) => ({ ...choice(name || 'none', name || t('library.filter.no-section'), section === name, { section: name }, { section: null }), line: name === '' })),
        },
    { id: 'date', name: t('library.filter.date'), value: dateName === undefined ? null : t(dateName.label), off: { date: 'any' }, entries: dates.map((one) => choice(one.value, t(one.label), date === one.value, { date: one.value }, { date: 'any' })) },
    { id: 'photo', name: t('library.filter.photo'), value: withPhoto ? t('library.filter.photo') : null, off: { withPhoto: false }, entries: [], turnOn: () => set({ withPhoto: true }) },
  ];
  return kinds.filter((kind) => kind !== null);
}

function Filter({ kind, onClear }: { readonly kind: FilterKind; readonly onClear: () => void }): ReactElement {
  const { t } = useWords();
  const { name, value, entries, several = false, turnOn } = kind;
  const isOn = value !== null;
  return (
    <span className={isOn ? styles.on : styles.off}>
      {entries.length > 0 ? (
        <Menu
          label={name}
          keepOpen={several}
          entries={entries}
          trigger={
            <button type="button" className={styles.filter}>
              <span className="clip">{value ?? name}</span>
              {!isOn && <Icon name="chevron-down" size={14} />}
            </button>
          }
        />
      ) : isOn ? (
        <span className={styles.filter}><span className="clip">{value}</span></span>
      ) : (
        <button type="button" className={styles.filter} onClick={turnOn}>{name}</button>
      )}
      {isOn && <IconButton small name="x" label={t('library.filter.clear', { name: value })} onClick={onClear} />}
    </span>
  );
}

/** Milliseconds: who writes for what does not change by the second. */
const rest = 2_000;

/** Authors and sections there are stories of. */
function useFacets(): Facets {
  const app = useApp();
  const [facets, setFacets] = useState<Facets>({ authors: [], sections: [] });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const ask = async (): Promise<void> => {
      timer = null;
      const answer = await app.client.library.facets({});
      if (answer.ok) setFacets(answer.value);
    };
    void ask();
    const stop = app.pushes.on('library.changed', () => {
      timer ??= setTimeout(() => void ask(), rest);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [app]);
  return facets;
}
