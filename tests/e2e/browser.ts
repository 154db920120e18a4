import process from 'node:process';

/** How the tests start their browser: the flags that keep it from looking outside; no sandbox only where we are root. */
export const launchOptions = {
  ...(process.env['TOASOAN_BROWSER'] === undefined ? {} : { executablePath: process.env['TOASOAN_BROWSER'] }),
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
