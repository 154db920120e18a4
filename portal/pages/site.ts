import type { SizeOf } from '#portal/html/write-story-html.ts';

/** What every page needs to know of the portal that serves it. */
export interface Site {
  /** Origin without a slash. */
  readonly baseUrl: string;
  /** Subresource integrity of the style sheet: `sha384-…`. */
  readonly styleIntegrity: string;
  readonly sizeOf: SizeOf;
}
