/** The wire types of docs/portal-api.yaml. A value gets one of these types only after the validator passed it. */

export type StoryStatus = 'published' | 'draft' | 'withdrawn';

export interface StoryDateline {
  readonly source: string | null;
  readonly date: string | null;
  readonly place: string | null;
}

export interface StoryAttendee {
  readonly name: string;
  readonly honorific: string | null;
  readonly titles: readonly string[];
  readonly role: string | null;
  readonly delegation: string | null;
  readonly kind: 'person' | 'collective';
}

export interface StoryFigure {
  readonly sha256: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly alt: string | null;
}

export interface Story {
  readonly headline: string;
  readonly kicker: string | null;
  readonly lede: string | null;
  readonly bodyHtml: string;
  readonly bodyText: string;
  readonly byline: string | null;
  readonly dateline: StoryDateline | null;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly section: string | null;
  readonly keywords: readonly string[];
  readonly slug: string;
  readonly attendees: readonly StoryAttendee[];
  readonly figures: readonly StoryFigure[];
  readonly contentHash: string;
  readonly language: string;
  readonly wordCount: number;
}

export interface StatusChange {
  readonly status: StoryStatus;
  readonly revisionId: string;
  /** Left out: no check. Null: the story must never have been published. */
  readonly expectedRevisionId?: string | null;
}
