import { expect, it } from 'vitest';
import { nextZoom } from './zoom.ts';

it('grows and shrinks by steps between its limits', () => {
  expect([nextZoom(0, 'zoom-in'), nextZoom(5, 'zoom-in'), nextZoom(-3, 'zoom-out'), nextZoom(4, 'zoom-reset'), nextZoom(0.4, 'zoom-in'), nextZoom(99, 'zoom-out')]).toEqual([1, 5, -3, 0, 1, 5]);
});
