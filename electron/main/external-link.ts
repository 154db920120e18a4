/** What a link outside may be opened as; `shown` is what the reporter is asked about. */
export interface ExternalLink {
  readonly href: string;
  /** The host in the form that can't imitate another (punycode), or the address of a letter. */
  readonly shown: string;
}

/**
 * The table of what may leave for the system's browser: https and mailto, parsed, without user or password, without a
 * host that is a number of this network or a name of this machine. Everything else (files, network shares, schemes that start
 * programs, scripts, data) is null.
 * @param ownPortals origins of the sample portals this application has started, the only ones on this machine that may be looked at
 */
export function externalLink(text: string, ownPortals: ReadonlySet<string> = new Set()): ExternalLink | null {
  // Browsers drop these when they parse; a link that needs it is up to something.
  if (text.length > 2048 || /[\u0000-\u0020\u007f\\]/.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (ownPortals.has(url.origin) && url.username === '' && url.password === '') return { href: url.href, shown: url.host };
  if (url.protocol === 'https:') {
    const isPlainHost = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z][a-z0-9-]*[a-z0-9])$/.test(url.hostname);
    const isClean = url.username === '' && url.password === '' && /^https:\/\/[^/]/i.test(text);
    return isPlainHost && isClean ? { href: url.href, shown: url.host } : null;
  }
  if (url.protocol === 'mailto:') {
    // Only an address: subject, body and attachments are nothing that a page decides.
    const address = url.pathname;
    return url.search === '' && url.hash === '' && /^[\w.+-]{1,64}@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(address) ? { href: `mailto:${address}`, shown: address } : null;
  }
  return null;
}
