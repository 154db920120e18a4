import { EventEmitter } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeAllForQuit } from './window-list.ts';
import { preventable } from './preventable.ts';
import { records } from './records.ts';

const paths = new Map<string, string>([
  ['userData', process.env['DOUBLE_USER_DATA'] ?? join(tmpdir(), 'toasoan-double')],
  ['documents', process.env['DOUBLE_DOCUMENTS'] ?? join(homedir(), 'Documents')],
]);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The lock of one profile: a file with the owner's process id, and a folder where later starts leave their word for it. */
function takeLock(folder: string, word: unknown, hear: (word: { argv: string[]; folder: string; data: unknown }) => void): boolean {
  mkdirSync(join(folder, 'words'), { recursive: true });
  const lock = join(folder, 'instance');
  for (let tries = 0; tries < 2; tries++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      process.on('exit', () => rmSync(lock, { force: true }));
      setInterval(() => {
        for (const name of readdirSync(join(folder, 'words')).filter((entry) => entry.endsWith('.json'))) {
          const file = join(folder, 'words', name);
          hear(JSON.parse(readFileSync(file, 'utf8')) as { argv: string[]; folder: string; data: unknown });
          rmSync(file);
        }
      }, 50).unref();
      return true;
    } catch (problem) {
      if (!(problem instanceof Error && 'code' in problem && problem.code === 'EEXIST')) throw problem;
      if (isAlive(Number(readFileSync(lock, 'utf8')))) break;
      rmSync(lock, { force: true });
    }
  }
  const file = join(folder, 'words', `${process.pid}`);
  writeFileSync(file, JSON.stringify({ argv: process.argv, folder: process.cwd(), data: word ?? null }));
  renameSync(file, `${file}.json`);
  return false;
}

/** Ready is a later moment than the first line of the application. */
const ready = new Promise<void>((resolve) => setImmediate(resolve));

class App extends EventEmitter {
  readonly isPackaged = process.env['DOUBLE_PACKAGED'] === '1';
  readonly dock: undefined;
  isQuitting = false;
  name = 'toasoan';

  enableSandbox(): void {
    records.isSandboxed = true;
  }
  setAppUserModelId(): void {}
  setJumpList(): 'ok' {
    return 'ok';
  }
  getVersion(): string {
    return '0.0.0';
  }
  whenReady(): Promise<void> {
    return ready;
  }
  getPath(name: string): string {
    const path = paths.get(name);
    if (path === undefined) throw new Error(`the double has no app.getPath('${name}')`);
    return path;
  }
  setPath(name: string, path: string): void {
    paths.set(name, path);
  }
  requestSingleInstanceLock(data?: unknown): boolean {
    return takeLock(this.getPath('userData'), data, (word) => this.emit('second-instance', preventable({}), word.argv, word.folder, word.data));
  }
  /** Asks the listeners, then the windows; one that refuses keeps the application. */
  quit(): void {
    if (this.isQuitting) return;
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.isQuitting = true;
    void closeAllForQuit().then((areGone) => {
      this.isQuitting = false;
      if (!areGone) return;
      this.emit('will-quit', preventable({}));
      this.emit('quit', {}, 0);
      process.exit(0);
    });
  }
  exit(code = 0): void {
    process.exit(code);
  }
}

export const app = new App();
// A signal of the system quits Electron in order.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
