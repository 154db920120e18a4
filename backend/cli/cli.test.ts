import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '#tests/stand-ins/ports.ts';
import { openLibrary } from '../host/compose.ts';
import type { Host } from '../host/host.ts';
import { systemClock } from '../host/system-ports.ts';
import { writeOwner } from '../storage/owner-file.ts';
import { startWebDoor } from '../web/start-web-door.ts';
import { parseArguments } from './arguments.ts';
import { UsageError } from './outcome.ts';

const main = join(import.meta.dirname, 'main.ts');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The real command in a process of its own. */
async function toasoan(library: string, args: readonly string[], { input = '', env = {} }: { input?: string | Uint8Array; env?: Record<string, string> } = {}): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, TOASOAN_LIBRARY: library, ...env } });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  // A command that refuses before it has read everything closes its end.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

const report = [
  'Hội nghị giữ nghề dệt ở thị xã Lụa',
  'BVS - Ngày 19.1, tại thị xã Lụa, Sở Văn hóa tỉnh Vĩnh Sa tổ chức hội nghị giữ nghề dệt. Dự hội nghị có các đồng chí: Đào Thị Ngát, Phó Giám đốc Sở Văn hóa; Lò Văn Thắm, Chủ tịch UBND thị xã và đông đảo nghệ nhân.',
  'Quang cảnh hội nghị. Ảnh: Thùy Nhiên |',
  'Hội nghị nghe báo cáo về 12 tổ dệt còn giữ khung cửi cũ.',
  'Tin, ảnh: Thùy Nhiên',
  'Ý kiến bạn đọc',
  '',
].join('\n');

