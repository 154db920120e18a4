// `npm run test:long`: the same suites with the numbers of a night: a thousand faults, two thousand kills.
import process from 'node:process';
import { inRoot, runNode } from './steps.mjs';

const unit = runNode([inRoot('node_modules/vitest/vitest.mjs'), 'run', 'tests/faults', '--testTimeout=7200000', ...process.argv.slice(2)], { LONG: '1' });
const browser = runNode([inRoot('build/e2e.mjs'), 'typing'], { LONG: '1' });
process.exit(unit === 0 && browser === 0 ? 0 : 1);
