import type { AttendeeId, BlockId } from '../base/ids.ts';
import type { Proposal } from '../contract/structure.ts';
import type { Attendee } from '../story/attendee.ts';
import { fieldJson, figureJson, headingJson, paragraphJson } from '../story/blocks.ts';
import type { BlockJson, InlineJson, StoryDocument } from '../story/document.ts';
import { documentSchema, emptyFields } from '../story/document.ts';
import type { MarkedSpan } from './marked-runs.ts';
import { makeRuns } from './marked-runs.ts';
import type { ProposalPiece } from './proposal-pieces.ts';
import { pieceNumber, proposalPieces } from './proposal-pieces.ts';
import { splitCredit } from './split-credit.ts';

export type { ProposalPiece, ProposalPieceKind } from './proposal-pieces.ts';
export { proposalPieces } from './proposal-pieces.ts';

/** Ids of `proposalPieces` that are accepted. */
export type Accepted = 'all' | ReadonlySet<string>;

export interface RemovedText {
  readonly id: string;
  /** Exactly what is left out, with the spaces that led to it. */
  readonly text: string;
  readonly reason: { readonly rule: string; readonly words: string };
}

/** What the accepted pieces make of the text. Fields that no accepted piece fills are null: whoever applies leaves them alone. */
export interface AppliedProposal {
  readonly kicker: readonly InlineJson[] | null;
  readonly headline: readonly InlineJson[] | null;
  readonly byline: readonly InlineJson[] | null;
  /** Paragraphs, headings and figures, in the order of the text. */
  readonly body: readonly BlockJson[];
  /** In the order of the text. */
  readonly attendees: readonly Attendee[];
  readonly date: { readonly iso: string; readonly unsure: boolean } | null;
  readonly removed: readonly RemovedText[];
}

/** Limits of the stored story; what a hostile text would put beyond them stays plain text. */
const limits = { attendees: 2000, name: 500, titles: 20, title: 400, honorific: 60, delegation: 300 } as const;

const within = (text: string | null, length: number): string | null => (text !== null && text.length <= length ? text : null);

/** `Các đồng chí` at the head of a list is `đồng chí` of each person in it; what stands at the start of a sentence is lower case in a list. */
const singular = (honorific: string | null): string | null => honorific === null ? null : honorific.toLowerCase().replace(/^các\s+(?=[^,/]+$)/u, '');

interface Kept {
  readonly start: number;
  readonly attendee: Attendee;
  readonly marks: readonly MarkedSpan[];
}

function keptAttendees({ analysis }: Proposal, pieces: readonly ProposalPiece[], newId: () => string): Kept[] {
  const kept: Kept[] = [];
  for (const piece of pieces) {
    if (kept.length >= limits.attendees) break;
    if (piece.kind === 'collective') {
      const found = analysis.collectives[pieceNumber(piece)];
      if (found === undefined || found.text.length > limits.name) continue;
      const delegation = within(found.delegation, limits.delegation);
      kept.push({ start: piece.start, attendee: { id: newId() as AttendeeId, kind: 'collective', name: found.text, honorific: null, titles: [], role: 'attendee', delegation, personId: null }, marks: [] });
    }
    if (piece.kind === 'attendee') {
      const found = analysis.attendees[pieceNumber(piece)];
      if (found === undefined || found.name.length > limits.name) continue;
      const id = newId() as AttendeeId;
      const attendee: Attendee = {
        id,
        kind: 'person',
        name: found.name,
        honorific: within(singular(found.honorific), limits.honorific),
        titles: found.titles.filter((title) => title.length <= limits.title).slice(0, limits.titles),
        role: found.role,
        delegation: within(found.delegation, limits.delegation),
        personId: null,
      };
      kept.push({ start: piece.start, attendee, marks: found.mentions.map(({ start, end }) => ({ start, end, mark: { kind: 'person', id } })) });
    }
  }
  return kept;
}

/** The spans left out, each with the spaces before it on its line when nothing but spaces and other furniture follows it there. */
function removedSpans(text: string, furniture: readonly ProposalPiece[]): { readonly piece: ProposalPiece; readonly start: number; readonly end: number }[] {
  return furniture.map((piece) => {
    const lineEnd = text.indexOf('\n', piece.end);
    const rest = text.slice(piece.end, lineEnd === -1 ? text.length : lineEnd);
    if (rest.trim() !== '') return { piece, start: piece.start, end: piece.end };
    const lead = /[^\S\n]*$/u.exec(text.slice(Math.max(0, piece.start - 100), piece.start))?.[0].length ?? 0;
    return { piece, start: piece.start - lead, end: piece.end + rest.length };
  });
}

interface Part {
  readonly kind: ProposalPiece['kind'] | 'plain';
  readonly piece: ProposalPiece | null;
  /** Usually one; a line with furniture in its middle is what stands on both sides of it. */
  readonly slices: { readonly start: number; readonly end: number }[];
}

