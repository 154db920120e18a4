import { describe, expect, it } from 'vitest';
import type { StoryId } from '#core/base/ids.ts';
import { testTimers } from '#tests/stand-ins/ports.ts';
import { makeWindows } from './windows.ts';

const story = 's' as StoryId;

function open() {
  const timers = testTimers();
  const freed: string[] = [];
  return { timers, freed, windows: makeWindows({ timers, grace: 1000, onFreed: (id, windowId) => freed.push(`${id} ${windowId}`) }) };
}

describe('who writes a story', () => {
  it('is the first window; others read until it lets go', () => {
    const { windows } = open();
    expect([windows.hold(story, 'a'), windows.hold(story, 'b'), windows.hold(story, 'a')]).toEqual(['write', 'read', 'write']);
    expect(windows.release(story, 'b')).toBe(false);
    expect(windows.release(story, 'a')).toBe(true);
    expect(windows.hold(story, 'b')).toBe('write');
  });

  it('is whoever takes it over, and the other is known', () => {
    const { windows } = open();
    windows.hold(story, 'a');
    expect(windows.takeOver(story, 'b')).toBe('a');
    expect(windows.takeOver(story, 'b')).toBeNull();
    expect(windows.holderOf(story)).toBe('b');
    expect(windows.hold(story, 'a')).toBe('read');
  });

  it('is nobody any more when its window does not come back in time', () => {
    const { windows, timers, freed } = open();
    windows.hold(story, 'a');
    windows.gone('a');
    timers.pass(999);
    expect(windows.hold(story, 'b')).toBe('read');
    windows.came('a');
    timers.pass(5000);
    expect(windows.holderOf(story)).toBe('a');
    windows.gone('a');
    windows.gone('a');
    timers.pass(1000);
    expect([freed, windows.holderOf(story), timers.pending()]).toEqual([['s a'], null, 0]);
  });

  it('leaves no timer behind when closed', () => {
    const { windows, timers } = open();
    windows.gone('a');
    windows.close();
    expect(timers.pending()).toBe(0);
  });
});
