import type { ReactElement } from 'react';
import type { CallOutput } from '#core/contract/contract.ts';
import { ErrorCode } from '#core/contract/errors.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './destinations.module.css';

/** The outbox's sentences speak of a story on its way; a test sends none, so it speaks of the connection. */
const answers: Partial<Record<ErrorCode, MessageKey>> = {
  'portal.offline': 'publish.test.offline',
  'portal.sign-in': 'publish.test.sign-in',
  'portal.no-secret': 'publish.test.no-secret',
  'portal.not-portal': 'publish.test.not-portal',
  'portal.busy': 'publish.test.busy',
  'portal.certificate': 'publish.test.certificate',
};

/** What a try at the destination said, failed or not. */
export function TestResult({ tested }: { readonly tested: CallOutput<'destination', 'test'> | 'busy' }): ReactElement {
  const words = useWords();
  const { t } = words;
  if (tested === 'busy') return <p className={styles.tested} role="status"><Icon name="loader-circle" size={14} />{t('publish.destination.testing')}</p>;
  const code = ErrorCode.safeParse(tested.problem);
  const skew = tested.clockSkew === null ? 0 : Math.round(Math.abs(tested.clockSkew) / 60_000);
  return (
    <div className={tested.ok ? styles.good : styles.bad} role="status">
      <Icon name={tested.ok ? 'circle-check' : 'circle-alert'} className={tested.ok ? 'success' : 'danger'} />
      <div>
        <b>{t(tested.ok ? 'publish.test.ok' : 'publish.test.failed')}</b>
        {tested.ok ? <p>{t('publish.test.who', { portal: tested.portal ?? '', user: tested.user ?? '' })}</p> : <p>{t((code.success ? answers[code.data] : undefined) ?? 'publish.test.other')}</p>}
        {skew >= 2 && <p>{t('publish.test.clock', { minutes: skew })}</p>}
      </div>
    </div>
  );
}
