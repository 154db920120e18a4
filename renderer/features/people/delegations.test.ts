import { describe, expect, it } from 'vitest';
import type { Attendee } from '#core/story/attendee.ts';
import { delegationHeading, delegations, indexBefore, movedIndex } from './delegations.ts';

const person = (number: number, delegation: string | null): Attendee => ({
  id: `0190a5c0-0000-7000-8000-00000000000${number}` as Attendee['id'],
  kind: 'person', name: `Người ${number}`, honorific: null, titles: [], role: 'attendee', delegation, personId: null,
});
const list = [person(1, null), person(2, 'điểm cầu xã Nậm Sen'), person(3, null), person(4, 'điểm cầu xã Nậm Sen')];
const names = (attendees: readonly Attendee[]): string[] => attendees.map(({ name }) => name.slice(-1));
const moved = (id: Attendee['id'], by: -1 | 1): string => {
  const index = movedIndex(list, id, by);
  if (index === null) return 'stays';
  const without = list.filter((attendee) => attendee.id !== id);
  const moving = list.find((attendee) => attendee.id === id) as Attendee;
  return names(without.toSpliced(index, 0, moving)).join('');
};

describe('delegations', () => {
  it('keep the order of the list inside each', () => {
    expect(delegations(list).map((group) => [group.name, names(group.attendees).join('')])).toEqual([[null, '13'], ['điểm cầu xã Nậm Sen', '24']]);
    expect(delegationHeading('đầu cầu tỉnh Vĩnh Sa')).toBe('Đầu cầu tỉnh Vĩnh Sa');
  });

  it('move somebody past the neighbour of the same delegation, over others in between', () => {
    expect(moved((list[0] as Attendee).id, 1)).toBe('2314');
    expect(moved((list[3] as Attendee).id, -1)).toBe('1423');
    expect(moved((list[0] as Attendee).id, -1)).toBe('stays');
    expect(moved((list[3] as Attendee).id, 1)).toBe('stays');
  });

  it('drop somebody right before another', () => {
    expect(indexBefore(list, (list[0] as Attendee).id, (list[3] as Attendee).id)).toBe(2);
  });
});
