import type { FormEvent, ReactElement, Ref } from 'react';
import type { BlockId } from '#core/base/ids.ts';
import type { Settings } from '#core/contract/settings.ts';
import type { TemplateName } from '#core/contract/story.ts';
import { templateDocument } from '#core/story/templates.ts';
import { blockText } from '#core/story/text.ts';
import { useApp } from '#renderer/app/services.ts';
import { civilDate } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { TextField } from '#renderer/ui/field.tsx';
import styles from './byline-form.module.css';

/** What a template prints that only the reporter knows. */
export interface BylineAnswer {
  readonly penName: string;
  readonly sourceMark: string;
}

export interface BylineFormProps {
  readonly id: string;
  readonly template: TemplateName;
  readonly answer: BylineAnswer;
  readonly onAnswer: (answer: BylineAnswer) => void;
  readonly onDone: () => void;
  readonly ref: Ref<HTMLInputElement>;
}

/** Settings as they would be with this answer. A reporter without a name yet goes by the pen name. */
export function answered(settings: Settings, { penName, sourceMark }: BylineAnswer): Settings {
  const { profile, newsroom, help } = settings;
  const pen = penName.trim().normalize('NFC');
  const mark = sourceMark.trim().normalize('NFC');
  return { ...settings, profile: { ...profile, penName: pen, name: profile.name || pen }, newsroom: { ...newsroom, sourceMark: mark }, help: { ...help, leftEmpty: pen === '' || mark === '' } };
}

/** Is there something to ask before this template can fill dateline and byline in? */
export const asksByline = ({ profile, newsroom, help }: Settings, template: TemplateName): boolean =>
  template !== 'blank' && !help.leftEmpty && (profile.penName === '' || newsroom.sourceMark === '');

/** Pen name and source mark, and below them the very lines that they make: what the template will print. */
export function BylineForm({ id, template, answer, onAnswer, onDone, ref }: BylineFormProps): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const { blocks } = templateDocument(template, { settings: answered(app.settings.get(), answer), today: civilDate(app.now()), newBlockId: () => '' as BlockId });
  const lines = blocks.filter((block) => block.type === 'paragraph' || (block.type === 'field' && block.field === 'byline')).map((block) => blockText(block).trim());
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    onDone();
  };
  return (
    <form id={id} className={styles.form} onSubmit={keep}>
      <TextField ref={ref} label={t('settings.pen-name')} hint={t('settings.pen-name.hint')} value={answer.penName} maxLength={100} onText={(penName) => onAnswer({ ...answer, penName })} />
      <TextField label={t('settings.source-mark')} hint={t('settings.source-mark.hint')} value={answer.sourceMark} maxLength={30} onText={(sourceMark) => onAnswer({ ...answer, sourceMark })} />
      <div className={styles.printed}>
        <span className={styles.label}>{t('first.byline.printed')}</span>
        <p className={styles.dateline} lang="vi">{lines[0]}</p>
        <p className={styles.byline} lang={lines[1] ? 'vi' : undefined}>{lines[1] || t('first.byline.none')}</p>
      </div>
    </form>
  );
}
