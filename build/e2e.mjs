// Builds the doors and runs the tests that need a browser. Arguments go to Playwright.
import process from 'node:process';
import { findTestBrowser } from './find-test-browser.mjs';
import { inRoot, runNode } from './steps.mjs';

const browser = await findTestBrowser();
const built = runNode([inRoot('build/build.mjs')]);
if (built !== 0) process.exit(built);
process.exit(runNode([inRoot('node_modules/@playwright/test/cli.js'), 'test', '--config', inRoot('tests/e2e/playwright.config.ts'), ...process.argv.slice(2)], { TOASOAN_BROWSER: browser }));
