import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { axeViolations } from '#tests/validators/axe.ts';
import type { Door } from '../door.ts';
import { startDoor } from '../door.ts';
import { layoutFaults } from './layout-faults.ts';
import { looks, wear } from './looks.ts';

/** The sizes of the window that the look has an answer for; 640 × 400 is also 1280 × 800 at 200 % zoom. */
const sizes = [
  { width: 1280, height: 800, pictured: true },
  { width: 900, height: 700, pictured: true },
  { width: 640, height: 400, pictured: true },
  { width: 360, height: 740, pictured: true },
  { width: 320, height: 568, pictured: false },
] as const;

export interface SurveyOptions {
  /** Parts that are not ours to judge, as selectors. */
  readonly exclude?: readonly string[];
  /** Brings back what a new size of the window takes away; called after each change of size. */
  readonly again?: () => Promise<void>;
}

/** Two frames: what the new size changes is drawn. */
const settle = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))));

/** Base UI's stops for Tab before and behind what floats: they hand the focus on at once, so there is nothing in them to hear. */
const guards = '[data-base-ui-focus-guard]';

/** A window of its own at a door, and what went wrong in it that no assertion would see. */
export interface Desk {
  readonly door: Door;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Looks at the screen as it stands in every look and size; ends in the first look, at the first size. */
  survey(name: string, options?: SurveyOptions): Promise<void>;
  /** Faults of every survey since the last time, and errors and broken policies of the page. */
  takeFaults(): readonly string[];
  /** Waits until what was pressed has been drawn. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** `sample`: as at a reporter's first start, with the sample newsroom. */
export async function openDesk(browser: Browser, { sample = false } = {}): Promise<Desk> {
  const door = await startDoor({ sample });
  const context = await browser.newContext({ viewport: sizes[0], reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (problem) => faults.push(`${problem.name}: ${problem.message}`));
  await page.exposeFunction('noteViolation', (what: string) => faults.push(`content security policy: ${what}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      void (window as unknown as { noteViolation: (what: string) => void }).noteViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
    });
  });
  await page.goto(door.url);
  await page.getByRole('main').waitFor();
  // For the eye, one for each screen, look and size; nothing compares them.
  const pictures = join(base.info().project.outputDir, 'screens');
  mkdirSync(pictures, { recursive: true });
  const [full] = sizes;

  const survey = async (name: string, { exclude = [], again }: SurveyOptions = {}): Promise<void> => {
    await base.step(name, async () => {
      for (const look of looks) {
        await wear(page, look);
        const at = `${name}, ${look.language}, ${look.theme}`;
        for (const size of sizes) {
          // Theme changes no measure: the layout is looked at once a language, the colours at the size with most of them.
          if (look.theme === 'dark' && size.width !== full.width && size.width !== 360) continue;
          await page.setViewportSize(size);
          await settle(page);
          await again?.();
          if (look.theme === 'light') for (const fault of await layoutFaults(page)) faults.push(`${at}, ${size.width}: ${fault}`);
          if (size.width === full.width || (size.width === 360 && look === looks[0])) {
            for (const violation of await axeViolations(page, { exclude: [guards, ...exclude], withoutFrames: true })) faults.push(`${at}, ${size.width}: ${violation}`);
          }
          if (size.pictured) await page.screenshot({ path: join(pictures, `${name}-${look.language}-${look.theme}-${size.width}.png`), caret: 'initial', animations: 'disabled' });
        }
        await page.setViewportSize(full);
      }
      await wear(page, looks[0] ?? { language: 'vi', theme: 'light' });
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
      await door.stop();
    },
  };
}

export { expect, base as test };
