import type { WireError } from '#core/contract/errors.ts';

/** How a command ended: 0 done, 1 refused for reasons that stand on stderr, 2 asked for wrongly. */
export type ExitCode = 0 | 1 | 2;

/** A failure that a command reports: of the catalogue, or a sentence of the command line's own. */
export type Reason = WireError | { readonly vi: string; readonly en: string };

/** Ends a command with its reasons. Thrown through the commands, caught in `main` and nowhere else. */
export class Refusal extends Error {
  readonly reason: Reason;
  constructor(reason: Reason) {
    super('code' in reason ? reason.code : reason.en);
    this.reason = reason;
  }
}

/** The command was asked for wrongly: its usage is shown. */
export class UsageError extends Error {}
