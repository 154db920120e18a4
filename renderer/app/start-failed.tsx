import type { ReactElement } from 'react';
import type { WireError } from '#core/contract/errors.ts';
import { createWords } from '#renderer/i18n/translate.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { TipLayer } from '#renderer/ui/tip.tsx';

/** Shown instead of the window when it could not open: no settings are known yet, so the browser's language decides. */
export function StartFailed({ why }: { readonly why: 'refused' | 'unreachable' | WireError }): ReactElement {
  const words = createWords(navigator.language.startsWith('en') ? 'en' : 'vi');
  document.documentElement.lang = words.language;
  const [title, text] = typeof why === 'string'
    ? [words.t(`app.session.${why}`), words.t(`app.session.${why}.text`)]
    : [words.t('app.session.unreachable'), words.error(why)];
  return (
    <main>
      <Empty title={title} text={text} acts={<Button look="primary" size="large" onClick={() => window.location.reload()}>{words.t('app.retry')}</Button>} />
      <TipLayer />
    </main>
  );
}