function reportFile(text: string | Uint8Array = report, name = 'bao-cao.txt'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

const parsed = <T = Record<string, unknown>>(text: string): T => JSON.parse(text) as T;

async function imported(library: string): Promise<string> {
  const { out } = await toasoan(library, ['import', reportFile(), '--json']);
  return parsed<{ id: string }>(out).id;
}

function openHere(dir: string): Host {
  const opened = openLibrary({ dir, door: 'browser', sends: false });
  if (!opened.ok) throw new Error(opened.error.code);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

describe('import, list, show', () => {
  it('takes a report with its structure and gives its text back, without the named furniture', async () => {
    const library = temporaryFolder();
    const { code, out, err } = await toasoan(library, ['import', reportFile(), '--json']);
    expect([code, err]).toEqual([0, '']);
    const answer = parsed<{ id: string; found: Record<string, unknown>; removed: { text: string }[] }>(out);
    expect(Object.keys(answer)).toEqual(['id', 'found', 'removed']);
    expect(answer.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(answer.removed.map(({ text }) => text.trim())).toEqual(['|', 'Ý kiến bạn đọc']);
    expect(answer.found).toMatchObject({
      headline: 'Hội nghị giữ nghề dệt ở thị xã Lụa',
      dateline: { source: 'BVS', date: '19.1', place: 'thị xã Lụa' },
      attendees: [{ name: 'Đào Thị Ngát', titles: ['Phó Giám đốc Sở Văn hóa'] }, { name: 'Lò Văn Thắm', titles: ['Chủ tịch UBND thị xã'] }],
      byline: { authors: ['Thùy Nhiên'], photographers: ['Thùy Nhiên'] },
    });
    const list = await toasoan(library, ['list', '--query', 'nghe det', '--json']);
    expect(parsed(list.out)).toMatchObject({ total: 1, rows: [{ id: answer.id, status: 'draft' }] });
    const shown = await toasoan(library, ['show', answer.id.slice(0, 20), '--json']);
    expect(parsed<{ text: string }>(shown.out).text).toBe(report.replace(' |', '').replace('Ý kiến bạn đọc\n', '').trim());
    expect((await toasoan(library, ['show', answer.id])).out).toContain('Lò Văn Thắm, Chủ tịch UBND thị xã');
  });

  it('normalises decomposed text, Windows line ends and a byte order mark, and nothing else', async () => {
    const library = temporaryFolder();
    const { out } = await toasoan(library, ['import', reportFile(`\ufeff${report.normalize('NFD').replaceAll('\n', '\r\n')}`), '--json']);
    const shown = await toasoan(library, ['show', parsed<{ id: string }>(out).id, '--json']);
    expect(parsed<{ text: string }>(shown.out).text).toBe(report.replace(' |', '').replace('Ý kiến bạn đọc\n', '').trim());
  });

  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'import.empty'],
    ['only spaces', ' \n\t\n', 'import.empty'],
    ['a picture named .txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'import.binary'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x48, 0]), 'import.encoding'],
    ['an old Vietnamese encoding', Uint8Array.from([0x54, 0xd4, 0x6e, 0x67, 0x20, 0x56, 0xd6, 0x74]), 'import.encoding'],
    ['5 MB in one line', 'a'.repeat(5_242_880), 'import.too-large'],
    ['4.5 MB in one line', 'a '.repeat(2_250_000), 'import.too-large'],
    ['60,000 lines', 'a\n'.repeat(60_000), 'import.too-many-lines'],
  ])('refuses %s with a reason and adds nothing', async (_name, content, code) => {
    const library = temporaryFolder();
    const ended = await toasoan(library, ['import', reportFile(content), '--lang', 'en']);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toContain(`“bao-cao.txt”`);
    expect(ended.err).toContain(`[${code}]`);
    expect(parsed((await toasoan(library, ['list', '--json'])).out)).toMatchObject({ total: 0 });
  });

  it('refuses folders and files that are not there, and still takes the sound ones', async () => {
    const library = temporaryFolder();
    const ended = await toasoan(library, ['import', temporaryFolder(), join(library, 'không-có.txt'), reportFile()]);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('EISDIR');
    expect(ended.err).toContain('ENOENT');
    expect(parsed((await toasoan(library, ['list', '--json'])).out)).toMatchObject({ total: 1 });
  });

  it('asks for more of an id that several stories begin with, and knows none that is not there', async () => {
    const library = temporaryFolder();
    await toasoan(library, ['import', reportFile(), reportFile()]);
    expect(await toasoan(library, ['show', '01'])).toMatchObject({ code: 1, out: '' });
    const missing = await toasoan(library, ['show', 'ffff', '--lang', 'en']);
    expect(missing.err).toContain('[story.missing]');
  });
});

describe('analyze', () => {
  it('reads standard input and keeps nothing', async () => {
    const library = join(temporaryFolder(), 'none');
    const { code, out } = await toasoan(library, ['analyze', '-', '--json'], { input: report });
    expect(code).toBe(0);
    expect(parsed(out)).toMatchObject({ headline: 'Hội nghị giữ nghề dệt ở thị xã Lụa', collectives: [{ text: 'đông đảo nghệ nhân' }], furniture: [{ text: ' |' }, { text: 'Ý kiến bạn đọc' }] });
    expect(existsSync(library)).toBe(false);
  });

  it('gives one prediction a line, offsets in code points of the input as given, and names lines that are none', async () => {
    const text = `😀 Tít\n${report}`.normalize('NFD');
    const { code, out, err } = await toasoan(temporaryFolder(), ['analyze', '--jsonl', '-'], { input: `${JSON.stringify({ id: 'a', text })}\nkhông phải\n${JSON.stringify({ id: 'b', text: report })}\n` });
    expect(code).toBe(1);
    expect(err).toContain('2');
    const predictions = out.trim().split('\n').map((line) => parsed<{ id: string; attendees: { name: string; start: number; end: number }[] }>(line));
    expect(predictions.map(({ id }) => id)).toEqual(['a', 'b']);
    const found = predictions[0]?.attendees.find(({ name }) => name === 'Lò Văn Thắm');
    expect([...text].slice(found?.start, found?.end).join('').normalize('NFC')).toBe('Lò Văn Thắm');
  });
});

describe('export', () => {
  it('writes a story or a file that is in no library', async () => {
    const library = temporaryFolder();
    const out = join(temporaryFolder(), 'ra', 'ngoài');
    const id = await imported(library);
    const html = await toasoan(library, ['export', id, '--to', 'html', '--out', out]);
    expect([html.code, html.err]).toEqual([0, '']);
    expect(readFileSync(html.out.trim(), 'utf8')).toContain('Hội nghị giữ nghề dệt ở thị xã Lụa');
    const text = await toasoan(join(library, 'other'), ['export', reportFile(), '--to', 'text', '--out', out, '--json']);
    expect(readFileSync(parsed<{ path: string }>(text.out).path, 'utf8')).toContain('Quang cảnh hội nghị. Ảnh: Thùy Nhiên');
    expect(readdirSync(out)).toHaveLength(2);
  });
});

describe('called wrongly', () => {
  it.each([[['bogus']], [['show']], [['export', 'x', '--to', 'pdf', '--out', 'y']]])('%j ends with 2 and shows the usage', async (args) => {
    const ended = await toasoan(temporaryFolder(), args);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('toasoan');
  });

  it.each([[['list', '--wait', '3']], [['list', '--limit', '0']], [['list', '--limit', 'x']], [['list', '--nothing']], [['list', '--lang', 'fr']], [['show', '--json=1']], [['constructor']]])('%j is not understood', (args) => {
    expect(() => parseArguments(args)).toThrow(UsageError);
  });

  it('help ends with 0, in both languages', async () => {
    expect(await toasoan(temporaryFolder(), ['help', '--lang', 'en'])).toMatchObject({ code: 0, err: '' });
    expect((await toasoan(temporaryFolder(), ['--help'])).out).toContain('dòng lệnh');
  });
});

describe('beside an owner', () => {
  it('reads by itself and writes through the owner', async () => {
    const library = temporaryFolder();
    const host = openHere(library);
    const door = await startWebDoor({ host, rendererDir: temporaryFolder() });
    onTestFinished(() => door.close());
    writeOwner(library, { url: door.url, token: door.ownerToken, pid: process.pid, startedAt: systemClock.now() });
    const { code, out, err } = await toasoan(library, ['import', reportFile(), '--json']);
    expect([code, err]).toEqual([0, '']);
    const { id } = parsed<{ id: string }>(out);
    expect(await host.dispatch('story.get', { id }, { windowId: 'w' })).toMatchObject({ ok: true });
    expect((await toasoan(library, ['show', id])).out).toContain('khung cửi');
  });

  it('says so when the owner does not listen, and still reads', async () => {
    const library = temporaryFolder();
    await imported(library);
    openHere(library);
    const ended = await toasoan(library, ['import', reportFile(), '--lang', 'en']);
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toContain('[library.locked]');
    expect(parsed((await toasoan(library, ['list', '--json'])).out)).toMatchObject({ total: 1 });
  });
});

describe('publish', () => {
  async function startPortal(data: string): Promise<string> {
    const child = spawn(process.execPath, [resolve('portal', 'main.ts'), '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(async () => {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    });
    let said = '';
    return new Promise((found, fail) => {
      child.once('exit', () => fail(new Error(`the portal ended: ${said}`)));
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        // The token is in its file once both lines are out.
        if (url !== undefined && /token: \S+\n/.test(said)) found(url);
      });
    });
  }

  /** An address where nobody listens any more. */
  async function deserted(): Promise<string> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return `http://127.0.0.1:${port}`;
  }

  async function approve(library: string, id: string): Promise<void> {
    const host = openHere(library);
    for (const step of ['submit', 'approve']) expect(await host.dispatch(`review.${step}`, { id }, { windowId: 'w' })).toMatchObject({ ok: true });
    await host.close();
  }

  it('sends an approved story once and gives its address; before that it is refused', async () => {
    const library = temporaryFolder();
    const data = join(temporaryFolder(), 'portal');
    const url = await startPortal(data);
    const id = await imported(library);
    expect((await toasoan(library, ['destination', 'add', 'Cổng thử', url, '--secret', 'env:TOKEN_THU'])).code).toBe(0);
    expect(await toasoan(library, ['destination', 'test', 'Cổng thử'])).toMatchObject({ code: 1, out: '' });
    const env = { TOKEN_THU: readFileSync(join(data, 'token'), 'utf8').trim() };
    expect((await toasoan(library, ['destination', 'test', 'Cổng thử'], { env })).code).toBe(0);
    expect((await toasoan(library, ['publish', id, '--to', 'Cổng thử'], { env })).err).toContain('[publish.not-approved]');
    expect((await toasoan(library, ['publish', id, '--to', 'Không có'], { env })).err).toContain('[destination.missing]');
    await approve(library, id);

    const dry = await toasoan(library, ['publish', id, '--to', 'Cổng thử', '--dry-run', '--json'], { env });
    expect([dry.code, parsed(dry.out)]).toMatchObject([0, { headline: 'Hội nghị giữ nghề dệt ở thị xã Lụa', destination: { ok: true } }]);
    expect(parsed<{ jobs: unknown[] }>((await toasoan(library, ['outbox', '--json'])).out).jobs).toEqual([]);

    const sent = await toasoan(library, ['publish', id, '--to', 'Cổng thử'], { env });
    expect(sent).toMatchObject({ code: 0 });
    expect(await (await fetch(sent.out.trim())).text()).toContain('khung cửi cũ');
    const again = await toasoan(library, ['publish', id, '--to', 'Cổng thử'], { env });
    expect([again.code, again.out]).toEqual([0, sent.out]);
    expect(parsed<{ jobs: { state: string }[] }>((await toasoan(library, ['outbox', '--json'])).out).jobs).toMatchObject([{ state: 'done' }]);
    expect((await toasoan(library, ['list', '--json'])).out).toContain('"published"');
  });

  it('waits for its secret as needs-sign-in, and for a portal that is away as long as it is told', async () => {
    const library = temporaryFolder();
    const id = await imported(library);
    const secret = join(temporaryFolder(), 'token');
    writeFileSync(secret, 'a-token-that-nobody-knows');
    chmodSync(secret, 0o600);
    const nowhere = await deserted();
    await toasoan(library, ['destination', 'add', 'Chưa có mã', nowhere, '--secret', 'env:KHONG_CO']);
    await toasoan(library, ['destination', 'add', 'Đi vắng', nowhere, '--secret', `file:${secret}`]);
    await approve(library, id);
    const unsigned = await toasoan(library, ['publish', id, '--to', 'Chưa có mã']);
    expect(unsigned.code).toBe(1);
    expect(unsigned.err).toContain('[portal.no-secret]');
    const away = await toasoan(library, ['publish', id, '--to', 'Đi vắng', '--wait', '1']);
    expect(away.code).toBe(1);
    expect(away.err).toContain('[portal.offline]');
    expect(parsed<{ jobs: { state: string }[] }>((await toasoan(library, ['outbox', '--json'])).out).jobs.map(({ state }) => state).toSorted()).toEqual(['needs-sign-in', 'waiting-offline']);
  });
});

describe('a folder that can’t be a library', () => {
  it('is named', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'tệp');
    writeFileSync(file, '');
    mkdirSync(join(folder, 'x'));
    const ended = await toasoan(file, ['import', reportFile()]);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('[library.unwritable]');
  });
});
