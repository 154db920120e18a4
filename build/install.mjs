import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** npm as the user runs it: the same one that started us where it says so, else the one in PATH. */
export function runNpm(args, options) {
  const script = process.env.npm_execpath;
  if (script !== undefined && script.endsWith('.js') && script.includes('npm')) {
    return spawnSync(process.execPath, [script, ...args], { stdio: 'inherit', ...options });
  }
  return spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { stdio: 'inherit', shell: process.platform === 'win32', ...options });
}

/** What npm last laid down is as new as the lock file: nothing to install. */
const isInstalled = (root) => {
  const laid = join(root, 'node_modules', '.package-lock.json');
  return existsSync(laid) && statSync(laid).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
};

/** Installs what is missing; ends the program with one clear line when that is impossible. */
export function ensureInstalled(root) {
  if (isInstalled(root)) return;
  process.stderr.write('Tòa Soạn: installing packages (npm ci), this happens once…\n');
  const { status } = runNpm(['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    process.stderr.write('Tòa Soạn: the packages could not be installed. Nothing else was changed. Check the network and run the command again.\n');
    process.exit(1);
  }
}
