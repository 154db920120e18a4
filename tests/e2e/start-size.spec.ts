import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** Bytes, gzipped, of the code a start waits for: the page's own script and everything that is preloaded with it. */
const goal = 350_000;

test('the first picture waits for no more than 350 kB of code', () => {
  const built = join(import.meta.dirname, '..', '..', 'dist', 'renderer');
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '');
  expect(files.length).toBeGreaterThan(3);
  const sizes = files.map((path) => ({ path, bytes: gzipSync(readFileSync(join(built, path)), { level: 9 }).length }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  process.stdout.write(`Initial JavaScript: ${(total / 1000).toFixed(1)} kB gzipped in ${files.length} files\n`);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(goal);
});
