import type { ReactElement } from 'react';
import type { ReviewEvent } from '#core/story/meta.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { clockTime, daysAgo, shortDay } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import type { IconName } from '#renderer/ui/icon-names.ts';
import type { StorySession } from '../story/story-session.ts';
import styles from './review-panel.module.css';

const looks: Readonly<Record<ReviewEvent['action'], { readonly icon: IconName; readonly label: MessageKey }>> = {
  submitted: { icon: 'send', label: 'review.event.submitted' },
  sent_back: { icon: 'corner-up-left', label: 'review.event.sent_back' },
  approved: { icon: 'badge-check', label: 'review.event.approved' },
  published: { icon: 'globe', label: 'review.event.published' },
};

/** Who did what when, newest first. */
export function ReviewPanel({ session }: { readonly session: StorySession }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const { meta } = useStore(session.state);
  if (meta.events.length === 0) return <p className={styles.none}>{t('review.none')}</p>;
  return (
    <ol className={styles.events}>
      {meta.events.toReversed().map((event) => (
        <li key={`${event.at}-${event.action}`}>
          <Icon name={looks[event.action].icon} size={14} />
          <b>{event.who || t('review.someone')}</b>
          <time dateTime={new Date(event.at).toISOString()}>{daysAgo(event.at, app.now()) === 0 ? clockTime(event.at) : `${shortDay(event.at, app.now())} ${clockTime(event.at)}`}</time>
          <span>{t(looks[event.action].label)}</span>
          {event.note !== '' && <p>{event.note}</p>}
        </li>
      ))}
    </ol>
  );
}
