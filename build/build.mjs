// Builds everything the doors need: the screens into dist/renderer, the desktop application into dist/electron.
import { inRoot, runSteps } from './steps.mjs';

runSteps([[inRoot('build/build-renderer.mjs')], [inRoot('build/build-electron.mjs')], [inRoot('build/notices/write-notices.ts')]]);
