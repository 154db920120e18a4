import { ok } from '#core/base/result.ts';
import type { Emit, Handlers } from '#core/contract/contract.ts';
import { Interface } from '#core/contract/settings.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

export function makeSettingsHandlers({ settings, emit }: { readonly settings: SettingsStore; readonly emit: Emit }): Handlers['settings'] {
  return {
    get: () => ok(settings.get()),
    set({ profile, newsroom, interface: shown, help }) {
      const now = settings.set({ ...(profile && { profile }), ...(newsroom && { newsroom }), ...(shown && { interface: Interface.parse({ ...settings.get().interface, ...shown }) }), ...(help && { help }) });
      emit('settings.changed', now);
      return ok(now);
    },
    session: () => ok({ session: settings.session() }),
    saveSession({ session }) {
      settings.saveSession(session);
      return ok({});
    },
  };
}
