/** This machine itself, in the three ways that a URL can say it. */
export const isLoopback = (hostname: string): boolean => hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';

/**
 * The address of a destination as it is kept: https, or http on this machine only; no user, password, query or fragment; no slash
 * at the end. Null for anything else.
 */
export function destinationUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return url.href.replace(/\/+$/, '');
}

const bare = (hostname: string): string => hostname.replace(/^www\./, '');

/**
 * A page's address as the portal tells it, or null when it must not be offered as a link: https (http on this machine only) and on
 * the portal's own host, a host below it or the one above it.
 */
export function pageUrl(text: string | null, portal: string): string | null {
  if (text === null || text.length > 2000 || !URL.canParse(text, portal)) return null;
  const page = new URL(text, portal);
  const home = new URL(portal);
  if (page.protocol !== 'https:' && !(page.protocol === 'http:' && isLoopback(page.hostname))) return null;
  if (page.username !== '' || page.password !== '') return null;
  const [theirs, ours] = [bare(page.hostname), bare(home.hostname)];
  const related = theirs === ours || theirs.endsWith(`.${ours}`) || (ours.endsWith(`.${theirs}`) && theirs.includes('.'));
  return related ? page.href : null;
}
