import { Fragment } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { BlockJson, FigureJson, InlineJson, ListJson, StoryDocument } from '#core/story/document.ts';
import { blockText, figurePart } from '#core/story/text.ts';
import { useApp } from '#renderer/app/services.ts';
import { printedDate } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import styles from './version-text.module.css';

const bold = 1;
const italic = 2;

const emphasis = (text: string, format: number): ReactNode => {
  const leaning = (format & italic) === 0 ? text : <em>{text}</em>;
  return (format & bold) === 0 ? leaning : <strong>{leaning}</strong>;
};

/** Runs of text as they read; links are only text here. A node has no id, so its place is its key: nothing here ever moves. */
const runs = (nodes: readonly InlineJson[]): ReactNode =>
  nodes.map((node, index) => (
    <Fragment key={index}>{node.type === 'text' ? emphasis(node.text, node.format) : node.type === 'linebreak' ? <br /> : <u>{runs(node.children)}</u>}</Fragment>
  ));

function List({ list }: { readonly list: ListJson }): ReactElement {
  const items = list.children.map((item, index) => (
    <li key={index}>{item.children.map((child, at) => <Fragment key={at}>{child.type === 'list' ? <List list={child} /> : runs([child])}</Fragment>)}</li>
  ));
  return list.listType === 'number' ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}

function Figure({ figure }: { readonly figure: FigureJson }): ReactElement {
  const { t } = useWords();
  const { addresses } = useApp();
  const part = (name: 'caption' | 'credit'): readonly InlineJson[] => figure.children.find((child) => child.part === name)?.children ?? [];
  return (
    <figure>
      {figure.photo === null ? (
        <p className={styles.none}><Icon name="image-off" size={14} /> {t('versions.photo.none')}</p>
      ) : (
        <img src={addresses.photo(figure.photo.media, 'thumb')} alt={figurePart(figure, 'alt')} width={figure.photo.width} height={figure.photo.height} loading="lazy" />
      )}
      <figcaption>{runs(part('caption'))} <em>{runs(part('credit'))}</em></figcaption>
    </figure>
  );
}

function Block({ block }: { readonly block: BlockJson }): ReactElement | null {
  switch (block.type) {
    case 'figure':
      return <Figure figure={block} />;
    case 'list':
      return <List list={block} />;
    case 'horizontalrule':
      return <hr />;
    case 'field':
      return blockText(block).trim() === '' ? null : <p className={styles[block.field]} data-field={block.field}>{runs(block.children)}</p>;
    case 'heading':
      return <p className={styles.heading}>{runs(block.children)}</p>;
    case 'quote':
      return <blockquote>{runs(block.children)}</blockquote>;
    case 'paragraph':
      return blockText(block).trim() === '' ? null : <p>{runs(block.children)}</p>;
  }
}

/** A kept text to read: no editor, nothing to click. */
export function VersionText({ document }: { readonly document: StoryDocument }): ReactElement {
  const { t } = useWords();
  const { date, attendees } = document.fields;
  const about = [...(date === null ? [] : [t('versions.date', { date: printedDate(date) })]), ...(attendees.length === 0 ? [] : [t('versions.attendees', { count: attendees.length })])];
  const isBlank = document.blocks.every((block) => block.type !== 'figure' && blockText(block).trim() === '');
  return (
    <div className={styles.text}>
      {about.length > 0 && <p className={styles.about}>{about.join(' · ')}</p>}
      {isBlank && <p className={styles.about}>{t('versions.blank')}</p>}
      {document.blocks.map((block) => <Block key={block.$.bid} block={block} />)}
    </div>
  );
}
