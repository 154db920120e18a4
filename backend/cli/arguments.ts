import { parseArgs } from 'node:util';
import type { Language } from './output.ts';
import { UsageError } from './outcome.ts';

/** What stands behind `toasoan`: a command, its words, its options. */
export interface Arguments {
  readonly command: string;
  readonly words: readonly string[];
  readonly library: string | null;
  readonly json: boolean;
  readonly language: Language;
  readonly to: string | null;
  readonly out: string | null;
  readonly jsonl: boolean;
  readonly dryRun: boolean;
  readonly secret: string | null;
  readonly query: string;
  readonly trashed: boolean;
  readonly limit: number;
  /** Seconds that `publish` waits for a portal that can't be reached. */
  readonly wait: number;
}

const options = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  jsonl: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  secret: { type: 'string' },
  query: { type: 'string' },
  trash: { type: 'boolean' },
  limit: { type: 'string' },
  wait: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Options that only some commands know; the others refuse them rather than ignore them. */
const known: Readonly<Record<string, readonly string[]>> = {
  import: [],
  list: ['query', 'trash', 'limit'],
  show: [],
  analyze: ['jsonl'],
  export: ['to', 'out'],
  destination: ['secret'],
  publish: ['to', 'dry-run', 'wait'],
  outbox: ['limit'],
  help: [],
};

const everywhere = ['library', 'json', 'lang'];

const whole = (text: string | undefined, fallback: number, name: string, { most }: { readonly most: number }): number => {
  if (text === undefined) return fallback;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= 1 && value <= most)) throw new UsageError(`--${name}: 1–${most}`);
  return value;
};

/** Throws `UsageError` with what is wrong. */
export function parseArguments(args: readonly string[]): Arguments {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (problem) {
    if (problem instanceof TypeError) throw new UsageError(problem.message);
    throw problem;
  }
  const { values, positionals } = parsed;
  const [first = 'help', ...words] = positionals;
  const command = values.help === true ? 'help' : first;
  const allowed = Object.hasOwn(known, command) ? known[command] : undefined;
  if (allowed === undefined) throw new UsageError(command);
  const stray = Object.keys(values).find((name) => name !== 'help' && !everywhere.includes(name) && !allowed.includes(name));
  if (stray !== undefined && command !== 'help') throw new UsageError(`${command}: --${stray}`);
  if (values.lang !== undefined && values.lang !== 'vi' && values.lang !== 'en') throw new UsageError('--lang vi|en');
  return {
    command,
    words,
    library: values.library ?? null,
    json: values.json ?? false,
    language: values.lang ?? 'vi',
    to: values.to ?? null,
    out: values.out ?? null,
    jsonl: values.jsonl ?? false,
    dryRun: values['dry-run'] ?? false,
    secret: values.secret ?? null,
    query: values.query ?? '',
    trashed: values.trash ?? false,
    limit: whole(values.limit, 50, 'limit', { most: 200 }),
    wait: whole(values.wait, 60, 'wait', { most: 86_400 }),
  };
}
