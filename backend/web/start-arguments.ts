import { parseArgs } from 'node:util';
import { err, ok } from '#core/base/result.ts';
import type { Result } from '#core/base/result.ts';
import { parseAllowedHost } from './allowed-hosts.ts';

export interface StartArguments {
  readonly library: string | null;
  /** Null: the usual one, or a free one when that is taken. */
  readonly port: number | null;
  readonly allowHosts: readonly string[];
  /** Null: when there is a display. */
  readonly open: boolean | null;
  /** A new library starts without the sample newsroom. */
  readonly empty: boolean;
}

export const usage = `npm start [-- OPTIONS]
  --library DIR            where the stories are (else TOASOAN_LIBRARY, else the system's place for application data)
  --port N                 listen on this port of 127.0.0.1
  --allow-host NAME[:PORT] also answer under this name: for a forwarded port; may be given several times
  --open, --no-open        open a window, or only print the address
  --empty                  start a new library without the sample newsroom
`;

/** Errors are one line for the terminal; the caller adds the usage. */
export function parseStartArguments(args: readonly string[]): Result<StartArguments, string> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      strict: true,
      allowNegative: true,
      options: { library: { type: 'string' }, port: { type: 'string' }, 'allow-host': { type: 'string', multiple: true }, open: { type: 'boolean' }, empty: { type: 'boolean' } },
    }));
  } catch (problem) {
    if (problem instanceof TypeError) return err(problem.message);
    throw problem;
  }
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) return err(`--port must be 0 to 65535, not “${values.port}”`);
  const hosts = (values['allow-host'] ?? []).map((text) => ({ text, host: parseAllowedHost(text) }));
  const wrong = hosts.find(({ host }) => host === null);
  if (wrong !== undefined) return err(`--allow-host must be NAME or NAME:PORT, not “${wrong.text}”`);
  return ok({ library: values.library ?? null, port, allowHosts: hosts.flatMap(({ host }) => host ?? []), open: values.open ?? null, empty: values.empty ?? false });
}
