import { randomBytes } from 'node:crypto';
import type { Clock, Random } from '#core/base/ports.ts';

/** Vietnam keeps UTC+7 without summer time (since 1975); the story's day is the newsroom's, wherever the laptop is. */
const newsroomOffset = 7 * 60 * 60 * 1000;

export const systemClock: Clock = {
  now: () => Date.now(),
  today: () => new Date(Date.now() + newsroomOffset).toISOString().slice(0, 10),
};

export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };
