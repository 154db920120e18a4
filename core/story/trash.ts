const day = 24 * 60 * 60 * 1000;

/** How long a story stays in the trash before it is deleted for good, in milliseconds. One that was published stays until somebody deletes it. */
export const trashedFor = 30 * day;

/** Whole days until a story of the trash is deleted by itself; 0: within a day. */
export const daysLeft = (trashedAt: number, now: number): number => Math.max(0, Math.floor((trashedAt + trashedFor - now) / day));
