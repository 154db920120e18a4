import { ok } from '#core/base/result.ts';
import type { ApiHandler } from '#portal/api/router.ts';
import { portalName } from '#portal/portal-name.ts';

/** Handlers of the tag `connection`. */
export const connectionHandlers = (version: string, now: () => number): Readonly<Record<'getMe', ApiHandler>> => ({
  getMe: async () =>
    ok({
      status: 200,
      body: {
        portal: portalName,
        version,
        user: 'toasoan',
        can: ['upload', 'draft', 'publish', 'withdraw'],
        time: new Date(now()).toISOString(),
      },
    }),
});
