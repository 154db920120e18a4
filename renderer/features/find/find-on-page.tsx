import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { useCommand } from '#renderer/app/commands/command-center.ts';
import { useApp } from '#renderer/app/services.ts';
import type { PageFinder } from '#renderer/editor/find/page-finder.ts';
import type { StoryEditor } from '#renderer/editor/editor-api.ts';

const load = () => import('./find-bar.tsx');
const FindBar = lazy(async () => ({ default: (await load()).FindBar }));

export interface FindOnPageProps {
  readonly editor: StoryEditor;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** What was asked for: a number that rises says “again”, and brings the focus back into the bar. */
interface Asked {
  readonly replace: boolean;
  readonly time: number;
  /** One line selected on the page, to look for; empty: what was looked for last. */
  readonly seed: string;
}

/** A longer selection is text to work on, not something to look for; UTF-16 code units. */
const longestSeed = 80;

function selectedLine(): string {
  const selection = document.getSelection();
  const isOnPage = selection?.anchorNode?.parentElement?.closest('[data-story-page]') instanceof Element;
  const text = isOnPage ? selection.toString() : '';
  return text.includes('\n') || text.length > longestSeed ? '' : text.trim();
}

/** The find bar and its commands; nothing of it is loaded before it is asked for. */
export function FindOnPage({ editor, scroller }: FindOnPageProps): ReactElement | null {
  const { commands } = useApp();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [finder, setFinder] = useState<PageFinder | null>(null);
  const ask = (replace: boolean): void => setAsked({ replace, time: (asked?.time ?? 0) + 1, seed: selectedLine() });
  const step = (back: boolean): void => (finder === null ? ask(false) : finder.step(back));
  useCommand(commands, 'find.open', () => ask(asked?.replace ?? false));
  useCommand(commands, 'find.replace', () => ask(true));
  useCommand(commands, 'find.next', () => step(false));
  useCommand(commands, 'find.previous', () => step(true));
  useEffect(() => {
    // What fails here is tried again when it is asked for.
    const idle = requestIdleCallback(() => void load().catch(() => null), { timeout: 10_000 });
    return () => cancelIdleCallback(idle);
  }, []);
  if (asked === null) return null;
  return (
    <Suspense fallback={null}>
      <FindBar
        editor={editor}
        scroller={scroller}
        asked={asked}
        onFinder={setFinder}
        onClose={() => {
          setAsked(null);
          editor.focus();
        }}
      />
    </Suspense>
  );
}
