import { describe, expect, it } from 'vitest';
import type { OpenStory } from '#core/contract/story.ts';
import type { StoryStatus } from '#core/story/meta.ts';
import { statusChange } from './status-change.ts';

const writing = { mode: 'write', readReason: null } as const;
const reading = (readReason: OpenStory['readReason']) => ({ mode: 'read', readReason }) as const;
const now = (status: StoryStatus, trashedAt: number | null = null) => ({ status, trashedAt });

describe('a story that moved on while it is open', () => {
  it.each([
    ['is published while it is read: the page stays', reading('approved'), now('published'), { reopens: false, readReason: 'approved' }],
    ['is submitted while it is written: the page stays', writing, now('submitted'), { reopens: false, readReason: null }],
    ['is approved while it is written: opened anew, to be read', writing, now('approved'), { reopens: true, readReason: null }],
    ['is approved while another window writes: says so', reading('other-window'), now('approved'), { reopens: false, readReason: 'approved' }],
    ['is sent back: opened anew, to be written', reading('approved'), now('sent_back'), { reopens: true, readReason: 'approved' }],
    ['is submitted while another window writes: nothing changes here', reading('other-window'), now('submitted'), { reopens: false, readReason: 'other-window' }],
    ['is trashed while it is written: opened anew, to be read', writing, now('draft', 5), { reopens: true, readReason: null }],
    ['is trashed while it is read', reading('approved'), now('published', 5), { reopens: false, readReason: 'trashed' }],
    ['is restored: opened anew', reading('trashed'), now('draft'), { reopens: true, readReason: 'trashed' }],
    ['is restored, but approved', reading('trashed'), now('approved'), { reopens: false, readReason: 'approved' }],
  ] as const)('%s', (_what, before, meta, expected) => {
    expect(statusChange(before, meta)).toEqual(expected);
  });
});
