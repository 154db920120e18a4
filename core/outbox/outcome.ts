import type { WireError } from '../contract/errors.ts';
import type { Standing } from './job.ts';

/** Why a request did not do what it should, sorted by what to do about it. */
export type Trouble =
  /** Never left this machine: wait for the network. */
  | { readonly kind: 'offline' }
  /** Somebody else answered: a wifi sign-in page, a wrong address. Waits like `offline`. */
  | { readonly kind: 'not-portal' }
  /** May have arrived (`unsure`) or not; try again. `retryAfter` in milliseconds, as the destination asked. */
  | { readonly kind: 'retry'; readonly unsure: boolean; readonly retryAfter: number | null }
  /** The certificate is not trusted, or this machine's clock is wrong. */
  | { readonly kind: 'certificate' }
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'no-secret' }
  /** 409: someone was there before us. */
  | { readonly kind: 'conflict' }
  /** The destination no longer has what an earlier step gave it. */
  | { readonly kind: 'missing' }
  /** What was read back is not what was sent. */
  | { readonly kind: 'different' }
  /** Sending it again would end the same way. */
  | { readonly kind: 'refused'; readonly error: WireError };

/** What happened to a job: an answer to its action, or somebody's wish. */
export type Outcome =
  | { readonly kind: 'started' }
  | { readonly kind: 'media-stored'; readonly sha256: string }
  | { readonly kind: 'media-complete' }
  | { readonly kind: 'drafted' }
  /** After an unsure write: is our revision there, and what do readers see? */
  | { readonly kind: 'looked'; readonly stored: boolean; readonly publishedRevisionId: string | null }
  /** The draft reads back word for word. `ours`: revisions of this story that this library may have published there. */
  | { readonly kind: 'verified'; readonly standing: Standing; readonly ours: readonly string[] }
  | { readonly kind: 'published'; readonly revisionId: string }
  | { readonly kind: 'read-back'; readonly publishedRevisionId: string | null; readonly standing: Standing; readonly url: string | null }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  /** The program starts again and finds the job as it was left. */
  | { readonly kind: 'resume' }
  /** What the job waited for may be there: network, sign-in, or its time has come. */
  | { readonly kind: 'go-on' }
  | { readonly kind: 'cancel' }
  /** Its destination is gone. */
  | { readonly kind: 'give-up'; readonly error: WireError }
  | { readonly kind: 'retry' };

/** What the state machine may know of the moment: milliseconds since 1970, and a random number in [0, 1) for the jitter. */
export interface Moment {
  readonly now: number;
  readonly jitter: number;
}
