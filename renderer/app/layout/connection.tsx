import type { ReactElement } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { Status } from '#renderer/ui/status.tsx';
import { useApp } from '../services.ts';
import { useStore } from '../store.ts';
import styles from './connection.module.css';

/** Is there a network? Nothing to worry about if not: the sentence says so. */
export function Connection(): ReactElement {
  const app = useApp();
  const words = useWords();
  const online = useStore(app.online);
  return (
    <Status icon={online ? 'wifi' : 'wifi-off'} className={styles.connection}>
      <span role="status">
        {words.t(online ? 'app.online' : 'app.offline')}
        {!online && <span className={styles.long}>{words.t('app.offline.long')}</span>}
      </span>
    </Status>
  );
}
