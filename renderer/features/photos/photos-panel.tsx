import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import type { BlockId } from '#core/base/ids.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import type { StorySession } from '../story/story-session.ts';
import { useEditorPart } from '../story/use-editor.ts';
import type { FigureEntry } from './figures.ts';
import { figuresOf } from './figures.ts';
import styles from './photos-panel.module.css';

/** Milliseconds without typing before captions are read again: the list never runs on the typing path. */
const idle = 400;

/** Every figure with what it still lacks. */
export function PhotosPanel({ session }: { readonly session: StorySession }): ReactElement {
  const { t } = useWords();
  const { addresses } = useApp();
  const { editor } = session;
  const figures = useFigures(session);
  const editable = useEditorPart(editor, (snapshot) => snapshot.editable);
  const picker = useRef<HTMLInputElement>(null);
  const wanted = useRef<BlockId | undefined>(undefined);
  const pick = (figure?: BlockId): void => {
    wanted.current = figure;
    picker.current?.click();
  };
  return (
    <>
      <div className={styles.body}>
        {figures.length === 0 && <p className={styles.none}>{t('photos.none')}</p>}
        <ol>
          {figures.map((figure, index) => (
            <li key={figure.id} className={styles.figure}>
              {figure.photo === null ? (
                <button type="button" className={styles.hole} aria-label={t('photos.pick-for', { number: index + 1 })} disabled={!editable} onClick={() => pick(figure.id)}>
                  <Icon name="image-plus" />
                </button>
              ) : (
                <img className={`${styles.thumb} photo-dim`} src={addresses.photo(figure.photo.media, 'thumb')} alt="" width={72} height={48} />
              )}
              <button type="button" className={styles.words} onClick={() => editor.focusBlock(figure.id)}>
                <span className={styles.caption}>{figure.caption || t('photos.no-caption')}</span>
                <Missing figure={figure} />
              </button>
            </li>
          ))}
        </ol>
      </div>
      {editable && (
        <div className={styles.foot}>
          <Button icon="image-plus" onClick={() => pick()}>{t('photos.add')}</Button>
        </div>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) void editor.placePhotoFiles(files, wanted.current);
        }}
      />
    </>
  );
}

function Missing({ figure }: { readonly figure: FigureEntry }): ReactElement {
  const { t } = useWords();
  const lacks = [figure.photo === null && t('photos.lacks.photo'), figure.caption === '' && t('photos.lacks.caption'), figure.credit === '' && t('photos.lacks.credit'), figure.alt === '' && t('photos.lacks.alt')].filter((one) => one !== false);
  return lacks.length === 0 ? (
    <span className={styles.ok}><Icon name="check" size={14} />{t('photos.complete')}</span>
  ) : (
    <span className={styles.lacks}><Icon name="triangle-alert" size={14} />{t('photos.lacks', { what: lacks.join(', ') })}</span>
  );
}

function useFigures(session: StorySession): readonly FigureEntry[] {
  const { editor } = session;
  const [figures, setFigures] = useState(() => figuresOf(editor.document()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const look = (): void => {
      timer = null;
      const next = figuresOf(editor.document());
      setFigures((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    const later = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(look, idle);
    };
    look();
    const stop = editor.lexical.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) later();
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [editor]);
  return figures;
}
