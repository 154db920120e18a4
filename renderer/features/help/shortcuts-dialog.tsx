import { useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { commandNamed, commandsHere } from '#renderer/app/commands/app-commands.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { shownKeys } from '#renderer/ui/shortcut.ts';
import { shortcutTable } from './shortcut-table.ts';
import styles from './shortcuts-dialog.module.css';

/** Every key there is, as this machine prints it. Made from the command list, so it can't be out of date. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const [query, setQuery] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const groups = useMemo(() => shortcutTable(commandsHere(app.desktop), words, query), [app, words, query]);
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <Dialog
      open
      onClose={onClose}
      roomy
      title={t('help.shortcuts')}
      text={t('help.shortcuts.text', { keys: shownKeys(commandNamed('palette').shortcuts[0] ?? '') })}
      initialFocus={field}
      acts={
        <>
          <Button size="large" onClick={() => window.print()}>{t('help.shortcuts.print')}</Button>
          <Button size="large" look="primary" onClick={onClose}>{t('app.close')}</Button>
        </>
      }
    >
      <div className={styles.find} role="search">
        <Icon name="search" size={14} />
        <input
          ref={field}
          className={styles.asked}
          type="text"
          inputMode="search"
          spellCheck={false}
          autoComplete="off"
          maxLength={60}
          value={query}
          placeholder={t('help.shortcuts.ask')}
          aria-label={t('help.shortcuts.ask')}
          onChange={(event) => setQuery(event.target.value)}
        />
        <span className={styles.count} role="status">{query === '' ? '' : t('help.shortcuts.found', { count })}</span>
      </div>
      <div className={styles.table} data-prints="shortcuts" tabIndex={0} role="group" aria-label={t('help.shortcuts')}>
        <div className={styles.columns}>
          {groups.map(({ group, heading, rows }) => (
            <section key={group} className={styles.group}>
              <h3 className={styles.heading}>{heading}</h3>
              <dl>
                {rows.map(({ id, label, shortcuts }) => (
                  <div key={id} className={styles.row} data-command={id}>
                    <dt>{label}</dt>
                    <dd>
                      {shortcuts.map((shortcut, index) => (
                        <span key={shortcut}>
                          {index > 0 && <span className={styles.or}>{t('help.shortcuts.or')}</span>}
                          <Keys of={shortcut} />
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        {groups.length === 0 && <p className={styles.none}>{t('help.shortcuts.none')}</p>}
      </div>
    </Dialog>
  );
}
