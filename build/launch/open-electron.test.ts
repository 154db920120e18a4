import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clearHalfInstalled, electronPackage, electronVersion, findElectron } from './find-electron.ts';
import { installElectron } from './install-electron.ts';
import { electronArguments, openElectron } from './open-electron.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'toasoan-electron-'));
const write = (text: string, ...path: string[]): string => {
  const file = join(...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

describe('finding Electron', () => {
  test('the installed package, without running anything of it', () => {
    const found = electronPackage(join(import.meta.dirname, '..', '..'));
    expect(found === null ? null : electronVersion(found)).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(electronPackage(newFolder())).toBeNull();
  });

  test.each([
    ['linux', 'electron'],
    ['win32', 'electron.exe'],
    ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ])('its program on %s', (platform, name) => {
    const packageDir = newFolder();
    const override = newFolder();
    const env = { ELECTRON_OVERRIDE_DIST_PATH: override };
    expect(findElectron(packageDir, { env: {}, platform })).toBeNull();
    const laid = write('', packageDir, 'dist', name);
    expect(findElectron(packageDir, { env, platform })).toBe(laid);
    const named = write('', override, name);
    expect(findElectron(packageDir, { env, platform })).toBe(named);
    expect(findElectron(null, { env, platform })).toBe(named);
    expect(findElectron(null, { env: { ELECTRON_OVERRIDE_DIST_PATH: '' }, platform })).toBeNull();
  });

  test('half an installation is taken away, a whole one stays', () => {
    const packageDir = newFolder();
    write('', packageDir, 'dist', 'electron');
    clearHalfInstalled(packageDir);
    expect(existsSync(join(packageDir, 'dist'))).toBe(false);
    write('', packageDir, 'dist', 'electron');
    write('electron', packageDir, 'path.txt');
    clearHalfInstalled(packageDir);
    expect(existsSync(join(packageDir, 'dist', 'electron'))).toBe(true);
  });
});

describe('Electron’s own installer', () => {
  test('is run, shows what arrives, and its scratch is gone', async () => {
    const packageDir = newFolder();
    // The stand-in goes on when its progress was seen, however busy the machine is.
    const script = `const { existsSync, mkdirSync, writeFileSync } = require('node:fs'); const { join } = require('node:path'); const os = require('node:os');
      writeFileSync(join(os.tmpdir(), 'archive.zip'), Buffer.alloc(5_000)); mkdirSync(join(__dirname, 'dist'));
      const wait = setInterval(() => { if (!existsSync(join(__dirname, 'seen'))) return; clearInterval(wait);
        writeFileSync(join(__dirname, 'dist', 'electron'), process.env.ELECTRON_OVERRIDE_DIST_PATH); }, 10);`;
    write(script, packageDir, 'install.js');
    const scratchDir = join(newFolder(), 'scratch');
    const progress = (bytes: number): void => {
      if (bytes === 5_000) write('', packageDir, 'seen');
    };
    expect(await installElectron({ packageDir, scratchDir, progress })).toBe(true);
    expect(readFileSync(join(packageDir, 'dist', 'electron'), 'utf8')).toBe('');
    expect(existsSync(scratchDir)).toBe(false);
  });

  test('one that fails or stands still is a failure', async () => {
    const failing = newFolder();
    write('process.exit(1)', failing, 'install.js');
    expect(await installElectron({ packageDir: failing, scratchDir: join(failing, 's'), progress: () => undefined })).toBe(false);
    const still = newFolder();
    write('setInterval(() => undefined, 1000)', still, 'install.js');
    expect(await installElectron({ packageDir: still, scratchDir: join(still, 's'), progress: () => undefined, patience: 100 })).toBe(false);
  });
});

describe('opening Electron', () => {
  test('the sandbox is off only where Chromium can have none', () => {
    const start = { app: '/app', args: ['--library', '/b'] };
    expect(electronArguments({ ...start, platform: 'linux', isRoot: true })).toEqual(['--no-sandbox', '/app', '--library', '/b']);
    for (const other of [{ platform: 'linux', isRoot: false }, { platform: 'darwin', isRoot: true }, { platform: 'win32', isRoot: false }]) {
      expect(electronArguments({ ...start, ...other })).toEqual(['/app', '--library', '/b']);
    }
  });

  // A script can't stand in for electron.exe.
  test.runIf(process.platform !== 'win32')('a failure at once is told from an end; another program’s switches do not reach it', async () => {
    const script = write('#!/bin/sh\ntest -z "$ELECTRON_RUN_AS_NODE" || exit 9\nexit "$2"\n', newFolder(), 'electron');
    chmodSync(script, 0o755);
    const start = { program: script, app: '.', platform: 'darwin', isRoot: false };
    process.env['ELECTRON_RUN_AS_NODE'] = '1';
    try {
      expect(await openElectron({ ...start, args: ['0'] })).toEqual({ code: 0, isAtOnce: false });
      expect(await openElectron({ ...start, args: ['3'] })).toEqual({ code: 3, isAtOnce: true });
      expect(await openElectron({ ...start, program: '/nowhere/electron', args: [] })).toEqual({ code: 127, isAtOnce: true });
    } finally {
      delete process.env['ELECTRON_RUN_AS_NODE'];
    }
  });
});
