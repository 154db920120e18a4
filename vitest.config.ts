import { defineConfig } from 'vitest/config';

// The gate runs on two cores beside a browser: more workers only make each test slower.
export const config = defineConfig({
  test: {
    include: ['{core,backend,portal,renderer,electron,build}/**/*.test.ts', 'tests/{electron-double,faults,security,look,pictures,words}/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});

export { config as default };
