import { lazy, Suspense } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { RowActs } from './use-row-acts.ts';

const AskName = lazy(async () => ({ default: (await import('../first/ask-name.tsx')).AskName }));

/** What an act on rows asks first: deleting for good, and the name of whoever hands in. */
export function RowDialogs({ acts }: { readonly acts: RowActs }): ReactElement {
  const { t } = useWords();
  return (
    <>
      {acts.erasing !== null && (
        <Dialog
          open
          onClose={acts.dontErase}
          title={t('library.erase.title', { count: acts.erasing.length })}
          text={t('library.erase.text', { count: acts.erasing.length })}
          acts={
            <>
              <Button size="large" onClick={acts.dontErase}>{t('app.cancel')}</Button>
              <Button look="destroy" size="large" onClick={acts.erase}>{t('library.erase')}</Button>
            </>
          }
        />
      )}
      {acts.unnamed !== null && (
        <Suspense fallback={null}>
          <AskName onClose={acts.forgetUnnamed} onNamed={acts.unnamed} />
        </Suspense>
      )}
    </>
  );
}
