import { describe, expect, it } from 'vitest';
import { mayLoad, mayShow } from './navigation.ts';

const id = '0198a1b2-0000-7000-8000-000000000001';

describe('what a window may show', () => {
  it.each(['app://toasoan/', 'app://toasoan/index.html', 'app://toasoan/#a'])('its own page: %s', (url) => {
    expect(mayShow(url, 'top')).toBe(true);
    expect(mayShow(url, 'inner')).toBe(false);
  });

  it.each([
    'app://toasoan.xau/', 'app://toasoan@xau/', 'app://toasoan:1@xau/', 'app://a:b@toasoan/', 'app://toasoan:8/', 'app://xau/', 'app:///', 'app:toasoan', 'app://toasoan/assets/index.js', 'app://toasoan/?a=1', 'app://toasoan/../index.html?', 'appx://toasoan/',
    'https://toasoan/', 'http://127.0.0.1:8419/', 'file:///index.html', 'about:blank', 'data:text/html,a', 'blob:app://toasoan/1', 'javascript:1', 'chrome://gpu', 'devtools://a', 'view-source:app://toasoan/', 'media://toasoan/preview/a', '', 'x',
  ])('nothing else: %s', (url) => {
    // `..` is gone once the address is parsed: that one is our page again.
    expect(mayShow(url, 'top')).toBe(url === 'app://toasoan/../index.html?');
  });

  it('in a frame only a preview', () => {
    expect(mayShow(`media://toasoan/preview/${id}?seq=4`, 'inner')).toBe(true);
    for (const url of [`media://toasoan/preview/${id}`.replace('toasoan', 'toasoan.xau'), `media://toasoan/${'a'.repeat(64)}/page`, 'media://toasoan/preview', `media://toasoan/x/../${'a'.repeat(64)}/page`, `https://toasoan/preview/${id}`, 'about:srcdoc', 'data:text/html,a']) expect(mayShow(url, 'inner')).toBe(false);
  });
});

describe('what a page may load', () => {
  it.each(['app://toasoan/assets/a.js', 'media://toasoan/a', 'blob:app://toasoan/1', 'data:image/png;base64,AA', 'devtools://devtools/a'])('%s', (url) => expect(mayLoad(url)).toBe(true));
  it.each(['http://a.vn/', 'https://a.vn/', 'ws://a.vn/', 'wss://a.vn/', 'file:///etc/passwd', 'ftp://a.vn/', 'chrome-extension://a/b', 'filesystem:app://toasoan/a', 'not an address', ''])('never %s', (url) => expect(mayLoad(url)).toBe(false));
});
