import type { AttendeeId, BlockId } from '#core/base/ids.ts';
import type { Client } from '#core/contract/contract.ts';
import type { Accepted, AppliedProposal } from '#core/structure/proposal.ts';
import { applyProposal } from '#core/structure/proposal.ts';
import type { Attendee } from '#core/story/attendee.ts';
import { fieldJson } from '#core/story/blocks.ts';
import type { BlockJson, InlineJson, StoryFields } from '#core/story/document.ts';
import type { StoryEditor } from '#renderer/editor/editor-api.ts';
import type { OfferedProposal } from '../story/story-session.ts';

export interface AcceptPorts {
  readonly client: Pick<Client, 'people'>;
  readonly editor: StoryEditor;
  readonly newId: () => string;
}

/**
 * Puts the accepted pieces into the story as one step of undo, and into the directory who was accepted. The directory comes first,
 * so that attendees point at their entries; when it can't be written the story goes on without it.
 */
export async function acceptProposal({ paste, proposal }: OfferedProposal, accepted: Accepted, { client, editor, newId }: AcceptPorts): Promise<AppliedProposal> {
  const applied = applyProposal(proposal, accepted, newId);
  const people = applied.attendees.filter((attendee) => attendee.kind === 'person').slice(0, 500);
  const kept = people.length === 0 ? null : await client.people.remember({ people: people.map(({ name, honorific, titles }) => ({ name: name.slice(0, 200), honorific, titles })) });
  const ids = kept?.ok === true ? kept.value.ids : [];
  const found = applied.attendees.map((attendee): Attendee => ({ ...attendee, personId: ids[people.indexOf(attendee)] ?? null }));

  const before = editor.fields();
  const { attendees, same } = joinAttendees(before.attendees, found);
  const fields: StoryFields = { ...before, attendees: [...attendees], ...(applied.date === null ? {} : { date: applied.date.iso, dateUnsure: applied.date.unsure }) };
  const bid = (): BlockId => newId() as BlockId;
  const blocks: readonly BlockJson[] = [
    ...(applied.kicker === null ? [] : [fieldJson(bid(), 'kicker', applied.kicker)]),
    ...(applied.headline === null ? [] : [fieldJson(bid(), 'headline', applied.headline)]),
    ...applied.body,
    ...(applied.byline === null ? [] : [fieldJson(bid(), 'byline', applied.byline)]),
  ].map((block) => pointAt(block, same));
  editor.applyBlocks({ replace: paste.blocks, blocks, fields });
  return applied;
}

/** The list with those who are new; `same`: who of the found stands in it already, by name and delegation, and as whom. */
export function joinAttendees(before: readonly Attendee[], found: readonly Attendee[]): { readonly attendees: readonly Attendee[]; readonly same: ReadonlyMap<AttendeeId, AttendeeId> } {
  const same = new Map<AttendeeId, AttendeeId>();
  const fresh = found.filter((attendee) => {
    const known = before.find((other) => other.kind === attendee.kind && other.name === attendee.name && (other.delegation === attendee.delegation || other.kind === 'person'));
    if (known !== undefined) same.set(attendee.id, known.id);
    return known === undefined;
  });
  return { attendees: [...before, ...fresh], same };
}

/** The block with its person marks pointing at whom `same` says. */
function pointAt(block: BlockJson, same: ReadonlyMap<AttendeeId, AttendeeId>): BlockJson {
  if (same.size === 0 || !('children' in block)) return block;
  const inline = (node: InlineJson): InlineJson => {
    if (node.type === 'text' && node.$?.marks !== undefined) {
      return { ...node, $: { ...node.$, marks: node.$.marks.map((mark) => (mark.kind === 'person' ? { ...mark, id: same.get(mark.id) ?? mark.id } : mark)) } };
    }
    return node.type === 'link' || node.type === 'autolink' ? { ...node, children: node.children.map(inline) } : node;
  };
  switch (block.type) {
    case 'figure':
      return { ...block, children: block.children.map((part) => ({ ...part, children: part.children.map(inline) })) };
    case 'field':
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { ...block, children: block.children.map(inline) };
    case 'list':
    case 'horizontalrule':
      return block;
  }
}
