import { z } from 'zod';

/**
 * The browser door's wire, as both of its ends must know it.
 *
 * Opening: the address is `http://127.0.0.1:PORT/#k=KEY`. `POST /session` with `{ "key": KEY }` sets the session's cookie and answers
 * `{ "token": … }`; with `{}` and a cookie that is still good it answers the same, so a reloaded or second tab needs no key.
 * A call: `POST /call/<area.name>`, JSON (for `media.put` the raw bytes as `application/octet-stream`), headers `token` and `window`;
 * the answer is the Result as JSON, with 200 when it was dispatched and 4xx when the door refused it. 401: ask for the session again.
 * Pushes: WebSocket `/push?window=ID` with the subprotocols `[protocol, tokenProtocolPrefix + token]`. The first frame says under which
 * window id the server knows this window: the one asked for, or a new one when that is in use elsewhere (a duplicated tab).
 */
export const loopback = {
  sessionPath: '/session',
  callPath: '/call/',
  pushPath: '/push',
  /** In the address' fragment, which browsers never send anywhere. */
  keyPrefix: '#k=',
  tokenHeader: 'x-toasoan-token',
  windowHeader: 'x-toasoan-window',
  protocol: 'toasoan',
  tokenProtocolPrefix: 'toasoan.token.',
} as const;

export const SessionRequest = z.object({ key: z.string().max(200).optional() });
export const SessionAnswer = z.object({ token: z.string() });
/** What `POST /session` answers to the owner's bearer token: a key that opens one session within a minute. */
export const OneTimeKey = z.object({ key: z.string() });

/** What a window may call itself: a UUID, made once and kept in its `sessionStorage`. */
export const WindowId = z.string().regex(/^[0-9a-f-]{36}$/);

/** What comes down the WebSocket. */
export const PushFrame = z.union([z.object({ window: z.string() }), z.object({ push: z.string(), data: z.unknown() })]);
export type PushFrame = z.infer<typeof PushFrame>;

/** What a window says up the WebSocket: after `app.closing`, that everything unsaved has been acknowledged. Anything else closes it. */
export const WindowFrame = z.object({ flushed: z.literal(true) });
export type WindowFrame = z.infer<typeof WindowFrame>;

/** `owner.json` in the library's folder, readable by its owner alone: where the process that holds the library listens. */
export const OwnerFile = z.object({
  /** The address to open, with its key. */
  url: z.url(),
  /** For `authorization: Bearer …` on `/call/`, without cookie or Origin. */
  token: z.string(),
  pid: z.number().int(),
  /** Milliseconds since 1970. */
  startedAt: z.number().int(),
});
export type OwnerFile = z.infer<typeof OwnerFile>;
