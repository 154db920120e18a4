import type { AttendeeRole, Reason } from '#core/people/analysis.ts';
import type { TokenRange } from '#core/people/recognition/token-range.ts';

/** A name in its sentence with everything that was read around it. */
export interface Mention {
  readonly name: TokenRange;
  readonly titles: readonly TokenRange[];
  /** Titles stated once for a whole list (`các Phó Chủ tịch: A, B`). */
  readonly sharedTitles: readonly TokenRange[];
  readonly honorific: TokenRange | null;
  /** Everything that belongs to the person: honorific, titles before and after. */
  readonly whole: TokenRange;
  /** A bracket after the name says where the person comes from: `(Đoàn Nghi lễ)`. */
  readonly bracket: TokenRange | null;
  readonly sentence: number;
  readonly reason: Reason;
  /** 0 to 1: how sure the words are a person's name. */
  readonly certainty: number;
}

/** What the words beside a mention say about the person's presence. */
export interface Verdict {
  /** True: at the event. False: named only. Null: the words do not say. */
  readonly present: boolean | null;
  /** Words that say absent stand right beside the name; they outweigh a weak sign of presence elsewhere. */
  readonly denied: boolean;
  readonly role: AttendeeRole;
  readonly reason: Reason;
  readonly certainty: number;
}

/** One mention with what its sentence says about the person. */
export interface JudgedMention {
  readonly mention: Mention;
  readonly verdict: Verdict;
  readonly delegation: TokenRange | null;
  readonly inBlock: boolean;
}
