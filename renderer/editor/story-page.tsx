import { useEffect, useLayoutEffect, useRef } from 'react';
import type { CSSProperties, ReactElement } from 'react';
import type { EditorTranslate, StoryEditor } from './editor-api.ts';
import { viewsOf } from './editor-views.ts';
import type { EditorMessageKey } from './messages.ts';
import editable from './extensions/page/page.module.css';
import { LinkPopover } from './menus/link-popover.tsx';
import { MentionMenu } from './menus/mention-menu.tsx';
import { SlashMenu } from './menus/slash-menu.tsx';
import { BlockHandle } from './move/block-handle.tsx';
import styles from './story-page.module.css';

export interface StoryPageProps {
  readonly editor: StoryEditor;
  /** A new function when the language changes. */
  readonly labels: EditorTranslate;
}

const texts: Readonly<Record<string, EditorMessageKey>> = {
  '--label-kicker': 'editor.field.kicker',
  '--label-lede': 'editor.field.lede',
  '--label-alt': 'editor.figure.alt',
  '--placeholder-kicker': 'editor.placeholder.kicker',
  '--placeholder-headline': 'editor.placeholder.headline',
  '--placeholder-lede': 'editor.placeholder.lede',
  '--placeholder-body': 'editor.placeholder.body',
  '--placeholder-byline': 'editor.placeholder.byline',
  '--placeholder-caption': 'editor.placeholder.caption',
  '--placeholder-credit': 'editor.placeholder.credit',
  '--placeholder-alt': 'editor.placeholder.alt',
};

/** Labels and placeholders reach the page as custom properties: a change of language touches nothing that is being edited. */
const cssTexts = (labels: EditorTranslate): CSSProperties =>
  Object.fromEntries(Object.entries(texts).map(([name, key]) => [name, JSON.stringify(labels(key))]));

/** The page: one editable with its menus. It draws once; what changes per key never passes through React. */
export function StoryPage({ editor, labels }: StoryPageProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = root.current;
    // Lexical only stops listening; the browser itself would go on typing into a page that is read.
    const show = (isEditable: boolean): void => {
      if (element === null) return;
      element.contentEditable = String(isEditable);
      element.setAttribute('aria-readonly', String(!isEditable));
    };
    show(editor.lexical.isEditable());
    const stop = editor.lexical.registerEditableListener(show);
    editor.lexical.setRootElement(element);
    return () => {
      stop();
      editor.lexical.setRootElement(null);
    };
  }, [editor]);
  useEffect(() => viewsOf(editor).relabel(labels), [editor, labels]);
  useEffect(() => {
    const wrapper = page.current;
    return wrapper === null ? undefined : watchKeyboardFocus(wrapper);
  }, []);

  return (
    <div ref={page} className={styles['page']} style={cssTexts(labels)}>
      <div ref={ground} className={styles['ground']}>
        <div className={styles['sheet']}>
          <div ref={root} className={editable['editable']} contentEditable suppressContentEditableWarning role="textbox" aria-multiline="true" aria-label={labels('editor.page')} spellCheck={false} lang="vi" data-story-page="" />
          <BlockHandle editor={editor} labels={labels} ground={ground} />
        </div>
      </div>
      <MentionMenu editor={editor} labels={labels} />
      <SlashMenu editor={editor} labels={labels} />
      <LinkPopover editor={editor} labels={labels} />
    </div>
  );
}

/** A ring when the page was reached by keyboard, gone with the first key typed. */
function watchKeyboardFocus(wrapper: HTMLElement): () => void {
  let lastKey = '';
  const onKey = (event: KeyboardEvent): void => {
    lastKey = event.key;
    wrapper.removeAttribute('data-keyboard-focus');
  };
  const onPointer = (): void => {
    lastKey = '';
    wrapper.removeAttribute('data-keyboard-focus');
  };
  const onFocus = (): void => {
    wrapper.toggleAttribute('data-keyboard-focus', lastKey === 'Tab' || lastKey === 'F6');
  };
  const onBlur = (): void => wrapper.removeAttribute('data-keyboard-focus');
  const document = wrapper.ownerDocument;
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('pointerdown', onPointer, true);
  wrapper.addEventListener('focusin', onFocus);
  wrapper.addEventListener('focusout', onBlur);
  return () => {
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('pointerdown', onPointer, true);
    wrapper.removeEventListener('focusin', onFocus);
    wrapper.removeEventListener('focusout', onBlur);
  };
}
