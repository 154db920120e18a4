import type { AttendeeId } from '#core/base/ids.ts';
import type { Attendee } from '#core/story/attendee.ts';

export interface Delegation {
  /** Null: the main list. */
  readonly name: string | null;
  readonly attendees: readonly Attendee[];
}

/** Attendees by delegation, each in the order of the list; the main list where it first appears. */
export function delegations(attendees: readonly Attendee[]): readonly Delegation[] {
  const groups = new Map<string | null, Attendee[]>();
  for (const attendee of attendees) groups.set(attendee.delegation, [...(groups.get(attendee.delegation) ?? []), attendee]);
  return [...groups].map(([name, members]) => ({ name, attendees: members }));
}

/** Where in the whole list `id` goes to stand one place up or down within its delegation; null: it is at the end already. */
export function movedIndex(attendees: readonly Attendee[], id: AttendeeId, by: -1 | 1): number | null {
  const moving = attendees.find((attendee) => attendee.id === id);
  if (moving === undefined) return null;
  const peers = attendees.filter((attendee) => attendee.delegation === moving.delegation);
  const neighbour = peers[peers.indexOf(moving) + by];
  if (neighbour === undefined) return null;
  const without = attendees.filter((attendee) => attendee.id !== id);
  return without.indexOf(neighbour) + (by === 1 ? 1 : 0);
}

/** Index in the list without `id` for standing right before `before`. */
export function indexBefore(attendees: readonly Attendee[], id: AttendeeId, before: AttendeeId): number {
  return attendees.filter((attendee) => attendee.id !== id).findIndex((attendee) => attendee.id === before);
}

/** A delegation as a heading: printed labels start small when they stood inside a sentence. */
export const delegationHeading = (name: string): string => name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
