import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { TemplateName } from '#core/contract/story.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import type { IconName } from '#renderer/ui/icon-names.ts';
import { useRoving } from '#renderer/ui/roving.ts';
import { ProfileFields } from '../settings/profile-fields.tsx';
import styles from './new-story.module.css';

const templates: readonly { readonly name: TemplateName; readonly icon: IconName; readonly label: MessageKey; readonly text: MessageKey }[] = [
  { name: 'conference', icon: 'users', label: 'story.template.conference', text: 'story.template.conference.text' },
  { name: 'brief', icon: 'file-text', label: 'story.template.brief', text: 'story.template.brief.text' },
  { name: 'photo-essay', icon: 'image', label: 'story.template.photo-essay', text: 'story.template.photo-essay.text' },
  { name: 'blank', icon: 'square-pen', label: 'story.template.blank', text: 'story.template.blank.text' },
];

/** One chord and Enter: the template of the conference report stands first. Name and source mark are asked here, once, only while they are missing. */
export function NewStory({ onClose }: { readonly onClose: () => void }): ReactElement {
  const app = useApp();
  const words = useWords();
  const settings = useStore(app.settings);
  const [asksProfile] = useState(settings.profile.penName === '' || settings.newsroom.sourceMark === '');
  const [penName, setPenName] = useState(settings.profile.penName);
  const [sourceMark, setSourceMark] = useState(settings.newsroom.sourceMark);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const roving = useRoving('column');

  const make = async (name: TemplateName): Promise<void> => {
    if (busy) return;
    setBusy(true);
    if (asksProfile && (penName !== settings.profile.penName || sourceMark !== settings.newsroom.sourceMark)) {
      const { profile, newsroom } = settings;
      await app.saveSettings({ profile: { ...profile, penName: penName.trim(), name: profile.name || penName.trim() }, newsroom: { ...newsroom, sourceMark: sourceMark.trim() } });
    }
    await app.newStory(name);
    onClose();
  };

  return (
    <Dialog open onClose={onClose} wide={asksProfile} title={words.t('story.new.title')} initialFocus={first} acts={<Button size="large" onClick={onClose}>{words.t('app.cancel')}</Button>}>
      <div className={styles.list} ref={roving.ref} onKeyDown={roving.onKeyDown}>
        {templates.map((template, index) => (
          <button key={template.name} ref={index === 0 ? first : null} type="button" className={styles.template} tabIndex={index === 0 ? 0 : -1} onClick={() => void make(template.name)}>
            <Icon name={template.icon} size={20} />
            <span>
              <b>{words.t(template.label)}</b>
              <small>{words.t(template.text)}</small>
            </span>
          </button>
        ))}
      </div>
      {asksProfile && (
        <div className={styles.asks}>
          <p className={styles.why}>{words.t('story.new.asks')}</p>
          <ProfileFields penName={penName} sourceMark={sourceMark} onPenName={setPenName} onSourceMark={setSourceMark} />
        </div>
      )}
    </Dialog>
  );
}
