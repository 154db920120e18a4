import { Fragment, useId, useSyncExternalStore } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { foldKeepingLength, foldVietnamese } from '#core/vietnamese/fold.ts';
import type { EditorTranslate, StoryEditor } from '../editor-api.ts';
import { viewsOf } from '../editor-views.ts';
import type { MentionItem } from '../extensions/mention/extension.ts';
import styles from '../story-page.module.css';
import { MenuFrame, optionId } from './menu-frame.tsx';

interface MenuProps {
  readonly editor: StoryEditor;
  readonly labels: EditorTranslate;
}

const nameOf = (item: MentionItem): string => (item.kind === 'attendee' ? item.attendee.name : item.kind === 'person' ? item.person.name : item.name);
const titlesOf = (item: MentionItem): readonly string[] => (item.kind === 'attendee' ? item.attendee.titles : item.kind === 'person' ? item.person.titles : []);

/** The name with the part that was asked for in bold. */
function hit(name: string, query: string): ReactNode {
  const last = foldVietnamese(query).trim().split(/\s+/u).at(-1) ?? '';
  const at = last === '' ? -1 : ` ${foldKeepingLength(name)}`.indexOf(` ${last}`);
  if (at < 0) return name;
  return (
    <>
      {name.slice(0, at)}
      <span className={styles['hit']}>{name.slice(at, at + last.length)}</span>
      {name.slice(at + last.length)}
    </>
  );
}

/** The look-up after `@`. */
export function MentionMenu({ editor, labels }: MenuProps): ReactElement | null {
  const { mention, lexical } = viewsOf(editor);
  const id = useId();
  const open = useSyncExternalStore(mention.store.subscribe, mention.store.get);
  if (open === null || open.items.length === 0) return null;
  return (
    <MenuFrame id={id} text={lexical.getRootElement()} label={labels('editor.mention.label')} anchor={open.anchor} current={open.current}>
      {open.items.map((item, index) => (
        <Fragment key={`${item.kind}:${nameOf(item)}:${titlesOf(item).join(';')}`}>
          {item.kind === 'new' && index > 0 ? <div className={styles['line']} /> : null}
          <div id={optionId(id, index)} className={styles['item']} role="option" tabIndex={-1} aria-selected={index === open.current} onMouseMove={() => mention.point(index)} onClick={() => mention.choose(index)}>
            <div>
              <div className={styles['name']}>{item.kind === 'new' ? labels('editor.mention.add', { name: item.name }) : hit(nameOf(item), open.trigger.query)}</div>
              {titlesOf(item).length > 0 ? <div className={styles['titles']}>{titlesOf(item).join(', ')}</div> : null}
              {item.kind === 'attendee' ? <div className={styles['note']}>{labels('editor.mention.inStory')}</div> : null}
            </div>
            {index === open.current ? <span className={styles['key']} aria-hidden="true">{labels('editor.key.enter')}</span> : null}
          </div>
        </Fragment>
      ))}
      <div className={styles['foot']} aria-hidden="true">
        <span><b>{labels('editor.key.enter')}</b>{labels('editor.mention.enter')}</span>
        <span><b>{labels('editor.key.escape')}</b>{labels('editor.mention.escape')}</span>
      </div>
    </MenuFrame>
  );
}
