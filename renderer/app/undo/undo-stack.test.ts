import { describe, expect, it } from 'vitest';
import { createWords } from '#renderer/i18n/translate.ts';
import type { ToastWish } from '../toasts.ts';
import type { TakenBack, UndoStack } from './undo-stack.ts';
import { createUndoStack } from './undo-stack.ts';

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

function stackWithToasts(): { readonly stack: UndoStack; readonly shown: Map<string, ToastWish> } {
  const shown = new Map<string, ToastWish>();
  const words = createWords('vi');
  const stack = createUndoStack(
    {
      show: (wish) => shown.set(wish.id ?? '', wish),
      change: (id, part) => {
        const before = shown.get(id);
        if (before !== undefined) shown.set(id, { ...before, ...part });
      },
    },
    () => words,
  );
  return { stack, shown };
}

const keysOf = (wish: ToastWish | undefined): (string | undefined)[] => (wish?.acts ?? []).map((act) => act.shortcut);

describe('the undo stack', () => {
  it('takes back the last act first, each once', async () => {
    const { stack, shown } = stackWithToasts();
    const undone: string[] = [];
    const act = (name: string) => ({ text: name, icon: 'trash-2' as const, takeBack: (): Promise<TakenBack> => { undone.push(name); return Promise.resolve({ kind: 'done', text: `${name} lại` }); } });
    stack.did(act('một'));
    stack.did(act('hai'));
    expect(stack.undoLast()).toBe(true);
    expect(stack.undoLast()).toBe(true);
    expect(stack.undoLast()).toBe(false);
    await settle();
    expect(undone).toEqual(['hai', 'một']);
    expect(shown.get('act-2')?.text).toBe('hai lại');
    expect(stack.canUndo()).toBe(false);
  });

  it('prints the key only at the act it would take back', async () => {
    const { stack, shown } = stackWithToasts();
    const act = (text: string) => ({ text, icon: 'copy' as const, takeBack: (): Promise<TakenBack> => Promise.resolve({ kind: 'done', text: '' }) });
    stack.did(act('một'));
    expect(keysOf(shown.get('act-1'))).toEqual(['Mod+Z']);
    stack.did(act('hai'));
    expect(keysOf(shown.get('act-1'))).toEqual([undefined]);
    stack.undoLast();
    expect(keysOf(shown.get('act-1'))).toEqual(['Mod+Z']);
    await settle();
  });

  it('takes back any act by its own toast, and leaves the others', async () => {
    const { stack, shown } = stackWithToasts();
    const undone: string[] = [];
    for (const name of ['một', 'hai']) stack.did({ text: name, icon: 'copy', takeBack: () => { undone.push(name); return Promise.resolve({ kind: 'done', text: name }); } });
    shown.get('act-1')?.acts?.[0]?.run();
    shown.get('act-1')?.acts?.[0]?.run();
    await settle();
    expect(undone).toEqual(['một']);
    expect(stack.canUndo()).toBe(true);
  });

  it('keeps what failed for another try, and drops what can’t be taken back any more', async () => {
    const { stack, shown } = stackWithToasts();
    let kind: TakenBack['kind'] = 'failed';
    stack.did({ text: 'một', icon: 'copy', takeBack: () => Promise.resolve({ kind, text: kind }) });
    stack.undoLast();
    await settle();
    expect(shown.get('act-1')).toMatchObject({ text: 'failed', stays: true, tone: 'danger' });
    expect(stack.canUndo()).toBe(true);
    kind = 'gone';
    shown.get('act-1')?.acts?.[0]?.run();
    await settle();
    expect(shown.get('act-1')).toMatchObject({ text: 'gone', stays: true });
    expect(stack.canUndo()).toBe(false);
  });

  it('is silent about a quiet act until it is taken back, and forgets the oldest', async () => {
    const { stack, shown } = stackWithToasts();
    stack.did({ text: 'tối', icon: 'sun-moon', quiet: true, takeBack: () => Promise.resolve({ kind: 'done', text: 'sáng lại' }) });
    expect(shown.size).toBe(0);
    stack.undoLast();
    await settle();
    expect(shown.get('act-1')?.text).toBe('sáng lại');
    for (let count = 0; count < 30; count++) stack.did({ text: '', icon: 'copy', takeBack: () => Promise.resolve({ kind: 'done', text: '' }) });
    let taken = 0;
    while (stack.undoLast()) taken += 1;
    expect(taken).toBe(20);
    await settle();
  });
});
