import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { DestinationId } from '#core/base/ids.ts';
import type { CallOutput } from '#core/contract/contract.ts';
import type { Destination, Job } from '#core/contract/publish.ts';
import { useResource } from '#renderer/app/resource.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { Status } from '#renderer/ui/status.tsx';
import { DestinationForm } from './destination-form.tsx';
import { placeLook } from './job-look.ts';
import { TestResult } from './test-result.tsx';
import styles from './destinations.module.css';

type Tested = CallOutput<'destination', 'test'>;

export interface DestinationsProps {
  /** With it, one of them is chosen to publish to. */
  readonly chosen?: DestinationId | null;
  readonly onChoose?: (id: DestinationId) => void;
  /** What is on its way to them or went there, newest first. */
  readonly jobs: readonly Job[];
}

/** Where stories can be sent: chosen, tried, added, removed. */
export function Destinations({ chosen, onChoose, jobs }: DestinationsProps): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const list = useResource(app.facts.destinations).value?.destinations ?? null;
  const [form, setForm] = useState<'add' | Destination | null>(null);
  const [tests, setTests] = useState<ReadonlyMap<DestinationId, Tested | 'busy'>>(new Map());
  const [starting, setStarting] = useState(false);
  useEffect(() => void app.facts.destinations.reload(), [app]);

  const test = async (destination: Destination): Promise<void> => {
    setTests((now) => new Map(now).set(destination.id, 'busy'));
    const answer = await app.client.destination.test({ id: destination.id });
    setTests((now) => {
      const next = new Map(now);
      if (answer.ok) next.set(destination.id, answer.value);
      else next.delete(destination.id);
      return next;
    });
    if (!answer.ok) app.tell(answer.error);
  };
  const remove = async (destination: Destination): Promise<void> => {
    const done = await app.client.destination.remove({ id: destination.id });
    if (!done.ok) app.tell(done.error);
    else app.toasts.show({ text: t('publish.destination.removed', { name: destination.name }), icon: 'globe' });
    await app.facts.destinations.reload();
  };
  const startSample = async (): Promise<void> => {
    if (starting) return;
    setStarting(true);
    const started = await app.client.destination.startSample({});
    setStarting(false);
    if (!started.ok) {
      app.tell(started.error);
      return;
    }
    await app.facts.destinations.reload();
    onChoose?.(started.value.id);
    app.toasts.show({ text: t('publish.sample.started', { name: started.value.name }), icon: 'plug', tone: 'success' });
  };

  return (
    <div className={styles.destinations}>
      {list?.length === 0 && <p className={styles.none}>{t('publish.destination.none')}</p>}
      <ul role={onChoose === undefined ? undefined : 'radiogroup'} aria-label={t('publish.destinations')}>
        {(list ?? []).map((destination) => {
          const tested = tests.get(destination.id);
          const look = placeLook(jobs.filter((job) => job.destinationId === destination.id), app.now(), words);
          const what = (
            <span>
              <b>{destination.name}</b>
              <small>{destination.url}</small>
              {(look !== null || onChoose !== undefined) && <Status icon={look?.icon ?? 'circle'} tone={look?.tone ?? 'plain'} className={styles.state}>{look?.text ?? t('publish.place.none')}</Status>}
            </span>
          );
          return (
            <li key={destination.id} role={onChoose === undefined ? undefined : 'presentation'} className={styles.one}>
              {onChoose === undefined ? (
                <span className={styles.what}>{what}</span>
              ) : (
                <label className={styles.what}>
                  <input type="radio" name="destination" className={styles.radio} checked={chosen === destination.id} onChange={() => onChoose(destination.id)} />
                  {what}
                </label>
              )}
              <Menu
                align="end"
                label={t('publish.destination.actions', { name: destination.name })}
                trigger={<IconButton small name="ellipsis" label={t('publish.destination.actions', { name: destination.name })} />}
                entries={[
                  { id: 'test', label: t('publish.destination.test'), icon: 'plug', run: () => void test(destination) },
                  { id: 'sign-in', label: t('publish.sign-in'), icon: 'lock', run: () => setForm(destination) },
                  { id: 'remove', label: t('publish.destination.remove'), icon: 'trash-2', line: true, run: () => void remove(destination) },
                ]}
              />
              {tested !== undefined && <TestResult tested={tested} />}
            </li>
          );
        })}
      </ul>
      <div className={styles.acts}>
        <Button look="link" icon="plus" onClick={() => setForm('add')}>{t('publish.destination.add')}</Button>
        <Button look="link" icon="plug" busy={starting} onClick={() => void startSample()}>{t(starting ? 'publish.sample.starting' : 'publish.sample.start')}</Button>
      </div>
      {form !== null && <DestinationForm known={form === 'add' ? null : form} onClose={() => setForm(null)} {...(onChoose === undefined ? {} : { onAdded: onChoose })} />}
    </div>
  );
}
