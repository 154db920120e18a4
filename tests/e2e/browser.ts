import process from 'node:process';
import { findBrowser } from '#tests/validators/open-browser.ts';

const browser = findBrowser();

/** How the tests start their browser: the flags that keep it from looking outside; no sandbox only where we are root. */
export const launchOptions = {
  ...(browser.kind === 'found' ? { executablePath: browser.path } : {}),
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
};
