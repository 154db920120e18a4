import type { Client } from '#core/contract/contract.ts';
import { contract, findCall } from '#core/contract/contract.ts';
import type { Result } from '#core/base/result.ts';
import { err } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import { WireError as WireErrorSchema, wireError } from '#core/contract/errors.ts';
import { loopback } from '#core/contract/loopback.ts';
import { openLibrary } from '../host/compose.ts';
import type { Host } from '../host/host.ts';
import { findOwner } from '../storage/owner-file.ts';
import { Refusal } from './outcome.ts';

/** A library as the commands use it: in this process, or through its owner for what writes. */
export interface Connection {
  readonly host: Host;
  /** Every call of the contract. */
  readonly client: Client;
  close(): Promise<void>;
}

/** The value, or a `Refusal` with the error. */
export function must<T>(result: Result<T, WireError>): T {
  if (!result.ok) throw new Refusal(result.error);
  return result.value;
}

type AnyCall = (input: unknown) => Promise<Result<unknown, WireError>>;

/** The contract's client over one function: every definition is a name, a shape in and a shape out. */
function makeClient(send: (name: string, input: unknown) => Promise<Result<unknown, WireError>>): Client {
  const areas = Object.entries(contract).map(([area, calls]) => {
    const names = Object.keys(calls).filter((name) => findCall(`${area}.${name}`) !== null);
    return [area, Object.fromEntries(names.map((name): [string, AnyCall] => [name, (input) => send(`${area}.${name}`, input)]))] as const;
  });
  return Object.fromEntries(areas) as unknown as Client;
}

const windowId = '00000000-0000-7000-8000-00000000c11e';

/** Milliseconds an owner may take for one call; publishing is asked about again and again instead. */
const patience = 120_000;

/** One call to the owner, over loopback. Errors: the owner's own, `library.locked` when nobody answers there. */
async function callOwner(library: string, name: string, input: unknown): Promise<Result<unknown, WireError>> {
  const owner = findOwner(library);
  if (owner === null) return err(wireError('library.locked'));
  const { origin, hostname } = new URL(owner.url);
  if (hostname !== '127.0.0.1') return err(wireError('library.locked'));
  let answer: unknown;
  try {
    const response = await fetch(`${origin}${loopback.callPath}${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${owner.token}` },
      body: JSON.stringify(input),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    answer = await response.json();
  } catch (problem) {
    // fetch reports every failure of the network as a TypeError, its own patience as a DOMException; an answer that is no JSON is no owner's.
    if (problem instanceof TypeError || problem instanceof DOMException || problem instanceof SyntaxError) return err(wireError('library.locked'));
    throw problem;
  }
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return err(wireError('library.locked'));
  if (answer.ok === true && 'value' in answer) {
    const value = findCall(name)?.out.safeParse(answer.value);
    return value?.success === true ? { ok: true, value: value.data } : err(wireError('call.failed'));
  }
  const error = 'error' in answer ? WireErrorSchema.safeParse(answer.error) : null;
  return err(error?.success === true ? error.data : wireError('call.failed'));
}

/**
 * Opens the library for a command. One that only reads never takes it away from anyone; one that writes takes it, or calls its
 * owner. `sends`: the outbox works while this command runs.
 */
export function connect(library: string, { writes, sends = false }: { readonly writes: boolean; readonly sends?: boolean }): Connection {
  const open = (intent: 'write' | 'read'): Result<Host, WireError> => openLibrary({ dir: library, door: 'command-line', intent, sends });
  const wanted = open(writes ? 'write' : 'read');
  const opened = !wanted.ok && writes && wanted.error.code === 'library.locked' ? open('read') : wanted;
  if (!opened.ok) throw new Refusal(opened.error);
  const host = opened.value;
  const send = (name: string, input: unknown): Promise<Result<unknown, WireError>> =>
    findCall(name)?.writes === true && host.mode === 'read' ? callOwner(library, name, input) : host.dispatch(name, input, { windowId });
  return { host, client: makeClient(send), close: () => host.close() };
}
