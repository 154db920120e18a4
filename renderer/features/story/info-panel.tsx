import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { resolveStoryDate } from '#core/vietnamese/date.ts';
import { slugify } from '#core/vietnamese/slug.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { civilDate, printedDate } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import type { StorySession } from './story-session.ts';
import { useEditorPart } from './use-editor.ts';
import styles from './info-panel.module.css';

/** What the story is about: part of the document, so undo covers it. Written when a field is left, one step each. */
export function InfoPanel({ session }: { readonly session: StorySession }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const { editor } = session;
  const fields = useEditorPart(editor, (snapshot) => snapshot.fields);
  const editable = useEditorPart(editor, (snapshot) => snapshot.editable);
  const headline = useEditorPart(editor, (snapshot) => snapshot.headline);
  const dateline = useEditorPart(editor, (snapshot) => snapshot.dateline);
  const sections = useStore(app.settings).newsroom.sections;
  const keywords = useDraft(fields.keywords.join(', '), (text) => {
    const list = text.split(',').map((word) => word.trim().normalize('NFC')).filter((word) => word !== '').slice(0, 50);
    if (list.join('\n') !== fields.keywords.join('\n')) editor.updateFields((now) => ({ ...now, keywords: list }));
  });
  const slug = useDraft(fields.slug, (text) => {
    const clean = text.trim() === '' ? '' : slugify(text);
    if (clean !== fields.slug) editor.updateFields((now) => ({ ...now, slug: clean }));
  });

  const date = useDateDraft(fields.date, app.now, (next) => {
    if (editable) editor.updateFields((now) => ({ ...now, date: next, dateUnsure: false }));
  });

  return (
    <div className={styles.info}>
      <TextField label={t('story.date')} hint={t('story.date.hint')} wrong={date.wrong ? t('story.date.wrong') : null} readOnly={!editable} inputMode="numeric" {...date.field} />
      {fields.date !== null && fields.dateUnsure && (
        <div className={styles.unsure}>
          <Icon name="triangle-alert" size={14} />
          <span>{t('story.date.unsure.text', { date: printedDate(fields.date) })}</span>
          {editable && <Button look="link" size="small" onClick={() => editor.updateFields((now) => ({ ...now, dateUnsure: false }))}>{t('story.date.confirm')}</Button>}
        </div>
      )}
      <SelectField
        label={t('story.section')}
        disabled={!editable}
        value={fields.section}
        options={[{ value: '', label: t('story.section.none') }, ...[...new Set([...sections, ...(fields.section === '' ? [] : [fields.section])])].map((section) => ({ value: section, label: section }))]}
        onValue={(section) => editor.updateFields((now) => ({ ...now, section }))}
      />
      <TextField label={t('story.keywords')} hint={t('story.keywords.hint')} readOnly={!editable} {...keywords} />
      <TextField label={t('story.slug')} hint={t('story.slug.hint')} readOnly={!editable} placeholder={headline === '' ? '' : slugify(headline)} spellCheck={false} {...slug} />
      <dl className={styles.facts}>
        <dt>{t('story.dateline')}</dt>
        <dd>{dateline === null ? t('story.dateline.none') : [dateline.source, dateline.date, dateline.place].filter((part) => part !== null && part !== '').join(' · ')}</dd>
        <dt>{t('story.author')}</dt>
        <dd>{useStore(session.state).meta.author || t('review.someone')}</dd>
      </dl>
    </div>
  );
}

/** A field typed into freely and written down when it is left; what changes elsewhere shows at once. */
function useDraft(stored: string, keep: (text: string) => void): { readonly value: string; readonly onText: (text: string) => void; readonly onBlur: () => void } {
  const [draft, setDraft] = useState(stored);
  useEffect(() => setDraft(stored), [stored]);
  return { value: draft, onText: setDraft, onBlur: () => keep(draft) };
}

/** A date typed the way papers print it: `19.1.2026`, or `19.1` for the nearest past one. */
function useDateDraft(stored: string | null, now: () => number, keep: (date: string | null) => void): { readonly wrong: boolean; readonly field: ReturnType<typeof useDraft> } {
  const [wrong, setWrong] = useState(false);
  const field = useDraft(stored === null ? '' : printedDate(stored), (text) => {
    if (text.trim() === '') {
      setWrong(false);
      if (stored !== null) keep(null);
      return;
    }
    const found = resolveStoryDate(text, { text: '', today: civilDate(now()) });
    setWrong(found === null);
    if (found !== null && found.date !== stored) keep(found.date);
  });
  useEffect(() => setWrong(false), [stored]);
  return { wrong, field };
}
