import type { Client } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import { ErrorCode, wireError } from '#core/contract/errors.ts';
import type { Destination } from '#core/contract/publish.ts';
import type { Command } from '../command.ts';
import { connect, must } from '../connection.ts';
import { Refusal, UsageError } from '../outcome.ts';
import type { Output } from '../output.ts';

/** A code that a job or a test keeps, as an error that has a sentence. */
export function asError(problem: string, params: WireError['params'] = {}): WireError {
  const code = ErrorCode.safeParse(problem);
  return code.success ? wireError(code.data, params) : wireError('call.failed');
}

/** Errors: `destination.missing`. */
export async function findDestination(client: Client, name: string): Promise<Destination> {
  const { destinations } = must(await client.destination.list({}));
  const wanted = name.normalize('NFC');
  const found = destinations.find((destination) => destination.name === wanted || destination.id === wanted);
  if (found === undefined) throw new Refusal(wireError('destination.missing', { name }));
  return found;
}

/** What a test found, and its reason when it failed. */
export function showTest(tested: { readonly ok: boolean; readonly portal: string | null; readonly user: string | null; readonly clockSkew: number | null; readonly problem: string | null }, output: Output): void {
  if (tested.ok) output.line(`${tested.portal ?? ''} · ${tested.user ?? ''} · ${output.say('lệch giờ', 'clock differs by')} ${Math.round((tested.clockSkew ?? 0) / 1000)} s`);
  else output.reason(asError(tested.problem ?? ''));
}

const usage = 'destination list | destination add NAME URL --secret env:NAME|file:PATH | destination test NAME';

export const destination: Command = async ({ words, library, secret }, output) => {
  const [action, ...rest] = words;
  const [name, url] = rest;
  const wellFormed =
    (action === 'list' && rest.length === 0 && secret === null) || (action === 'test' && rest.length === 1 && secret === null) || (action === 'add' && rest.length === 2 && secret !== null);
  if (!wellFormed) throw new UsageError(usage);
  const connection = connect(library, { writes: action === 'add' });
  const { client } = connection;
  try {
    if (action === 'add') {
      if (!URL.canParse(url ?? '')) throw new Refusal(wireError('destination.url'));
      const added = must(await client.destination.add({ name: name ?? '', kind: 'portal', url: url ?? '', secret: secret ?? '' }));
      if (output.json) output.object(added);
      else output.line(`${added.name}  ${added.url}`);
      return 0;
    }
    if (action === 'list') {
      const { destinations } = must(await client.destination.list({}));
      if (output.json) output.object({ destinations });
      else for (const each of destinations) output.line(`${each.name}  ${each.kind}  ${each.url}  ${each.secret}`);
      return 0;
    }
    const found = await findDestination(client, name ?? '');
    const tested = must(await client.destination.test({ id: found.id }));
    if (output.json) output.object(tested);
    if (!output.json || !tested.ok) showTest(tested, output);
    return tested.ok ? 0 : 1;
  } finally {
    await connection.close();
  }
};
