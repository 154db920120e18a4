import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { fieldText } from '#core/story/text.ts';
import { slugify } from '#core/vietnamese/slug.ts';
import { Draft } from './draft.tsx';
import type { DraftProps } from './draft.tsx';

/** A draft made ready beside the window, where only the printer sees it. */
export interface OpenDraft {
  /** Every photo has been read; one that can't be is left to the printer as it is. */
  readonly ready: Promise<void>;
  /** For a file: letters, digits, hyphens. */
  readonly name: string;
  close(): void;
}

/** A text as a style's string: quotes, backslashes and line ends are what could end it. */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`).replace(/[\n\r\f]/g, ' ')}"`;

/** Puts the draft into the document, at once: the browser's own print command does not wait. `footer` stands at the foot of every page. */
export function openDraft(props: DraftProps, footer: string): OpenDraft {
  const { body, documentElement: page, title } = document;
  const place = document.createElement('div');
  place.dataset['draft'] = '';
  body.append(place);
  const root = createRoot(place);
  flushSync(() => root.render(<Draft {...props} />));
  const headline = fieldText(props.document, 'headline');
  page.style.setProperty('--draft-headline', quoted(headline));
  page.style.setProperty('--draft-footer', quoted(footer));
  // The name that the system proposes for a PDF.
  const name = slugify(headline);
  document.title = name;
  return {
    name,
    ready: Promise.all([...place.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined))).then(() => undefined),
    close: () => {
      document.title = title;
      page.style.removeProperty('--draft-headline');
      page.style.removeProperty('--draft-footer');
      root.unmount();
      place.remove();
    },
  };
}
