import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput, CallOutput } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { StoryRow } from '#core/story/meta.ts';
import { useApp } from '#renderer/app/services.ts';

export interface StoryList {
  readonly rows: readonly StoryRow[];
  readonly total: number;
  /** The question these rows answer: the one before, while a new one is under way. */
  readonly asked: CallInput<'library', 'list'>;
  readonly next: string | null;
  readonly error: WireError | null;
  readonly settled: boolean;
  /** The rows answer the question of now, not one before it. */
  readonly fresh: boolean;
  readonly more: () => void;
}

/** Milliseconds after the last letter; the backend answers faster than that. */
const debounce = 90;

/** A list of the library that follows the library: asked again when its question or anything in the library changes. */
export function useStoryList(question: CallInput<'library', 'list'>): StoryList {
  const app = useApp();
  const key = JSON.stringify(question);
  const [answer, setAnswer] = useState<(CallOutput<'library', 'list'> & { readonly asked: CallInput<'library', 'list'> }) | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const turn = useRef(0);
  const shown = useRef(0);

  const ask = useCallback(async () => {
    const mine = ++turn.current;
    const wanted = JSON.parse(key) as CallInput<'library', 'list'>;
    // After a change the reporter keeps all the rows already loaded.
    const result = await app.client.library.list({ ...wanted, limit: Math.min(200, Math.max(50, shown.current)) });
    if (mine !== turn.current) return;
    if (result.ok) {
      setAnswer({ ...result.value, asked: wanted });
      setError(null);
    } else setError(result.error);
  }, [app, key]);

  useEffect(() => {
    shown.current = 0;
    const timer = setTimeout(() => void ask(), turn.current === 0 ? 0 : debounce);
    return () => clearTimeout(timer);
  }, [ask]);
  useEffect(() => app.pushes.on('library.changed', () => void ask()), [app, ask]);

  const more = useCallback(() => {
    const cursor = answer?.next ?? null;
    if (answer === null || cursor === null) return;
    const mine = ++turn.current;
    void app.client.library.list({ ...answer.asked, cursor }).then((result) => {
      if (mine !== turn.current) return;
      if (!result.ok) {
        setError(result.error);
        return;
      }
      const rows = [...answer.rows, ...result.value.rows];
      shown.current = rows.length;
      setAnswer({ rows, total: result.value.total, next: result.value.next, asked: answer.asked });
    });
  }, [app, answer]);

  return { rows: answer?.rows ?? [], total: answer?.total ?? 0, asked: answer?.asked ?? question, next: answer?.next ?? null, error, settled: answer !== null, fresh: answer !== null && JSON.stringify(answer.asked) === key, more };
}
