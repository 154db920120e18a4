import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { StillNewsroom } from '#tests/pictures/still-newsroom.ts';
import { openStillNewsroom, stillNow } from '#tests/pictures/still-newsroom.ts';
import { axeViolations } from '#tests/validators/axe.ts';
import { appeared } from '../door.ts';
import { colourFaults } from './colour-faults.ts';
import { collectData, foreignWords } from './foreign-words.ts';
import { comparePictures, notePicture } from './kept-pictures.ts';
import { layoutFaults } from './layout-faults.ts';
import { lendLongWords, speakLong } from './lend-long-words.ts';
import type { Look } from './looks.ts';
import { looks, wear } from './looks.ts';
import { forcedColourFaults, motionFaults, setTextWide } from './strains.ts';
import type { Surfaces } from './surfaces.ts';
import { addSurfaces, findSurfaces, noSurfaces } from './surfaces.ts';

/** The sizes of the window that the look has an answer for; 640 × 400 is also 1280 × 800 at 200 % zoom. */
const sizes = [
  { width: 1280, height: 800, pictured: true },
  { width: 900, height: 700, pictured: true },
  { width: 640, height: 400, pictured: true },
  { width: 360, height: 740, pictured: true },
  { width: 320, height: 568, pictured: false },
] as const;
const [full] = sizes;
const small = 360;

export interface SurveyOptions {
  /** Goes away by itself, sooner on one machine than on another: judged, but no picture of it is kept. */
  readonly passes?: boolean;
  /** Parts that are not ours to judge, as selectors. */
  readonly exclude?: readonly string[];
  /** Parts whose words were said before the language changed, as selectors: a toast keeps what it said. */
  readonly said?: readonly string[];
  /** A small part of a screen that is surveyed as well: its colours, names, layout and picture, without longer words and strains. */
  readonly brief?: boolean;
  /** Brings back what a new size of the window takes away; called after each change of size. */
  readonly again?: () => Promise<void>;
}

/** Two frames: what the new size changes is drawn. */
const settle = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))));

/**
 * Until nothing of the page has changed for a while: letters on their way to the disk, a panel on its way to the screen, a headline on
 * its way to the list beside, a focus that looks for its place would all be there in every second picture.
 */
async function rest(page: Page): Promise<void> {
  await expect(page.locator('[data-save="saving"], [data-save="dirty"]')).toHaveCount(0);
  await expect
    .poll(() =>
      page.evaluate(() => {
        const open = document.querySelector('[data-region="rail"] li [aria-current="page"]')?.textContent ?? null;
        return open === null || open.includes(document.querySelector('h1')?.textContent ?? '');
      }),
    )
    .toBe(true);
  await page.evaluate(
    (quiet) =>
      new Promise<void>((rested) => {
        let timer = setTimeout(rested, quiet);
        const again = (): void => {
          clearTimeout(timer);
          timer = setTimeout(rested, quiet);
        };
        new MutationObserver(again).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        document.addEventListener('focusin', again);
      }),
    500,
  );
}

/** What is another one at each run: ports of this machine. */
const passing = (page: Page) => [page.getByText(/127\.0\.0\.1:\d/)];

/** The file a test runs for, which need not be the one that defines it. */
const specName = (): string => basename(base.info().titlePath[0] ?? '');

/** The date only: timers and frames go on as ever, because what is surveyed waits for them. */
function stopCalendar(now: number): void {
  window.Date = class extends Date {
    constructor(...parts: readonly unknown[]) {
      super(...((parts.length === 0 ? [now] : parts) as [number]));
    }
    static override now(): number {
      return now;
    }
  } as DateConstructor;
}

/** By a sheet of the page's own: its policy takes no style element, and a caret that blinks is there in every second picture. */
const hideCaret = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { caret-color: transparent !important; }');
    document.adoptedStyleSheets.push(sheet);
  });

/** Base UI's stops for Tab before and behind what floats: they hand the focus on at once, so there is nothing in them to hear. */
const guards = '[data-base-ui-focus-guard]';

