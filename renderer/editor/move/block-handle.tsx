import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { ReactElement, RefObject } from 'react';
import type { EditorTranslate, StoryEditor } from '../editor-api.ts';
import { viewsOf } from '../editor-views.ts';
import { startBlockDrag } from './block-drag.ts';
import styles from './block-handle.module.css';

export interface BlockHandleProps {
  readonly editor: StoryEditor;
  readonly labels: EditorTranslate;
  readonly ground: RefObject<HTMLElement | null>;
}

/** Beside the text: the handle that blocks are moved by, the line that shows where to, and the sentence that says it was done. */
export function BlockHandle({ editor, labels, ground }: BlockHandleProps): ReactElement {
  const handle = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const { lexical, moves, heard } = viewsOf(editor);
  const sentence = useSyncExternalStore(heard.subscribe, heard.get);
  useEffect(() => {
    if (ground.current === null || handle.current === null || mark.current === null) return undefined;
    return startBlockDrag({ lexical, moves, ground: ground.current, handle: handle.current, mark: mark.current });
  }, [lexical, moves, ground]);
  return (
    <>
      <div ref={handle} className={styles['handle']} aria-hidden="true" title={labels('editor.move.handle')} data-block-handle="">
        <i className="icon i-grip-vertical" />
      </div>
      <div ref={mark} className={styles['mark']} aria-hidden="true" data-drop-mark="" />
      <span className="unseen" role="status">{sentence}</span>
    </>
  );
}
