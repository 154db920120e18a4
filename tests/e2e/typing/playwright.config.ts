import { existsSync } from 'node:fs';
import process from 'node:process';
import { defineConfig } from '@playwright/test';

// Only the editor, on its own page: what is run while the editor is being worked on. `npm run test:e2e` runs these too.
if (process.env['TOASOAN_BROWSER'] === undefined && existsSync('/usr/bin/chromium')) process.env['TOASOAN_BROWSER'] = '/usr/bin/chromium';
const { launchOptions } = await import('../browser.ts');

const config = defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../../test-results/typing',
  workers: 2,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { viewport: { width: 1280, height: 800 }, locale: 'vi-VN', launchOptions, trace: 'off' },
});

export { config as default };
