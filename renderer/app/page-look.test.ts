import { describe, expect, it } from 'vitest';
import { nextTextSize, nextWidth } from './page-look.ts';

describe('the page’s type and width', () => {
  it('goes up and down the row of sizes and stays at its ends', () => {
    expect([nextTextSize(18, 1), nextTextSize(18, -1), nextTextSize(32, 1), nextTextSize(16, -1)]).toEqual([20, 16, 32, 16]);
  });

  it('goes round the widths', () => {
    expect([nextWidth('narrow'), nextWidth('normal'), nextWidth('wide')]).toEqual(['normal', 'wide', 'narrow']);
  });
});
