import { defineConfig } from '@playwright/test';
import { launchOptions } from './browser.ts';

const config = defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // Two cores: more browsers at once only make typing slower, and nothing here may depend on speed.
  workers: 2,
  fullyParallel: false,
  retries: 0,
  // A guard against hanging, not a measure: a busy machine may take minutes over a thousand typed words.
  timeout: 400_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { viewport: { width: 1280, height: 800 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', launchOptions, trace: 'off', screenshot: 'only-on-failure' },
});

export { config as default };
