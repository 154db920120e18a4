/**
 * What recognition finds in a plain text. All offsets are UTF-16 code units into the analysed text, which is NFC
 * with `\n` between lines; `start` inclusive, `end` exclusive.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Piece extends Span {
  /** Surface form, exactly `text.slice(start, end)`. */
  readonly text: string;
}

/** Strongest role wins: chair, then leader of a delegation, then speaker, then plain attendee. */
export type AttendeeRole = 'chair' | 'leader_of_delegation' | 'speaker' | 'attendee';

/** Why something was recognised, for the reporter who asks: the rule's stable name and the words that led to it. */
export interface Reason {
  readonly rule: string;
  readonly words: string;
}

export interface FoundAttendee extends Piece {
  /** The name as printed; same as `text`. The span is the mention with the fullest titles. */
  readonly name: string;
  readonly titles: readonly string[];
  readonly honorific: string | null;
  /** Label of the delegation without "Về phía"; null for the main list. */
  readonly delegation: string | null;
  readonly role: AttendeeRole;
  /** 0 to 1; below 0.6 the proposal asks the reporter to look. */
  readonly confidence: number;
  readonly reason: Reason;
  /** Every occurrence of the full name in the text, `span` included, in text order. */
  readonly mentions: readonly Span[];
}

export interface FoundCollective extends Piece {
  readonly delegation: string | null;
  readonly reason: Reason;
}

export interface FoundDateline extends Span {
  /** `BHG`, without brackets, dash or colon. */
  readonly source: Piece | null;
  /** `19.1`: surface of the date without weekday, part of day or "ngày". */
  readonly date: Piece | null;
  /** `Thủ đô Hà Nội`: only when the text states where the event was. */
  readonly place: Piece | null;
}

export interface FoundCaption extends Piece {
  /** `Phạm Kiên/TTXVN` of `Ảnh: Phạm Kiên/TTXVN`; null when the caption names none. `text` includes the credit. */
  readonly credit: Piece | null;
}

export interface FoundByline extends Piece {
  readonly authors: readonly string[];
  readonly photographers: readonly string[];
  /** The label before the names (`Tin, ảnh`, `Bài và ảnh`, `Thực hiện`), null for bare names. */
  readonly label: string | null;
}

/** Something of the page it was copied from that is not part of the story: a comment box's heading, a table's `|`. */
export interface FoundFurniture extends Piece {
  readonly reason: Reason;
}

export type LineKind = 'headline' | 'kicker' | 'body' | 'heading' | 'caption' | 'byline' | 'furniture';

/** One non-empty line of the text and what it is. Trailing furniture inside a line (` |`) is not in its span. */
export interface FoundLine extends Span {
  readonly kind: LineKind;
}

export interface Analysis {
  readonly headline: Piece | null;
  readonly dateline: FoundDateline | null;
  readonly attendees: readonly FoundAttendee[];
  readonly collectives: readonly FoundCollective[];
  readonly captions: readonly FoundCaption[];
  readonly byline: FoundByline | null;
  readonly furniture: readonly FoundFurniture[];
  readonly lines: readonly FoundLine[];
}
