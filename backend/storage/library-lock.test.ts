import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/stand-ins/ports.ts';
import { takeLock } from './library-lock.ts';
import { findOwner, removeOwner, writeOwner } from './owner-file.ts';

const holder = join(import.meta.dirname, '..', '..', 'tests', 'faults', 'hold-lock.ts');

describe('the lock of a library', () => {
  it('is held once, and free again when released', () => {
    const folder = temporaryFolder();
    const first = takeLock(folder);
    expect(first.ok).toBe(true);
    expect(takeLock(folder)).toMatchObject({ error: { code: 'library.locked' } });
    if (first.ok) first.value.release();
    const again = takeLock(folder);
    expect(again.ok).toBe(true);
    if (again.ok) again.value.release();
  });

  it('is freed by the system when its holder is killed', async () => {
    const folder = temporaryFolder();
    const child = spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    expect(said.toString()).toContain('held');
    expect(takeLock(folder)).toMatchObject({ error: { code: 'library.locked' } });
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    const lock = takeLock(folder);
    expect(lock.ok).toBe(true);
    if (lock.ok) lock.value.release();
  });
});

describe("the owner's file", () => {
  const owner = { url: 'http://127.0.0.1:8419/#k=abc', token: 'a token', pid: 42, startedAt: 1 };

  it('is readable by its user alone, also over an older file', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'owner.json'), '{}', { mode: 0o644 });
    writeOwner(folder, owner);
    expect(findOwner(folder)).toEqual(owner);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'owner.json')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'))).toEqual(owner);
    removeOwner(folder);
    expect(findOwner(folder)).toBeNull();
  });

  it.each(['', '{', '{"url":1}', '[]'])('is nobody when it says %j', (text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'owner.json'), text);
    expect(findOwner(folder)).toBeNull();
  });
});
