import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { isAsking, useCommand } from '#renderer/app/commands/command-center.ts';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { StorySession } from './story-session.ts';

/** The way into focus and out of it: the button that stays, the chord, Esc. `hasButton`: there is room for it. */
export function FocusMode({ session, hasButton }: { readonly session: StorySession; readonly hasButton: boolean }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const on = useStore(app.focusMode);
  const [heard, setHeard] = useState('');
  const { editor } = session;
  const set = (focused: boolean): void => {
    app.focusMode.set(focused);
    app.panelOver.set(false);
    setHeard(t(focused ? 'page.focus.on' : 'page.focus.off'));
    // What had the focus may have stepped back. In the text the caret stays: the editor hears of a new one a moment later.
    if (document.activeElement !== editor.lexical.getRootElement()) editor.focus();
  };
  useCommand(app.commands, 'page.focus', () => set(!app.focusMode.get()));
  useEscape(on, () => set(false));
  return (
    <>
      {hasButton && <IconButton data-stays-in-focus="" name="scan" label={t(on ? 'page.focus.leave' : 'page.focus')} shortcut={on ? 'Escape' : commandNamed('page.focus').shortcuts[0]} on={on} onClick={() => app.commands.run('page.focus')} />}
      <span className="unseen" role="status" data-stays-in-focus="">{heard}</span>
    </>
  );
}

/** Esc, when nothing that is open has a better use for it: a menu, a dialog, a word that is being composed. */
function useEscape(on: boolean, leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    if (!on) return undefined;
    let isTaken = false;
    const look = (event: KeyboardEvent): void => {
      isTaken = event.isComposing || isAsking() || document.querySelector('[role="menu"], [role="listbox"]') !== null;
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isTaken) latest.current();
    };
    window.addEventListener('keydown', look, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', look, { capture: true });
      window.removeEventListener('keydown', onKey);
    };
  }, [on]);
}
