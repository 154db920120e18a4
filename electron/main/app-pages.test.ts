import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStaticFiles } from '#backend/pages/static-files.ts';
import { answerApp, answerMediaScheme } from './app-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'toasoan-pages-'));
const root = join(folder, 'renderer');
const get = async (url: string, method = 'GET'): Promise<{ readonly status: number; readonly body: string; readonly headers: Readonly<Record<string, string>> }> => {
  const { status, body, headers } = await answerApp({ method, url }, makeStaticFiles(root));
  return { status, body: Buffer.from(body as Uint8Array).toString(), headers };
};

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), 'the page');
  writeFileSync(join(root, 'assets', 'index-abcdefgh.js'), 'the script');
  writeFileSync(join(root, 'assets', 'index-abcdefgh.js.map'), 'the map');
  writeFileSync(join(root, '.hidden'), 'secret');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  mkdirSync(join(folder, 'renderer-evil'));
  writeFileSync(join(folder, 'renderer-evil', 'secret.txt'), 'secret');
  if (process.platform === 'win32') return;
  symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
  symlinkSync(join(folder, 'renderer-evil'), join(root, 'linked'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('app:', () => {
  it('serves the built screens under their own policy', async () => {
    const page = await get('app://toasoan/');
    expect(page).toMatchObject({ status: 200, body: 'the page' });
    expect(page.headers['content-security-policy']).toContain("connect-src 'none'");
    expect(page.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' });
    expect(await get('app://toasoan/index.html?a#b')).toMatchObject({ status: 200, body: 'the page' });
    expect(await get('app://toasoan/assets/index-abcdefgh.js')).toMatchObject({ status: 200, body: 'the script', headers: { 'content-type': 'text/javascript; charset=utf-8' } });
  });

  it.each([
    '/../secret.txt', '/assets/../../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt', '/..%5csecret.txt', '/..%c0%afsecret.txt', '/%252e%252e/secret.txt', '/....//secret.txt', '/..\\secret.txt', '/assets\\..\\..\\secret.txt', '/..;/secret.txt', '/./../secret.txt',
    '//server/share/secret.txt', '/\\\\server\\share\\secret.txt', '/\\\\?\\C:\\secret.txt', '/\\\\.\\C:', '/C:/secret.txt', '/C%3A/secret.txt', '/file:///etc/passwd', '//etc/passwd',
    '/index.html::$DATA', '/index.html:$DATA', '/index.html%3A%3A%24DATA', '/index.html.', '/index.html ', '/index.html%20', '/index.html%00', '/index.html%00.js', '/INDEX.HTML', '/INDEX~1.HTM', '/index.html/', '/index.html/..', '/assets', '/assets/', '/assets/.', '/.hidden', '/assets/index-abcdefgh.js.map',
    '/CON', '/con.html', '/NUL', '/nul.js', '/AUX', '/PRN', '/COM1', '/LPT1', '/CONIN$', '/link.txt', '/linked/secret.txt', '/../renderer-evil/secret.txt', '/proc/self/environ', '/%ff', '/%', '/\u0000', `/${'a/'.repeat(5000)}`, '/__proto__', '/constructor', '/toString',
  ])('finds nothing at %s', async (path) => {
    const answer = await get(`app://toasoan${path}`);
    expect([answer.status, answer.body.includes('secret')]).toEqual([404, false]);
  });

  it('answers no other host, method or spelling of itself', async () => {
    for (const url of ['app://xau/index.html', 'app://toasoan.xau/index.html', 'app://TOASOAN/index.html', 'app://toasoan:1/index.html', 'app://a@toasoan/index.html', 'https://toasoan/index.html', 'app:/index.html', 'app://toasoan', '']) expect([url, (await get(url)).status]).toEqual([url, 404]);
    for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS']) expect((await get('app://toasoan/', method)).status).toBe(404);
  });
});

describe('media:', () => {
  const hash = 'a'.repeat(64);
  const asked: string[] = [];
  const media = (path: string, method = 'GET'): Promise<{ readonly status: number; readonly headers: Readonly<Record<string, string>> }> =>
    answerMediaScheme({ method, url: `media://toasoan${path}` }, async (wanted) => {
      asked.push(wanted);
      return { status: 200, headers: { 'content-type': 'image/jpeg', 'content-security-policy': 'from the library' }, body: new Uint8Array([1]) };
    });

  it('asks the library for photos by their hash and previews by their story, in any page of ours', async () => {
    expect(await media(`/${hash}/page`)).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg', 'content-security-policy': 'from the library', 'cross-origin-resource-policy': 'cross-origin', 'x-content-type-options': 'nosniff' } });
    await media('/preview/0198a1b2-0000-7000-8000-000000000001?seq=3');
    expect(asked.splice(0)).toEqual([`/${hash}/page`, '/preview/0198a1b2-0000-7000-8000-000000000001']);
  });

  it.each(['', '/', `/${hash}`, `/${hash}/huge`, `/${hash.slice(1)}/page`, `/${hash}/page/`, `/${hash}/page/..`, `/${hash.toUpperCase()}/page`, `/../${hash}/page`, `/..%2f${hash}/page`, `/media/${hash}/page`, '/preview/', '/preview/..', '/preview/../../library.sqlite', '/preview/%2e%2e', '/library.sqlite', '/C:/a', '//server/a', '/CON', `/${hash}/page::$DATA`, `/${hash}%2fpage`, `/${hash}\\page`])('asks nobody for “%s”', async (path) => {
    const answer = await media(path);
    expect([answer.status, asked]).toEqual([404, []]);
    expect(answer.headers['content-security-policy']).toContain('sandbox');
  });

  it('and only by GET', async () => {
    expect([(await media(`/${hash}/page`, 'POST')).status, asked]).toEqual([404, []]);
  });
});
