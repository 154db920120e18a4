import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '..', '..', '..');
const newFolder = (): string => mkdtempSync(join(tmpdir(), 'toasoan-launch-'));

/** `npm start` without npm: the launcher in a process of its own, with nothing of this machine's Electron or screen. */
function launch(args: readonly string[], env: NodeJS.ProcessEnv): { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> } {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...others } = process.env;
  const child = spawn(process.execPath, [join(root, 'build', 'start.mjs'), ...args], { cwd: root, stdio: 'pipe', env: { ...others, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString('utf8')));
  return { child, said: () => said, ended: new Promise((done) => child.once('close', (code) => done(code))) };
}

test('a stand-in in the place of Electron’s program is chosen and gets the application, the library and the file', async () => {
  test.skip(process.platform === 'win32', 'a script can’t stand in for electron.exe');
  const folder = newFolder();
  const told = join(folder, 'told');
  const program = join(folder, ...(process.platform === 'darwin' ? ['Electron.app', 'Contents', 'MacOS', 'Electron'] : ['electron']));
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > '${told}'\n`);
  chmodSync(program, 0o755);
  const { ended, said } = launch(['--library', '/somewhere/else', 'bài.txt'], { ELECTRON_OVERRIDE_DIST_PATH: folder });
  expect(await ended, said()).toBe(0);
  const isRoot = process.getuid?.() === 0;
  expect(readFileSync(told, 'utf8').trim().split('\n')).toEqual([...(isRoot && process.platform === 'linux' ? ['--no-sandbox'] : []), root, '--library', '/somewhere/else', 'bài.txt']);
});

test('an Electron that can’t open here gives way to the browser, in one line and the same command', async () => {
  test.skip(process.platform !== 'linux', 'the stand-in is a script');
  const folder = newFolder();
  writeFileSync(join(folder, 'electron'), '#!/bin/sh\nexit 127\n');
  chmodSync(join(folder, 'electron'), 0o755);
  const { child, said, ended } = launch(['--library', join(newFolder(), 'library')], { ELECTRON_OVERRIDE_DIST_PATH: folder });
  await expect.poll(said).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#k=/u);
  expect(said()).toContain('Electron could not open on this machine (code 127)');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('without Electron and without a screen nothing is asked of the network: the address stands there at once', async () => {
  test.skip(process.platform !== 'linux', 'the other systems always have a screen');
  test.skip(existsSync(join(root, 'node_modules', 'electron', 'dist')), 'Electron’s program is on this machine');
  const { child, said, ended } = launch(['--library', join(newFolder(), 'library')], { ELECTRON_OVERRIDE_DIST_PATH: newFolder(), ELECTRON_MIRROR: 'http://127.0.0.1:9/' });
  await expect.poll(said).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#k=/u);
  expect(said()).toContain('No Electron (there is no screen)');
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
