import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '#core/base/ports.ts';
import { libraryFiles } from '../storage/library-folder.ts';

/**
 * What the backend notes for whoever looks for a fault: names, ids, counts, codes. Never story text, never a secret; callers
 * hand in only what may stand there.
 */
export interface Log {
  info(event: string, details?: LogDetails): void;
  problem(event: string, problem: unknown, details?: LogDetails): void;
}

export type LogDetails = Readonly<Record<string, string | number | boolean | null>>;

const maxBytes = 1024 * 1024;

export const silentLog: Log = { info: () => undefined, problem: () => undefined };

/** Where an error comes from, without its message when that could quote what was typed (JSON, validation). */
const describe = (problem: unknown): Record<string, string> => {
  if (!(problem instanceof Error)) return { kind: typeof problem };
  const frames = (problem.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim());
  const quotes = problem.name === 'SyntaxError' || problem.name.includes('Zod');
  return { kind: problem.name, ...('code' in problem && typeof problem.code === 'string' ? { code: problem.code } : {}), ...(quotes ? {} : { message: problem.message.slice(0, 300) }), at: frames.join(' | ') };
};

/** One JSON object a line in the library's folder; at 1 MB the file becomes `.1` and a new one begins. */
export function fileLog(folder: string, clock: Clock): Log {
  const path = join(folder, libraryFiles.log);
  let lost = 0;
  const write = (level: string, event: string, details: Record<string, unknown>): void => {
    const line = `${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event, ...details, ...(lost > 0 ? { linesLostBefore: lost } : {}) })}\n`;
    try {
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(path, `${path}.1`);
      appendFileSync(path, line, { mode: 0o600 });
      lost = 0;
    } catch {
      // A full disk must not fail the call that wanted a note of it: the loss is counted and told with the next line.
      lost++;
    }
  };
  return {
    info: (event, details = {}) => write('info', event, details),
    problem: (event, problem, details = {}) => write('problem', event, { ...details, ...describe(problem) }),
  };
}
