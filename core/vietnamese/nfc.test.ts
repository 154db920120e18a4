import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { codePointOffsets } from '#core/vietnamese/code-points.ts';
import { normalizeWithMap, toNfc } from '#core/vietnamese/nfc.ts';

const whole = (input: string): string => input.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC');

describe('normalizeWithMap', () => {
  it('leaves NFC alone', () => {
    const text = 'Ủy ban\u00a0nhân dân\u200b tỉnh\n';
    expect(normalizeWithMap(text).text).toBe(text);
    expect(normalizeWithMap(text).toInput(7)).toBe(7);
  });

  it('finds the way back from composed text', () => {
    const input = 'Lễ\r\nhội Đức'.normalize('NFD');
    const { text, toInput } = normalizeWithMap(input);
    expect(text).toBe('Lễ\nhội Đức');
    for (const word of ['Lễ', 'hội', 'Đức']) {
      const start = text.indexOf(word);
      expect(input.slice(toInput(start), toInput(start + word.length)).normalize('NFC')).toBe(word);
    }
    expect(toInput(text.length)).toBe(input.length);
  });

  it('is NFC with line feeds for any input, and its offsets rise', () => {
    const letters = fc.constantFrom('a', 'e', '\u0302', '\u0301', '\u0323', 'ệ', 'đ', ' ', '\n', '\r', '\r\n', '\u1100', '\u1161', '\u11a8', '각', '\u212b', '😀', '\u00a0', '\u0000');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (parts) => {
        const input = parts.join('');
        const { text, toInput } = normalizeWithMap(input);
        expect(text).toBe(whole(input));
        let before = 0;
        for (let offset = 0; offset <= text.length; offset += 1) {
          expect(toInput(offset)).toBeGreaterThanOrEqual(before);
          before = toInput(offset);
        }
        expect(before).toBe(input.length);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a mark apart from a space or line end before it', () => {
    const { text, toInput } = normalizeWithMap('a \u0301b\r\n\u0301e\u0302\u0301');
    expect(text).toBe('a \u0301b\n\u0301ế');
    expect(toInput(text.indexOf('ế'))).toBe(7);
  });

  it('composes', () => {
    expect(toNfc('e\u0302\u0323')).toBe('ệ');
  });
});

describe('codePointOffsets', () => {
  it('counts a pair of surrogates once', () => {
    const at = codePointOffsets('a😀b😀');
    expect([0, 1, 3, 4, 6].map(at)).toEqual([0, 1, 2, 3, 4]);
  });
});
