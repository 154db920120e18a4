import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { Browser } from '@playwright/test';
import { test } from '@playwright/test';
import sharp from 'sharp';
import { compareSheets } from '#tests/pictures/compare-sheets.ts';
import type { Shots } from '#tests/pictures/sheet.ts';
import { makeSheet } from '#tests/pictures/sheet.ts';
import type { Surfaces } from './surfaces.ts';
import { addSurfaces, missingSurfaces, noSurfaces } from './surfaces.ts';

export const keptFolder = resolve(import.meta.dirname, '..', '..', 'pictures', 'screens');
const originFile = join(keptFolder, 'taken-with.json');
/** What stood on each screen: `tests/pictures/surveys.test.ts` holds it against the source. */
export const surfacesFile = join(keptFolder, 'surfaces.json');

/** Where and with what the kept pictures were taken. */
interface Origin {
  readonly system: string;
  /** Chromium's major version. */
  readonly chromium: string;
}

const originHere = (browser: Browser): Origin => ({ system: process.platform, chromium: browser.version().split('.')[0] ?? '' });
const isRenewing = process.env.TOASOAN_PICTURES === 'renew';

const folder = (...parts: readonly string[]): string => {
  const path = join(test.info().project.outputDir, 'pictures', ...parts);
  mkdirSync(path, { recursive: true });
  return path;
};

const readSurfaces = (): Readonly<Record<string, Surfaces>> => (existsSync(surfacesFile) ? (JSON.parse(readFileSync(surfacesFile, 'utf8')) as Record<string, Surfaces>) : {});

/** A line for each screen. */
const printSurfaces = (all: Readonly<Record<string, Surfaces>>): string =>
  `{\n${Object.keys(all).toSorted().map((name) => `  ${JSON.stringify(name)}: ${JSON.stringify(all[name])}`).join(',\n')}\n}\n`;

export interface Taken {
  readonly spec: string;
  readonly name: string;
  /** Null: only what was seen is noted. */
  readonly shots: Shots | null;
  readonly seen: Surfaces;
  readonly isSecondTry: boolean;
}

/** Puts what was seen of a screen where `comparePictures` finds it. A second try begins without what the tests before it left, so its pictures are other ones. */
export async function notePicture({ spec, name, shots, seen, isSecondTry }: Taken): Promise<void> {
  if (isSecondTry) {
    process.stdout.write(`picture of ${name}: not compared, it was taken in a second try, without what earlier tests had left on the screen\n`);
    return;
  }
  if (shots !== null) writeFileSync(join(folder('taken', spec), `${name}.avif`), await makeSheet(shots));
  writeFileSync(join(folder('seen', spec), `${name}.json`), JSON.stringify(seen));
}

/** Holds the pictures that a spec has taken against the kept ones, or puts them in their place; one line for each shot that differs. */
export async function comparePictures(browser: Browser, spec: string): Promise<readonly string[]> {
  const taken = folder('taken', spec);
  const kept = readSurfaces();
  const seen: Record<string, Surfaces> = Object.fromEntries(readdirSync(folder('seen', spec)).map((file) => [file.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder('seen', spec), file), 'utf8')) as Surfaces]));
  const here = originHere(browser);
  if (isRenewing) {
    mkdirSync(keptFolder, { recursive: true });
    for (const file of readdirSync(taken)) {
      const [bytes, path] = [readFileSync(join(taken, file)), join(keptFolder, file)];
      // What only rasterises otherwise stays as it is: a renewal shows what has changed.
      if (existsSync(path) && (await compareSheets(readFileSync(path), bytes)).differences.length === 0) continue;
      writeFileSync(path, bytes);
    }
    writeFileSync(surfacesFile, printSurfaces({ ...kept, ...seen }));
    writeFileSync(originFile, `${JSON.stringify(here)}\n`);
    return [];
  }
  const origin = JSON.parse(readFileSync(originFile, 'utf8')) as Origin;
  const faults: string[] = [];
  // What stands on one of the spec's screens is surveyed, on whichever: a list may come empty once and full another time.
  const all = Object.values(seen).reduce(addSurfaces, noSurfaces);
  const lost = Object.keys(seen).flatMap((name) => missingSurfaces(kept[name] ?? noSurfaces, all).map((what) => `${name}: shows no ${what} any more, tests/pictures/screens/surfaces.json says it does`));
  for (const file of readdirSync(taken)) {
    const name = file.slice(0, -'.avif'.length);
    const path = join(keptFolder, file);
    if (!existsSync(path)) {
      faults.push(`${name}: no picture is kept; npm run pictures takes it`);
      continue;
    }
    const [expected, actual] = [readFileSync(path), readFileSync(join(taken, file))];
    const { differences, marked } = await compareSheets(expected, actual);
    if (marked === null) continue;
    const out = folder('differences');
    writeFileSync(join(out, `${name}-expected.png`), await sharp(expected).png().toBuffer());
    writeFileSync(join(out, `${name}-actual.png`), await sharp(actual).png().toBuffer());
    writeFileSync(join(out, `${name}-difference.png`), marked);
    faults.push(...differences.map(({ shot, fields, areas }) => `${name}, ${shot}: differs in ${fields} fields and ${areas} areas`));
  }
  if (faults.length === 0 || (origin.system === here.system && origin.chromium === here.chromium)) return [...lost, ...faults];
  process.stdout.write(`pictures: told, not judged: kept ones were taken with Chromium ${origin.chromium} on ${origin.system}, this is ${here.chromium} on ${here.system}\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
  return lost;
}
