import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface PortalToken {
  readonly token: string;
  /** True when this start made it: the one time it is shown unasked. */
  readonly isNew: boolean;
}

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/**
 * The bearer token of a data folder: 256 random bits in base64url, made at the first start, in a file that only its
 * owner reads (mode 0600; on Windows the user's profile protects it). Throws when a token file is there but damaged:
 * a new token would silently lock out every newsroom that holds the old one.
 */
export const openToken = async (dataDir: string): Promise<PortalToken> => {
  const path = join(dataDir, 'token');
  const stored = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  if (stored !== null) {
    const token = stored.trim();
    if (!tokenPattern.test(token)) throw new Error(`The token file ${path} is damaged; delete it to get a new token`);
    await chmod(path, 0o600);
    return { token, isNew: false };
  }
  const token = randomBytes(32).toString('base64url');
  // Written beside and renamed, so that a crash leaves no half token behind.
  const draft = `${path}.new`;
  await rm(draft, { force: true });
  const file = await open(draft, 'wx', 0o600);
  await file.writeFile(`${token}\n`);
  await file.sync();
  await file.close();
  await rename(draft, path);
  return { token, isNew: true };
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Does an Authorization header carry the token? The comparison takes the same time wherever they differ. */
export const bearsToken = (authorization: string | undefined, token: string): boolean => {
  const credentials = /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i.exec(authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(credentials), digest(token));
};