/** The text as its lines, cut where a piece that makes a block of its own begins and ends; removed spans and blank parts are gone. */
function partsOf(text: string, blocks: readonly ProposalPiece[], removed: readonly { readonly start: number; readonly end: number }[]): Part[] {
  const parts: Part[] = [];
  const cuts = [
    ...blocks.map((piece) => ({ start: piece.start, end: piece.end, piece })),
    ...removed.map((span) => ({ ...span, piece: null })),
  ].toSorted((left, right) => left.start - right.start);
  const plain = (start: number, end: number): void => {
    let from = start;
    for (const line of text.slice(start, end).split('\n')) {
      const slice = { start: from, end: from + line.length };
      const open = from === start && endsInside ? parts.at(-1) : undefined;
      if (line.trim() !== '') {
        if (open?.kind === 'plain') open.slices.push(slice);
        else parts.push({ kind: 'plain', piece: null, slices: [slice] });
      }
      from += line.length + 1;
    }
  };
  let at = 0;
  /** True while the last plain part's line goes on behind what was cut out of it. */
  let endsInside = false;
  for (const cut of cuts) {
    // Pieces of a sound analysis don't overlap; of two that do, the first stands.
    if (cut.start < at) continue;
    plain(at, cut.start);
    endsInside = cut.piece === null && parts.at(-1)?.slices.at(-1)?.end === cut.start && !text.slice(cut.start, cut.end).includes('\n');
    if (cut.piece !== null) parts.push({ kind: cut.piece.kind, piece: cut.piece, slices: [{ start: cut.start, end: cut.end }] });
    at = cut.end;
  }
  plain(at, text.length);
  return parts;
}

/**
 * Turns the accepted pieces into fields, blocks, attendees and marks. Everything else stays plain paragraphs, one a line; no letter
 * of the text changes, only accepted furniture is left out, and named. `newId` gives a fresh UUID each time.
 */
export function applyProposal(proposal: Proposal, accepted: Accepted, newId: () => string): AppliedProposal {
  const { text, analysis, date, dateSure } = proposal;
  const pieces = proposalPieces(proposal).filter((piece) => accepted === 'all' || accepted.has(piece.id));
  const ofKind = (...kinds: readonly ProposalPiece['kind'][]): ProposalPiece[] => pieces.filter((piece) => kinds.includes(piece.kind));

  const attendees = keptAttendees(proposal, pieces, newId);
  const datelines: MarkedSpan[] = ofKind('dateline').map(({ start, end }) => ({ start, end, mark: { kind: 'dateline' } }));
  const runs = makeRuns(text, [...attendees.flatMap(({ marks }) => marks), ...datelines]);
  const removed = removedSpans(text, ofKind('furniture'));

  const fields: { kicker: InlineJson[] | null; headline: InlineJson[] | null; byline: InlineJson[] | null } = { kicker: null, headline: null, byline: null };
  const body: BlockJson[] = [];
  const bid = (): BlockId => newId() as BlockId;
  for (const { kind, piece, slices } of partsOf(text, ofKind('kicker', 'headline', 'heading', 'caption', 'byline'), removed)) {
    const content = slices.flatMap(({ start, end }) => runs(start, end));
    const { start, end } = slices[0] ?? { start: 0, end: 0 };
    if (kind === 'kicker' || kind === 'headline' || kind === 'byline') fields[kind] = content;
    else if (kind === 'heading') body.push(headingJson(bid(), 'h2', content));
    else if (kind === 'caption' && piece !== null) {
      const credit = analysis.captions[pieceNumber(piece)]?.credit ?? null;
      const split = splitCredit(text, { start, end }, credit);
      body.push(figureJson(bid(), { caption: runs(start, split.captionEnd), credit: text.slice(split.creditStart, end) }));
    } else body.push(paragraphJson(bid(), content));
  }

  const dated = ofKind('date').length > 0 && date !== null;
  return {
    ...fields,
    body,
    attendees: attendees.toSorted((left, right) => left.start - right.start).map(({ attendee }) => attendee),
    date: dated ? { iso: date, unsure: !dateSure } : null,
    removed: removed.map(({ piece, start, end }) => ({ id: piece.id, text: text.slice(start, end), reason: piece.reason ?? { rule: '', words: '' } })),
  };
}

/** A whole story of its own from a proposal, as importing makes it. */
export function documentFromProposal(proposal: Proposal, accepted: Accepted, newId: () => string): { readonly document: StoryDocument; readonly removed: readonly RemovedText[] } {
  const { kicker, headline, byline, body, attendees, date, removed } = applyProposal(proposal, accepted, newId);
  const bid = (): BlockId => newId() as BlockId;
  return {
    removed,
    document: {
      schema: documentSchema,
      fields: { ...emptyFields, attendees: [...attendees], date: date?.iso ?? null, dateUnsure: date?.unsure ?? false },
      blocks: [
        fieldJson(bid(), 'kicker', kicker ?? ''),
        fieldJson(bid(), 'headline', headline ?? ''),
        fieldJson(bid(), 'lede'),
        ...(body.length === 0 ? [paragraphJson(bid())] : body),
        fieldJson(bid(), 'byline', byline ?? ''),
      ],
    },
  };
}
