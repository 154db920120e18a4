// `npm start`: builds the renderer when it is missing or older than its sources, then opens the browser door.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { inRoot, runNode } from './steps.mjs';

const newest = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);

const built = inRoot('dist/renderer/index.html');
const sources = ['core', 'renderer', 'build'].map((folder) => inRoot(folder));
if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...sources.map(newest), statSync(inRoot('package-lock.json')).mtimeMs)) {
  process.stderr.write('Tòa Soạn: preparing the screens…\n');
  const status = runNode([inRoot('build/build-renderer.mjs')]);
  if (status !== 0) process.exit(status);
}

const { main } = await import('../backend/web/main.ts');
await main(process.argv.slice(2));
