import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Clock, Random } from '#core/base/ports.ts';
import { openLibrary } from '#backend/host/compose.ts';
import { startWebDoor } from '#backend/web/start-web-door.ts';
import { startPortal } from '#portal/server.ts';

/** 19 November 2026, 14:20 in Vietnam: the clock stands still, so that today's pictures are tomorrow's. */
export const stillNow = Date.UTC(2026, 10, 19, 7, 20);

/** Still to the eye; a millisecond goes by at each look, so that what came later is later in every list. */
function stillClock(): Clock {
  let looked = 0;
  return { now: () => stillNow + Math.min(looked++, 59_000), today: () => '2026-11-19' };
}

/** A linear congruence is enough for ids that are the same every time. */
function sameChance(): Random {
  let state = 1;
  return {
    bytes: (length) =>
      Uint8Array.from({ length }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state >>> 24;
      }),
  };
}

export interface StillNewsroom {
  /** With its key. */
  readonly url: string;
  /** As destinations know it; the sample portal of this machine answers there. */
  readonly portal: { readonly url: string; readonly token: string };
  close(): Promise<void>;
}

/** The real backend, door and portal over a library of their own, in which time stands still and addresses are those of a paper. `sample`: as at a reporter's first start. */
export async function openStillNewsroom({ sample = false } = {}): Promise<StillNewsroom> {
  const clock = stillClock();
  const dir = mkdtempSync(join(tmpdir(), 'toasoan-pictures-'));
  const portal = await startPortal({ dataDir: join(dir, 'portal'), port: 0, clock });
  const shown = 'https://cong.baovinhsa.example';
  const opened = openLibrary({
    dir: join(dir, 'library'),
    door: 'browser',
    clock,
    random: sameChance(),
    empty: !sample,
    network: (url, init) => fetch(url.replace(shown, portal.url), init),
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const host = opened.value;
  const door = await startWebDoor({ host, rendererDir: resolve(import.meta.dirname, '..', '..', 'dist', 'renderer') });
  return {
    url: door.url,
    portal: { url: shown, token: portal.token },
    async close() {
      await door.close();
      await host.close();
      await portal.close();
    },
  };
}
