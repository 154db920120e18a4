import { ok } from '#core/base/result.ts';
import type { Handlers } from '#core/contract/contract.ts';

export interface AppPorts {
  readonly version: string;
  readonly library: string;
  readonly door: 'browser' | 'desktop' | 'command-line';
  readonly notices: () => Promise<string>;
}

export const makeAppHandlers = ({ notices, ...facts }: AppPorts): Handlers['app'] => ({
  hello: (_input, { windowId }) => ok({ ...facts, windowId }),
  notices: async () => ok({ text: await notices() }),
});
