import { describe, expect, test } from 'vitest';
import { chooseDoor, explain } from './choose-door.ts';
import type { LaunchPorts } from './choose-door.ts';
import type { DownloadAttempt } from './download-memory.ts';
import { readWish } from './read-wish.ts';

const source = new URL('https://mirror.invalid/v45.4.1/electron-v45.4.1-linux-x64.zip');
const program = '/stand-in/electron';

interface Machine {
  readonly ports: LaunchPorts;
  readonly asked: string[];
  attempt: DownloadAttempt | null;
}

/** A machine without Electron, whose source does not answer, with a screen. */
function machine(given: Partial<LaunchPorts> & { attempt?: DownloadAttempt | null; installs?: boolean } = {}): Machine {
  let installed = false;
  const made: Machine = {
    asked: [],
    attempt: given.attempt ?? null,
    ports: {
      find: () => (installed ? program : null),
      source,
      isArchiveKept: () => false,
      probe: () => (made.asked.push('probe'), Promise.resolve(false)),
      install: () => (made.asked.push('install'), (installed = given.installs ?? false), Promise.resolve(installed)),
      clearHalfInstalled: () => void made.asked.push('clear'),
      memory: { recall: () => made.attempt, remember: (attempt) => (made.attempt = attempt), forget: () => (made.attempt = null) },
      hasDisplay: () => true,
      ...given,
    },
  };
  return made;
}

const answering = { probe: () => Promise.resolve(true) };

describe('which door opens', () => {
  test('Electron where its program is, without asking anybody, also without a screen', async () => {
    const has = machine({ find: () => program, hasDisplay: () => false });
    expect(await chooseDoor('any', has.ports)).toEqual({ door: 'electron', program });
    expect(has.asked).toEqual([]);
  });

  test('the browser when it was wished for', async () => {
    expect(await chooseDoor('browser', machine({ find: () => program }).ports)).toEqual({ door: 'browser', why: null });
  });

  test('nothing is probed or downloaded for a machine without a screen or without the package', async () => {
    const server = machine({ hasDisplay: () => false });
    expect(await chooseDoor('any', server.ports)).toEqual({ door: 'browser', why: 'no-display' });
    expect(server.asked).toEqual([]);
    expect(await chooseDoor('electron', machine({ source: null }).ports)).toEqual({ door: 'browser', why: 'no-package' });
  });

  test('a source that does not answer is asked once, not at the next start, and again on --electron', async () => {
    const offline = machine();
    expect(await chooseDoor('any', offline.ports)).toEqual({ door: 'browser', why: 'unreachable' });
    expect(await chooseDoor('any', offline.ports)).toEqual({ door: 'browser', why: 'remembered' });
    expect(offline.asked).toEqual(['probe']);
    expect(await chooseDoor('electron', offline.ports)).toEqual({ door: 'browser', why: 'unreachable' });
    expect(offline.asked).toEqual(['probe', 'probe']);
  });

  test('another source is another attempt', async () => {
    const moved = machine({ attempt: { source: 'https://elsewhere.invalid/electron.zip', outcome: 'failed' } });
    expect(await chooseDoor('any', moved.ports)).toEqual({ door: 'browser', why: 'unreachable' });
    expect(moved.asked).toEqual(['probe']);
  });

  test('a source that answers is downloaded from, and a success leaves no memory', async () => {
    const online = machine({ ...answering, installs: true });
    expect(await chooseDoor('any', online.ports)).toEqual({ door: 'electron', program });
    expect(online.attempt).toBeNull();
  });

  test('an archive that is here needs no network', async () => {
    const kept = machine({ isArchiveKept: () => true, installs: true });
    expect(await chooseDoor('any', kept.ports)).toEqual({ door: 'electron', program });
    expect(kept.asked).toEqual(['install']);
  });

  test('a download that failed is cleared away and remembered', async () => {
    const broken = machine(answering);
    expect(await chooseDoor('any', broken.ports)).toEqual({ door: 'browser', why: 'failed' });
    expect(broken.asked).toEqual(['install', 'clear']);
    expect(broken.attempt?.outcome).toBe('failed');
  });

  test('what an interrupted download left is cleared away before anything is looked for, and the download tried again', async () => {
    const interrupted = machine({ ...answering, installs: true, attempt: { source: source.href, outcome: 'begun' } });
    expect(await chooseDoor('any', interrupted.ports)).toEqual({ door: 'electron', program });
    expect(interrupted.asked).toEqual(['clear', 'install']);
  });

  test('every reason is one line that names the way to try again', () => {
    for (const why of ['no-package', 'no-display', 'unreachable', 'failed', 'remembered'] as const) expect(explain(why)).toMatch(/^[^\n]*npm start -- --electron[^\n]*\n$/u);
  });
});

describe('what stands after npm start --', () => {
  test.each([
    [[], 'any', []],
    [['--library', '/tmp/a', 'bài.txt'], 'any', ['--library', '/tmp/a', 'bài.txt']],
    [['--electron', '--library', '/tmp/a'], 'electron', ['--library', '/tmp/a']],
    [['--browser'], 'browser', []],
    [['--port=8500', '--no-open'], 'browser', ['--port=8500', '--no-open']],
    [['--allow-host', 'a:1', '--electron'], 'electron', ['--allow-host', 'a:1']],
  ] as const)('%j', (args, wish, rest) => {
    expect(readWish(args)).toEqual({ wish, rest });
  });
});
