import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

export type Vnu = { readonly kind: 'found'; readonly jar: string } | { readonly kind: 'missing'; readonly reason: string };

const cached = (root: string): readonly string[] => {
  const below = join(root, '.cache', 'vnu');
  if (!existsSync(below)) return [];
  return readdirSync(below, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('vnu.jar')).map((name) => join(below, name));
};

/** The Nu Html Checker, where Java and its jar are: `VNU_JAR`, `node_modules`, `.cache/vnu`. */
export function findVnu(root = process.cwd()): Vnu {
  const jar = [process.env['VNU_JAR'] ?? '', join(root, 'node_modules/vnu-jar/build/dist/vnu.jar'), ...cached(root)].find((path) => path !== '' && existsSync(path));
  if (jar === undefined) return { kind: 'missing', reason: 'no vnu.jar at VNU_JAR, in node_modules or in .cache/vnu' };
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
  } catch (problem) {
    return { kind: 'missing', reason: `Java does not start (${problem instanceof Error ? problem.message.split('\n')[0] : String(problem)})` };
  }
  return { kind: 'found', jar };
}

interface VnuMessage {
  readonly type: 'error' | 'info' | 'non-document-error';
  readonly url?: string;
  readonly lastLine?: number;
  readonly message: string;
}

/**
 * The checker's newest version compares no hashes and no `data:` scheme, so it takes every policy with them for broken; what a
 * browser makes of the policy is asserted in `page-in-browser.test.ts`.
 */
const isPolicyGuess = ({ type, message }: VnuMessage): boolean => type === 'info' && /violates Content Security Policy \(meta tag\)/u.test(message);

/** What the Nu Html Checker says about these pages, one line each, warnings included. One start of Java for all: it takes seconds. */
export async function vnuProblems(jar: string, pages: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'toasoan-vnu-'));
  try {
    const paths = await Promise.all(Object.entries(pages).map(async ([name, html]) => {
      const path = join(folder, `${name}.html`);
      await writeFile(path, html);
      return path;
    }));
    const output = await new Promise<string>((resolve, reject) => {
      execFile('java', ['-jar', jar, '--format', 'json', '--stdout', '--exit-zero-always', ...paths], { maxBuffer: 32 * 1024 * 1024 }, (problem, stdout) => (problem === null ? resolve(stdout) : reject(problem)));
    });
    const { messages } = JSON.parse(output) as { messages: VnuMessage[] };
    return messages.filter((message) => !isPolicyGuess(message)).map(({ type, url, lastLine, message }) => `${url?.split('/').at(-1) ?? '?'}:${lastLine ?? '?'} ${type}: ${message}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
