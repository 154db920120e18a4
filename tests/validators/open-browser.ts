import { existsSync } from 'node:fs';
import process from 'node:process';
import type { Browser } from '@playwright/test';
import { chromium } from '@playwright/test';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge'];

const flags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export type TestBrowser = { readonly kind: 'found'; readonly path: string } | { readonly kind: 'missing'; readonly reason: string };

/** The browser for tests outside the end-to-end suite: `TOASOAN_BROWSER`, else one that is installed. */
export function findBrowser(): TestBrowser {
  const path = [process.env['TOASOAN_BROWSER'] ?? '', ...usual].find((candidate) => candidate !== '' && existsSync(candidate));
  return path === undefined ? { kind: 'missing', reason: 'no browser at TOASOAN_BROWSER or in the usual places' } : { kind: 'found', path };
}

/** No sandbox only where we are root: Chromium refuses to start with one there. */
export const openBrowser = (path: string): Promise<Browser> =>
  chromium.launch({ executablePath: path, args: [...flags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
