// Builds a part when it is missing or older than its sources: `node build/fresh.mjs screens application`.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { inRoot, runNode } from './steps.mjs';

const newest = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);

const parts = {
  screens: { built: 'dist/renderer/index.html', sources: ['core', 'renderer', 'build'], step: 'build/build-renderer.mjs', doing: 'preparing the screens' },
  // The portal is written last.
  application: { built: 'dist/electron/portal.mjs', sources: ['core', 'backend', 'portal', 'electron', 'build'], step: 'build/build-electron.mjs', doing: 'preparing the application' },
};

/** Ends the program when the part can't be built. */
export function buildIfOlder(name) {
  const { built, sources, step, doing } = parts[name];
  const changed = Math.max(...sources.map((folder) => newest(inRoot(folder))), statSync(inRoot('package-lock.json')).mtimeMs);
  if (existsSync(inRoot(built)) && statSync(inRoot(built)).mtimeMs >= changed) return;
  process.stderr.write(`Tòa Soạn: ${doing}…\n`);
  const status = runNode([inRoot(step)]);
  if (status !== 0) process.exit(status);
}

if (import.meta.main) for (const name of process.argv.slice(2)) buildIfOlder(name);
