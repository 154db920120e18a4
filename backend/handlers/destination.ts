import { DestinationId } from '#core/base/ids.ts';
import type { Clock, Random } from '#core/base/ports.ts';
import type { Result } from '#core/base/result.ts';
import { err, ok } from '#core/base/result.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import type { Emit, Handlers } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import { wireError } from '#core/contract/errors.ts';
import type { Destination } from '#core/contract/publish.ts';
import { destinationUrl, isLoopback } from '../publish/destination-url.ts';
import type { OutboxLoop } from '../publish/outbox-loop.ts';
import type { OutboxWorker } from '../publish/outbox-worker.ts';
import type { SecretStore } from '../publish/secret-store.ts';
import type { SamplePortal } from '../publish/start-sample-portal.ts';
import type { TestPorts } from '../publish/test-destination.ts';
import { testDestination } from '../publish/test-destination.ts';
import type { DestinationStore } from '../storage/destination-store.ts';
import type { JobStore } from '../storage/job-store.ts';

export interface DestinationPorts {
  readonly destinations: DestinationStore;
  readonly jobs: Pick<JobStore, 'unfinished'>;
  readonly secrets: SecretStore;
  readonly adapters: TestPorts['adapters'];
  readonly worker: Pick<OutboxWorker, 'apply' | 'reconsider'>;
  readonly loop: Pick<OutboxLoop, 'wake'>;
  readonly samplePortal: Pick<SamplePortal, 'start'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
  readonly emit: Emit;
}

export const samplePortalName = 'Cổng mẫu';

export function makeDestinationHandlers(ports: DestinationPorts): Handlers['destination'] {
  const { destinations, jobs, secrets, adapters, worker, loop, samplePortal, clock, random, emit } = ports;
  const missing = (name: string): { ok: false; error: WireError } => err(wireError('destination.missing', { name }));

  /** A token is put away, a reference is checked; one of the two must be there. */
  async function reference(input: { readonly secret?: string | undefined; readonly token?: string | undefined }): Promise<Result<string, WireError>> {
    if (input.token !== undefined) return secrets.keep(input.token);
    if (input.secret === undefined) return err(wireError('destination.secret'));
    const checked = await secrets.check(input.secret);
    return checked.ok ? ok(input.secret) : checked;
  }

  async function move(old: Destination, to: Pick<Destination, 'url' | 'secret'>): Promise<Destination> {
    destinations.move(old.id, to);
    if (old.secret !== to.secret) await secrets.forget(old.secret);
    worker.reconsider(old.id);
    emit('destination.changed', {});
    loop.wake();
    return { ...old, ...to };
  }

  async function add(name: string, url: string, secret: string): Promise<Result<Destination, WireError>> {
    const destination: Destination = { id: DestinationId.parse(uuidv7(clock, random)), name, kind: 'portal', url, secret };
    if (!destinations.add(destination, clock.now())) {
      await secrets.forget(secret);
      return err(wireError('destination.exists', { name }));
    }
    emit('destination.changed', {});
    return ok(destination);
  }

  return {
    list: () => ok({ destinations: [...destinations.list()] }),

    async add(input) {
      const url = destinationUrl(input.url);
      const name = input.name.normalize('NFC').trim();
      if (url === null) return err(wireError('destination.url'));
      if (name === '' || destinations.byName(name) !== null) return err(wireError('destination.exists', { name }));
      const secret = await reference(input);
      return secret.ok ? add(name, url, secret.value) : secret;
    },

    async remove({ id }) {
      const destination = destinations.get(id);
      if (destination === null) return missing(id);
      destinations.remove(id, clock.now());
      for (const { job } of jobs.unfinished(id)) worker.apply(job.id, { kind: 'cancel' });
      await secrets.forget(destination.secret);
      emit('destination.changed', {});
      loop.wake();
      return ok({});
    },

    async signIn({ id, ...input }) {
      const destination = destinations.get(id);
      if (destination === null) return missing(id);
      const secret = await reference(input);
      return secret.ok ? ok(await move(destination, { url: destination.url, secret: secret.value })) : secret;
    },

    async test({ id }) {
      const destination = destinations.get(id);
      return destination === null ? missing(id) : ok(await testDestination({ adapters, secrets }, destination));
    },

    async startSample() {
      const known = destinations.byName(samplePortalName);
      // Somebody's real portal of that name is not ours to change.
      if (known !== null && !isLoopback(new URL(known.url).hostname)) return err(wireError('destination.exists', { name: samplePortalName }));
      const started = await samplePortal.start();
      if (!started.ok) return started;
      const { url, token } = started.value;
      const current = known === null ? null : await secrets.read(known.secret);
      if (known !== null && current?.ok === true && current.value === token) return ok(await move(known, { url, secret: known.secret }));
      const secret = await secrets.keep(token);
      if (!secret.ok) return secret;
      return known === null ? add(samplePortalName, url, secret.value) : ok(await move(known, { url, secret: secret.value }));
    },
  };
}
