import { z } from 'zod';
import { storyMaxBytes, read } from './define.ts';

const Span = { start: z.number().int(), end: z.number().int() };
const Piece = z.object({ ...Span, text: z.string() });
const Reason = z.object({ rule: z.string(), words: z.string() });

/** The wire's picture of `core/people/analysis.ts`. */
export const AnalysisJson = z.object({
  headline: Piece.nullable(),
  dateline: z.object({ ...Span, source: Piece.nullable(), date: Piece.nullable(), place: Piece.nullable() }).nullable(),
  attendees: z.array(
    z.object({
      ...Span, text: z.string(), name: z.string(), titles: z.array(z.string()), honorific: z.string().nullable(), delegation: z.string().nullable(),
      role: z.enum(['chair', 'leader_of_delegation', 'speaker', 'attendee']), confidence: z.number(), reason: Reason, mentions: z.array(z.object(Span)),
    }),
  ),
  collectives: z.array(z.object({ ...Span, text: z.string(), delegation: z.string().nullable(), reason: Reason })),
  captions: z.array(z.object({ ...Span, text: z.string(), credit: Piece.nullable() })),
  byline: z.object({ ...Span, text: z.string(), authors: z.array(z.string()), photographers: z.array(z.string()), label: z.string().nullable() }).nullable(),
  furniture: z.array(z.object({ ...Span, text: z.string(), reason: Reason })),
  lines: z.array(z.object({ ...Span, kind: z.enum(['headline', 'kicker', 'body', 'heading', 'caption', 'byline', 'furniture']) })),
});

/** A recognised text, ready to be accepted whole or piece by piece: `core/structure/proposal.ts` turns it into blocks. */
export const Proposal = z.object({
  /** NFC, `\n` between lines; what the analysis' offsets count in. */
  text: z.string(),
  analysis: AnalysisJson,
  date: z.iso.date().nullable(),
  dateSure: z.boolean(),
});
export type Proposal = z.infer<typeof Proposal>;

export const structureContract = {
  /** The same recognition the command line uses. */
  analyze: read(z.object({ text: z.string().max(10_000_000) }), Proposal, { maxBytes: storyMaxBytes }),
};
