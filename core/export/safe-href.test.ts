import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeHref } from './safe-href.ts';

describe('safeHref', () => {
  test.each([
    ['https://vinhsa.example', 'https://vinhsa.example'],
    ['HTTP://VinhSa.Example:8080/a?b=1&c=2#d', 'http://vinhsa.example:8080/a?b=1&c=2#d'],
    [' https://vinhsa.example/tin mới/"x"?q=<y>#a#b ', 'https://vinhsa.example/tin%20mới/%22x%22?q=%3Cy%3E#a%23b'],
    ['https://vinhsa.example/100%', 'https://vinhsa.example/100%25'],
    ['https://báovĩnhsa.example/', 'https://báovĩnhsa.example/'],
    ['http://127.0.0.1:8787/x', 'http://127.0.0.1:8787/x'],
    ['mailto:truc@vinhsa.example?subject=Trực cháy', 'mailto:truc@vinhsa.example?subject=Trực%20cháy'],
  ])('%s is kept', (url, href) => expect(safeHref(url)).toBe(href));

  test.each([
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', 'blob:https://x/y',
    '//evil.example', '/a', 'a', '', '#x', 'https:', 'https://', 'https:///x', 'http:/x', 'https://user:pass@vinhsa.example/', 'https://vinhsa.example@evil.example/', 'https://a..b/',
    'https://-a.example', 'https://1.2.3.999', 'https://1.2', 'https://a:99999', 'https://[::1]/', 'mailto:', 'mailto:a', 'mailto:a b@c', `https://vinhsa.example/${'a'.repeat(2000)}`,
  ])('%s is refused', (url) => expect(safeHref(url)).toBeNull());

  test('what is kept is an absolute address for every parser, and keeping it again changes nothing', () => {
    const tail = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(tail, tail.map((rest) => `https://${rest}`), tail.map((rest) => `http://vinhsa.example/${rest}`), tail.map((rest) => `mailto:${rest}`), fc.webUrl()), (url) => {
        const href = safeHref(url);
        if (href === null) return;
        expect(href).toMatch(/^(?:https?:\/\/|mailto:)[^\s"<>\\`]+$/u);
        const parsed = new URL(href);
        expect(['http:', 'https:', 'mailto:']).toContain(parsed.protocol);
        expect([parsed.username, parsed.password]).toEqual(['', '']);
        expect(safeHref(href)).toBe(href);
      }),
      { numRuns: 1000 },
    );
  });
});
