import type { IncomingHttpHeaders } from 'node:http';
import { loopback } from '#core/contract/loopback.ts';
import type { AllowedHosts } from './allowed-hosts.ts';
import type { Sessions } from './sessions.ts';

/** What is known of a request before anything of its body is read. */
export interface Ask {
  readonly method: string;
  /** The request target as sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

export type Verdict =
  | { readonly kind: 'pass'; readonly path: string; readonly who: Who }
  | { readonly kind: 'refuse'; readonly status: 400 | 401 | 403 | 405 }
  | { readonly kind: 'redirect'; readonly path: string };

/** `session`: the signed cookie. `owner`: the command line with the owner's token. `nobody`: only for what is public. */
export type Who = { readonly kind: 'session'; readonly session: string } | { readonly kind: 'owner' } | { readonly kind: 'nobody' };

const refuse = (status: 400 | 401 | 403 | 405): Verdict => ({ kind: 'refuse', status });

/** What can be fetched without a session: the way in, and nothing that says anything of the newsroom. */
const publicPaths = new Set(['/', '/enter.js', '/favicon.ico']);

const pathOf = (target: string): string => target.split('?', 1)[0] ?? target;

/**
 * The rules of the loopback door, in this order: Host (DNS rebinding), method, Origin and Sec-Fetch-Site (other pages of the same
 * browser, other ports of the same machine), then session and token. The first that fails decides the code.
 */
export function makeGuard(hosts: AllowedHosts, sessions: Sessions): { judge(ask: Ask): Verdict; judgeUpgrade(ask: Ask): Verdict } {
  const isForeign = ({ headers }: Ask): boolean => headers.origin !== undefined && !hosts.isOriginOf(headers.origin, headers.host ?? '');
  const site = ({ headers }: Ask): string | undefined => headers['sec-fetch-site'];
  const whoOf = ({ headers }: Ask): Who => {
    const session = sessions.find(headers.cookie);
    return session === null ? { kind: 'nobody' } : { kind: 'session', session };
  };

  const judgeGet = (ask: Ask, path: string): Verdict => {
    const from = site(ask);
    const isNavigation = ask.headers['sec-fetch-mode'] === 'navigate' && ask.headers['sec-fetch-dest'] === 'document';
    // A link in a terminal or mail may open the front page; nothing else is fetched from another site.
    if (from !== undefined && from !== 'same-origin' && from !== 'none' && !(path === '/' && isNavigation)) return refuse(403);
    const who = whoOf(ask);
    return who.kind === 'nobody' && !publicPaths.has(path) ? refuse(401) : { kind: 'pass', path, who };
  };

  const judgePost = (ask: Ask, path: string): Verdict => {
    const { authorization, origin } = ask.headers;
    if (authorization !== undefined) {
      const isCalled = path === loopback.sessionPath || path.startsWith(loopback.callPath);
      // A browser has no business with the owner's token, wherever its page comes from.
      if (origin !== undefined || site(ask) !== undefined || !isCalled) return refuse(403);
      return sessions.isOwner(authorization) ? { kind: 'pass', path, who: { kind: 'owner' } } : refuse(401);
    }
    if (origin === undefined || (site(ask) ?? 'same-origin') !== 'same-origin') return refuse(403);
    const who = whoOf(ask);
    if (path === loopback.sessionPath) return { kind: 'pass', path, who };
    const token = ask.headers[loopback.tokenHeader];
    return who.kind === 'session' && sessions.isTokenOf(who.session, typeof token === 'string' ? token : undefined) ? { kind: 'pass', path, who } : refuse(401);
  };

  return {
    judge(ask) {
      const { host } = ask.headers;
      const isGet = ask.method === 'GET' || ask.method === 'HEAD';
      if (!hosts.isAllowed(host)) return isGet && hosts.isLocalhost(host) && ask.target.startsWith('/') ? { kind: 'redirect', path: ask.target } : refuse(403);
      if (!isGet && ask.method !== 'POST') return refuse(405);
      if (!ask.target.startsWith('/')) return refuse(400);
      if (isForeign(ask)) return refuse(403);
      return isGet ? judgeGet(ask, pathOf(ask.target)) : judgePost(ask, pathOf(ask.target));
    },
    judgeUpgrade(ask) {
      if (!hosts.isAllowed(ask.headers.host)) return refuse(403);
      if (ask.headers.origin === undefined || isForeign(ask) || (site(ask) ?? 'same-origin') !== 'same-origin') return refuse(403);
      const who = whoOf(ask);
      // Pages can't set headers on a WebSocket; the list of subprotocols is the one place left for the token.
      const offered = (ask.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
      const token = offered.find((protocol) => protocol.startsWith(loopback.tokenProtocolPrefix))?.slice(loopback.tokenProtocolPrefix.length);
      if (who.kind !== 'session' || !sessions.isTokenOf(who.session, token) || !offered.includes(loopback.protocol)) return refuse(401);
      return pathOf(ask.target) === loopback.pushPath ? { kind: 'pass', path: loopback.pushPath, who } : refuse(400);
    },
  };
}
