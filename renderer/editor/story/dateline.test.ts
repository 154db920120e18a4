import { describe, expect, it } from 'vitest';
import { readDateline, writeDateline } from './dateline.ts';

describe('a dateline', () => {
  it.each([
    ['BVS - Ngày 19.11, tại Trung tâm Hội nghị tỉnh,', { source: 'BVS', date: '19.11', place: 'Trung tâm Hội nghị tỉnh' }],
    ['(BVS) – Sáng 19-11, tại xã Nậm Sen,', { source: 'BVS', date: '19-11', place: 'xã Nậm Sen' }],
    ['BVS: Chiều ngày 19/11/2026,', { source: 'BVS', date: '19/11/2026', place: null }],
    ['Ngày 19 tháng 11 năm 2026, tại Vĩnh Sa,', { source: null, date: '19 tháng 11 năm 2026', place: 'Vĩnh Sa' }],
    ['BVS -', { source: 'BVS', date: null, place: null }],
    ['', { source: null, date: null, place: null }],
  ] as const)('%s is read', (text, expected) => {
    expect(readDateline(text)).toEqual(expected);
  });

  it.each([
    { source: 'BVS', date: '19.11', place: 'Trung tâm Hội nghị tỉnh' },
    { source: 'BVS', date: '19.11', place: null },
    { source: 'BVS', date: null, place: 'xã Nậm Sen' },
    { source: 'BVS', date: null, place: null },
    { source: null, date: '2.9', place: 'Vĩnh Sa' },
  ])('$source, $date, $place is written so that it reads the same', (dateline) => {
    expect(readDateline(writeDateline(dateline))).toEqual(dateline);
  });
});
