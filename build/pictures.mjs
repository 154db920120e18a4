// `npm run pictures`: builds the renderer and takes the pictures of guide and README from the running application.
import process from 'node:process';
import { findTestBrowser } from './find-test-browser.mjs';
import { inRoot, runNode } from './steps.mjs';

const browser = await findTestBrowser();
const built = runNode([inRoot('build/build-renderer.mjs')]);
if (built !== 0) process.exit(built);
const taken = runNode([inRoot('tests/pictures/take-pictures.ts')], { TOASOAN_BROWSER: browser });
// The guide's pictures are part of what is built.
process.exit(taken === 0 ? runNode([inRoot('build/build-renderer.mjs')]) : taken);
