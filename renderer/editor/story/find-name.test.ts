import { expect, it } from 'vitest';
import { findName } from './find-name.ts';

it.each([
  ['Ma Thị Hạ nói, Ma Thị Hạnh nghe', 'Ma Thị Hạ', [[0, 9]]],
  ['Ma\u00a0Thị  Hạ', 'Ma Thị Hạ', [[0, 10]]],
  ['bà Ma Thị Hạ; Ma Thị Hạ.', ' Ma Thị Hạ ', [[3, 12], [14, 23]]],
  ['H’Hen (Y) nói', 'H’Hen (Y)', [[0, 9]]],
  ['Ma thị hạ', 'Ma Thị Hạ', []],
  ['bất kỳ', '  ', []],
] as const)('%s: %s', (text, name, ranges) => {
  expect(findName(text, name).map(({ start, end }) => [start, end])).toEqual(ranges);
});
