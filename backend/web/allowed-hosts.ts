/** Which `Host` and `Origin` headers are ours. A page elsewhere can make a browser send anything here but these two. */
export interface AllowedHosts {
  /** Exactly `127.0.0.1:PORT`, or one that was allowed by name for a forwarded port. */
  isAllowed(host: string | undefined): boolean;
  /** `localhost:PORT`: not allowed (any name can be rebound), but worth a redirect. */
  isLocalhost(host: string | undefined): boolean;
  /** Whether this Origin belongs to that (allowed) Host. https only for named hosts: a forwarder may add it. */
  isOriginOf(origin: string, host: string): boolean;
}

const hostName = /^(?=.{1,253}(?::|$))[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;

/** `NAME` or `NAME:PORT`, lower-cased; null when it is neither. */
export function parseAllowedHost(text: string): string | null {
  const host = text.toLowerCase();
  return hostName.test(host) ? host : null;
}

/** `named`: as `parseAllowedHost` gives them. A name without port is taken as it is and with our own port. */
export function makeAllowedHosts(port: number, named: readonly string[] = []): AllowedHosts {
  const own = `127.0.0.1:${port}`;
  const names = new Set(named.flatMap((name) => (name.includes(':') ? [name] : [name, `${name}:${port}`])));
  const isNamed = (host: string): boolean => names.has(host.toLowerCase());
  return {
    isAllowed: (host) => host !== undefined && (host === own || isNamed(host)),
    isLocalhost: (host) => host !== undefined && host.toLowerCase() === `localhost:${port}` && !isNamed(host),
    isOriginOf: (origin, host) => origin === `http://${host}` || (isNamed(host) && origin === `https://${host}`),
  };
}
