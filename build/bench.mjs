// `npm run bench`: measures and prints a table; nothing here can fail a gate.
import process from 'node:process';
import { findTestBrowser } from './find-test-browser.mjs';
import { inRoot, runNode } from './steps.mjs';

const browser = await findTestBrowser();
const built = runNode([inRoot('build/build-renderer.mjs')]);
if (built !== 0) process.exit(built);
process.exit(runNode([inRoot('tests/bench/bench.ts'), ...process.argv.slice(2)], { TOASOAN_BROWSER: browser }));
