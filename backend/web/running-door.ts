import { OneTimeKey, loopback } from '#core/contract/loopback.ts';
import { findOwner } from '../storage/owner-file.ts';

export interface RunningDoor {
  readonly url: string;
  /** The same address with a key for one opening. */
  readonly oneTimeUrl: string;
}

/** The door of the process that holds this library, asked whether it is really there; null when nobody answers. */
export async function findRunningDoor(library: string): Promise<RunningDoor | null> {
  const owner = findOwner(library);
  if (owner === null) return null;
  const { origin } = new URL(owner.url);
  try {
    const answer = await fetch(origin + loopback.sessionPath, {
      method: 'POST',
      headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(1000),
    });
    return answer.ok ? { url: owner.url, oneTimeUrl: `${origin}/${loopback.keyPrefix}${OneTimeKey.parse(await answer.json()).key}` } : null;
  } catch (problem) {
    // Starting or ending just now: nobody listens yet, or no longer.
    if (problem instanceof TypeError || problem instanceof DOMException) return null;
    throw problem;
  }
}
