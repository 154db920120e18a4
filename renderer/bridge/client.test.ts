import { describe, expect, it } from 'vitest';
import { err, ok } from '#core/base/result.ts';
import { wireError } from '#core/contract/errors.ts';
import { defaultSettings } from '#core/contract/settings.ts';
import { createClient, createPushes } from './client.ts';
import { createMemoryTransport } from './memory-transport.ts';

const counts = { all: 3, mine: 2, toReview: 1, trash: 0, outbox: 0 };

describe('the client', () => {
  it('hands on what the backend answered', async () => {
    const client = createClient(createMemoryTransport({ library: { counts: () => ok(counts) } }));
    expect(await client.library.counts({})).toEqual(ok(counts));
  });

  it('hands on expected failures as values', async () => {
    const client = createClient(createMemoryTransport({ people: { remove: () => err(wireError('person.missing')) } }));
    const answer = await client.people.remove({ id: '0190a5c0-0000-7000-8000-000000000000' });
    expect(answer).toEqual(err(wireError('person.missing')));
  });

  it('fills in defaults and refuses a malformed question before it leaves', async () => {
    let asked: unknown = null;
    const client = createClient(createMemoryTransport({
      library: {
        list: (input) => {
          asked = input;
          return ok({ rows: [], total: 0, next: null });
        },
      },
    }));
    expect((await client.library.list({ query: 'nam sen' })).ok).toBe(true);
    expect(asked).toMatchObject({ query: 'nam sen', limit: 50, trashed: false });
    asked = null;
    expect(await client.library.list({ limit: 0 })).toEqual(err(wireError('call.invalid', { call: 'library.list', detail: 'limit' })));
    expect(asked).toBeNull();
  });

  it('refuses a malformed answer', async () => {
    const client = createClient(createMemoryTransport({ library: { counts: () => ok({ ...counts, all: 'three' } as never) } }));
    expect(await client.library.counts({})).toEqual(err(wireError('call.invalid', { call: 'library.counts', detail: 'all' })));
  });

  it('says that nobody is there', async () => {
    const transport = createMemoryTransport({ library: { counts: () => ok(counts) } });
    transport.setLink('lost');
    expect(await createClient(transport).library.counts({})).toEqual(err(wireError('call.unreachable')));
  });
});

describe('pushes', () => {
  it('reach who listens for them, parsed; malformed ones reach nobody', () => {
    const transport = createMemoryTransport({});
    const heard: unknown[] = [];
    const stop = createPushes(transport).on('settings.changed', (data) => heard.push(data));
    transport.push('settings.changed', defaultSettings);
    transport.push('settings.changed', { nonsense: true } as never);
    transport.push('library.changed', {});
    stop();
    transport.push('settings.changed', defaultSettings);
    expect(heard).toEqual([defaultSettings]);
  });
});
