import { describe, expect, it } from 'vitest';
import type { DesktopNews } from '#core/contract/desktop.ts';
import { DesktopRequest } from '#core/contract/desktop.ts';
import { makeBridge } from './make-bridge.ts';

const id = '0198a1b2-0000-7000-8000-000000000001';

describe('what the preload puts on the page', () => {
  it('is exactly this', () => {
    const bridge = makeBridge({ ask: async () => null, hear: () => () => undefined });
    // Written out a second time on purpose: every member is something a page may ask for.
    expect(Object.entries(bridge).map(([name, value]) => `${name}: ${typeof value}`).toSorted()).toEqual([
      'act: function', 'call: function', 'flushed: function', 'hello: function', 'mediaBase: string', 'onNews: function', 'openLink: function', 'openMenu: function', 'ready: function', 'saveExport: function', 'savePdf: function', 'setAppearance: function', 'setMenu: function', 'setRecent: function', 'showFile: function',
    ]);
  });

  it('asks in messages that the application knows', () => {
    const asked: unknown[] = [];
    const bridge = makeBridge({ ask: async (request) => void asked.push(request), hear: () => () => undefined });
    void bridge.hello();
    void bridge.call('library.counts', '{}');
    bridge.ready();
    bridge.flushed();
    bridge.setMenu({ menus: [], system: { about: '', services: '', hide: '', hideOthers: '', showAll: '', front: '' } });
    bridge.setAppearance({ theme: 'dark', language: 'vi', ground: '#000000', bar: '#000000', symbols: '#ffffff', barHeight: 44 });
    bridge.setRecent({ newStory: 'a', heading: 'b', stories: [] });
    bridge.act('quit');
    bridge.openMenu(1, 2);
    void bridge.saveExport(id, 'html');
    void bridge.savePdf('giu-rung');
    bridge.showFile('/a');
    bridge.openLink('https://a.vn');
    expect(asked.map((request) => DesktopRequest.safeParse(request).success)).toEqual(Array.from({ length: 13 }, () => true));
    expect(new Set(asked.map((request) => (request as DesktopRequest).kind)).size).toBe(DesktopRequest.options.length);
  });

  it('hands on the news, and nothing that came with them', () => {
    let hear = (_news: DesktopNews, _event?: unknown): void => undefined;
    const bridge = makeBridge({ ask: async () => null, hear: (listener) => { hear = listener; return () => undefined; } });
    const heard: unknown[][] = [];
    bridge.onNews((...args) => void heard.push(args));
    hear({ kind: 'link', link: 'lost' }, { sender: 'the way to everything' });
    expect(heard).toEqual([[{ kind: 'link', link: 'lost' }]]);
  });

  it('a page that tells an application on its way out is told nothing bad', async () => {
    const bridge = makeBridge({ ask: () => Promise.reject(new Error('reply was never sent')), hear: () => () => undefined });
    bridge.flushed();
    await new Promise((resolve) => setImmediate(resolve));
    await expect(bridge.hello()).rejects.toThrow('reply was never sent');
  });
});
