import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseStoryHtml } from '#portal/html/parse-story-html.ts';
import { writeStoryHtml } from '#portal/html/write-story-html.ts';
import { idNumber, openPortalHarness, publish, sampleStory, type PortalHarness } from '#portal/testing/portal-harness.ts';

/** Ideas of our own; every one is also sent as headline, caption and so on, where it must come out as plain text. */
const own: readonly string[] = [
  '<script>alert(1)</script>', '"><script>alert(1)</script>', '</title><script>alert(1)</script>', '</script><script>alert(1)</script>',
  '<!--<script>', ']]><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '" onmouseover="alert(1)', "' onmouseover='alert(1)",
  '<svg><animate onbegin=alert(1) attributeName=x>', '<a href="javascript:alert(1)">x</a>', '<base href="//evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">', '<link rel="stylesheet" href="//evil.example/x.css">',
  '<form action="//evil.example"><button>x</button></form>', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '\u2028</script>\u2029', '${alert(1)}', '{{constructor.constructor("alert(1)")()}}',
  '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;', '\\u003cscript\\u003e', '<scr<script>ipt>', '<iframe srcdoc="<script>alert(1)</script>">',
  '+ADw-script+AD4-alert(1)', '<plaintext>', '<xmp><p title="</xmp><script>alert(1)</script>">', '<body onload=alert(1)>', '<p style="background:url(javascript:alert(1))">',
];

const corpus = resolve(process.cwd(), '../shared/data/sanitizer/dompurify-expect.mjs');
const borrowed: string[] = [];
if (existsSync(corpus)) {
  const { default: entries } = (await import(/* @vite-ignore */ pathToFileURL(corpus).href)) as { default: { payload: string }[] };
  borrowed.push(...entries.map(({ payload }) => payload));
}

const knownTags = new Set(
  'html head meta title link script body a header p main article hgroup h1 h2 h3 h4 time div ul ol li blockquote hr br figure figcaption img span strong em cite footer nav'.split(' '),
);

/**
 * Reads a served page the way the portal writes them: text and values never hold a bare `<` or `>`, so every `<…>` is
 * markup. Returns what could run, load or lead away.
 */
const dangers = (page: string): string[] => {
  const found: string[] = [];
  const scripts = page.match(/<script[^]*?<\/script>/g) ?? [];
  if (scripts.length > 1 || scripts.some((script) => !/^<script type="application\/ld\+json">[^<>]*<\/script>$/.test(script))) found.push('script');
  for (const [tag, name = ''] of page.replace('<!DOCTYPE html>', '').matchAll(/<\/?([^\s>/]*)[^>]*>/g)) {
    if (!knownTags.has(name)) found.push(tag);
    if (/\s(?:on[a-z]+|style|srcdoc|formaction|http-equiv)\s*=/i.test(tag.replaceAll(/="[^"]*"/g, '='))) found.push(tag);
    for (const [, address = ''] of tag.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (!/^(?:https?:\/\/|mailto:|\/(?!\/)|#)/.test(address)) found.push(tag);
      if (name !== 'a' && /^https?:/.test(address) && !/^http:\/\/127\.0\.0\.1:/.test(address)) found.push(tag);
    }
  }
  return found;
};

describe('hostile HTML', () => {
  let portal: PortalHarness;
  beforeAll(async () => {
    portal = await openPortalHarness();
    if (borrowed.length === 0) process.stdout.write(`skipped: the DOMPurify corpus is not at ${corpus}\n`);
  });
  afterAll(() => portal.dispose());

  it('is seen by the oracle', () => {
    for (const page of ['<script>alert(1)</script>', '<p onclick=x>', '<img src="https://evil.example/x">', '<a href="javascript:x">', '<svg>', '<p style="x">']) {
      expect(dangers(page)).not.toEqual([]);
    }
  });

  it('is refused or harmless as a body', () => {
    let refused = 0;
    for (const payload of [...own, ...borrowed].flatMap((text) => [text, `<p>${text}</p>`, `<p><a href="${text}">x</a></p>`, `<figure class="${text}"></figure>`])) {
      const parsed = parseStoryHtml(payload);
      if (parsed.ok) expect(dangers(writeStoryHtml(parsed.value, () => null))).toEqual([]);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(own.length * 2);
  });

  it('is plain text in every other field', async () => {
    const payloads = [...own, ...borrowed].map((text) => text.slice(0, 900).trim()).filter((text) => text !== '' && text.isWellFormed());
    const batch = 12;
    for (let index = 0; index < payloads.length; index += batch) {
      const some = payloads.slice(index, index + batch);
      const text = some.join(' ').slice(0, 900);
      const story = sampleStory({
        headline: some[0] ?? '', kicker: text, lede: text, byline: text, section: text, bodyText: text,
        keywords: some.map((keyword) => keyword.slice(0, 199)),
        dateline: { source: text, date: text, place: text },
        attendees: [{ name: text.slice(0, 500), honorific: text, titles: some, role: text, delegation: text, kind: 'person' }],
        figures: [{ sha256: null, caption: text, credit: text, alt: text }],
      });
      const answer = await publish(portal, idNumber(index + 1), idNumber(1), story);
      const page = await (await fetch(String(answer.json['url']))).text();
      expect(page).toContain('<article class="story">');
      expect(dangers(page)).toEqual([]);
      const data = JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(page)?.[1] ?? '') as { headline: string };
      expect(data.headline).toBe(story.headline);
    }
    expect(dangers(await (await fetch(`${portal.portal.url}/`)).text())).toEqual([]);
  });
});
