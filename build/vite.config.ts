import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compiledMessages } from './compiled-messages.ts';
import { notePackages } from './notices/shipped-packages.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * The screens, built for every door. No inline scripts or styles and no data: addresses, because the pages' policy takes only
 * files of their own origin.
 */
export const config = defineConfig({
  root: at('renderer'),
  base: '/',
  publicDir: at('renderer/public'),
  cacheDir: at('node_modules/.vite'),
  plugins: [compiledMessages(), notePackages(at('dist/notices'), 'renderer')],
  resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
  css: { modules: { generateScopedName: '[name]_[local]_[hash:base64:5]' } },
  build: {
    outDir: at('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // Base UI marks its modules 'use client', for servers we don't have.
      onLog: (level, log, tell) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
      output: {
        codeSplitting: {
          groups: [
            // Together, so that zod is told not to make code before any chunk makes a schema.
            { name: 'schema', test: /node_modules[\\/]zod[\\/]|renderer[\\/]bridge[\\/]no-eval/, priority: 4 },
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/, priority: 3 },
            { name: 'lexical', test: /node_modules[\\/](?:lexical|@lexical)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
});

export { config as default };
