import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowed } from './licences.ts';
import type { PackageFolder } from './shipped-packages.ts';

interface Notice {
  /** `react 19.3.1 (MIT)` */
  readonly title: string;
  readonly text: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-](?!mpl)[\w-]+)?$/i;

/** What comes without a licence file of its own: where its terms stand. */
const elsewhere: readonly (readonly [RegExp, string])[] = [[/^@img\/sharp-libvips-/, 'README.md']];

const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').trim();

/** The bundler's own terms; what it is made of itself is not in what it makes. */
const firstPart = (text: string): string => text.split(/^# Licenses of bundled dependencies/m)[0] ?? text;

/** Throws, in one line, when a package's licence is not on the list or its terms can't be found. */
export function noticeOf(root: string, folder: PackageFolder): Notice {
  const { name, version, license = '' } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
  if (!isAllowed(name, license)) throw new Error(`${name} ${version} may not be shipped: “${license}” is not on the list in build/notices/licences.ts`);
  const files = readdirSync(join(root, folder)).filter((file) => licenceFile.test(file)).toSorted();
  const named = files.length > 0 ? files : elsewhere.flatMap(([pattern, file]) => (pattern.test(name) ? [file] : []));
  const text = named.map((file) => tidy(firstPart(readFileSync(join(root, folder, file), 'utf8')))).filter((part) => part !== '').join('\n\n');
  if (text === '') throw new Error(`${name} ${version} (${license}) has no text of its licence`);
  return { title: `${name} ${version} (${license})`, text };
}

const line = '='.repeat(78);

/** The file of notices: packages with the same terms together, everything in order of names, so that the same packages make the same file. */
export function makeNotices(root: string, folders: readonly PackageFolder[], more: readonly Notice[] = []): string {
  const byText = new Map<string, string[]>();
  for (const { title, text } of [...folders.map((folder) => noticeOf(root, folder)), ...more]) {
    const titles = byText.get(text) ?? [];
    if (!titles.includes(title)) titles.push(title);
    byText.set(text, titles);
  }
  const parts = [...byText].map(([text, titles]) => ({ titles: titles.toSorted(), text })).toSorted((one, other) => ((one.titles[0] ?? '') < (other.titles[0] ?? '') ? -1 : 1));
  const head = 'Tòa Soạn dùng các phần mềm và phông chữ sau. Giấy phép của từng phần ở bên dưới.\nTòa Soạn contains the following software and fonts. Their terms stand below.';
  const contents = parts.flatMap(({ titles }) => titles).toSorted().map((title) => `  ${title}`).join('\n');
  return `${head}\n\n${contents}\n\n${parts.map(({ titles, text }) => `${line}\n${titles.join('\n')}\n${line}\n\n${text}\n`).join('\n')}`;
}
