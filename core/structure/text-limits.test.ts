import { expect, it } from 'vitest';
import { overLimit, textLimits } from './text-limits.ts';

const { length, line, lines } = textLimits;

it.each([
  ['nothing', '', null],
  ['a line of the longest kind', 'a'.repeat(line), null],
  ['a longer first line', `${'a'.repeat(line + 1)}\nb`, 'line'],
  ['a longer line in between', `b\n${'a'.repeat(line + 1)}\nb`, 'line'],
  ['a longer last line', `b\n${'a'.repeat(line + 1)}`, 'line'],
  ['as many lines as may be', 'a\n'.repeat(lines - 1), null],
  ['one more', 'a\n'.repeat(lines), 'lines'],
  ['a text that is too long in all', `${'a'.repeat(999)}\n`.repeat(length / 1000 + 1), 'length'],
] as const)('%s', (_name, text, over) => {
  expect(overLimit(text)).toBe(over);
});
