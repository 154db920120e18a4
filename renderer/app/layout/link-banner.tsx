import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '#renderer/i18n/words.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { useApp } from '../services.ts';
import { useStore } from '../store.ts';

/** A break shorter than this (milliseconds) mends itself before anyone could read of it. */
const patience = 1_200;

/** Stands while the backend can't be reached. */
export function LinkBanner(): ReactElement | null {
  const app = useApp();
  const words = useWords();
  const link = useStore(app.link);
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (link === 'open') {
      setLate(false);
      return undefined;
    }
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [link]);
  const story = useStore(app.story);
  const route = useStore(app.route);
  // On the page the story's own banner says it, with what to do.
  if (!late || (route.view === 'story' && story?.editor.save.state().kind === 'failed')) return null;
  return (
    <Banner kind="fail" icon="circle-alert">
      <span className="strong">{words.t('app.unreachable')}</span> {words.t('app.unreachable.safe')}
    </Banner>
  );
}
