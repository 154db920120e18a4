import type { KeyboardEvent, ReactElement } from 'react';
import type { Attendee } from '#core/story/attendee.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import styles from './attendee-row.module.css';

const roles: Readonly<Record<Attendee['role'], MessageKey>> = {
  chair: 'people.role.chair',
  leader_of_delegation: 'people.role.leader_of_delegation',
  speaker: 'people.role.speaker',
  attendee: 'people.role.attendee',
};

export const roleKey = (role: Attendee['role']): MessageKey => roles[role];

/** `đồng chí` → `Đ/c`, the way lists print it; others stand as they are. */
export const shortHonorific = (honorific: string): string => (honorific.toLowerCase().startsWith('đồng chí') || honorific.toLowerCase().startsWith('các đồng chí') ? 'Đ/c' : honorific);

export interface AttendeeRowProps {
  readonly attendee: Attendee;
  readonly number: number;
  /** Places in the text that carry the mark. */
  readonly mentions: number;
  readonly editable: boolean;
  readonly dragged: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onReveal: () => void;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onTagAll: () => void;
  readonly onRemove: () => void;
  readonly onDrag: () => void;
  readonly onDragEnd: () => void;
  readonly onDrop: () => void;
}

export function AttendeeRow({ attendee, number, mentions, editable, dragged, onKeyDown, onReveal, onEdit, onMove, onTagAll, onRemove, onDrag, onDragEnd, onDrop }: AttendeeRowProps): ReactElement {
  const { t } = useWords();
  const collective = attendee.kind === 'collective';
  const missing = !collective && mentions === 0;
  return (
    <div
      className={classNames(styles.row, dragged && styles.dragged)}
      draggable={editable}
      onDragStart={onDrag}
      onDragEnd={onDragEnd}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <button type="button" className={styles.who} data-attendee={attendee.id} onClick={onReveal} onDoubleClick={editable ? onEdit : undefined} onKeyDown={onKeyDown}>
        <span className={styles.order}>{collective ? <Icon name="users" size={14} /> : number}</span>
        <span className={styles.name}>
          {attendee.honorific !== null && attendee.honorific !== '' && <span className={styles.honorific}>{shortHonorific(attendee.honorific)} </span>}
          {attendee.name}
        </span>
        <span className={styles.role}>{collective ? t('people.collective') : t(roles[attendee.role])}</span>
        {attendee.titles.length > 0 && <span className={styles.titles}>{attendee.titles.join(', ')}</span>}
        {missing && <span className={styles.missing}><Icon name="triangle-alert" size={14} />{t('people.not-in-text')}</span>}
        {mentions > 1 && <span className="unseen">{t('people.mentions', { count: mentions })}</span>}
      </button>
      {editable && (
        <span className={styles.acts}>
          <Menu
            align="end"
            label={t('people.actions', { name: attendee.name })}
            trigger={<IconButton small name="ellipsis" label={t('people.actions', { name: attendee.name })} tabIndex={-1} />}
            entries={[
              { id: 'edit', label: t('people.edit'), icon: 'pen-line', shortcut: 'F2', run: onEdit },
              ...(collective ? [] : [{ id: 'tag', label: t('people.tag-all'), icon: 'tag' as const, run: onTagAll }]),
              { id: 'up', label: t('people.up'), icon: 'arrow-up', shortcut: 'Alt+ArrowUp', line: true, run: () => onMove(-1) },
              { id: 'down', label: t('people.down'), icon: 'arrow-down', shortcut: 'Alt+ArrowDown', run: () => onMove(1) },
              { id: 'remove', label: t('people.remove'), icon: 'user-minus', shortcut: 'Delete', line: true, run: onRemove },
            ]}
          />
        </span>
      )}
    </div>
  );
}
