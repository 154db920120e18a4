/** A colour of sRGB: red, green, blue from 0 to 255, and how much of it there is, from 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

const part = (text: string): number => (text.endsWith('%') ? (parseFloat(text) / 100) * 255 : parseFloat(text));

/** Reads `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)` in both spellings, `transparent`. Throws on anything else: a colour that is not understood must not pass for a good one. */
export function parseColour(text: string): Colour {
  const css = text.trim().toLowerCase();
  if (css === 'transparent') return { red: 0, green: 0, blue: 0, alpha: 0 };
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(css);
  if (short !== null) return parseColour(`#${short.slice(1).map((digit) => digit + digit).join('')}`);
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})([\da-f]{2})?$/.exec(css);
  if (long !== null) {
    const [red, green, blue, alpha] = long.slice(1).map((pair) => (pair === undefined ? 255 : parseInt(pair, 16)));
    return { red: red ?? 0, green: green ?? 0, blue: blue ?? 0, alpha: (alpha ?? 255) / 255 };
  }
  const [red, green, blue, alpha] = /^rgba?\(([^()]*)\)$/.exec(css)?.[1]?.split(/[\s,/]+/).filter((one) => one !== '') ?? [];
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`not a colour that is understood: ${text}`);
  return { red: part(red), green: part(green), blue: part(blue), alpha: alpha === undefined ? 1 : part(alpha) / (alpha.endsWith('%') ? 255 : 1) };
}

/** `front` laid over `behind`. */
export function over(front: Colour, behind: Colour): Colour {
  const alpha = front.alpha + behind.alpha * (1 - front.alpha);
  const mix = (one: number, other: number): number => (alpha === 0 ? 0 : (one * front.alpha + other * behind.alpha * (1 - front.alpha)) / alpha);
  return { red: mix(front.red, behind.red), green: mix(front.green, behind.green), blue: mix(front.blue, behind.blue), alpha };
}

/** `color-mix(in srgb, one share%, other)`; share from 0 to 1. */
export function mixed(one: Colour, share: number, other: Colour): Colour {
  const alpha = one.alpha * share + other.alpha * (1 - share);
  const mix = (first: number, second: number): number => (alpha === 0 ? 0 : (first * one.alpha * share + second * other.alpha * (1 - share)) / alpha);
  return { red: mix(one.red, other.red), green: mix(one.green, other.green), blue: mix(one.blue, other.blue), alpha };
}

/** Relative luminance of WCAG 2.2, from 0 to 1. */
function luminance({ red, green, blue }: Colour): number {
  const linear = (value: number): number => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of WCAG 2.2, from 1 to 21: `front` as it appears on `behind`, which must be opaque. */
export function contrast(front: Colour, behind: Colour): number {
  const [light, dark] = [luminance(over(front, behind)), luminance(behind)].toSorted((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Near enough to be the same on every screen. */
export const isSame = (one: Colour, other: Colour): boolean =>
  Math.abs(one.red - other.red) < 1 && Math.abs(one.green - other.green) < 1 && Math.abs(one.blue - other.blue) < 1 && Math.abs(one.alpha - other.alpha) < 0.01;
