import { describe, expect, it } from 'vitest';
import { StoryId } from '#core/base/ids.ts';
import type { FromBackend, ToBackend } from '#core/contract/desktop-backend.ts';
import { makeBackendLink } from './backend-link.ts';
import type { BackendEvents, BackendLink } from './backend-link.ts';

interface Run {
  readonly events: BackendEvents;
  readonly heard: ToBackend[];
  isKilled: boolean;
}

/** A link over processes that the test plays. Time stands still until `pass`. */
function played(): { readonly link: BackendLink; readonly runs: Run[]; readonly notes: string[]; pass(ms: number): void } {
  const runs: Run[] = [];
  const notes: string[] = [];
  let now = 0;
  const timers: { readonly at: number; readonly run: () => void }[] = [];
  const link = makeBackendLink({
    library: '/library',
    empty: false,
    start: (events) => {
      const run: Run = { events, heard: [], isKilled: false };
      runs.push(run);
      return {
        post: (message) => void run.heard.push(message),
        kill: () => {
          run.isKilled = true;
          events.onExit();
        },
      };
    },
    now: () => now,
    after: (ms, run) => void timers.push({ at: now + ms, run }),
    onPush: (name, data) => void notes.push(`push ${name} ${data}`),
    onLink: (state) => void notes.push(`link ${state}`),
    onGiveUp: (error) => void notes.push(`give up ${error?.code ?? 'deaths'}`),
    lend: (question, answer) => {
      notes.push(`lend ${question.kind}`);
      answer({ kind: 'lent', number: question.number, value: true, again: false });
    },
    onEnded: () => void notes.push('ended'),
  });
  return {
    link,
    runs,
    notes,
    pass: (ms) => {
      now += ms;
      for (const timer of timers.splice(0)) {
        if (timer.at <= now) timer.run();
        else timers.push(timer);
      }
    },
  };
}

const say = (run: Run | undefined, message: FromBackend): void => run?.events.onMessage(message);
const numberOf = (run: Run | undefined, kind: ToBackend['kind']): number => {
  const found = run?.heard.findLast((message) => message.kind === kind);
  return found !== undefined && 'number' in found ? found.number : -1;
};
const story = StoryId.parse('0198a1b2-0000-7000-8000-000000000001');
const unreachable = '{"ok":false,"error":{"code":"call.unreachable","params":{}}}';

