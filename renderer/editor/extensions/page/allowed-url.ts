const allowed = /^(?:https?:\/\/|mailto:)/iu;

/** Addresses a story may link to: web pages and mail, nothing that runs or reads this machine. */
export const isAllowedUrl = (url: string): boolean => allowed.test(url.trim()) && url.length <= 4000;
