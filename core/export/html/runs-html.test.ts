import { describe, expect, test } from 'vitest';
import type { Run } from '../export-runs.ts';
import { runsHtml } from './runs-html.ts';

const run = (text: string, more: Partial<Run> = {}): Run => ({ text, strong: false, em: false, href: null, persons: [], dateline: null, ...more });
const file = { dialect: 'file', date: '2026-01-19' } as const;
const portal = { dialect: 'portal', date: '2026-01-19' } as const;
const link = 'https://vinhsa.example/?a=1&b="2"';

describe('runsHtml', () => {
  test.each<[string, Run[], string, string]>([
    ['text', [run('a < b & "c" \'d\'')], 'a &lt; b &amp; &quot;c&quot; &#39;d&#39;', 'a &lt; b &amp; &quot;c&quot; &#39;d&#39;'],
    ['a line break', [run('a\nb')], 'a<br>b', 'a<br>b'],
    ['bold and italic', [run('a', { strong: true }), run('b', { strong: true, em: true }), run('c', { em: true })], '<strong>a<em>b</em></strong><em>c</em>', '<strong>a<em>b</em></strong><em>c</em>'],
    ['a link over several runs', [run('a', { href: link }), run('b', { href: link, strong: true })],
      '<a href="https://vinhsa.example/?a=1&amp;b=&quot;2&quot;" rel="noopener noreferrer">a<strong>b</strong></a>', '<a href="https://vinhsa.example/?a=1&amp;b=&quot;2&quot;">a<strong>b</strong></a>'],
    ['a mail address', [run('a', { href: 'mailto:a@b.example' })], '<a href="mailto:a@b.example">a</a>', '<a href="mailto:a@b.example">a</a>'],
    ['a person in two runs', [run('Bùi ', { persons: [1] }), run('Mẫn', { persons: [1], strong: true })],
      '<span class="person" data-person="p2">Bùi <strong>Mẫn</strong></span>', '<span class="person" data-person="p2">Bùi <strong>Mẫn</strong></span>'],
    ['two persons next to each other', [run('A', { persons: [0] }), run('B', { persons: [1] })],
      '<span class="person" data-person="p1">A</span><span class="person" data-person="p2">B</span>', '<span class="person" data-person="p1">A</span><span class="person" data-person="p2">B</span>'],
    ['marks that overlap', [run('A', { persons: [0] }), run('B', { persons: [0, 1] }), run('C', { persons: [1] })],
      '<span class="person" data-person="p1">A<span class="person" data-person="p2">B</span></span><span class="person" data-person="p2">C</span>',
      '<span class="person" data-person="p1">A<span class="person" data-person="p2">B</span></span><span class="person" data-person="p2">C</span>'],
    ['a dateline', [run('BVS', { dateline: 'source' }), run(' - Ngày ', { dateline: 'rest' }), run('19.1', { dateline: 'date' }), run(',', { dateline: 'rest' }), run(' x')],
      '<span class="dateline"><b class="source">BVS</b> - Ngày <time datetime="2026-01-19">19.1</time>,</span> x', '<span class="dateline">BVS - Ngày 19.1,</span> x'],
  ])('%s', (_name, runs, inFile, inPortal) => {
    expect(runsHtml(runs, file)).toBe(inFile);
    expect(runsHtml(runs, portal)).toBe(inPortal);
  });

  test('a date that is not known is no time', () => {
    expect(runsHtml([run('19.1', { dateline: 'date' })], { dialect: 'file', date: null })).toBe('<span class="dateline">19.1</span>');
  });
});
