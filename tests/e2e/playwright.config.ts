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
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { viewport: { width: 1280, height: 800 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', launchOptions, trace: 'off', screenshot: 'only-on-failure' },
});

export { config as default };
