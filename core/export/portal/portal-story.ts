import type { ExportStory } from '../export-story.ts';
import { portalBody } from '../html/portal-body.ts';

const orNull = (text: string | null): string | null => (text === null || text === '' ? null : text);

/** `Story` of `docs/portal-api.yaml` but its `contentHash`, which is made of exactly this. */
export interface PortalStory {
  readonly headline: string;
  readonly kicker: string | null;
  readonly lede: string | null;
  readonly bodyHtml: string;
  readonly bodyText: string;
  readonly byline: string | null;
  readonly dateline: { readonly source: string | null; readonly date: string | null; readonly place: string | null } | null;
  readonly date: string;
  readonly section: string | null;
  readonly keywords: readonly string[];
  readonly slug: string;
  readonly attendees: readonly {
    readonly name: string;
    readonly honorific: string | null;
    readonly titles: readonly string[];
    readonly role: string | null;
    readonly delegation: string | null;
    readonly kind: 'person' | 'collective';
  }[];
  readonly figures: readonly { readonly sha256: string | null; readonly caption: string | null; readonly credit: string | null; readonly alt: string | null }[];
  readonly language: string;
  readonly wordCount: number;
}

/** The story as a portal takes it; null when it has no headline or no date, which readiness blocks before. */
export function portalStory(story: ExportStory): PortalStory | null {
  if (story.headline === '' || story.date === null) return null;
  const { dateline } = story;
  return {
    headline: story.headline,
    kicker: orNull(story.kicker),
    lede: orNull(story.lede),
    ...portalBody(story),
    byline: orNull(story.byline.text),
    dateline: dateline === null ? null : { source: dateline.source, date: dateline.date, place: dateline.place },
    date: story.date,
    section: orNull(story.section),
    keywords: story.keywords,
    slug: story.slug,
    attendees: story.attendees.map(({ name, honorific, titles, role, delegation, kind }) => ({ name, honorific, titles, role, delegation, kind })),
    figures: story.figures.map((figure) => ({
      sha256: figure.photo?.sha256 ?? null, caption: orNull(figure.captionText), credit: orNull(figure.credit), alt: orNull(figure.alt),
    })),
    language: story.language,
    wordCount: story.wordCount,
  };
}
