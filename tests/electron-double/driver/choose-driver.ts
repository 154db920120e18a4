import { existsSync } from 'node:fs';
import { doubleDriver } from './double-driver.ts';
import type { DesktopDriver } from './desktop-app.ts';
import { electronDriver } from './electron-driver.ts';

const program = process.env['TOASOAN_ELECTRON'];

/** Electron where `TOASOAN_ELECTRON` names its program, else the double. A name that is wrong is an error: nobody may believe Electron was run. */
export function chooseDriver(): DesktopDriver {
  if (program === undefined || program === '') return doubleDriver;
  if (!existsSync(program)) throw new Error(`TOASOAN_ELECTRON names “${program}”, which is not there`);
  return electronDriver(program);
}

/** For the report: on what the specs ran, and why. */
export const runsOn = program === undefined || program === '' ? 'the double: TOASOAN_ELECTRON names no Electron to run' : `Electron: ${program}`;
