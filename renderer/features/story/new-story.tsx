import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { TemplateName } from '#core/contract/story.ts';
import { useApp } from '#renderer/app/services.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import type { IconName } from '#renderer/ui/icon-names.ts';
import { useRoving } from '#renderer/ui/roving.ts';
import { answered, asksByline, BylineForm } from '../first/byline-form.tsx';
import type { BylineAnswer } from '../first/byline-form.tsx';
import styles from './new-story.module.css';

const templates: readonly { readonly name: TemplateName; readonly icon: IconName; readonly label: MessageKey; readonly text: MessageKey }[] = [
  { name: 'conference', icon: 'users', label: 'story.template.conference', text: 'story.template.conference.text' },
  { name: 'brief', icon: 'file-text', label: 'story.template.brief', text: 'story.template.brief.text' },
  { name: 'photo-essay', icon: 'image', label: 'story.template.photo-essay', text: 'story.template.photo-essay.text' },
  { name: 'blank', icon: 'square-pen', label: 'story.template.blank', text: 'story.template.blank.text' },
];

/**
 * One chord and Enter: the template of the conference report stands first. What it prints of the reporter is asked once, after the
 * first template that prints it was chosen, and may be left empty.
 */
export function NewStory({ onClose }: { readonly onClose: () => void }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const [asking, setAsking] = useState<TemplateName | null>(null);
  const [answer, setAnswer] = useState<BylineAnswer>(() => ({ penName: app.settings.get().profile.penName, sourceMark: app.settings.get().newsroom.sourceMark }));
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const penName = useRef<HTMLInputElement>(null);
  const roving = useRoving('column');
  useEffect(() => {
    if (asking !== null) penName.current?.focus();
  }, [asking]);

  const make = async (name: TemplateName): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await app.newStory(name);
    onClose();
  };
  const choose = (name: TemplateName): void => {
    if (asksByline(app.settings.get(), name)) setAsking(name);
    else void make(name);
  };
  const keep = async (name: TemplateName, said: BylineAnswer): Promise<void> => {
    const { profile, newsroom, help } = answered(app.settings.get(), said);
    if (await app.saveSettings({ profile, newsroom, help })) await make(name);
  };

  if (asking !== null) {
    const was: BylineAnswer = { penName: app.settings.get().profile.penName, sourceMark: app.settings.get().newsroom.sourceMark };
    return (
      <Dialog
        open
        onClose={onClose}
        wide
        title={t('first.byline.title')}
        text={t('first.byline.text')}
        acts={
          <>
            <Button size="large" look="quiet" onClick={() => void keep(asking, was)}>{t('first.byline.leave')}</Button>
            <Button size="large" look="primary" type="submit" form="byline-form" busy={busy}>{t('first.byline.go')}</Button>
          </>
        }
      >
        <BylineForm id="byline-form" ref={penName} template={asking} answer={answer} onAnswer={setAnswer} onDone={() => void keep(asking, answer)} />
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title={t('story.new.title')} initialFocus={first} acts={<Button size="large" onClick={onClose}>{t('app.cancel')}</Button>}>
      <div className={styles.list} ref={roving.ref} onKeyDown={roving.onKeyDown}>
        {templates.map((template, index) => (
          <button key={template.name} ref={index === 0 ? first : null} type="button" className={styles.template} tabIndex={index === 0 ? 0 : -1} onClick={() => choose(template.name)}>
            <Icon name={template.icon} size={20} />
            <span>
              <b>{t(template.label)}</b>
              <small>{t(template.text)}</small>
            </span>
          </button>
        ))}
      </div>
    </Dialog>
  );
}
