// ESLint over everything, then the checks that are not about TypeScript: colours and strings in styles.
import process from 'node:process';
import { inRoot, runSteps } from './steps.mjs';

const files = process.argv.slice(2);
runSteps([
  [inRoot('node_modules/eslint/bin/eslint.js'), '--flag', 'unstable_native_nodejs_ts_config', '--max-warnings', '0', ...(files.length > 0 ? files : ['.'])],
  [inRoot('build/lint/check-styles.ts')],
]);
