import { useId, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import type { EditorTranslate, StoryEditor } from '../editor-api.ts';
import { viewsOf } from '../editor-views.ts';
import styles from '../story-page.module.css';
import { MenuFrame, optionId } from './menu-frame.tsx';

interface MenuProps {
  readonly editor: StoryEditor;
  readonly labels: EditorTranslate;
}

/** What can be put in at an empty paragraph, after `/`. */
export function SlashMenu({ editor, labels }: MenuProps): ReactElement | null {
  const { slash, lexical } = viewsOf(editor);
  const id = useId();
  const open = useSyncExternalStore(slash.store.subscribe, slash.store.get);
  if (open === null) return null;
  return (
    <MenuFrame id={id} text={lexical.getRootElement()} label={labels('editor.slash.label')} anchor={open.anchor} current={open.current} narrow>
      {open.items.map((command, index) => (
        <div key={command.id} id={optionId(id, index)} className={styles['item']} role="option" tabIndex={-1} aria-selected={index === open.current} onMouseMove={() => slash.point(index)} onClick={() => slash.choose(index)}>
          <span>{labels(command.labelKey)}</span>
          <span className={styles['side']}>{command.markdown ?? ''}</span>
        </div>
      ))}
    </MenuFrame>
  );
}
