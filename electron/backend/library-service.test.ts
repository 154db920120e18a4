import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '#backend/host/compose.ts';
import type { FromBackend } from '#core/contract/desktop-backend.ts';
import { FromBackend as FromBackendSchema } from '#core/contract/desktop-backend.ts';
import { makeLentKeychain } from './lent-keychain.ts';
import { makeLentPrograms } from './lent-programs.ts';
import { makeLibraryService } from './library-service.ts';
import { makeLending } from './main-port.ts';

let folder = '';
let said: FromBackend[] = [];
let ended: number[] = [];
let complaints = 0;
let service: ReturnType<typeof makeLibraryService>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toasoan-service-'));
  said = [];
  ended = [];
  complaints = 0;
  const port = { say: (message: FromBackend): void => void said.push(FromBackendSchema.parse(structuredClone(message))) };
  const lending = makeLending(port);
  service = makeLibraryService({
    port,
    lending,
    programs: makeLentPrograms(port),
    open: (dir) => openLibrary({ dir, door: 'desktop', sends: false, keychain: makeLentKeychain(dir, lending) }),
    complain: () => void complaints++,
    end: (code) => void ended.push(code),
  });
});
afterEach(async () => {
  service.hear({ kind: 'close' });
  await until(() => ended.length > 0);
  rmSync(folder, { recursive: true, force: true });
});

const until = async (isSo: () => boolean): Promise<void> => {
  for (let waited = 0; !isSo() && waited < 5_000; waited += 5) await new Promise((resolve) => setTimeout(resolve, 5));
};
let count = 100;
/** Asks by number and gives what came back for it. */
async function ask(message: Record<string, unknown>): Promise<FromBackend> {
  const number = count++;
  service.hear({ ...message, number });
  const find = (): FromBackend | undefined => said.find((answer) => 'number' in answer && answer.number === number);
  await until(() => find() !== undefined);
  return find() ?? { kind: 'closed' };
}
async function call(name: string, body: string | Uint8Array, windowId = 'w1'): Promise<{ readonly ok: boolean; readonly value?: Record<string, unknown>; readonly error?: { readonly code: string } }> {
  const answer = await ask({ kind: 'call', windowId, name, body });
  return JSON.parse(answer.kind === 'answer' ? answer.body : '{}') as { ok: boolean };
}

