import { createTranslator } from 'use-intl/core';
import { errorSentence } from '#core/contract/errors.ts';
import type { WireError } from '#core/contract/errors.ts';
import { catalogue } from './catalogue.ts';
import type { MessageKey } from './catalogue.ts';

export type Language = 'vi' | 'en';

/** The interface's words in one language. A new object for each language, so that what drew with the old one draws again. */
export interface Words {
  readonly language: Language;
  /** `{name}` is replaced by the value of that name; plurals as in ICU messages. */
  t(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** What happened, what is safe, what to do. */
  error(error: WireError): string;
  number(value: number): string;
}

/** use-intl reads dots in keys as nesting; our keys are flat. */
const flat = (key: string): string => key.replaceAll('.', '/');

export function createWords(language: Language): Words {
  const messages = Object.fromEntries(Object.entries(catalogue).map(([key, both]) => [flat(key), both[language]]));
  const translate = createTranslator({ locale: language, messages, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }) as unknown as (
    key: string,
    values?: Readonly<Record<string, string | number>>,
  ) => string;
  const numbers = new Intl.NumberFormat(language);
  return {
    language,
    t: (key, values) => translate(flat(key), values),
    error: (error) => errorSentence(error, language),
    number: (value) => numbers.format(value),
  };
}
