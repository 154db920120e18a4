import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { LibraryList } from '#renderer/app/route.ts';
import { useApp } from '#renderer/app/services.ts';
import { shortDay } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Empty } from '#renderer/ui/empty.tsx';

export interface LibraryEmptyProps {
  readonly list: LibraryList;
  readonly query: string;
  /** How many filters are on. */
  readonly filters: number;
  readonly onClearFilters: () => void;
  readonly onClearAll: () => void;
}

/** Nothing found or nothing there: says why, and what would be found otherwise. */
export function LibraryEmpty({ list, query, filters, onClearFilters, onClearAll }: LibraryEmptyProps): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const [without, setWithout] = useState<{ readonly total: number; readonly last: number | null } | null>(null);
  useEffect(() => {
    let here = true;
    setWithout(null);
    if (filters > 0 || list !== 'all') {
      void app.client.library.list({ query, limit: 1 }).then((found) => {
        if (here && found.ok) setWithout({ total: found.value.total, last: found.value.rows[0]?.updatedAt ?? null });
      });
    }
    return () => {
      here = false;
    };
  }, [app, query, filters, list]);

  const inAll = without !== null && without.total > 0 && without.last !== null ? t(query === '' ? 'library.empty.elsewhere' : 'library.empty.elsewhere-query', { count: without.total, query, day: shortDay(without.last, app.now()) }) : '';
  if (filters > 0) {
    return (
      <Empty
        title={t('library.empty.none')}
        text={`${t('library.empty.filters', { count: filters })} ${inAll}`}
        acts={
          <>
            <Button look="primary" size="large" onClick={onClearFilters}>{t('library.empty.clear', { count: filters })}</Button>
            <Button size="large" onClick={() => app.go({ view: 'library', list: 'trash', query })}>{t('library.empty.trash')}</Button>
          </>
        }
      />
    );
  }
  if (query !== '') {
    return (
      <Empty
        title={t('library.empty.none')}
        text={`${t('library.empty.query', { query })} ${inAll}`}
        acts={
          <>
            <Button look="primary" size="large" onClick={onClearAll}>{t('library.clear')}</Button>
            {list !== 'all' && <Button size="large" onClick={() => app.go({ view: 'library', list: 'all', query })}>{t('library.empty.all')}</Button>}
            {list !== 'trash' && <Button size="large" onClick={() => app.go({ view: 'library', list: 'trash', query })}>{t('library.empty.trash')}</Button>}
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
