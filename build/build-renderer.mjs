// Builds the renderer into dist/renderer, with the notices of what it is made of.
import process from 'node:process';
import { inRoot, runSteps } from './steps.mjs';

// Whoever asks for a build, a test among them: what is shipped holds React as it is shipped.
process.env.NODE_ENV = 'production';

runSteps([[inRoot('node_modules/vite/bin/vite.js'), 'build', '--config', inRoot('build/vite.config.ts'), '--logLevel', 'warn'], [inRoot('build/notices/write-notices.ts')]]);