describe('the link to the library’s process', () => {
  it('carries calls and gives each its own answer', async () => {
    const { link, runs } = played();
    link.start();
    const first = link.call('w1', 'a.b', '1');
    const second = link.call('w2', 'c.d', '2');
    expect(runs[0]?.heard).toEqual([{ kind: 'start', library: '/library', empty: false }, { kind: 'call', number: 0, windowId: 'w1', name: 'a.b', body: '1' }, { kind: 'call', number: 1, windowId: 'w2', name: 'c.d', body: '2' }]);
    say(runs[0], { kind: 'answer', number: 1, body: 'second' });
    say(runs[0], { kind: 'answer', number: 0, body: 'first' });
    say(runs[0], { kind: 'answer', number: 0, body: 'again' });
    expect([await first, await second]).toEqual(['first', 'second']);
  });

  it('answers what was on its way when the process dies, and starts another one that knows the windows', async () => {
    const { link, runs, notes, pass } = played();
    link.start();
    say(runs[0], { kind: 'started' });
    link.windowHere('w1', true);
    link.windowHere('w2', true);
    link.windowHere('w2', false);
    const call = link.call('w1', 'story.append', '{}');
    const page = link.page('/a/page');
    runs[0]?.events.onExit();
    expect(await call).toBe(unreachable);
    expect((await page).status).toBe(503);
    expect(await link.call('w1', 'library.counts', '{}')).toBe(unreachable);
    expect(await link.exportName(story, 'html')).toMatchObject({ ok: false, error: { code: 'call.unreachable' } });
    expect([link.link(), notes]).toEqual(['lost', ['ended', 'link lost']]);
    pass(0);
    expect(runs[1]?.heard).toEqual([{ kind: 'start', library: '/library', empty: false }, { kind: 'window', windowId: 'w1', here: true }]);
    say(runs[1], { kind: 'started' });
    expect([link.link(), notes.at(-1)]).toEqual(['open', 'link open']);
  });

  it('hears nothing more of a run that is over', () => {
    const { link, runs, notes, pass } = played();
    link.start();
    runs[0]?.events.onExit();
    pass(0);
    say(runs[0], { kind: 'push', name: 'library.changed', data: '{}' });
    runs[0]?.events.onExit();
    expect(runs).toHaveLength(2);
    expect(notes).toEqual(['ended', 'link lost']);
  });

  it('gives up after five quick deaths', () => {
    const { link, runs, notes, pass } = played();
    link.start();
    for (let death = 0; death < 5; death++) {
      runs.at(-1)?.events.onExit();
      pass(2_000);
    }
    expect([runs.length, notes.at(-1)]).toEqual([5, 'give up deaths']);
  });

  it('tells at once why the library can’t be opened; after a crash the old lock gets its moment', () => {
    const first = played();
    first.link.start();
    say(first.runs[0], { kind: 'refused', error: { code: 'library.locked', params: {} } });
    expect(first.notes).toEqual(['give up library.locked']);

    const { link, runs, notes, pass } = played();
    link.start();
    say(runs[0], { kind: 'started' });
    runs[0]?.events.onExit();
    pass(0);
    say(runs[1], { kind: 'refused', error: { code: 'library.locked', params: {} } });
    expect([runs[1]?.isKilled, notes]).toEqual([true, ['ended', 'link lost', 'ended']]);
    pass(200);
    say(runs[2], { kind: 'started' });
    expect(notes.at(-1)).toBe('link open');
    runs[2]?.events.onExit();
    pass(500);
    say(runs[3], { kind: 'refused', error: { code: 'library.damaged', params: { path: '/a' } } });
    expect(notes.at(-1)).toBe('give up library.damaged');
  });

  it('passes on pushes and what the library borrows, to the run that asked', () => {
    const { link, runs, notes } = played();
    link.start();
    say(runs[0], { kind: 'push', name: 'library.changed', data: '{}' });
    say(runs[0], { kind: 'seal', number: 7, text: 'a' });
    expect(notes).toEqual(['push library.changed {}', 'lend seal']);
    expect(runs[0]?.heard.at(-1)).toEqual({ kind: 'lent', number: 7, value: true, again: false });
  });

  it.each([undefined, null, 'a', {}, { kind: 'eval' }, { kind: 'answer', number: -1, body: 'a' }, { kind: 'start-program', number: 1, program: '../a', args: [] }, { kind: 'seal', number: 1, text: 'a'.repeat(20_000) }])('takes no message that it doesn’t know: %j', (message) => {
    const { link, runs, notes } = played();
    link.start();
    runs[0]?.events.onMessage(message);
    expect(notes).toEqual([]);
  });

  it('closes in order, or cuts off what does not', async () => {
    const calm = played();
    calm.link.start();
    const closed = calm.link.close(5_000);
    expect(calm.runs[0]?.heard.at(-1)).toEqual({ kind: 'close' });
    expect(await calm.link.call('w1', 'a.b', '1')).toBe(unreachable);
    say(calm.runs[0], { kind: 'closed' });
    await closed;
    calm.runs[0]?.events.onExit();
    calm.pass(10_000);
    expect([calm.runs.length, calm.runs[0]?.isKilled]).toEqual([1, false]);

    const stuck = played();
    stuck.link.start();
    const cut = stuck.link.close(5_000);
    stuck.pass(5_000);
    await cut;
    expect(stuck.runs[0]?.isKilled).toBe(true);
    expect(stuck.runs).toHaveLength(1);
  });

  it('an export’s name and place come back as the library said', async () => {
    const { link, runs } = played();
    link.start();
    const name = link.exportName(story, 'text');
    say(runs[0], { kind: 'outcome', number: numberOf(runs[0], 'export-name'), outcome: { ok: true, value: 'a.txt' } });
    expect(await name).toEqual({ ok: true, value: 'a.txt' });
    const text = link.readText('/a.txt');
    say(runs[0], { kind: 'outcome', number: numberOf(runs[0], 'read-text'), outcome: { ok: false, error: { code: 'import.empty', params: { name: 'a.txt' } } } });
    expect(await text).toMatchObject({ ok: false, error: { code: 'import.empty' } });
  });
});
