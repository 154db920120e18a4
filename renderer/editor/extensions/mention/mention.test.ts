import { expect, it } from 'vitest';
import { matchesName } from './match-name.ts';

it.each([
  ['hien', true], ['Hiển', true], ['luong the', true], ['lth', true], ['the h', true], ['', true],
  ['iển', false], ['hien luong', false], ['ltn', false],
])('Lương Thế Hiển, asked for as “%s”: %s', (query, found) => {
  expect(matchesName('Lương Thế Hiển', query)).toBe(found);
});