describe('the library’s process', () => {
  it('opens the library and answers calls and pushes as JSON', async () => {
    service.hear({ kind: 'start', library: folder, empty: true });
    expect(said).toEqual([{ kind: 'started' }]);
    expect((await call('app.hello', '{}')).value).toMatchObject({ library: folder, door: 'desktop', windowId: 'w1' });
    const made = await call('story.create', '{"template":"blank"}');
    expect(made.ok).toBe(true);
    await until(() => said.some(({ kind }) => kind === 'push'));
    expect(said.find(({ kind }) => kind === 'push')).toMatchObject({ kind: 'push', data: expect.stringMatching(/^\{/) as unknown });
  });

  it('a broken body is refused, and nothing else happens', async () => {
    service.hear({ kind: 'start', library: folder, empty: true });
    expect((await call('story.create', '{"template":')).error?.code).toBe('call.invalid');
    expect((await call('story.create', new Uint8Array(3))).error?.code).toBe('call.invalid');
    expect((await call('media.put', '{}')).error?.code).toBe('call.invalid');
    expect((await call('library.counts', '{}')).value).toMatchObject({ all: 0 });
  });

  it('gives previews under a policy for our frames, and nothing by any other path', async () => {
    service.hear({ kind: 'start', library: folder, empty: true });
    const id = String((await call('story.create', '{"template":"blank"}')).value?.['id']);
    const page = await ask({ kind: 'page', path: `/preview/${id}` });
    expect(page).toMatchObject({ kind: 'page', page: { status: 200 } });
    const policy = page.kind === 'page' ? page.page.headers['content-security-policy'] : '';
    expect(policy).toContain('frame-ancestors app:');
    expect(policy).toContain('sandbox');
    for (const path of ['/', `/preview/${id}/..`, '/preview/../library.sqlite', `/${'a'.repeat(64)}/page`]) expect(await ask({ kind: 'page', path })).toMatchObject({ page: { status: 404 } });
  });

  it('names and writes an export where it is told to', async () => {
    service.hear({ kind: 'start', library: folder, empty: true });
    const id = String((await call('story.create', '{"template":"blank"}')).value?.['id']);
    const name = await ask({ kind: 'export-name', storyId: id, as: 'text' });
    expect(name).toMatchObject({ kind: 'outcome', outcome: { ok: true, value: expect.stringMatching(/^[\w-]+\.txt$/) as unknown } });
    const path = join(folder, 'bai.txt');
    expect(await ask({ kind: 'export', storyId: id, as: 'text', path })).toMatchObject({ outcome: { ok: true, value: path } });
    expect(await ask({ kind: 'export', storyId: id, as: 'text', path: join(path, 'bai.txt') })).toMatchObject({ outcome: { ok: false, error: { code: 'export.unwritable' } } });
  });

  it('survives a bug beside its calls', async () => {
    service.hear({ kind: 'start', library: folder, empty: true });
    const id = String((await call('story.create', '{"template":"blank"}')).value?.['id']);
    expect(await ask({ kind: 'export', storyId: id, as: 'text', path: join(folder, 'a\0b') })).toMatchObject({ outcome: { ok: false, error: { code: 'call.failed' } } });
    expect([complaints, (await call('library.counts', '{}')).ok]).toEqual([1, true]);
  });

  it('reads a text file for a new story', async () => {
    service.hear({ kind: 'start', library: folder, empty: true });
    writeFileSync(join(folder, 'ghi.txt'), 'Vĩnh Sa');
    writeFileSync(join(folder, 'anh.txt'), Buffer.from([0, 1, 2]));
    expect(await ask({ kind: 'read-text', path: join(folder, 'ghi.txt') })).toMatchObject({ outcome: { ok: true, value: 'Vĩnh Sa' } });
    expect(await ask({ kind: 'read-text', path: join(folder, 'anh.txt') })).toMatchObject({ outcome: { ok: false, error: { code: 'import.binary' } } });
    expect(await ask({ kind: 'read-text', path: join(folder, 'none.txt') })).toMatchObject({ outcome: { ok: false, error: { code: 'import.unreadable' } } });
  });

  it('tells why it can’t open, and leaves the other one alone', () => {
    const other = openLibrary({ dir: folder, door: 'browser', sends: false });
    service.hear({ kind: 'start', library: folder, empty: true });
    expect(said).toEqual([{ kind: 'refused', error: { code: 'library.locked', params: {} } }]);
    if (other.ok) void other.value.close();
  });

  it('keeps a token by the keychain, and the library holds only what is sealed', async () => {
    service.hear({ kind: 'start', library: folder, empty: true });
    const adding = call('destination.add', JSON.stringify({ name: 'Báo Vĩnh Sa', kind: 'portal', url: 'https://portal.invalid', token: 'secret-token' }));
    await until(() => said.some(({ kind }) => kind === 'can-seal'));
    const lent = (kind: 'can-seal' | 'seal', value: unknown): void => {
      const question = said.find((message) => message.kind === kind);
      service.hear({ kind: 'lent', number: question !== undefined && 'number' in question ? question.number : -1, value });
    };
    lent('can-seal', true);
    await until(() => said.some(({ kind }) => kind === 'seal'));
    expect(said.find(({ kind }) => kind === 'seal')).toMatchObject({ text: 'secret-token' });
    lent('seal', new Uint8Array([9, 9, 9]));
    const added = await adding;
    expect(added.value?.['secret']).toMatch(/^keychain:[0-9a-f-]{36}$/);
  });

  it.each([undefined, null, 'start', {}, { kind: 'eval' }, { kind: 'call', number: 1 }, { kind: 'export', number: 1, storyId: '../a', as: 'html', path: '/a' }])('is stopped by a message that it doesn’t know: %j', (message) => {
    expect(() => service.hear(message)).toThrow('does not know');
  });
});
