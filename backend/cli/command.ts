import type { Arguments } from './arguments.ts';
import type { ExitCode } from './outcome.ts';
import type { Output } from './output.ts';

/** The arguments with the library's folder resolved. */
export type CommandInput = Omit<Arguments, 'library'> & { readonly library: string };

/** One command: answers on stdout, reasons on stderr, its exit code. Throws `Refusal` and `UsageError`. */
export type Command = (input: CommandInput, output: Output) => Promise<ExitCode>;
