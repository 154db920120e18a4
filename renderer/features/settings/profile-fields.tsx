import type { ReactElement } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { TextField } from '#renderer/ui/field.tsx';
import styles from './profile-fields.module.css';

export interface ProfileFieldsProps {
  readonly penName: string;
  readonly sourceMark: string;
  readonly onPenName: (text: string) => void;
  readonly onSourceMark: (text: string) => void;
  /** One under the other. */
  readonly stacked?: boolean;
  readonly onLeave?: () => void;
}

/** The two things that dateline and byline are made of. */
export function ProfileFields({ penName, sourceMark, onPenName, onSourceMark, stacked = false, onLeave }: ProfileFieldsProps): ReactElement {
  const words = useWords();
  return (
    <div className={stacked ? styles.stacked : styles.two}>
      <TextField label={words.t('settings.pen-name')} hint={words.t('settings.pen-name.hint')} value={penName} maxLength={100} onText={onPenName} onBlur={onLeave} />
      <TextField label={words.t('settings.source-mark')} hint={words.t('settings.source-mark.hint')} value={sourceMark} maxLength={30} onText={onSourceMark} onBlur={onLeave} />
    </div>
  );
}
