import format from 'icu-minify/format';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#renderer/i18n/catalogue.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { createWords } from '#renderer/i18n/translate.ts';
import { valuesOf } from '#tests/words/icu-message.ts';
import { compileCatalogue } from './compiled-messages.ts';

const formatters = {
  getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...given),
  getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...given),
  getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...given),
};

describe('messages read when the screens are built', () => {
  const compiled = compileCatalogue(catalogue);
  it.each(['vi', 'en'] as const)('say in %s what they say when read as they are asked for, with any number', (language) => {
    const words = createWords(language);
    for (const key of Object.keys(catalogue) as MessageKey[]) {
      const names = valuesOf(catalogue[key][language]);
      for (const count of [0, 1, 2, 12_480]) {
        const values = Object.fromEntries(names.map((name) => [name, count]));
        expect(format(compiled[key]?.[language] ?? '', language, values, { formatters }), key).toBe(words.t(key, values));
      }
    }
  });
});
