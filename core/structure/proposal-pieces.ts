import type { Proposal } from '../contract/structure.ts';

export type ProposalPieceKind = 'kicker' | 'headline' | 'dateline' | 'date' | 'attendee' | 'collective' | 'heading' | 'caption' | 'byline' | 'furniture';

/** One thing that was recognised, to be accepted or left as plain text. */
export interface ProposalPiece {
  /** `headline`, `dateline`, `date`, `byline`, `kicker`, or kind and number from 0: `attendee-3`. Stable for the same proposal. */
  readonly id: string;
  readonly kind: ProposalPieceKind;
  /** What is shown of it: its surface; of the date, `YYYY-MM-DD`. */
  readonly text: string;
  /** Where it stands in the proposal's text, UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Ask the reporter to look before accepting. */
  readonly unsure: boolean;
  /** The rule and the words that led to it, when recognition says so. */
  readonly reason: { readonly rule: string; readonly words: string } | null;
}

/** Below this, an attendee is shown as unsure. */
const sure = 0.6;

/** All pieces of a proposal, in the order of the text. */
export function proposalPieces({ text, analysis, date, dateSure }: Proposal): readonly ProposalPiece[] {
  const { headline, dateline, attendees, collectives, captions, byline, furniture, lines } = analysis;
  const pieces: ProposalPiece[] = [];
  const add = (id: string, kind: ProposalPieceKind, { start, end }: { start: number; end: number }, more: Partial<Pick<ProposalPiece, 'text' | 'unsure' | 'reason'>> = {}): void => {
    pieces.push({ id, kind, text: text.slice(start, end), start, end, unsure: false, reason: null, ...more });
  };
  const ofKind = (kind: 'kicker' | 'heading'): typeof lines => lines.filter((line) => line.kind === kind);

  const [kicker] = ofKind('kicker');
  if (kicker !== undefined) add('kicker', 'kicker', kicker);
  if (headline !== null) add('headline', 'headline', headline);
  if (dateline !== null) add('dateline', 'dateline', dateline);
  if (date !== null && dateline?.date) add('date', 'date', dateline.date, { text: date, unsure: !dateSure });
  attendees.forEach((attendee, index) => add(`attendee-${index}`, 'attendee', attendee, { unsure: attendee.confidence < sure, reason: attendee.reason }));
  collectives.forEach((collective, index) => add(`collective-${index}`, 'collective', collective, { reason: collective.reason }));
  ofKind('heading').forEach((line, index) => add(`heading-${index}`, 'heading', line));
  captions.forEach((caption, index) => add(`caption-${index}`, 'caption', caption));
  if (byline !== null) add('byline', 'byline', byline);
  furniture.forEach((piece, index) => add(`furniture-${index}`, 'furniture', piece, { reason: piece.reason }));
  return pieces.toSorted((left, right) => left.start - right.start || left.end - right.end);
}

/** The piece that an id names: which of its kind, from 0. */
export const pieceNumber = (piece: Pick<ProposalPiece, 'id'>): number => Number(/-(\d+)$/.exec(piece.id)?.[1] ?? 0);
