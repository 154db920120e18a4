import { describe, expect, it } from 'vitest';
import { parseLaunch } from './launch.ts';

const id = '0198a1b2-0000-7000-8000-000000000001';
const nothing = { library: null, empty: false, files: [], story: null, newStory: false };

describe('arguments', () => {
  it.each([
    [['--library', '/a'], { library: '/a' }],
    [['--library=/a b'], { library: '/a b' }],
    [['--library'], {}],
    [[`--story=${id}`], { story: id }],
    [['--story=../../a'], {}],
    [['--new-story'], { newStory: true }],
    [['/tin/bai.toasoan', 'ghi-chep.TXT'], { files: ['/tin/bai.toasoan', '/here/ghi-chep.TXT'] }],
  ])('%j', (args, expected) => {
    expect(parseLaunch(args, '/here')).toEqual({ ...nothing, ...expected });
  });

  it.each([
    [['--no-sandbox', '--user-data-dir=/a', '--allow-file-access-from-files', '--original-process-start-time=1', '-psn_0_1', '/a.exe', 'a.js', '.', '--inspect', '']],
    // Opening it would offer this user's password hash to that machine.
    [['\\\\server\\share\\a.txt', '//server/share/a.toasoan', '\\/server\\a.txt', '/\\server/a.txt']],
    [['https://a.vn/a.html', 'toasoan:a']],
  ])('means nothing by %j', (args) => {
    expect(parseLaunch(args, '/here')).toEqual(nothing);
  });
});
