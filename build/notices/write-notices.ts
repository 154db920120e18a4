// Writes dist/renderer/THIRD-PARTY-NOTICES.txt out of what the bundles that lie there say they are made of. Run after every build.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { rooms } from '../lint/rooms.ts';
import { makeNotices } from './make-notices.ts';
import { withDependencies } from './shipped-packages.ts';

const root = resolve(import.meta.dirname, '..', '..');
const lists = join(root, 'dist', 'notices');

const bundled = readdirSync(lists).flatMap((file) => JSON.parse(readFileSync(join(lists, file), 'utf8')) as readonly string[]);
// What runs beside the bundles as it was installed: the backend's packages in the browser door, sharp everywhere.
const named = new Set(rooms.filter(({ path }) => /^(?:core|backend|portal)\//.test(path)).flatMap(({ packages }) => packages).filter((name) => !/^node:|\*$/.test(name)));
const icons = { title: 'Lucide icons (ISC)', text: readFileSync(join(root, 'assets/icons/ISC-lucide.txt'), 'utf8').trim() };

try {
  writeFileSync(join(root, 'dist/renderer/THIRD-PARTY-NOTICES.txt'), makeNotices(root, [...new Set([...bundled, ...withDependencies(root, [...named])])], [icons]));
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exitCode = 1;
}
