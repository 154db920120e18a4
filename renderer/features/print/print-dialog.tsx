import { useRef } from 'react';
import type { ReactElement } from 'react';
import { changeLook } from '#renderer/app/page-look.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Check } from '#renderer/ui/check.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Segments } from '#renderer/ui/segments.tsx';
import type { PrintChoice } from './draft.tsx';
import styles from './print-dialog.module.css';

export interface PrintDialogProps {
  readonly onClose: () => void;
  readonly onPrint: () => void;
  /** Absent where a PDF is made by the system's own print dialog. */
  readonly onPdf?: (() => void) | undefined;
}

/** What goes along on paper; the answers stay for the next time. Enter prints. */
export function PrintDialog({ onClose, onPrint, onPdf }: PrintDialogProps): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const choice = useStore(app.settings).interface.print;
  const first = useRef<HTMLButtonElement>(null);
  const change = (part: Partial<PrintChoice>): void => changeLook(app, { print: { ...choice, ...part } });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('print.title')}
      text={t('print.text')}
      initialFocus={first}
      acts={
        <>
          <Button size="large" onClick={onClose}>{t('app.cancel')}</Button>
          {onPdf !== undefined && <Button size="large" icon="file-down" onClick={onPdf}>{t('print.pdf')}</Button>}
          <Button ref={first} look="primary" size="large" icon="printer" onClick={onPrint}>{t(onPdf === undefined ? 'print.print-or-pdf' : 'print.print')}</Button>
        </>
      }
    >
      <div className={styles.choices}>
        <Check checked={choice.attendees} onCheck={(attendees) => change({ attendees })}>{t('print.with-attendees')}</Check>
        <Check checked={choice.photos} onCheck={(photos) => change({ photos })}>{t('print.with-photos')}</Check>
        <div className={styles.row}>
          <span>{t('print.spacing')}</span>
          <Segments label={t('print.spacing')} value={choice.spacing} options={(['normal', 'wide'] as const).map((value) => ({ value, label: t(`print.spacing.${value}`) }))} onValue={(spacing) => change({ spacing })} />
        </div>
      </div>
    </Dialog>
  );
}
