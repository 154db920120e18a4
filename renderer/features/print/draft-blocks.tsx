import { Fragment } from 'react';
import type { ReactElement, ReactNode } from 'react';
import type { BlockJson, FigureJson, InlineJson, ListJson, TextJson } from '#core/story/document.ts';
import { blockText, figurePart } from '#core/story/text.ts';
import type { Addresses } from '#renderer/bridge/addresses.ts';
import styles from './draft.module.css';

const bold = 1;
const italic = 2;

/** `[?]` stands out, so that nobody passes over it with the pen. */
const withGaps = (text: string): ReactNode =>
  text.split('[?]').map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <span className={styles.gap}>[?]</span>}
      {part}
    </Fragment>
  ));

function Run({ run }: { readonly run: TextJson }): ReactElement {
  const text = withGaps(run.text);
  const leaning = (run.format & italic) === 0 ? text : <em>{text}</em>;
  const isDateline = run.$?.marks?.some((mark) => mark.kind === 'dateline') === true;
  return (run.format & bold) === 0 && !isDateline ? <>{leaning}</> : <strong>{leaning}</strong>;
}

/** A node has no id, so its place is its key: nothing on paper ever moves. A link's address stands behind it: paper can't be clicked. */
const runs = (nodes: readonly InlineJson[]): ReactNode =>
  nodes.map((node, index) => (
    <Fragment key={index}>
      {node.type === 'text' ? <Run run={node} /> : node.type === 'linebreak' ? <br /> : <><u>{runs(node.children)}</u> <span className={styles.address}>({node.url})</span></>}
    </Fragment>
  ));

function List({ list }: { readonly list: ListJson }): ReactElement {
  const items = list.children.map((item, index) => (
    <li key={index}>{item.children.map((child, at) => <Fragment key={at}>{child.type === 'list' ? <List list={child} /> : runs([child])}</Fragment>)}</li>
  ));
  return list.listType === 'number' ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}

export interface DraftBlockProps {
  readonly block: BlockJson;
  readonly addresses: Pick<Addresses, 'photo'>;
  /** Null: photos are left out, their captions stay. */
  readonly photos: { readonly waiting: string } | null;
}

function Figure({ figure, addresses, photos }: Omit<DraftBlockProps, 'block'> & { readonly figure: FigureJson }): ReactElement {
  const part = (name: 'caption' | 'credit'): readonly InlineJson[] => figure.children.find((child) => child.part === name)?.children ?? [];
  return (
    <figure>
      {photos !== null && figure.photo !== null && <img src={addresses.photo(figure.photo.media, 'page')} alt={figurePart(figure, 'alt')} width={figure.photo.width} height={figure.photo.height} />}
      {photos !== null && figure.photo === null && <p className={styles.waiting}>{photos.waiting}</p>}
      <figcaption>{runs(part('caption'))} <em>{runs(part('credit'))}</em></figcaption>
    </figure>
  );
}

/** One block as it stands on paper; empty ones take no room. */
export function DraftBlock({ block, ...rest }: DraftBlockProps): ReactElement | null {
  if (block.type !== 'figure' && block.type !== 'horizontalrule' && blockText(block).trim() === '') return null;
  switch (block.type) {
    case 'figure':
      return <Figure figure={block} {...rest} />;
    case 'list':
      return <List list={block} />;
    case 'horizontalrule':
      return <hr />;
    case 'field':
      return block.field === 'headline' ? <h1>{runs(block.children)}</h1> : <p className={styles[block.field]}>{runs(block.children)}</p>;
    case 'heading':
      return <block.tag>{runs(block.children)}</block.tag>;
    case 'quote':
      return <blockquote>{runs(block.children)}</blockquote>;
    case 'paragraph':
      return <p>{runs(block.children)}</p>;
  }
}
