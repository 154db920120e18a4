import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { isAsking } from '#renderer/app/commands/command-center.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './drop-files.module.css';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * Files dropped anywhere but on a page become stories. The page sees to its own; a file that nobody takes must not carry the window away
 * to it, which is what a browser does by itself.
 */
export function DropFiles(): ReactElement | null {
  const app = useApp();
  const { t } = useWords();
  const [over, setOver] = useState(false);
  useEffect(() => {
    // On the page, and where the open story is looked at, a dropped file means that story.
    const takes = (): boolean => !['story', 'publish'].includes(app.route.get().view) && !isAsking();
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = takes() ? 'copy' : 'none';
      setOver(takes());
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (takes() && files.length > 0) void import('./take-files.ts').then(({ takeFiles }) => takeFiles(app, files));
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [app]);
  if (!over) return null;
  return (
    <div className={styles.place} role="status">
      <Icon name="file-input" size={20} />
      <b>{t('library.drop')}</b>
      {t('library.drop.text')}
    </div>
  );
}
