import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { StoryId } from '#core/base/ids.ts';
import type { CallInput } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { StoryRow } from '#core/story/meta.ts';
import { useApp } from '#renderer/app/services.ts';

export type Question = CallInput<'library', 'ids'>;

/** A list of the library of any length, of which only what is looked at is here. */
export interface StoryList {
  readonly total: number;
  /** Null: not loaded yet. */
  readonly row: (index: number) => StoryRow | null;
  /** All that are loaded, in no order. */
  readonly loaded: readonly StoryRow[];
  /** Where a loaded story stands; null when it is not among them. */
  readonly indexOf: (id: StoryId) => number | null;
  /** These rows are looked at: those that are missing are asked for. */
  readonly look: (first: number, end: number) => void;
  /** The question these rows answer: the one before, while a new one is under way. */
  readonly asked: Question;
  readonly error: WireError | null;
  readonly settled: boolean;
  /** The rows answer the question of now, not one before it. */
  readonly fresh: boolean;
}

interface Answer {
  readonly asked: string;
  readonly total: number;
  readonly rows: ReadonlyMap<number, StoryRow>;
}

/** Milliseconds after the last letter; the backend answers faster than that. */
const debounce = 90;
/** Milliseconds: a bulk act changes the library many times in a second, the eye wants a few. */
const pause = 150;
/** Rows in one answer. */
const most = 200;

/** A list of the library that follows the library: asked again when its question or anything in the library changes. */
export function useStoryList(question: Question): StoryList {
  const app = useApp();
  const key = JSON.stringify(question);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  /** What is looked at, so that a change asks for that again and for nothing else. */
  const view = useRef({ first: 0, end: 50 });
  const turn = useRef(0);
  const going = useRef<{ readonly from: number; readonly key: string } | null>(null);

  /** `anew`: the library changed, so the rows that are not looked at are forgotten. */
  const ask = useCallback(
    async (anew: boolean, from: number): Promise<void> => {
      const mine = ++turn.current;
      going.current = { from, key };
      const result = await app.client.library.list({ ...(JSON.parse(key) as Question), offset: from, limit: most });
      if (mine !== turn.current) return;
      going.current = null;
      if (!result.ok) {
        setError(result.error);
        return;
      }
      setError(null);
      const { rows, total } = result.value;
      setAnswer((before) => {
        const known = before === null || anew || before.asked !== key ? new Map<number, StoryRow>() : new Map(before.rows);
        for (const [index, row] of rows.entries()) known.set(from + index, row);
        return { asked: key, total, rows: known };
      });
    },
    [app, key],
  );
  /** As much above as below, and at least the row before: whether a row begins a new day shows in that one. */
  const start = (): number => Math.max(0, Math.min(view.current.first - 1, Math.round((view.current.first + view.current.end - most) / 2)));

  useEffect(() => {
    const isFirst = turn.current === 0;
    view.current = { first: 0, end: 50 };
    const timer = setTimeout(() => void ask(true, 0), isFirst ? 0 : debounce);
    return () => clearTimeout(timer);
  }, [ask]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let last = 0;
    const stop = app.pushes.on('library.changed', () => {
      timer ??= setTimeout(() => {
        timer = null;
        last = Date.now();
        void ask(true, start());
      }, Date.now() - last > pause ? 0 : pause);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [app, ask]);

  const look = useCallback(
    (first: number, end: number): void => {
      view.current = { first, end };
      if (answer === null || answer.asked !== key || going.current?.key === key) return;
      for (let index = Math.max(0, first - 1); index < Math.min(end, answer.total); index++) {
        if (answer.rows.has(index)) continue;
        void ask(false, start());
        return;
      }
    },
    [answer, ask, key],
  );
  const row = useCallback((index: number) => answer?.rows.get(index) ?? null, [answer]);
  const loaded = useMemo(() => [...(answer?.rows.values() ?? [])], [answer]);
  const places = useMemo(() => new Map([...(answer?.rows ?? [])].map(([index, one]) => [one.id, index])), [answer]);
  const indexOf = useCallback((id: StoryId) => places.get(id) ?? null, [places]);

  return {
    total: answer?.total ?? 0,
    row,
    loaded,
    indexOf,
    look,
    asked: answer === null ? question : (JSON.parse(answer.asked) as Question),
    error,
    settled: answer !== null,
    fresh: answer?.asked === key,
  };
}
