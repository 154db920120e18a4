/** Chromium's levels: each is a fifth larger than the one before; 0 is 100 %. From 58 % to 249 %, so that no window becomes unusable. */
const range = { least: -3, most: 5 };

/** How much larger than drawn. */
export const zoomFactor = (level: number): number => 1.2 ** level;

export const nextZoom = (level: number, wish: 'zoom-in' | 'zoom-out' | 'zoom-reset'): number =>
  wish === 'zoom-reset' ? 0 : Math.min(range.most, Math.max(range.least, Math.round(level) + (wish === 'zoom-in' ? 1 : -1)));
