// `npm run dist`: builds the screens and the application, then makes this system's packages into release/.
import { inRoot, runSteps } from './steps.mjs';

runSteps([[inRoot('build/build.mjs')], [inRoot('build/package/make-packages.ts')]]);
