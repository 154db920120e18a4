import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaOf, parseStoryHtml, type StoryNode } from '#portal/html/parse-story-html.ts';
import { vocabulary } from '#portal/html/story-vocabulary.ts';
import { writeStoryHtml } from '#portal/html/write-story-html.ts';

const sha = 'a1'.repeat(32);
const image = `<img src="media:${sha}" alt="">`;
const write = (html: string): string => {
  const parsed = parseStoryHtml(html);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return writeStoryHtml(parsed.value, () => null);
};

describe('accepts', () => {
  it.each<[string, string]>([
    ['', ''],
    ['<p>Một &amp; hai &lt;ba&gt;</p>', '<p>Một &amp; hai &lt;ba&gt;</p>'],
    ['<p>“Ngoặc” \' " &#39;&quot;&apos;&#x1f600;</p>', '<p>“Ngoặc” &#39; &quot; &#39;&quot;&#39;😀</p>'],
    ['<p>a&nbsp;b\u00a0c</p>', '<p>a&nbsp;b&nbsp;c</p>'],
    ['<p>a > b</p>', '<p>a &gt; b</p>'],
    ['<p><strong>a<em>b</em></strong><br>c<br/>d<br /></p>', '<p><strong>a<em>b</em></strong><br>c<br>d<br></p>'],
    ['<h2>a</h2>\n<h3>b</h3>\n<h4>c</h4>', '<h2>a</h2>\n<h3>b</h3>\n<h4>c</h4>'],
    ['<ul><li>a</li><li><p>b</p><ol><li>c</li></ol></li></ul>', '<ul>\n<li>a</li>\n<li>\n<p>b</p>\n<ol>\n<li>c</li></ol></li></ul>'],
    ['<blockquote><p>a</p><cite>b</cite></blockquote><hr>', '<blockquote>\n<p>a</p><cite>b</cite></blockquote>\n<hr>'],
    ['<p><a href="https://x.example/a?b=1&amp;c=2">x</a></p>', '<p><a href="https://x.example/a?b=1&amp;c=2">x</a></p>'],
    ['<p><a href="mailto:toasoan@vinhsa.example">x</a></p>', '<p><a href="mailto:toasoan@vinhsa.example">x</a></p>'],
    ['<p><span class="person" data-person="p-1">A</span><span class="dateline">B</span></p>', '<p><span class="person" data-person="p-1">A</span><span class="dateline">B</span></p>'],
    [`<figure class="photo wide">${image}<figcaption>a <span class="credit">b</span></figcaption></figure>`, `<figure class="photo wide">\n<img src="/media/${sha}" alt="" loading="lazy">\n<figcaption>a <span class="credit">b</span></figcaption></figure>`],
    [`<figure><figure>${image}</figure><figure>${image}</figure></figure>`, `<figure>\n<figure>\n<img src="/media/${sha}" alt="" loading="lazy"></figure>\n<figure>\n<img src="/media/${sha}" alt="" loading="lazy"></figure></figure>`],
    // An empty heading is announced by screen readers; readers get the page without it, the sender gets it back.
    ['<h2> <br></h2><p></p>', '<p></p>'],
  ])('%s', (html, expected) => {
    expect(write(html).trim()).toBe(expected);
  });
});

