import { describe, expect, it } from 'vitest';
import { makeLeaving } from './leaving.ts';
import type { Leaving, LeavingPorts } from './leaving.ts';

function played(change: Partial<LeavingPorts> = {}): { readonly leaving: Leaving; readonly notes: string[]; flush(id: string): void; timeOut(): void } {
  const notes: string[] = [];
  const waiting = new Map<string, () => void>();
  let timeOut = (): void => undefined;
  const leaving = makeLeaving({
    windows: () => ['w1', 'w2'],
    announce: () => void notes.push('announce'),
    flushed: (id) => new Promise((resolve) => waiting.set(id, resolve)),
    closeWindows: async () => notes.push('windows') > 0,
    closeBackend: async () => void notes.push('backend'),
    exit: () => void notes.push('exit'),
    wait: () => new Promise((resolve) => {
      timeOut = resolve;
    }),
    ...change,
  });
  return { leaving, notes, flush: (id) => waiting.get(id)?.(), timeOut: () => timeOut() };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('leaving', () => {
  it('waits for the last words of every window, then closes windows, library and itself, in this order', async () => {
    const { leaving, notes, flush } = played();
    const left = leaving.leave();
    flush('w1');
    await settled();
    expect(notes).toEqual(['announce']);
    flush('w2');
    expect(await left).toBe(true);
    expect(notes).toEqual(['announce', 'windows', 'backend', 'exit']);
  });

  it('does not wait for ever for a window that says nothing', async () => {
    const { leaving, notes, flush, timeOut } = played();
    const left = leaving.leave();
    flush('w1');
    timeOut();
    expect(await left).toBe(true);
    expect(notes.at(-1)).toBe('exit');
  });

  it('stays, with the library open, when a story can’t be saved and the reporter says so; and can leave later', async () => {
    let wantsToStay = true;
    const { leaving, notes, timeOut } = played({ closeWindows: async () => !wantsToStay });
    const first = leaving.leave();
    timeOut();
    expect(await first).toBe(false);
    expect(notes).toEqual(['announce']);
    wantsToStay = false;
    const second = leaving.leave();
    timeOut();
    expect(await second).toBe(true);
    expect(notes).toEqual(['announce', 'announce', 'backend', 'exit']);
  });

  it('asked twice at once it is one leaving', async () => {
    const { leaving, notes, timeOut } = played();
    const both = [leaving.leave(), leaving.leave()];
    timeOut();
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(notes.filter((note) => note === 'exit')).toHaveLength(1);
  });

  it('at the end of the session only sends what is unsaved', () => {
    const { leaving, notes } = played();
    leaving.flushNow();
    expect(notes).toEqual(['announce']);
  });
});
