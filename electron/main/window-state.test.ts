import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noMemory, parseMemory, placeWindow } from './window-state.ts';

const left = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 984 };

describe('a window opens', () => {
  it('in the middle of the main screen the first time, and never larger than it', () => {
    expect(placeWindow(null, [left, right])).toEqual({ x: 320, y: 100, width: 1280, height: 840 });
    expect(placeWindow(null, [{ x: 0, y: 30, width: 1024, height: 700 }])).toEqual({ x: 0, y: 30, width: 1024, height: 700 });
  });

  it('where it was', () => {
    const kept = { x: 2000, y: 40, width: 900, height: 700 };
    expect(placeWindow(kept, [left, right])).toEqual(kept);
  });

  it('on the main screen when its own is gone', () => {
    expect(placeWindow({ x: 2000, y: 40, width: 900, height: 700 }, [left])).toEqual({ x: 510, y: 170, width: 900, height: 700 });
    expect(placeWindow({ x: -5000, y: -5000, width: 900, height: 700 }, [left])).toMatchObject({ x: 510, y: 170 });
  });

  it('whole, with its title bar within reach, when it hung over an edge', () => {
    expect(placeWindow({ x: 1700, y: 900, width: 1000, height: 700 }, [left])).toEqual({ x: 920, y: 340, width: 1000, height: 700 });
    expect(placeWindow({ x: -300, y: -200, width: 1000, height: 700 }, [left])).toEqual({ x: 0, y: 0, width: 1000, height: 700 });
  });

  it('beside the first one when it is the second', () => {
    expect(placeWindow({ x: 100, y: 100, width: 900, height: 700 }, [left], 28)).toMatchObject({ x: 128, y: 128 });
  });

  it('always on a screen, whatever was kept', () => {
    const side = fc.integer({ min: -1e6, max: 1e6 });
    const size = fc.integer({ min: 1, max: 1e6 });
    fc.assert(fc.property(fc.record({ x: side, y: side, width: size, height: size }), fc.integer({ min: 0, max: 400 }), (kept, shift) => {
      const { x, y, width, height } = placeWindow(kept, [left, right], shift);
      expect([left, right].some((area) => x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height)).toBe(true);
      expect(width >= 360 && height >= 420).toBe(true);
    }));
  });
});

describe('what was kept', () => {
  it.each(['', '{', 'null', '[]', '{"bounds":{"x":"1"}}', '{"bounds":{"x":1,"y":2,"width":-3,"height":4}}', '{"appearance":{"theme":"pink"}}', '{"zoom":"large"}'])('is as if it weren’t there when it is not sound: %s', (text) => {
    expect(parseMemory(text)).toEqual(noMemory);
  });

  it('is read as it was written', () => {
    const memory = { ...noMemory, bounds: { x: 1, y: 2, width: 800, height: 600 }, isMaximized: true, zoom: 2, exportFolder: '/tmp' };
    expect(parseMemory(JSON.stringify(memory))).toEqual(memory);
  });
});
