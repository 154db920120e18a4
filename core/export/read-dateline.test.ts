import { describe, expect, test } from 'vitest';
import { readDateline } from './read-dateline.ts';

describe('readDateline', () => {
  test.each([
    ['BVS - Ngày 19.1, tại Thủ đô Vĩnh Sa,', 'BVS', '19.1', 'Thủ đô Vĩnh Sa'],
    ['(BVS) - Sáng 2/3, tại thành phố Vĩnh Sa', 'BVS', '2/3', 'thành phố Vĩnh Sa'],
    ['BVS- Chiều 5.11, tại xã Nậm Sen, ', 'BVS', '5.11', 'xã Nậm Sen'],
    ['BVS - Sáng ngày 2 tháng 3 năm 2026,', 'BVS', '2 tháng 3 năm 2026', null],
    ['Báo Vĩnh Sa - Trong 2 ngày 21 và 22.6, ở huyện Sa.', 'Báo Vĩnh Sa', '22.6', 'huyện Sa'],
    ['Ngày 19.1, tại Bản Ỏ,', null, '19.1', 'Bản Ỏ'],
    ['BVS –', 'BVS', null, null],
    ['', null, null, null],
  ])('%s', (surface, source, date, place) => {
    const read = readDateline(surface);
    expect([read.source?.text ?? null, read.date?.text ?? null, read.place?.text ?? null]).toEqual([source, date, place]);
    for (const piece of [read.source, read.date, read.place]) if (piece !== null) expect(surface.slice(piece.start, piece.end)).toBe(piece.text);
  });
});
