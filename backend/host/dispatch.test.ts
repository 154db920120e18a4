import { describe, expect, it } from 'vitest';
import type { Handlers } from '#core/contract/contract.ts';
import { ok } from '#core/base/result.ts';
import { makeDispatch } from './dispatch.ts';
import type { Log } from './log.ts';

const caller = { windowId: 'w' };
const id = '00000000-0000-7000-8000-000000000001';

function open(areas: Record<string, Record<string, unknown>>, mode: 'write' | 'read' = 'write') {
  const lines: string[] = [];
  const log: Log = { info: (event, details) => lines.push(JSON.stringify({ event, ...details })), problem: (event, problem, details) => lines.push(JSON.stringify({ event, problem: String(problem), ...details })) };
  return { lines, dispatch: makeDispatch({ handlers: areas as unknown as Handlers, log, library: '/library', mode }) };
}

describe('dispatch', () => {
  it.each(['', 'story', 'story.', 'nothing.at-all', 'story.changed', 'constructor.name', 'story.__proto__', 'x'.repeat(500)])('knows no call %j', async (name) => {
    expect(await open({}).dispatch(name, {}, caller)).toMatchObject({ ok: false, error: { code: 'call.unknown' } });
  });

  it('hands on what was parsed, with defaults, and only that', async () => {
    const seen: unknown[] = [];
    const { dispatch } = open({ library: { list: (input: unknown) => { seen.push(input); return ok({ rows: [], total: 0, next: null, secret: 1 }); } } });
    expect(await dispatch('library.list', { query: 'a', more: 1 }, caller)).toEqual({ ok: true, value: { rows: [], total: 0, next: null } });
    expect(seen).toEqual([{ query: 'a', accents: 'auto', status: [], author: null, by: null, section: null, person: null, withPhoto: false, from: null, to: null, trashed: false, limit: 50, offset: 0, cursor: null }]);
  });

  it('says where a request is malformed and never repeats what was sent', async () => {
    const { dispatch } = open({});
    const answer = await dispatch('story.append', { id, base: 0, changes: { upsert: [{ type: 'paragraph', children: 'Bí mật của phóng viên' }] } }, caller);
    expect(answer).toMatchObject({ error: { code: 'call.invalid', params: { call: 'story.append' } } });
    expect(JSON.stringify(answer)).not.toContain('Bí mật');
  });

  it('refuses what is larger than the call allows before looking at it', async () => {
    expect(await open({}).dispatch('people.search', {}, caller, 300_000)).toMatchObject({ error: { code: 'call.too-large' } });
  });

  it('refuses to write beside another owner, and reads', async () => {
    const { dispatch } = open({ story: { versions: () => ok({ versions: [] }), trash: () => ok({ trashed: [] }) } }, 'read');
    expect(await dispatch('story.trash', { ids: [id] }, caller)).toMatchObject({ error: { code: 'library.locked' } });
    expect(await dispatch('story.versions', { id }, caller)).toMatchObject({ ok: true });
  });

  it('turns a bug into call.failed with a note, also a malformed answer', async () => {
    const { dispatch, lines } = open({ story: { versions: () => { throw new Error('boom'); }, trash: () => ok({ trashed: 'all' }) } });
    expect(await dispatch('story.versions', { id }, caller)).toMatchObject({ error: { code: 'call.failed' } });
    expect(await dispatch('story.trash', { ids: [id] }, caller)).toMatchObject({ error: { code: 'call.failed' } });
    expect(await dispatch('story.get', { id }, caller)).toMatchObject({ error: { code: 'call.failed' } });
    expect(lines.join('\n')).toContain('boom');
    expect(lines).toHaveLength(3);
  });

  it.each([
    [{ code: 'ERR_SQLITE_ERROR', errcode: 13 }, 'library.full'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 8 | (6 << 8) }, 'library.unwritable'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 26 }, 'library.damaged'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 5 }, 'library.locked'],
    [{ code: 'ERR_SQLITE_ERROR', errcode: 19 }, 'call.failed'],
    [{ code: 'ENOSPC' }, 'library.full'],
    [{ code: 'EACCES' }, 'library.unwritable'],
  ])('tells the disk’s troubles apart: %j is %s', async (details, code) => {
    const { dispatch } = open({ story: { versions: () => { throw Object.assign(new Error('disk'), details); } } });
    expect(await dispatch('story.versions', { id }, caller)).toMatchObject({ error: { code } });
  });
});
