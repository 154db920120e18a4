#!/usr/bin/env node
// Every npm script comes through here: `node build/run.mjs <tool> [arguments]`. Plain JavaScript, for any Node from 20 on and
// any shell: installs what is missing, finds Node 24, puts it first in PATH and runs the tool with it.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { findNode24 } from './node24.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name, script) => join(root, 'node_modules', name, script);

/** tool → what Node 24 is given. `here`: runs where the user called it from, so that relative file names mean what they say. */
const tools = {
  start: { args: [join(root, 'build', 'start.mjs')] },
  test: { args: [join(root, 'build', 'test.mjs')] },
  unit: { args: [bin('vitest', 'vitest.mjs'), 'run'] },
  e2e: { args: [join(root, 'build', 'e2e.mjs')] },
  long: { args: [join(root, 'build', 'long.mjs')] },
  lint: { args: [join(root, 'build', 'lint.mjs')] },
  types: { args: [join(root, 'build', 'types.mjs')] },
  build: { args: [join(root, 'build', 'build.mjs')] },
  dist: { args: [join(root, 'build', 'dist.mjs')] },
  pictures: { args: [join(root, 'build', 'pictures.mjs')] },
  bench: { args: [join(root, 'build', 'bench.mjs')] },
  contrast: { args: [join(root, 'tests', 'look', 'contrast-table.ts')] },
  portal: { args: [join(root, 'portal', 'main.ts')], here: true },
  toasoan: { args: [join(root, 'backend', 'cli', 'main.ts')], here: true },
};

const [name = '', ...rest] = process.argv.slice(2);
const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
if (tool === undefined) {
  process.stderr.write(`There is no tool “${name}”. There are: ${Object.keys(tools).join(', ')}.\n`);
  process.exit(2);
}

ensureInstalled(root);
const node = findNode24(root);
const child = spawn(node, [...tool.args, ...rest], {
  cwd: tool.here ? (process.env.INIT_CWD ?? process.cwd()) : root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
});
// A terminal sends Ctrl+C to the whole group; a supervisor only to us. The tool decides when it is done.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
