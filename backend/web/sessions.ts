import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock, Random } from '#core/base/ports.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In the same time whatever differs, lengths too: both sides are hashed first. */
export const isSameSecret = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));

const oneTimeKeyLifetimeMs = 60_000;

export interface Sessions {
  /** In the printed address; good as long as the server runs. */
  readonly key: string;
  /** For the command line, from the owner's file. */
  readonly ownerToken: string;
  /** A key that opens one session within a minute: for a command line other users of the machine can read. */
  makeOneTimeKey(): string;
  /** Spends a one-time key. */
  isKey(key: string): boolean;
  /** The value of a fresh session's cookie. */
  open(): string;
  /** The session of a Cookie header; null when there is none or its signature is not ours. */
  find(cookieHeader: string | undefined): string | null;
  /** What this session's pages must send as a header with all that changes something. */
  tokenOf(session: string): string;
  isTokenOf(session: string, token: string | undefined): boolean;
  isOwner(authorization: string): boolean;
  setCookie(session: string): string;
}

export interface SessionOptions {
  /** Signs sessions, 32 bytes or more. The same secret after a crash keeps open windows signed in. */
  readonly secret: string;
  /** Keeps two servers on one machine apart: cookies know no ports. */
  readonly cookieName: string;
  readonly random: Random;
  readonly clock: Pick<Clock, 'now'>;
}

/** Sessions are signed, not stored: `id.mac`. There is no list that could grow or be lost. */
export function makeSessions({ secret, cookieName, random, clock }: SessionOptions): Sessions {
  const fresh = (): string => Buffer.from(random.bytes(32)).toString('base64url');
  const sign = (purpose: string, text: string): string => createHmac('sha256', secret).update(`${purpose}:${text}`).digest('base64url');
  const key = fresh();
  const ownerToken = fresh();
  const oneTimeKeys = new Map<string, number>();
  const tokenOf = (session: string): string => sign('token', session);
  return {
    key,
    ownerToken,
    makeOneTimeKey() {
      const made = fresh();
      oneTimeKeys.set(made, clock.now() + oneTimeKeyLifetimeMs);
      return made;
    },
    isKey(given) {
      let isGood = isSameSecret(given, key);
      for (const [made, until] of oneTimeKeys) {
        if (until < clock.now()) oneTimeKeys.delete(made);
        else if (isSameSecret(given, made)) {
          oneTimeKeys.delete(made);
          isGood = true;
        }
      }
      return isGood;
    },
    open() {
      const id = fresh();
      return `${id}.${sign('session', id)}`;
    },
    find(cookieHeader) {
      for (const pair of (cookieHeader ?? '').split(';')) {
        const [name, value] = pair.trim().split('=', 2);
        const [id, mac, more] = (value ?? '').split('.');
        if (name === cookieName && id !== undefined && mac !== undefined && more === undefined && isSameSecret(mac, sign('session', id))) return `${id}.${mac}`;
      }
      return null;
    },
    tokenOf,
    isTokenOf: (session, token) => token !== undefined && isSameSecret(token, tokenOf(session)),
    isOwner: (authorization) => authorization.startsWith('Bearer ') && isSameSecret(authorization.slice('Bearer '.length), ownerToken),
    // Not Secure: loopback is plain http. No Max-Age: it goes when the browser goes.
    setCookie: (session) => `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`,
  };
}
