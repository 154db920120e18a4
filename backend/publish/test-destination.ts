import type { Destination, TestedDestination } from '#core/contract/publish.ts';
import { troubleCode } from '#core/outbox/trouble-code.ts';
import type { PublishAdapter } from './adapter.ts';
import type { SecretStore } from './secret-store.ts';

export interface TestPorts {
  readonly adapters: Readonly<Record<Destination['kind'], PublishAdapter>>;
  readonly secrets: Pick<SecretStore, 'read'>;
}

/** Is anybody there, are we known, may we publish? Changes nothing at either end. */
export async function testDestination({ adapters, secrets }: TestPorts, destination: Destination): Promise<TestedDestination> {
  const failed = (problem: string): TestedDestination => ({ ok: false, portal: null, user: null, clockSkew: null, problem });
  const secret = await secrets.read(destination.secret);
  if (!secret.ok) return failed(secret.error.code);
  const probe = await adapters[destination.kind].probe({ url: destination.url, token: secret.value }, new AbortController().signal);
  if (!probe.ok) return failed(troubleCode(probe.error));
  const { portal, user, clockSkew, canPublish } = probe.value;
  return { ok: canPublish, portal, user, clockSkew, problem: canPublish ? null : 'portal.sign-in' };
}
