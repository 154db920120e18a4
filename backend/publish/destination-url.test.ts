import { describe, expect, it } from 'vitest';
import { destinationUrl, pageUrl } from './destination-url.ts';

describe('destinationUrl', () => {
  it.each<[string, string | null]>([
    ['https://bao.example', 'https://bao.example'],
    ['https://bao.example/', 'https://bao.example'],
    ['HTTPS://Bao.Example/cms//', 'https://bao.example/cms'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://localhost:8787/', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
    ['http://bao.example', null],
    ['http://127.0.0.1.bao.example', null],
    ['https://u:p@bao.example', null],
    ['https://bao.example?x=1', null],
    ['https://bao.example#x', null],
    ['file:///etc/passwd', null],
    ['javascript:alert(1)', null],
    ['bao.example', null],
  ])('%s', (text, expected) => expect(destinationUrl(text)).toBe(expected));
});

describe('pageUrl', () => {
  it.each<[string | null, string, string | null]>([
    ['https://bao.example/tin/a', 'https://bao.example', 'https://bao.example/tin/a'],
    ['/tin/a', 'https://bao.example/cms', 'https://bao.example/tin/a'],
    ['https://www.bao.example/a', 'https://api.bao.example', 'https://www.bao.example/a'],
    ['https://bao.example/a', 'https://api.bao.example', 'https://bao.example/a'],
    ['http://127.0.0.1:8787/a', 'http://127.0.0.1:8787', 'http://127.0.0.1:8787/a'],
    ['http://bao.example/a', 'https://bao.example', null],
    ['https://evil.example/a', 'https://bao.example', null],
    ['https://example/a', 'https://bao.example', null],
    ['https://notbao.example/a', 'https://bao.example', null],
    ['https://u:p@bao.example/a', 'https://bao.example', null],
    ['javascript:alert(1)', 'https://bao.example', null],
    [null, 'https://bao.example', null],
  ])('%s from %s', (text, portal, expected) => expect(pageUrl(text, portal)).toBe(expected));
});
