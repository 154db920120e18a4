/**
 * Chromium can load no scheme of ours, and Playwright can't answer for one. So `app://toasoan/…` becomes `https://toasoan.app.invalid/…`:
 * a secure context with an origin of its own, that no network has.
 */
const schemes = ['app', 'media'] as const;

const ours = new RegExp(`^(${schemes.join('|')})://([^/?#]+)`);
const given = new RegExp(`^https://([^/?#]+)\\.(${schemes.join('|')})\\.invalid(?=[/?#]|$)`);

/** As Chromium gets it. */
export const toChromium = (url: string): string => url.replace(ours, 'https://$2.$1.invalid');
/** As the application knows it. */
export const toElectron = (url: string): string => url.replace(given, '$2://$1');
export const isOurs = (url: string): boolean => given.test(url);

/** The origin as Electron's WebFrameMain would give it. */
export function originOf(url: string): string {
  const told = toElectron(url);
  const [, scheme, host] = ours.exec(told) ?? [];
  if (scheme !== undefined) return `${scheme}://${host}`;
  return URL.canParse(told) ? new URL(told).origin : 'null';
}

/** A policy names schemes as sources; here these are families of hosts. */
export const policyToChromium = (policy: string): string => schemes.reduce((text, scheme) => text.replaceAll(new RegExp(`(?<=[ ;])${scheme}:(?=[ ;]|$)`, 'g'), `https://*.${scheme}.invalid`), policy);
