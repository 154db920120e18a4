import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ReactElement, RefObject } from 'react';
import { blockId } from '#core/story/document.ts';
import { blockText } from '#core/story/text.ts';
import { useCommand } from '#renderer/app/commands/command-center.ts';
import { Slot } from '#renderer/app/layout/slots.tsx';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import type { Caret, StoryEditor } from '#renderer/editor/editor-api.ts';
import { markCurrentBlock } from '#renderer/editor/current-block.ts';
import { startTypewriter } from '#renderer/editor/typewriter.ts';
import { StoryPage } from '#renderer/editor/story-page.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { FindOnPage } from '../find/find-on-page.tsx';
import { StoryBanners } from './story-banners.tsx';
import { StoryPanel } from './story-panel.tsx';
import type { StorySession } from './story-session.ts';
import { StoryStatusLine } from './story-status-line.tsx';
import { StoryTitleBar } from './story-title-bar.tsx';
import { StoryToolbar } from './story-toolbar.tsx';
import { usePageCommands } from './use-page-commands.ts';
import styles from './story-screen.module.css';

/** A banner or toolbar that comes or goes above takes room from the page, but the text stays where the eyes are. */
function useSteadyText(scroller: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    let top = element.getBoundingClientRect().top;
    const watch = new ResizeObserver(() => {
      const now = element.getBoundingClientRect().top;
      if (now !== top) element.scrollTop += now - top;
      top = now;
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller]);
}

/** Where the caret goes in a story opened for the first time: after the headline, or into an empty page's text once it has one. */
function firstPlace(editor: StoryEditor): Caret | null {
  const headline = editor.document().blocks.find((block) => block.type === 'field' && block.field === 'headline');
  return headline === undefined ? null : { blockId: blockId(headline), offset: blockText(headline).length };
}

/** The page, and everything around it that is about this story. */
export function StoryScreen({ session }: { readonly session: StorySession }): ReactElement {
  const app = useApp();
  const words = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const editable = useStore(session.state).mode === 'write';

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null) element.scrollTop = session.view.scroll;
  }, [session]);
  useEffect(() => {
    const { view, editor } = session;
    const back = view.caret;
    view.caret = null;
    const { scroll } = view;
    const place = back ?? firstPlace(editor);
    if (place === null) editor.focus();
    else editor.focusBlock(place.blockId, place.offset);
    // Focusing brings the caret into view; a reader comes back to where they were, a newcomer sees the top.
    if (scroller.current !== null && (scroll > 0 || back === null)) scroller.current.scrollTop = scroll;
    return () => {
      view.caret = editor.caret();
    };
  }, [session]);
  useEffect(() => {
    // A page that is only read must be reachable by keyboard too, to be scrolled.
    session.editor.lexical.getRootElement()?.setAttribute('tabindex', '0');
  }, [session, editable]);
  useEffect(() => {
    document.title = app.words.get().t('app.name');
  }, [app]);

  useSteadyText(scroller);
  // Beside the text, in a panel or on a button, the key still means the story.
  useCommand(app.commands, 'app.undo', () => {
    if (session.editor.canUndo()) session.editor.run('undo');
    else app.undo.undoLast();
  });
  useCommand(app.commands, 'story.insert-file', () => void session.editor.pickFiles(), editable ? null : 'app.off.read-only');
  usePageCommands(app);
  const { typewriter, dimOthers } = useStore(app.settings).interface;
  const focused = useStore(app.focusMode);
  const dims = focused && dimOthers;
  useEffect(() => (typewriter && scroller.current !== null ? startTypewriter(session.editor.lexical, scroller.current) : undefined), [session, typewriter]);
  useEffect(() => (dims ? markCurrentBlock(session.editor.lexical) : undefined), [session, dims]);

  return (
    <div className={styles.screen}>
      <StoryTitleBar session={session} />
      <Slot name="banner"><StoryBanners session={session} /></Slot>
      {editable && <StoryToolbar session={session} />}
      <FindOnPage editor={session.editor} scroller={scroller} />
      <div
        ref={scroller}
        className={styles.scroll}
        data-scrolls="page"
        data-paper-ground=""
        data-typewriter={typewriter ? '' : undefined}
        data-dims={dims ? '' : undefined}
        onScroll={(event) => {
          session.view.scroll = event.currentTarget.scrollTop;
        }}
      >
        <StoryPage editor={session.editor} labels={words.t} />
      </div>
      <StoryStatusLine session={session} />
      <StoryPanel session={session} />
    </div>
  );
}
