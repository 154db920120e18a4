import type { App } from '../services.ts';

const used = new WeakMap<App, readonly string[]>();

/** How many are kept: more would push the stories out of sight. */
const kept = 3;

/** Commands chosen from the palette in this window, the last one first. Never stored: a new day begins with other work. */
export const lastUsed = (app: App): readonly string[] => used.get(app) ?? [];

export const noteUsed = (app: App, id: string): void => void used.set(app, [id, ...lastUsed(app).filter((other) => other !== id)].slice(0, kept));
