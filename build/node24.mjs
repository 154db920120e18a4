import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const wanted = 24;

/**
 * Node 24 as a package, taken by its path: with several platform packages npm before 11.19 leaves `.bin/node` out silently.
 * Without such a package the running Node serves when it is new enough; otherwise one clear line.
 */
export function findNode24(root) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const packaged = join(root, 'node_modules', `node-${system}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(packaged)) return packaged;
  if (Number.parseInt(process.versions.node, 10) >= wanted) return process.execPath;
  process.stderr.write(`Tòa Soạn needs Node ${wanted} or newer on this system (${system}-${process.arch}); this is Node ${process.versions.node}. Install it from nodejs.org and run the command again.\n`);
  process.exit(1);
}
