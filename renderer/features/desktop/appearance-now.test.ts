import { expect, it } from 'vitest';
import { hexColour } from './appearance-now.ts';

it.each([['rgb(246, 244, 239)', '#f6f4ef'], ['rgba(0, 10, 255, 0.5)', '#000aff'], ['transparent', null], ['', null]])('%s is %s', (text, hex) => {
  expect(hexColour(text)).toBe(hex);
});
