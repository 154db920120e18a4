import type { Proposal } from '#core/contract/structure.ts';
import { proposalPieces } from '#core/structure/proposal.ts';
import type { ProposalPiece } from '#core/structure/proposal.ts';

export interface ProposalGroup {
  readonly key: string;
  readonly kind: 'parts' | 'people' | 'captions' | 'furniture';
  /** Of people: their delegation, null for the main list. */
  readonly delegation: string | null;
  readonly pieces: readonly ProposalPiece[];
}

/** The number in `attendee-3`. */
export const pieceIndex = (piece: ProposalPiece): number => Number(/-(\d+)$/.exec(piece.id)?.[1] ?? 0);

/** Parts of the story first, then people by delegation, captions, and what is not part of the story. */
export function groupProposal(proposal: Proposal): readonly ProposalGroup[] {
  const pieces = proposalPieces(proposal);
  const { attendees, collectives } = proposal.analysis;
  const delegationOf = (piece: ProposalPiece): string | null => (piece.kind === 'attendee' ? attendees[pieceIndex(piece)]?.delegation : collectives[pieceIndex(piece)]?.delegation) ?? null;
  const people = new Map<string | null, ProposalPiece[]>();
  const groups: Record<'parts' | 'captions' | 'furniture', ProposalPiece[]> = { parts: [], captions: [], furniture: [] };
  for (const piece of pieces) {
    if (piece.kind === 'attendee' || piece.kind === 'collective') people.set(delegationOf(piece), [...(people.get(delegationOf(piece)) ?? []), piece]);
    else if (piece.kind === 'caption') groups.captions.push(piece);
    else if (piece.kind === 'furniture') groups.furniture.push(piece);
    else groups.parts.push(piece);
  }
  const all: readonly ProposalGroup[] = [
    { key: 'parts', kind: 'parts', delegation: null, pieces: groups.parts },
    ...[...people].map(([delegation, members]): ProposalGroup => ({ key: `people ${delegation ?? ''}`, kind: 'people', delegation, pieces: members })),
    { key: 'captions', kind: 'captions', delegation: null, pieces: groups.captions },
    { key: 'furniture', kind: 'furniture', delegation: null, pieces: groups.furniture },
  ];
  return all.filter((group) => group.pieces.length > 0);
}
