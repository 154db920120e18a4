import { describe, expect, it } from 'vitest';
import type { Attendee } from '#core/story/attendee.ts';
import { joinAttendees } from './accept-proposal.ts';

const attendee = (number: number, name: string, delegation: string | null = null, kind: Attendee['kind'] = 'person'): Attendee => ({
  id: `0190a5c0-0000-7000-8000-00000000000${number}` as Attendee['id'],
  kind, name, honorific: null, titles: [], role: 'attendee', delegation, personId: null,
});

describe('joining attendees', () => {
  it('adds who is new, and points at who stands in the list already', () => {
    const before = [attendee(1, 'Trịnh Khắc Duệ')];
    const found = [attendee(2, 'Trịnh Khắc Duệ', 'điểm cầu tỉnh'), attendee(3, 'Ma Thị Hạ')];
    const { attendees, same } = joinAttendees(before, found);
    expect(attendees.map(({ name }) => name)).toEqual(['Trịnh Khắc Duệ', 'Ma Thị Hạ']);
    expect([...same]).toEqual([[found[0]?.id, before[0]?.id]]);
  });

  it('keeps bodies of the same wording apart by delegation', () => {
    const before = [attendee(1, 'lãnh đạo các phòng', 'điểm cầu xã A', 'collective')];
    const { attendees } = joinAttendees(before, [attendee(2, 'lãnh đạo các phòng', 'điểm cầu xã B', 'collective')]);
    expect(attendees).toHaveLength(2);
  });
});
