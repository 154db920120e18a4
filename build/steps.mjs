import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const inRoot = (...parts) => join(root, ...parts);

/** Runs one step with the Node we run under and waits for it; the exit code comes back. */
export function runNode(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return status ?? 1;
}

/** One step after the other, the first failure ends the program. */
export function runSteps(steps) {
  for (const args of steps) {
    const status = runNode(args);
    if (status !== 0) process.exit(status);
  }
}
