import type { FindOptions } from '#core/vietnamese/find-text.ts';

interface LastFind {
  query: string;
  text: string;
  options: FindOptions;
}

/** What was looked for last in this window, from story to story; gone with the window. */
export const lastFind: LastFind = { query: '', text: '', options: { accents: false, matchCase: false, wholeWord: false } };