/** A window of its own at a door, and what went wrong in it that no assertion would see. */
export interface Desk {
  readonly door: StillNewsroom;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Looks at the screen as it stands in every look, size and strain; ends in the first look, at the first size. */
  survey(name: string, options?: SurveyOptions): Promise<void>;
  /** Faults of every survey since the last time, and errors and broken policies of the page. */
  takeFaults(): readonly string[];
  /** Waits until what was pressed has been drawn. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** `sample`: as at a reporter's first start, with the sample newsroom. */
export async function openDesk(browser: Browser, { sample = false } = {}): Promise<Desk> {
  const door = await openStillNewsroom({ sample });
  const isSecondTry = base.info().retry > 0;
  const context = await browser.newContext({ viewport: full, reducedMotion: 'reduce' });
  await lendLongWords(context);
  const page = await context.newPage();
  const data = collectData(page);
  const faults: string[] = [];
  page.on('pageerror', (problem) => faults.push(`${problem.name}: ${problem.message}`));
  await page.exposeFunction('noteViolation', (what: string) => faults.push(`content security policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      void (window as unknown as { noteViolation: (what: string) => void }).noteViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.addInitScript(stopCalendar, stillNow);
  await page.goto(door.url);
  await appeared(page);
  await hideCaret(page);
  const pictures = join(base.info().project.outputDir, 'screens');
  mkdirSync(pictures, { recursive: true });

  const survey = async (name: string, { exclude = [], said = [], brief = false, passes = false, again }: SurveyOptions = {}): Promise<void> => {
    let seen: Surfaces = noSurfaces;
    const note = (at: string, found: readonly string[]): void => void faults.push(...found.map((fault) => `${name}, ${at}: ${fault}`));
    const resize = async (size: { readonly width: number; readonly height: number }): Promise<void> => {
      await page.setViewportSize({ width: size.width, height: size.height });
      await settle(page);
      await again?.();
    };

    /** One look, at every size for its words and at two for its colours. */
    const inLook = async (look: Look, shots: Map<string, Buffer>): Promise<void> => {
      await wear(page, look);
      seen = addSurfaces(seen, await findSurfaces(page));
      const isLight = look.theme === 'light';
      for (const size of sizes) {
        // Theme changes no measure: the layout is looked at once a language.
        if ((!isLight || brief) && size !== full && size.width !== small) continue;
        await resize(size);
        const at = `${look.language}, ${look.theme}, ${size.width}`;
        if (isLight) note(at, await layoutFaults(page));
        if (size === full && look.language === 'vi') note(at, await colourFaults(page, look.theme, exclude));
        if (size === full || size.width === small) note(at, await axeViolations(page, { exclude: [guards, ...exclude], onlyColours: !isLight && size !== full }));
        if (!size.pictured) continue;
        const shot = await page.screenshot({ path: join(pictures, `${name}-${look.language}-${look.theme}-${size.width}.png`), caret: 'initial', animations: 'disabled', mask: passing(page) });
        shots.set(`${look.language} ${look.theme} ${size.width}`, shot);
      }
      await resize(full);
    };

    /** 40 % longer than English, at every size; and nothing on screen that no catalogue holds. */
    const inLongWords = async (): Promise<void> => {
      await speakLong(page, true);
      await wear(page, { language: 'en', theme: 'light' });
      for (const size of sizes) {
        await resize(size);
        note(`long words, ${size.width}`, await layoutFaults(page, { drawnOut: true }));
        if (size === full) note('long words', await foreignWords(page, data, [...exclude, ...said]));
        if (size.width !== 900) await page.screenshot({ path: join(pictures, `${name}-long-${size.width}.png`), caret: 'initial', animations: 'disabled' });
      }
      await speakLong(page, false);
      await resize(full);
    };

    /** What else a reader may ask of the browser: wider text, fewer colours, no motion. */
    const underStrain = async (): Promise<void> => {
      note('no motion', await motionFaults(page));
      await setTextWide(page, true);
      for (const size of [full, { width: 640, height: 400 }, { width: 320, height: 568 }]) {
        await resize(size);
        note(`wide text, ${size.width}`, await layoutFaults(page));
      }
      await setTextWide(page, false);
      await resize(full);
      note('forced colours', await forcedColourFaults(page));
      await page.screenshot({ path: join(pictures, `${name}-forced.png`), caret: 'initial', animations: 'disabled' });
      await page.emulateMedia({ forcedColors: null });
    };

    await base.step(name, async () => {
      const shots = new Map<string, Buffer>();
      await rest(page);
      for (const look of looks) await inLook(look, shots);
      await notePicture({ spec: specName(), name, shots: passes ? null : shots, seen, isSecondTry });
      await wear(page, firstLook);
      if (brief) return;
      await inLongWords();
      await wear(page, firstLook);
      await underStrain();
    });
  };
  return {
    door,
    page,
    context,
    survey,
    settle: () => settle(page),
    takeFaults: () => faults.splice(0),
    close: async () => {
      await context.close();
      await door.close();
    },
  };
}

const firstLook: Look = { language: 'vi', theme: 'light' };

/** The last test of a file with surveys: what they saw is what is kept. Never tried twice: a second try would see nothing, and pass. */
export const picturesAreTheKeptOnes = (): void =>
  base.describe('pictures', () => {
    base.describe.configure({ retries: 0 });
    base('the screens look as in the kept pictures', async ({ browser }) => {
      expect(await comparePictures(browser, specName())).toEqual([]);
    });
  });

export { expect, base as test };
