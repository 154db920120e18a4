import type { z } from 'zod';
import type { Caller, Handlers } from '#core/contract/contract.ts';
import { findCall } from '#core/contract/contract.ts';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import { storageError } from '../storage/storage-error.ts';
import type { Log } from './log.ts';

/**
 * The one crossing between doors and handlers. Never rejects: what goes wrong comes back as an error of the catalogue.
 * @param bytes size of the request as it came over the wire, where it did; a door checks `findCall(name).maxBytes` before it reads
 */
export type Dispatch = (name: string, input: unknown, caller: Caller, bytes?: number) => Promise<Result<unknown, WireError>>;

export interface DispatchPorts {
  readonly handlers: Handlers;
  readonly log: Log;
  /** The library's folder, for sentences about the disk. */
  readonly library: string;
  /** `read` beside another owner: calls that write are refused. */
  readonly mode: 'write' | 'read';
}

type AnyHandler = (input: unknown, caller: Caller) => unknown;

function handlerOf(handlers: Handlers, name: string): AnyHandler {
  const [area = '', call = ''] = name.split('.');
  const inArea = (handlers as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[area];
  const handler = inArea?.[call];
  if (typeof handler !== 'function') throw new Error(`no handler for ${name}`);
  return handler as AnyHandler;
}

/** Where a request differs from its schema: the path and the rule, never the value. */
const firstIssue = (error: z.ZodError): string => {
  const issue = error.issues[0];
  return issue === undefined ? '' : `${issue.path.map(String).join('.')}: ${issue.code}`;
};

const megabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 10) / 10;

export function makeDispatch({ handlers, log, library, mode }: DispatchPorts): Dispatch {
  return async (name, input, caller, bytes = 0) => {
    const call = findCall(name);
    if (call === null) return err(wireError('call.unknown', { call: name.slice(0, 80) }));
    if (bytes > call.maxBytes) return err(wireError('call.too-large', { limit: megabytes(call.maxBytes) }));
    const parsed = call.in.safeParse(input);
    if (!parsed.success) return err(wireError('call.invalid', { call: name, detail: firstIssue(parsed.error) }));
    if (call.writes && mode === 'read') return err(wireError('library.locked'));
    try {
      const result = (await handlerOf(handlers, name)(parsed.data, caller)) as Result<unknown, WireError>;
      if (!result.ok) {
        log.info('refused', { call: name, code: result.error.code });
        return result;
      }
      const answer = call.out.safeParse(result.value);
      if (answer.success) return ok(answer.data);
      log.problem('call.failed', new Error(`answer of ${name} is malformed at ${firstIssue(answer.error)}`), { call: name });
      return err(wireError('call.failed'));
    } catch (problem) {
      log.problem('call.failed', problem, { call: name });
      return err(storageError(problem, library) ?? wireError('call.failed'));
    }
  };
}
