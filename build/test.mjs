// `npm test`: types, lint, unit tests, browser tests. Every stage runs even when an earlier one failed; the last line counts.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { findTestBrowser } from './find-test-browser.mjs';
import { inRoot, runNode } from './steps.mjs';

const reports = inRoot('.cache', 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const say = (line) => process.stdout.write(`${line}\n`);
const report = (name) => (existsSync(inRoot('.cache', 'reports', name)) ? JSON.parse(readFileSync(inRoot('.cache', 'reports', name), 'utf8')) : null);

const totals = { passed: 0, failed: 0, skipped: 0 };
const add = (passed, failed, skipped = 0) => {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
};

say('— types');
add(...(runNode([inRoot('build/types.mjs')]) === 0 ? [1, 0] : [0, 1]));

say('— lint');
add(...(runNode([inRoot('build/lint.mjs')]) === 0 ? [1, 0] : [0, 1]));

// Some unit tests need a browser too: the same one for all.
const browser = await findTestBrowser();

say('— unit tests');
const unitStatus = runNode([inRoot('node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${inRoot('.cache/reports/unit.json')}`], { TOASOAN_BROWSER: browser });
const unit = report('unit.json');
if (unit === null) add(0, 1);
else {
  add(unit.numPassedTests, unit.numFailedTests, unit.numPendingTests + unit.numTodoTests);
  // A file that could not even be loaded has no failed test of its own.
  if (unitStatus !== 0 && unit.numFailedTests === 0) add(0, 1);
}

say('— browser tests');
const e2eStatus = runNode([inRoot('build/e2e.mjs'), '--reporter=list,json'], { TOASOAN_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: inRoot('.cache/reports/e2e.json') });
const e2e = report('e2e.json');
if (e2e === null) add(0, 1);
else {
  add(e2e.stats.expected + e2e.stats.flaky, e2e.stats.unexpected, e2e.stats.skipped);
  if (e2eStatus !== 0 && e2e.stats.unexpected === 0) add(0, 1);
}

say(`${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}`);
process.exit(totals.failed === 0 ? 0 : 1);
