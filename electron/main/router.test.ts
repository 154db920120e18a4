import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desktop } from '#core/contract/desktop-bridge.ts';
import type { DesktopHello, MenuBar } from '#core/contract/desktop.ts';
import { defaultAppearance } from './default-appearance.ts';
import { makeRouter } from './router.ts';
import type { RouterPorts } from './router.ts';
import type { Sender } from './sender.ts';

const id = '0198a1b2-0000-7000-8000-000000000001';
const hello: DesktopHello = { windowId: 'w1', link: 'open', platform: 'linux', isDevelopment: false };
const ours: Sender = { origin: desktop.origin, isTopFrame: true, windowId: 'w1' };
const system: MenuBar['system'] = { about: 'a', services: 'a', hide: 'a', hideOthers: 'a', showAll: 'a', front: 'a' };

/** Everything the router had done, as [name, ...arguments]. */
function recorded(): { readonly router: ReturnType<typeof makeRouter>; readonly done: unknown[][] } {
  const done: unknown[][] = [];
  const note = <T>(name: string, answer: T) => (...args: unknown[]): T => {
    done.push([name, ...args]);
    return answer;
  };
  const ports: RouterPorts = {
    hello: note('hello', hello),
    call: note('call', Promise.resolve('{"ok":true}')),
    ready: note('ready', undefined),
    flushed: note('flushed', undefined),
    menu: note('menu', undefined),
    appearance: note('appearance', undefined),
    recent: note('recent', undefined),
    act: note('act', undefined),
    openMenu: note('openMenu', undefined),
    saveExport: note('saveExport', Promise.resolve({ kind: 'cancelled' as const })),
    savePdf: note('savePdf', Promise.resolve({ kind: 'cancelled' as const })),
    showFile: note('showFile', undefined),
    openLink: note('openLink', undefined),
  };
  return { router: makeRouter(ports), done };
}

/** One good message of each kind, and what it does. */
const good: readonly (readonly [Record<string, unknown>, readonly unknown[]])[] = [
  [{ kind: 'hello' }, ['hello', 'w1']],
  [{ kind: 'call', name: 'library.counts', body: '{}' }, ['call', 'w1', 'library.counts', '{}']],
  [{ kind: 'call', name: 'media.put', body: new Uint8Array([1, 2]) }, ['call', 'w1', 'media.put', new Uint8Array([1, 2])]],
  [{ kind: 'ready' }, ['ready', 'w1']],
  [{ kind: 'flushed' }, ['flushed', 'w1']],
  [{ kind: 'menu', menu: { menus: [], system } }, ['menu', 'w1', { menus: [], system }]],
  [{ kind: 'appearance', appearance: defaultAppearance(true) }, ['appearance', defaultAppearance(true)]],
  [{ kind: 'recent', recent: { newStory: 'a', heading: 'b', stories: [{ id, title: 'c' }] } }, ['recent', { newStory: 'a', heading: 'b', stories: [{ id, title: 'c' }] }]],
  [{ kind: 'act', act: 'new-window' }, ['act', 'w1', 'new-window']],
  [{ kind: 'open-menu', x: 8, y: 44 }, ['openMenu', 'w1', 8, 44]],
  [{ kind: 'save-export', storyId: id, as: 'html' }, ['saveExport', 'w1', id, 'html']],
  [{ kind: 'save-pdf', name: 'giu-rung' }, ['savePdf', 'w1', 'giu-rung']],
  [{ kind: 'show-file', path: '/a' }, ['showFile', '/a']],
  [{ kind: 'open-link', url: 'https://a.vn' }, ['openLink', 'w1', 'https://a.vn']],
];

