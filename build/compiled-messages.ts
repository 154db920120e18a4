import { pathToFileURL } from 'node:url';
import compile from 'icu-minify/compile';
import type { CompiledMessage } from 'icu-minify/format';
import type { Plugin } from 'vite';

/** A catalogue's file: `{ key: { vi, en } }` under one exported name. */
const catalogueFile = /[\\/]renderer[\\/](?:i18n[\\/]messages[\\/][\w-]+|editor[\\/]messages)\.ts$/;

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Every message as the reader of `use-intl/format-message/format-only` takes it: plain words stay a string. */
export const compileCatalogue = (catalogue: Catalogue): Readonly<Record<string, Readonly<Record<string, CompiledMessage>>>> =>
  Object.fromEntries(Object.entries(catalogue).map(([key, both]) => [key, Object.fromEntries(Object.entries(both).map(([language, message]) => [language, compile(message)]))]));

/**
 * The catalogues are read when the screens are built, not whenever they start: the reader of ICU messages (17 kB gzipped) stays at home.
 * `format-only` in its place formats what was read here (https://github.com/amannn/next-intl, RFC 002).
 */
export const compiledMessages = (): Plugin => ({
  name: 'compiled-messages',
  enforce: 'pre',
  async transform(_code, id) {
    if (!catalogueFile.test(id)) return null;
    const exported = Object.entries((await import(pathToFileURL(id).href)) as Record<string, Catalogue>);
    return { code: exported.map(([name, catalogue]) => `export const ${name} = ${JSON.stringify(compileCatalogue(catalogue))};`).join('\n'), map: null };
  },
});
