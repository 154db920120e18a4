import { useRef, useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import type { AttendeeId, BlockId } from '#core/base/ids.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import { copyDocument } from '#core/story/copy-document.ts';
import type { StoryVersion } from '#core/story/meta.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { clockTime, daysAgo, shortDay } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useRoving } from '#renderer/ui/roving.ts';
import type { StorySession } from '../story/story-session.ts';
import { useVersions } from './use-versions.ts';
import type { Versions } from './use-versions.ts';
import { VersionText } from './version-text.tsx';
import styles from './versions-dialog.module.css';

/** Today the time alone, earlier with the day. */
const versionTime = (at: number, now: number): string => (daysAgo(at, now) === 0 ? clockTime(at) : `${shortDay(at, now)} ${clockTime(at)}`);

/** Every text of the story that was kept, to look at, to take out as a story of its own, or to put back. */
export function VersionsDialog({ session, onClose }: { readonly session: StorySession; readonly onClose: () => void }): ReactElement | null {
  const app = useApp();
  const { t } = useWords();
  const { mode, stale } = useStore(session.state);
  const versions = useVersions(app.client, session.id);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const { shown } = versions;

  const once = async (act: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await act();
    setBusy(false);
  };
  const copy = (): Promise<void> =>
    once(async () => {
      if (shown === null) return;
      const newId = (): string => uuidv7({ now: app.now }, { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });
      const made = await app.client.story.create({ document: copyDocument(shown.document, { block: () => newId() as BlockId, attendee: () => newId() as AttendeeId }) });
      if (!made.ok) {
        app.tell(made.error);
        return;
      }
      onClose();
      await app.openStory(made.value.id);
      app.toasts.show({ text: t('versions.copied'), icon: 'square-pen' });
    });
  const restore = (): Promise<void> =>
    once(async () => {
      if (shown === null) return;
      // What is replaced must be safe before it goes: on disk, and as a version that outlives undo.
      if (!(await session.flush())) {
        app.toasts.show({ text: t('versions.not-saved'), icon: 'circle-alert', tone: 'danger', stays: true });
        return;
      }
      const kept = await app.client.story.keep({ id: session.id, document: session.editor.document(), reason: 'restore' });
      if (!kept.ok) {
        app.tell(kept.error);
        return;
      }
      // Meanwhile another window may have taken the story over.
      if (session.state.get().mode !== 'write') return;
      session.editor.replaceStory(shown.document);
      onClose();
      app.toasts.show({
        text: t('versions.restored', { time: versionTime(shown.version.at, app.now()) }), icon: 'history', acts: [{ label: t('app.undo'), shortcut: 'Mod+Z', run: () => void session.editor.run('undo') }],
      });
    });

  // Once, and at once from this machine: better than a dialog that jumps.
  if (versions.list === null && versions.error === null) return null;
  const isEmpty = versions.list?.length === 0;
  const off = shown === null ? t('app.loading') : null;
  return (
    <Dialog
      open
      roomy={!isEmpty}
      onClose={onClose}
      title={t('versions.title')}
      text={t(isEmpty ? 'versions.empty' : 'versions.text')}
      initialFocus={first}
      acts={
        <>
          <Button size="large" {...(isEmpty ? { ref: first } : {})} onClick={onClose}>{t('app.close')}</Button>
          {!isEmpty && (
            <>
              <Button size="large" off={off} busy={busy} onClick={() => void copy()}>{t('versions.copy')}</Button>
              <Button size="large" look="primary" busy={busy} off={mode !== 'write' || stale !== null ? t('app.off.read-only') : off} onClick={() => void restore()}>{t('versions.restore')}</Button>
            </>
          )}
        </>
      }
    >
      {isEmpty ? <p className={styles.empty}>{t('versions.empty.text')}</p> : <Body versions={versions} first={first} />}
    </Dialog>
  );
}

function Body({ versions, first }: { readonly versions: Versions; readonly first: RefObject<HTMLButtonElement | null> }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const roving = useRoving('column');
  const { list, chosen, shown, error } = versions;
  const at = list?.find((version) => version.id === chosen)?.at ?? null;
  return (
    <div className={styles.body}>
      <div ref={roving.ref} className={styles.list} role="listbox" aria-label={t('versions.list')} onKeyDown={roving.onKeyDown}>
        {(list ?? []).map((version, index) => (
          <Row key={version.id} version={version} chosen={version.id === chosen} first={index === 0 ? first : null} onChoose={() => versions.choose(version.id)} />
        ))}
      </div>
      <section className={styles.page} tabIndex={0} aria-busy={shown === null && error === null} aria-label={at === null ? t('app.loading') : t('versions.shown', { time: versionTime(at, app.now()) })}>
        {error !== null && <p role="alert">{words.error(error)}</p>}
        {shown !== null && <VersionText key={shown.version.id} document={shown.document} />}
      </section>
    </div>
  );
}

function Row({ version, chosen, first, onChoose }: { readonly version: StoryVersion; readonly chosen: boolean; readonly first: RefObject<HTMLButtonElement | null> | null; readonly onChoose: () => void }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  return (
    <button
      ref={first}
      type="button"
      role="option"
      data-version={version.reason}
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      className={classNames(styles.row, chosen && styles.chosen)}
      onClick={onChoose}
      onFocus={onChoose}
    >
      <time dateTime={new Date(version.at).toISOString()}>{versionTime(version.at, app.now())}</time>
      <span>{t(`versions.reason.${version.reason}`)}</span>
      <small>{t('versions.about', { who: version.author || t('versions.who'), count: version.words })}</small>
    </button>
  );
}
