// npm run bench [-- --quick]: how fast it is on this machine, as a table. Nothing is asserted.
import { cpus, loadavg } from 'node:os';
import process from 'node:process';
import { benchAppend } from './append.ts';
import { table } from './figures.ts';
import { benchSearch } from './search.ts';
import { benchTyping } from './typing.ts';

const isQuick = process.argv.includes('--quick');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

say(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, load ${loadavg()[0]?.toFixed(2) ?? '?'} at the start\n`);
const typing = await benchTyping([1_000, 5_000, 50_000], isQuick ? 1 : 5, isQuick ? 30 : 80);
const search = await benchSearch(isQuick ? 1_000 : 10_000, isQuick ? 5 : 20);
const stored = [...(await benchAppend(1_000, isQuick ? 50 : 200)), ...(await benchAppend(50_000, isQuick ? 50 : 200))];
say(table([...typing.rows, ...stored, ...search]));
say('');
for (const { words, ratio, goal } of typing.ratios) say(`key to paint against ProseMirror, p95, ${words.toLocaleString('en')} words: ${ratio.toFixed(2)} × (goal ${goal} ×)`);
say(`\nload ${loadavg()[0]?.toFixed(2) ?? '?'} at the end`);
