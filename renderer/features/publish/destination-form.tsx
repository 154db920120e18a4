import { useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { DestinationId } from '#core/base/ids.ts';
import type { CallOutput } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Destination } from '#core/contract/publish.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { TestResult } from './test-result.tsx';
import styles from './destination-form.module.css';

export interface DestinationFormProps {
  /** A destination that gets a new token; null: a new destination. */
  readonly known: Destination | null;
  readonly onClose: () => void;
  readonly onAdded?: (id: DestinationId) => void;
}

/** Tried as soon as it is kept; the form stays open when the portal refuses, so that it can be mended. */
export function DestinationForm({ known, onClose, onAdded }: DestinationFormProps): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const [name, setName] = useState(known?.name ?? '');
  const [url, setUrl] = useState(known?.url ?? '');
  const [token, setToken] = useState('');
  const [kept, setKept] = useState<Destination | null>(known);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<WireError | null>(null);
  const [tested, setTested] = useState<CallOutput<'destination', 'test'> | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const isSecretRef = /^(?:env|file|keychain):/.test(token.trim());
  const secret = isSecretRef ? { secret: token.trim() } : { token: token.trim() };

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setError(null);
    setTested(null);
    const isMended = kept !== null && known === null && (kept.name !== name.trim() || kept.url !== url.trim());
    // Nothing was ever sent to one that failed its first test: a mended name or address takes its place.
    if (isMended) {
      const removed = await app.client.destination.remove({ id: kept.id });
      if (removed.ok) setKept(null);
    }
    const stored = kept === null || isMended ? await app.client.destination.add({ name: name.trim(), kind: 'portal', url: url.trim(), ...secret }) : await app.client.destination.signIn({ id: kept.id, ...secret });
    if (!stored.ok) {
      setBusy(false);
      setError(stored.error);
      return;
    }
    setKept(stored.value);
    await app.facts.destinations.reload();
    onAdded?.(stored.value.id);
    const answer = await app.client.destination.test({ id: stored.value.id });
    setBusy(false);
    if (!answer.ok) setError(answer.error);
    else if (answer.value.ok) {
      app.toasts.show({ text: t('publish.destination.added', { name: stored.value.name }), icon: 'plug', tone: 'success' });
      onClose();
    } else setTested(answer.value);
  };
  const ready = name.trim() !== '' && url.trim() !== '' && token.trim() !== '';
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={known === null ? t('publish.destination.add') : t('publish.sign-in.title', { name: known.name })}
      initialFocus={first}
      acts={
        <>
          <Button size="large" onClick={onClose}>{t(kept !== null && known === null ? 'app.close' : 'app.cancel')}</Button>
          <Button look="primary" size="large" type="submit" form="destination-form" busy={busy} off={ready ? null : t('publish.destination.incomplete')}>{t(busy ? 'publish.destination.testing' : tested === null ? 'publish.destination.save' : 'app.retry')}</Button>
        </>
      }
    >
      <form id="destination-form" className={styles.form} onSubmit={(event) => void save(event)}>
        {known === null && (
          <>
            <TextField ref={first} label={t('publish.destination.name')} value={name} maxLength={100} onText={setName} />
            <TextField label={t('publish.destination.url')} type="url" placeholder={t('publish.destination.url.placeholder')} value={url} maxLength={500} wrong={error?.code === 'destination.url' ? words.error(error) : null} onText={setUrl} />
          </>
        )}
        <TextField
          {...(known === null ? {} : { ref: first })}
          label={t('publish.destination.token')}
          type="password"
          value={token}
          maxLength={4000}
          wrong={error?.code === 'destination.secret' ? words.error(error) : null}
          hint={t('publish.destination.token.hint')}
          onText={setToken}
        />
        {error !== null && error.code !== 'destination.url' && error.code !== 'destination.secret' && <p className={styles.error} role="alert">{words.error(error)}</p>}
        {tested !== null && <TestResult tested={tested} />}
        <p className={styles.where}><Icon name="lock" size={14} />{t('publish.destination.where')}</p>
      </form>
    </Dialog>
  );
}
