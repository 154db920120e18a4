import { z } from 'zod';
import { AttendeeId, PersonId } from '../base/ids.ts';

export const AttendeeRole = z.enum(['chair', 'leader_of_delegation', 'speaker', 'attendee']);

/** A person or a body present at this story's event. The order of the list is the order of printing. */
export const Attendee = z.object({
  id: AttendeeId,
  kind: z.enum(['person', 'collective']),
  /** As printed, without honorific; a collective's whole wording. */
  name: z.string().max(500),
  honorific: z.string().max(60).nullable(),
  titles: z.array(z.string().max(400)).max(20),
  role: AttendeeRole,
  /** `đầu cầu tỉnh Vĩnh Sa`; null for the main list. */
  delegation: z.string().max(300).nullable(),
  /** The entry of the directory this attendee is, once known. */
  personId: PersonId.nullable(),
});
export type Attendee = z.infer<typeof Attendee>;
