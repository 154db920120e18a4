import type { ReactElement } from 'react';
import type { ReadinessItem } from '#core/contract/export.ts';
import type { StoryMeta } from '#core/story/meta.ts';
import { BlockId } from '#core/base/ids.ts';
import { useApp } from '#renderer/app/services.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { catalogue } from '#renderer/i18n/catalogue.ts';
import { clockTime, daysAgo, shortDay } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './readiness-list.module.css';

export interface ReadinessListProps {
  readonly items: readonly ReadinessItem[];
  readonly meta: StoryMeta;
  readonly onGo: (block: BlockId | null, code: string) => void;
}

/** What stands between the story and its readers; a way to each thing that is missing. */
export function ReadinessList({ items, meta, onGo }: ReadinessListProps): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const approval = meta.events.findLast((event) => event.action === 'approved');
  const sentence = (item: ReadinessItem): string => {
    if (item.code === 'approved' && item.level === 'done' && approval !== undefined) {
      const when = daysAgo(approval.at, app.now()) === 0 ? clockTime(approval.at) : `${shortDay(approval.at, app.now())} ${clockTime(approval.at)}`;
      return t('publish.ready.approved.by', { who: approval.who || t('review.someone'), when });
    }
    const key = `publish.ready.${item.code}.${item.level === 'done' ? 'done' : 'missing'}`;
    return isKey(key) ? t(key, { count: item.count }) : item.code;
  };
  const why = (item: ReadinessItem): string | null => {
    const key = `publish.ready.${item.code}.why`;
    return item.level !== 'done' && isKey(key) ? t(key) : null;
  };
  return (
    <ul className={styles.list}>
      {items.map((item) => {
        const reason = why(item);
        const block = BlockId.safeParse(item.blockId);
        return (
          <li key={item.code} className={styles[item.level]} data-ready={item.code} data-level={item.level}>
            <Icon name={item.level === 'done' ? 'check' : item.level === 'advice' ? 'triangle-alert' : 'circle-alert'} />
            <span>
              <span className="unseen">{t(`publish.level.${item.level}`)} </span>
              {sentence(item)}
            </span>
            {item.level !== 'done' && item.code !== 'approved' && (
              <Button look="link" className={styles.go} onClick={() => onGo(block.success ? block.data : null, item.code)}>{t('publish.go')}</Button>
            )}
            {reason !== null && <small>{reason}</small>}
          </li>
        );
      })}
    </ul>
  );
}

const isKey = (key: string): key is MessageKey => Object.hasOwn(catalogue, key);
