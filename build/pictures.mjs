// `npm run pictures`: takes the pictures of guide and README, then those of every screen that the tests compare with, from the running application.
// `-- guide` or `-- screens`: only these.
import process from 'node:process';
import { findTestBrowser } from './find-test-browser.mjs';
import { inRoot, runNode } from './steps.mjs';

const [only = 'all'] = process.argv.slice(2);
if (!['all', 'guide', 'screens'].includes(only)) {
  process.stderr.write('npm run pictures -- [guide|screens]\n');
  process.exit(2);
}
const env = { TOASOAN_BROWSER: await findTestBrowser() };
const step = (args, more = {}) => {
  const status = runNode(args, { ...env, ...more });
  if (status !== 0) process.exit(status);
};

step([inRoot('build/build-renderer.mjs')]);
if (only !== 'screens') {
  step([inRoot('tests/pictures/take-pictures.ts')]);
  // The guide's pictures are part of what is built.
  step([inRoot('build/build-renderer.mjs')]);
}
if (only !== 'guide') step([inRoot('node_modules/@playwright/test/cli.js'), 'test', '--config', inRoot('tests/e2e/playwright.config.ts'), inRoot('tests/e2e/screens'), inRoot('tests/e2e/first/guide.spec.ts')], { TOASOAN_PICTURES: 'renew' });
