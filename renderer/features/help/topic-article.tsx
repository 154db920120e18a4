import type { ReactElement, Ref } from 'react';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { useApp } from '#renderer/app/services.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { GuidePicture } from './guide-picture.tsx';
import { GuideText } from './guide-text.tsx';
import type { Piece, Topic } from './topic.ts';
import styles from './topic-article.module.css';

export interface TopicArticleProps {
  readonly topic: Topic;
  /** What is looked for: set off wherever it stands. */
  readonly query: string;
  readonly ref: Ref<HTMLHeadingElement>;
}

/** One topic of the guide. */
export function TopicArticle({ topic, query, ref }: TopicArticleProps): ReactElement {
  const { t, language } = useWords();
  return (
    <article className={styles.article} data-topic={topic.id}>
      <h2 ref={ref} tabIndex={-1} className={styles.title}>{t(`help.topic.${topic.id}`)}</h2>
      <p className={styles.lead}>{topic.lead[language]}</p>
      {topic.pieces.map((piece, index) => <OnePiece key={`${piece.kind}-${index}`} piece={piece} query={query} />)}
    </article>
  );
}

function OnePiece({ piece, query }: { readonly piece: Piece; readonly query: string }): ReactElement {
  const app = useApp();
  const { t, language } = useWords();
  switch (piece.kind) {
    case 'text':
      return <p className={styles.text}><GuideText text={piece.text} query={query} /></p>;
    case 'heading':
      return <h3 className={styles.heading}><GuideText text={piece.text} query={query} /></h3>;
    case 'steps':
      return <ol className={styles.steps}>{piece.items.map((item) => <li key={item.en}><span><GuideText text={item} query={query} /></span></li>)}</ol>;
    case 'list':
      return <ul className={styles.list}>{piece.items.map((item) => <li key={item.en}><GuideText text={item} query={query} /></li>)}</ul>;
    case 'terms':
      return (
        <dl className={styles.terms}>
          {piece.rows.map(([term, means]) => (
            <div key={term.en} className={styles.term}>
              <dt><GuideText text={term} query={query} /></dt>
              <dd><GuideText text={means} query={query} /></dd>
            </div>
          ))}
        </dl>
      );
    case 'picture':
      return <div className={styles.picture}><GuidePicture name={piece.name} alt={piece.alt[language]} /></div>;
    case 'acts':
      return (
        <p className={styles.acts}>
          {piece.commands.map(commandNamed).map(({ id, icon, labelKey, shortcuts }) => (
            <Button key={id} size="large" icon={icon} shortcut={shortcuts[0]} onClick={() => app.commands.run(id)}>{t(labelKey)}</Button>
          ))}
        </p>
      );
  }
}
