// The browser for the tests, in this order: TOASOAN_BROWSER, an installed Chrome, Edge or Chromium, Debian's Chromium by apt
// where we are root, @sparticuz/chromium from npm on demand (linux-x64); else one clear line.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { runNpm } from './install.mjs';
import { inRoot } from './steps.mjs';

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
const candidates = {
  linux: ['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/microsoft-edge', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
  darwin: ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: programFiles.flatMap((folder) => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe'), join(folder, 'Chromium/Application/chrome.exe')]),
};

const sparticuz = { folder: inRoot('.cache', 'sparticuz'), version: '153.0.0' };

function installWithApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  process.stderr.write('No browser for the tests is installed: installing Debian’s Chromium (apt-get install chromium)…\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore', env });
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null;
}

async function installFromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const entry = join(sparticuz.folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'esm', 'index.js');
  if (!existsSync(entry)) {
    process.stderr.write('No browser for the tests is installed: taking @sparticuz/chromium from npm…\n');
    runNpm(['install', '--prefix', sparticuz.folder, '--no-save', `@sparticuz/chromium@${sparticuz.version}`], { stdio: 'ignore' });
  }
  if (!existsSync(entry)) return null;
  const { default: chromium } = await import(entry);
  return chromium.executablePath();
}

export async function findTestBrowser() {
  const named = process.env.TOASOAN_BROWSER;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    process.stderr.write(`TOASOAN_BROWSER names “${named}”, which is not there.\n`);
    process.exit(1);
  }
  const found = (candidates[process.platform] ?? []).find((path) => existsSync(path)) ?? installWithApt() ?? (await installFromNpm());
  if (found !== null) return found;
  process.stderr.write('The tests need Chrome, Edge or Chromium and none was found or could be installed. Install one, or set TOASOAN_BROWSER to its program.\n');
  process.exit(1);
}
