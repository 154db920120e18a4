import { ok } from '#core/base/result.ts';
import type { Handlers } from '#core/contract/contract.ts';

export interface AppPorts {
  readonly version: string;
  readonly library: string;
  readonly door: 'browser' | 'desktop' | 'command-line';
}

export const makeAppHandlers = (ports: AppPorts): Handlers['app'] => ({
  hello: (_input, { windowId }) => ok({ ...ports, windowId }),
});