describe('the router', () => {
  it('does what a window of ours asks, once, in its name', async () => {
    for (const [message, effect] of good) {
      const { router, done } = recorded();
      await router(ours, message);
      expect(done).toEqual([effect]);
    }
    const { router } = recorded();
    expect(await router(ours, { kind: 'hello' })).toEqual(hello);
    expect(await router(ours, { kind: 'call', name: 'library.counts', body: '{}' })).toBe('{"ok":true}');
    expect(await router(ours, { kind: 'flushed' })).toBeNull();
  });

  it.each<[string, Sender]>([
    ['no window of ours', { ...ours, windowId: null }],
    ['a frame inside a page', { ...ours, isTopFrame: false }],
    ['a frame that is gone', { ...ours, origin: null }],
    ...['https://toasoan', 'app://toasoan.xau', 'app://toasoan/', 'app://toasoan:1', 'APP://toasoan', 'app://', 'null', '', 'media://toasoan', 'file://', 'http://127.0.0.1:8419', 'devtools://devtools'].map((origin): [string, Sender] => [`a page of “${origin}”`, { ...ours, origin }]),
  ])('does nothing for %s', async (_, sender) => {
    const { router, done } = recorded();
    for (const [message] of good) expect(await router(sender, message)).toBeNull();
    expect(done).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined], ['null', null], ['a text', 'hello'], ['a list', [{ kind: 'hello' }]], ['no kind', {}], ['an unknown kind', { kind: 'eval', code: '1' }], ['a kind of the other wire', { kind: 'start', library: '/a' }], ['a kind of everything', { kind: '__proto__' }],
    ['more than asked', { kind: 'hello', extra: 1 }], ['a call without name', { kind: 'call', body: '' }], ['a call with an object', { kind: 'call', name: 'a.b', body: {} }], ['an endless name', { kind: 'call', name: 'a'.repeat(81), body: '' }],
    ['too many bytes', { kind: 'call', name: 'media.put', body: new Uint8Array(64 * 1024 * 1024 + 1) }],
    ['an unknown act', { kind: 'act', act: 'openDevTools' }], ['an inherited act', { kind: 'act', act: 'toString' }], ['a story that is none', { kind: 'save-export', storyId: '../a', as: 'html' }], ['an export that is none', { kind: 'save-export', storyId: id, as: 'exe' }],
    ['a menu with a role of the system', { kind: 'menu', menu: { menus: [{ for: 'file', label: 'a', items: [{ kind: 'role', role: 'quit', label: 'a' }] }], system } }],
    ['a menu without end', { kind: 'menu', menu: { menus: Array.from({ length: 13 }, () => ({ for: 'file', label: 'a', items: [] })), system } }],
    ['a colour with something behind it', { kind: 'appearance', appearance: { ...defaultAppearance(true), ground: '#ffffff;a:url(b)' } }], ['a huge title bar', { kind: 'appearance', appearance: { ...defaultAppearance(true), barHeight: 5000 } }],
    ['a place outside', { kind: 'open-menu', x: -1, y: 0 }], ['half a place', { kind: 'open-menu', x: 0.5, y: 0 }], ['no number', { kind: 'open-menu', x: Number.NaN, y: 0 }], ['a link without end', { kind: 'open-link', url: 'a'.repeat(2049) }], ['eleven stories', { kind: 'recent', recent: { newStory: 'a', heading: 'b', stories: Array.from({ length: 11 }, () => ({ id, title: 'a' })) } }],
  ])('does nothing about %s', async (_, message) => {
    const { router, done } = recorded();
    expect(await router(ours, message)).toBeNull();
    expect(done).toEqual([]);
  });

  it.each<[string, string, string | Uint8Array, string]>([
    ['a call there is not', 'story.destroy', '{}', 'call.unknown'], ['a push', 'app.closing', '{}', 'call.unknown'], ['something inherited', 'story.constructor', '{}', 'call.unknown'], ['an area that is inherited', '__proto__.toString', '{}', 'call.unknown'],
    ['too much text', 'library.counts', 'a'.repeat(256 * 1024 + 1), 'call.too-large'], ['too many bytes of letters', 'library.counts', 'ữ'.repeat(100 * 1024), 'call.too-large'],
    ['bytes for a call that takes text', 'library.counts', new Uint8Array(4), 'call.invalid'], ['text for a picture', 'media.put', '{}', 'call.invalid'],
  ])('refuses %s in the words of the contract', async (_, name, body, code) => {
    const { router, done } = recorded();
    const answer = await router(ours, { kind: 'call', name, body });
    expect([(JSON.parse(String(answer)) as { error: { code: string } }).error.code, done]).toEqual([code, []]);
  });

  it('lets pass what is just small enough', async () => {
    const { router, done } = recorded();
    await router(ours, { kind: 'call', name: 'library.counts', body: 'ữ'.repeat(87_381) });
    expect(done).toHaveLength(1);
  });

  it('neither does anything nor throws, whatever comes', async () => {
    const broken = fc.constantFrom(...good.map(([message]) => message)).chain((message) =>
      fc.tuple(fc.constantFrom(...Object.keys(message)), fc.anything()).map(([key, value]): unknown => ({ ...message, [key]: value })));
    const anything = fc.oneof(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withNullPrototype: true, withSparseArray: true }), fc.record({ kind: fc.constantFrom('hello', 'call', 'act', 'menu', 'show-file', 'constructor'), name: fc.string(), body: fc.anything() }));
    const senders = fc.oneof({ weight: 3, arbitrary: fc.constant(ours) }, { weight: 1, arbitrary: fc.record({ origin: fc.oneof(fc.string(), fc.webUrl(), fc.constant(null)), isTopFrame: fc.boolean(), windowId: fc.constantFrom('w1', null) }) });
    await fc.assert(fc.asyncProperty(senders, fc.oneof(anything, broken), async (sender, message) => {
      const { router, done } = recorded();
      const answer = await router(sender, message);
      // What is well-formed by luck may act; nothing else may.
      const isGood = sender === ours && done.length === 1;
      if (!isGood) expect(done).toEqual([]);
      if (sender !== ours) expect(answer).toBeNull();
      if (isGood) expect(good.some(([known]) => known['kind'] === (message as { kind?: unknown }).kind)).toBe(true);
    }), { numRuns: 10_000 });
  });
});
