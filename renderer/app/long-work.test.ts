import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '#core/base/result.ts';
import type { Result } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import { createWords } from '#renderer/i18n/translate.ts';
import { createStore } from './store.ts';
import type { Toasts, ToastWish } from './toasts.ts';
import type { LongWorkDone } from './long-work.ts';
import { workInPieces } from './long-work.ts';

const items = Array.from({ length: 10 }, (_, index) => index);
type Run = (piece: readonly number[]) => Result<readonly number[], WireError>;

describe('long work', () => {
  let shown: ToastWish[];
  let closed: string[];
  beforeEach(() => {
    vi.useFakeTimers();
    shown = [];
    closed = [];
  });
  afterEach(() => void vi.useRealTimers());

  /** Ten things in pieces of three, each piece so many milliseconds. */
  async function work(ms: number, run: Run = (piece) => ok(piece)): Promise<LongWorkDone<number>> {
    const toasts: Pick<Toasts, 'show' | 'close'> = { show: (wish) => void shown.push(wish), close: (id) => void closed.push(id) };
    const going = workInPieces<number, number>({ toasts: toasts as Toasts, words: createStore(createWords('vi')) }, { items, piece: 3, text: 'Đang làm', icon: 'trash-2', run: (piece) => new Promise((answer) => setTimeout(() => answer(run(piece)), ms)) });
    await vi.advanceTimersByTimeAsync(ms * 10);
    return going;
  }

  it('says nothing when it is quick', async () => {
    expect(await work(10)).toEqual({ done: items, stopped: false, error: null });
    expect(shown).toEqual([]);
  });

  it('shows how far it is after a second, and takes that away at its end', async () => {
    await work(600);
    expect(shown.map((wish) => wish.progress?.done)).toEqual([3, 6, 9]);
    expect(closed).toEqual([shown[0]?.id]);
  });

  it('shows itself within a piece that hangs', async () => {
    await work(5_000, () => err(wireError('call.unreachable')));
    expect(shown.map((wish) => wish.progress)).toEqual([{ done: 0, total: 10 }]);
  });

  it('stops when asked to, and keeps what is done', async () => {
    const result = await work(600, (piece) => {
      shown[0]?.acts?.[0]?.run();
      return ok(piece);
    });
    expect(result).toMatchObject({ done: [0, 1, 2, 3, 4, 5], stopped: true });
  });

  it('ends at the first failure and says which', async () => {
    expect(await work(1, (piece) => (piece[0] === 0 ? ok(piece) : err(wireError('call.unreachable'))))).toMatchObject({ done: [0, 1, 2], error: { code: 'call.unreachable' } });
  });
});
