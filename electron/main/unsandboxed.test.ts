import { expect, test } from 'vitest';
import { isUnsandboxed } from './unsandboxed.ts';

test.each([
  [['toasoan', '--no-sandbox'], true],
  [['toasoan', 'bài.txt', '--no-sandbox=1'], true],
  [['toasoan', '--disable-setuid-sandbox'], true],
  [['toasoan', '--no-sandboxes', 'no-sandbox'], false],
  [['toasoan'], false],
])('%j', (argv, expected) => {
  expect(isUnsandboxed({ isPackaged: true, argv })).toBe(expected);
  // The source tree's launcher needs it as root.
  expect(isUnsandboxed({ isPackaged: false, argv })).toBe(false);
});
