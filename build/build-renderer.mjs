// Builds the renderer into dist/renderer.
import { inRoot, runSteps } from './steps.mjs';

runSteps([[inRoot('node_modules/vite/bin/vite.js'), 'build', '--config', inRoot('build/vite.config.ts'), '--logLevel', 'warn']]);
