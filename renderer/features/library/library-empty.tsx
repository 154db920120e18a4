import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { LibraryList } from '#renderer/app/route.ts';
import { useApp } from '#renderer/app/services.ts';
import { shortDay } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { foldVietnamese } from '#core/vietnamese/fold.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { listQuestion } from './library-query.ts';
import type { LibraryFilters } from './library-query.ts';
import type { Question } from './use-story-list.ts';

export interface LibraryEmptyProps {
  readonly list: LibraryList;
  readonly filters: LibraryFilters;
  /** How many filters are on. */
  readonly active: number;
  readonly onFilters: (filters: LibraryFilters) => void;
  readonly onClearFilters: () => void;
  readonly onClearAll: () => void;
}

interface Found {
  readonly total: number;
  readonly last: number | null;
}

/** What another question would find; null until that is known, or when there is none to ask. */
function useElsewhere(question: Question | null): Found | null {
  const app = useApp();
  const key = JSON.stringify(question);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let here = true;
    setFound(null);
    const asked = JSON.parse(key) as Question | null;
    if (asked !== null) {
      void app.client.library.list({ ...asked, limit: 1 }).then((answer) => {
        if (here && answer.ok) setFound({ total: answer.value.total, last: answer.value.rows[0]?.updatedAt ?? null });
      });
    }
    return () => {
      here = false;
    };
  }, [app, key]);
  return found === null || found.total === 0 ? null : found;
}

/** Nothing found or nothing there: says why, and what would be found otherwise. */
export function LibraryEmpty({ list, filters, active, onFilters, onClearFilters, onClearAll }: LibraryEmptyProps): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const query = filters.query.trim();
  const isExact = query !== '' && filters.accents !== 'blind' && (filters.accents === 'exact' || foldVietnamese(query) !== query.normalize('NFC').toLowerCase());
  const without = useElsewhere(active > 0 || list !== 'all' ? { query, accents: filters.accents } : null);
  const blind = useElsewhere(isExact ? listQuestion(list, { ...filters, accents: 'blind' }, '', app.now()) : null);

  const elsewhere = without === null || without.last === null ? '' : t(query === '' ? 'library.empty.elsewhere' : 'library.empty.elsewhere-query', { count: without.total, query, day: shortDay(without.last, app.now()) });
  const unaccented = blind === null ? '' : t('library.empty.blind', { count: blind.total });
  const minding = blind !== null && <Button look="primary" size="large" onClick={() => onFilters({ ...filters, accents: 'blind' })}>{t('library.accents.blind')}</Button>;
  const inTrash = list !== 'trash' && <Button size="large" onClick={() => app.go({ view: 'library', list: 'trash', query })}>{t('library.empty.trash')}</Button>;
  if (active > 0) {
    return (
      <Empty
        title={t('library.empty.none')}
        text={[t('library.empty.filters', { count: active }), unaccented || elsewhere].join(' ')}
        acts={
          <>
            {minding}
            <Button look={blind === null ? 'primary' : 'plain'} size="large" onClick={onClearFilters}>{t('library.empty.clear', { count: active })}</Button>
            {inTrash}
          </>
        }
      />
    );
  }
  if (query !== '') {
    return (
      <Empty
        title={t('library.empty.none')}
        text={[t('library.empty.query', { query }), unaccented || elsewhere].join(' ')}
        acts={
          <>
            {minding}
            <Button look={blind === null ? 'primary' : 'plain'} size="large" onClick={onClearAll}>{t('library.clear')}</Button>
            {list !== 'all' && <Button size="large" onClick={() => app.go({ view: 'library', list: 'all', query })}>{t('library.empty.all')}</Button>}
            {inTrash}
          </>
        }
      />
    );
  }
  if (list === 'toReview') return <Empty title={t('library.empty.review')} text={t('library.empty.review.text')} />;
  if (list === 'trash') return <Empty title={t('library.empty.bin')} text={t('library.empty.bin.text')} />;
  return (
    <Empty
      title={t('library.empty.stories')}
      text={t(list === 'mine' ? 'library.empty.mine.text' : 'library.empty.stories.text')}
      acts={
        <>
          <Button look="primary" size="large" icon="square-pen" onClick={() => app.commands.run('story.new')}>{t('app.command.new')}</Button>
          <Button size="large" icon="file-input" onClick={() => app.commands.run('story.import')}>{t('app.command.import')}</Button>
        </>
      }
    />
  );
}