describe('refuses', () => {
  it.each<[string, string, RegExp]>([
    ['<script>alert(1)</script>', 'script', /vocabulary/],
    ['<p><script>alert(1)</script></p>', 'script', /vocabulary/],
    ['<P>a</P>', 'P', /vocabulary/],
    ['<p>a</P>', 'P', /vocabulary/],
    ['<scr\u0000ipt>', 'scr', /vocabulary/],
    ['<p>\u0000</p>', '#text', /control/],
    ['<p>&#0;</p>', '#text', /reference/],
    ['<p>&#x1;</p>', '#text', /reference/],
    ['<p>&#xd800;</p>', '#text', /reference/],
    ['<p>&#x110000;</p>', '#text', /reference/],
    ['<p>\ud800</p>', '#text', /broken/],
    ['<p>\u{1fffe}</p>', '#text', /broken/],
    ['<p>a & b</p>', '#text', /ampersand/],
    ['<p>&copy;</p>', '#text', /reference/],
    ['<p>&lt</p>', '#text', /ampersand/],
    ['<svg onload=alert(1)>', 'svg', /vocabulary/],
    ['<math><mi>', 'math', /vocabulary/],
    ['<style>p{}</style>', 'style', /vocabulary/],
    ['<iframe srcdoc="x">', 'iframe', /vocabulary/],
    ['<object data="x">', 'object', /vocabulary/],
    ['<template><p>', 'template', /vocabulary/],
    ['<noscript><p>', 'noscript', /vocabulary/],
    ['<table><tr><td>a</td></tr></table>', 'table', /vocabulary/],
    ['<div>a</div>', 'div', /vocabulary/],
    ['<h1>a</h1>', 'h1', /vocabulary/],
    ['<x:y>', 'x:y', /vocabulary/],
    ['<!-- a -->', '#comment', /only/],
    ['<!--><script>alert(1)</script>-->', '#comment', /only/],
    ['<!DOCTYPE html>', '#declaration', /only/],
    ['<![CDATA[a]]>', '#declaration', /only/],
    ['<?xml?>', '#markup', /only/],
    ['<p>a < b</p>', '#markup', /only/],
    ['</>', '#markup', /only/],
    ['<p onclick="a">b</p>', 'p', /onclick is not allowed/],
    ['<p style="color:red">b</p>', 'p', /style/],
    ['<p id="x">b</p>', 'p', /id is/],
    ['<p class="person">b</p>', 'p', /class/],
    ['<p/>', 'p', /malformed/],
    ['<p', 'p', /malformed/],
    ['<p a', 'p', /not allowed/],
    ['<p>a</p', 'p', /malformed/],
    ['<p>a</p x="y">', 'p', /malformed/],
    ['<p>a', 'p', /never closed/],
    ['a', '#text', /top level/],
    ['</p>', 'p', /without being open/],
    ['<p><strong>a</p></strong>', 'p', /without being open/],
    ['<p><p>a</p></p>', 'p', /inside p/],
    ['<strong>a</strong>', 'strong', /top level/],
    ['<ul>a</ul>', '#text', /inside ul/],
    ['<ul><p>a</p></ul>', 'p', /inside ul/],
    ['<p><h2>a</h2></p>', 'h2', /inside p/],
    [`<p>${image}</p>`, 'img', /inside p/],
    ['<br></br>', 'br', /top level/],
    ['<p></br></p>', 'br', /without being open/],
    ['<p><a href="https://a.example"><strong><a href="https://b.example">x</a></strong></a></p>', 'a', /link inside/],
    ['<p><a>x</a></p>', 'a', /href is missing/],
    ['<p><a href=https://a.example>x</a></p>', 'a', /double quotes/],
    ["<p><a href='https://a.example'>x</a></p>", 'a', /double quotes/],
    ['<p><a href="https://a.example" href="https://b.example">x</a></p>', 'a', /twice/],
    ['<p><a href="https://a.example" target="_blank">x</a></p>', 'a', /target/],
    ...[
      'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'java&#10;script:alert(1)',
      'javascript&#58;alert(1)', '&#1;javascript:alert(1)', 'data:text/html,<script>', 'vbscript:x', 'file:///etc/passwd',
      '//evil.example', '/local', '#x', '', 'HTTPS://a.example', 'https:', 'https://', 'https://a b.example', 'https:\\\\a.example',
      'https://bank.example@evil.example/', 'blob:https://a.example/x', 'https://a.example/"onclick="x',
    ].map((href): [string, string, RegExp] => [`<p><a href="${href}">x</a></p>`, 'a', /href|reference|control|malformed|not allowed/]),
    [`<figure><img src="https://evil.example/x.png" alt=""></figure>`, 'img', /src/],
    [`<figure><img src="media:${sha.toUpperCase()}" alt=""></figure>`, 'img', /src/],
    [`<figure><img src="media:${sha}/../x" alt=""></figure>`, 'img', /src/],
    [`<figure><img src="media:${sha}"></figure>`, 'img', /alt is missing/],
    [`<figure><img src="media:${sha}" alt="" onerror="x"></figure>`, 'img', /onerror/],
    [`<figure><img src="media:${sha}" alt="" srcset="x"></figure>`, 'img', /srcset/],
    [`<figure class="a&quot;b">${image}</figure>`, 'figure', /class/],
    [`<figure><figcaption>a</figcaption>${image}<figcaption>b</figcaption></figure>`, 'figure', /more than one/],
    [`<figure>${image}<figcaption>a</figcaption>${image}</figure>`, 'figure', /first or last/],
    ['<p><span class="masthead">x</span></p>', 'span', /class/],
    ['<p><span>x</span></p>', 'span', /class is missing/],
    ['<p><span class="credit" data-person="p">x</span></p>', 'span', /belongs/],
    ['<p><span class="person" data-person="&quot; onclick=&quot;x">x</span></p>', 'span', /data-person/],
    [`${'<blockquote><ul><li>'.repeat(8)}`, 'blockquote', /inside li/],
    [`<ul>${'<li><ul>'.repeat(40)}`, 'ul', /deeper/],
  ])('%s', (html, element, reason) => {
    const parsed = parseStoryHtml(html);
    expect(parsed).toMatchObject({ ok: false, error: { element, reason: expect.stringMatching(reason) as string } });
    if (!parsed.ok) expect(parsed.error.offset).toBeLessThanOrEqual(html.length);
  });
});

describe('any input', () => {
  const piece = fc.oneof(
    fc.constantFrom('<', '>', '"', "'", '&', '=', '/', ' ', '\n', '<p>', '</p>', '<a href="', 'https://a.example', 'javascript:', '<img src="media:', sha, '" alt="">', '<figure>', '</figure>', '<!--', '-->', '<script>', '&lt;', '&#60;', 'onerror='),
    fc.string({ maxLength: 5 }),
  );

  it('comes out with nothing but the vocabulary, and comes out the same twice', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const parsed = parseStoryHtml(pieces.join(''));
        if (!parsed.ok) return;
        const html = writeStoryHtml(parsed.value, () => null);
        for (const [, name] of html.matchAll(/<\/?([^\s>/]+)/g)) expect(vocabulary.has(name ?? '')).toBe(true);
        const sent = html.replaceAll('src="/media/', 'src="media:').replaceAll(' loading="lazy"', '');
        expect(write(sent).replaceAll('\n', '')).toBe(html.replaceAll('\n', ''));
      }),
      { numRuns: 3000 },
    );
  });

  it('is read in time that grows with its length only', () => {
    const started = performance.now();
    for (const html of ['<p>'.repeat(700_000), `<p ${'a '.repeat(1_000_000)}`, `<p>${'&amp'.repeat(500_000)}`, `<p>${' '.repeat(2_000_000)}`, `<a href="${'x'.repeat(2_000_000)}`, `<p>${'a<br>'.repeat(300_000)}</p>`]) {
      parseStoryHtml(html);
    }
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('names its photos once, in order', () => {
    const other = 'b2'.repeat(32);
    const parsed = parseStoryHtml(`<figure><img src="media:${other}" alt=""></figure><figure>${image}${image}</figure>`);
    expect(mediaOf(parsed.ok ? parsed.value : ([] as StoryNode[]))).toEqual([other, sha]);
  });
});
