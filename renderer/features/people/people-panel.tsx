import { useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { AttendeeId } from '#core/base/ids.ts';
import type { Attendee } from '#core/story/attendee.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { pressed } from '#renderer/ui/shortcut.ts';
import type { StorySession } from '../story/story-session.ts';
import { useEditorPart } from '../story/use-editor.ts';
import { AddPerson } from './add-person.tsx';
import { AttendeeForm } from './attendee-form.tsx';
import { AttendeeRow } from './attendee-row.tsx';
import { delegationHeading, delegations, indexBefore, movedIndex } from './delegations.ts';
import styles from './people-panel.module.css';

/** Everyone at this story's event, by delegation, in the order of printing. */
export function PeoplePanel({ session }: { readonly session: StorySession }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const { editor } = session;
  const attendees = useEditorPart(editor, (snapshot) => snapshot.attendees);
  const mentions = useEditorPart(editor, (snapshot) => snapshot.mentions);
  const editable = useEditorPart(editor, (snapshot) => snapshot.editable);
  const [editing, setEditing] = useState<AttendeeId | null>(null);
  const [adding, setAdding] = useState(false);
  const [dragged, setDragged] = useState<AttendeeId | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);

  // The list is drawn after the page has taken the change in.
  const focusRow = (id: AttendeeId, frames = 30): void => {
    requestAnimationFrame(() => {
      const row = list.current?.querySelector<HTMLElement>(`[data-attendee="${id}"]`);
      if (row === null || row === undefined) {
        if (frames > 0) focusRow(id, frames - 1);
      } else row.focus();
    });
  };
  const move = (attendee: Attendee, by: -1 | 1): void => {
    const index = movedIndex(attendees, attendee.id, by);
    if (index === null) return;
    editor.attendees.move(attendee.id, index);
    focusRow(attendee.id);
  };
  const remove = (attendee: Attendee): void => {
    const at = attendees.indexOf(attendee);
    editor.attendees.remove(attendee.id);
    const next = attendees[at + 1] ?? attendees[at - 1];
    if (next !== undefined) focusRow(next.id);
    app.toasts.show({ text: t('people.removed', { name: attendee.name }), icon: 'users', acts: [{ label: t('app.undo'), shortcut: 'Mod+Z', run: () => editor.run('undo') }] });
  };
  const tagAll = (attendee: Attendee): void => {
    const count = editor.attendees.tagOccurrences(attendee.id);
    app.toasts.show(count === 0 ? { text: t('people.tagged.none', { name: attendee.name }), icon: 'users' } : { text: t('people.tagged', { count, name: attendee.name }), icon: 'users', acts: [{ label: t('app.undo'), shortcut: 'Mod+Z', run: () => editor.run('undo') }] });
  };
  const drop = (before: Attendee): void => {
    const moving = attendees.find((attendee) => attendee.id === dragged);
    setDragged(null);
    if (moving === undefined || moving.id === before.id) return;
    if (moving.delegation !== before.delegation) editor.attendees.update(moving.id, { delegation: before.delegation });
    editor.attendees.move(moving.id, indexBefore(attendees, moving.id, before.id));
  };
  const onKeyDown = (attendee: Attendee) => (event: KeyboardEvent): void => {
    const native = event.nativeEvent;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-attendee]') ?? [])];
    const at = rows.findIndex((row) => row.dataset['attendee'] === attendee.id);
    const act = (): void => event.preventDefault();
    if (pressed(native, 'ArrowDown')) { act(); rows[at + 1]?.focus(); }
    else if (pressed(native, 'ArrowUp')) { act(); rows[at - 1]?.focus(); }
    else if (editable && pressed(native, 'Alt+ArrowUp')) { act(); move(attendee, -1); }
    else if (editable && pressed(native, 'Alt+ArrowDown')) { act(); move(attendee, 1); }
    else if (editable && pressed(native, 'Delete')) { act(); remove(attendee); }
    else if (editable && pressed(native, 'F2')) { act(); setEditing(attendee.id); }
    else if (pressed(native, 'Escape')) { act(); editor.focus(); }
  };

  const groups = delegations(attendees);
  const named = groups.some((group) => group.name !== null);
  return (
    <>
      <div className={styles.body} ref={list}>
        {attendees.length === 0 && (
          <div className={styles.empty}>
            <p>{t('people.empty')}</p>
          </div>
        )}
        {groups.map((group) => (
          <section key={group.name ?? ''} aria-label={group.name ?? t('people.main-list')}>
            {(named || attendees.length > 0) && (
              <h2 className={styles.group}>
                <span>{group.name === null ? t('people.main-list') : delegationHeading(group.name)}</span>
                <span className={styles.count}>{group.attendees.length}</span>
              </h2>
            )}
            <ol>
              {group.attendees.map((attendee, index) => (
                <li key={attendee.id}>
                  {editing === attendee.id ? (
                    <AttendeeForm
                      attendee={attendee}
                      known={groups.flatMap(({ name }) => name ?? [])}
                      onSave={(change) => {
                        editor.attendees.update(attendee.id, change);
                        setEditing(null);
                        focusRow(attendee.id);
                      }}
                      onCancel={() => {
                        setEditing(null);
                        focusRow(attendee.id);
                      }}
                    />
                  ) : (
                    <AttendeeRow
                      attendee={attendee}
                      number={index + 1}
                      mentions={mentions.get(attendee.id) ?? 0}
                      editable={editable}
                      dragged={dragged === attendee.id}
                      onKeyDown={onKeyDown(attendee)}
                      onReveal={() => {
                        if (!editor.attendees.reveal(attendee.id)) app.toasts.show({ text: t('people.no-mention', { name: attendee.name }), icon: 'users', ...(editable ? { acts: [{ label: t('people.tag-all'), run: () => tagAll(attendee) }] } : {}) });
                      }}
                      onEdit={() => setEditing(attendee.id)}
                      onMove={(by) => move(attendee, by)}
                      onTagAll={() => tagAll(attendee)}
                      onRemove={() => remove(attendee)}
                      onDrag={() => setDragged(attendee.id)}
                      onDragEnd={() => setDragged(null)}
                      onDrop={() => drop(attendee)}
                    />
                  )}
                </li>
              ))}
            </ol>
          </section>
        ))}
        {editable && !adding && (
          <button ref={add} type="button" className={styles.add} onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {t('people.add')}
          </button>
        )}
        {editable && adding && (
          <AddPerson
            session={session}
            onAdded={(id) => {
              setAdding(false);
              focusRow(id);
            }}
            onCancel={() => {
              setAdding(false);
              requestAnimationFrame(() => add.current?.focus());
            }}
            onLeave={() => setAdding(false)}
          />
        )}
      </div>
      {attendees.length > 0 && (
        <p className={styles.foot}>{t(editable ? 'people.keys' : 'people.keys.read')}</p>
      )}
    </>
  );
}
