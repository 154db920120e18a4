import { Fragment } from 'react';
import type { ReactElement } from 'react';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { useApp } from '#renderer/app/services.ts';
import type { Message, MessageKey } from '#renderer/i18n/catalogue.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Keys } from '#renderer/ui/keys.tsx';
import { MatchedText } from '../library/matched-text.tsx';
import { matchesIn } from './guide-search.ts';
import type { Run } from './read-marks.ts';
import { readMarks } from './read-marks.ts';
import { parseTopicId } from './topic-ids.ts';
import styles from './guide-text.module.css';

export interface GuideTextProps {
  readonly text: Message;
  /** What is looked for: set off wherever it stands. */
  readonly query: string;
}

/** A text of the guide: its names, keys and links are those of the window it is read in. */
export function GuideText({ text, query }: GuideTextProps): ReactElement {
  const { language } = useWords();
  return <>{readMarks(text[language]).map((run, index) => <Fragment key={index}><OneRun run={run} query={query} /></Fragment>)}</>;
}

function OneRun({ run, query }: { readonly run: Run; readonly query: string }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const found = (words: string): ReactElement => <MatchedText text={words} matches={matchesIn(words, query)} />;
  switch (run.kind) {
    case 'words':
      return found(run.text);
    case 'strong':
      return <b className={styles.strong}>{run.text.startsWith('{') ? <GuideText text={{ vi: run.text, en: run.text }} query={query} /> : found(run.text)}</b>;
    case 'keys':
      return <Keys of={run.keys} />;
    case 'says':
      return found(t(run.key as MessageKey));
    case 'command': {
      const command = commandNamed(run.id);
      const [shortcut] = command.shortcuts;
      return (
        <span className={styles.command}>
          {run.shows !== 'key' && <b className={styles.strong}>{found(t(command.labelKey))}</b>}
          {run.shows === 'both' && shortcut !== undefined && ' '}
          {run.shows !== 'name' && shortcut !== undefined && <Keys of={shortcut} />}
        </span>
      );
    }
    case 'see': {
      const topic = parseTopicId(run.topic);
      return topic === null ? <></> : <Button look="link" className={styles.see} onClick={() => app.go({ view: 'help', topic })}>{t(`help.topic.${topic}`)}</Button>;
    }
  }
}
