import type { ReactElement } from 'react';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { TopicId } from './topic-ids.ts';

/** The way to the topic of the guide that a reporter may need right here. Sparingly: a screen that needs explaining is to be mended first. `spelled`: with the topic's name, where nothing else is to be read. */
export function HelpLink({ topic, spelled = false }: { readonly topic: TopicId; readonly spelled?: boolean }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  if (spelled) return <Button look="link" size="large" icon="circle-help" onClick={() => app.go({ view: 'help', topic })}>{t(`help.topic.${topic}`)}</Button>;
  return <IconButton small name="circle-help" label={t('help.about', { topic: t(`help.topic.${topic}`) })} onClick={() => app.go({ view: 'help', topic })} />;
}
