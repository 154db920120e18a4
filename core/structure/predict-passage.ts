import { analyzeText } from '#core/structure/analyze-text.ts';
import { photographersOf } from '#core/structure/find-credit.ts';
import { codePointOffsets } from '#core/vietnamese/code-points.ts';
import { normalizeWithMap } from '#core/vietnamese/nfc.ts';

export interface PredictedAttendee {
  readonly name: string;
  /** Unicode code points of the text as given. */
  readonly start: number;
  readonly end: number;
  readonly titles: readonly string[];
  readonly honorific: string | null;
  readonly group: string | null;
  readonly role: string;
}

/** The shape that annotated passages are compared in (`tools/score-attendees.mjs`). */
export interface PredictedPassage {
  readonly id: string;
  readonly attendees: readonly PredictedAttendee[];
  readonly collective: readonly string[];
  readonly byline: { readonly text: readonly string[]; readonly photo: readonly string[] } | null;
  readonly dateline: { readonly source: string | null; readonly date: string | null; readonly place: string | null } | null;
  readonly captions: readonly string[];
}

/** Analyses a text of any normal form and line ends; offsets answer in code points of exactly that text. */
export const predictPassage = (passage: { readonly id: string; readonly text: string }): PredictedPassage => {
  const { text, toInput } = normalizeWithMap(passage.text);
  const analysis = analyzeText(text);
  const toCodePoints = codePointOffsets(passage.text);
  const at = (offset: number): number => toCodePoints(toInput(offset));
  const { byline, dateline } = analysis;
  const photo = new Set([
    ...(byline?.photographers ?? []),
    ...analysis.captions.flatMap((caption) => (caption.credit === null ? [] : photographersOf(caption.credit.text))),
  ]);
  const authors = byline?.authors ?? [];
  return {
    id: passage.id,
    attendees: analysis.attendees.map((attendee) => ({
      name: attendee.name,
      start: at(attendee.start),
      end: at(attendee.end),
      titles: attendee.titles,
      honorific: attendee.honorific,
      group: attendee.delegation,
      role: attendee.role,
    })),
    collective: analysis.collectives.map((collective) => collective.text),
    byline: authors.length > 0 || photo.size > 0 ? { text: authors, photo: [...photo] } : null,
    dateline:
      dateline === null
        ? null
        : { source: dateline.source?.text ?? null, date: dateline.date?.text ?? null, place: dateline.place?.text ?? null },
    captions: analysis.captions.map((caption) => caption.text),
  };
};
