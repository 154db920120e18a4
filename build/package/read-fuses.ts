import { createRequire } from 'node:module';
import type { FuseOptionsV1 } from 'app-builder-lib';

// Comes with the packager, which sets them.
const require = createRequire(import.meta.url);
const { FuseV1Options, getCurrentFuseWire } = require('@electron/fuses') as {
  readonly FuseV1Options: Readonly<Record<string, number>>;
  getCurrentFuseWire(program: string): Promise<Readonly<Record<string, number>>>;
};

/** The fuses' names in the packager's configuration and in the program. */
const names = {
  runAsNode: 'RunAsNode',
  enableCookieEncryption: 'EnableCookieEncryption',
  enableNodeOptionsEnvironmentVariable: 'EnableNodeOptionsEnvironmentVariable',
  enableNodeCliInspectArguments: 'EnableNodeCliInspectArguments',
  enableEmbeddedAsarIntegrityValidation: 'EnableEmbeddedAsarIntegrityValidation',
  onlyLoadAppFromAsar: 'OnlyLoadAppFromAsar',
  loadBrowserProcessSpecificV8Snapshot: 'LoadBrowserProcessSpecificV8Snapshot',
  grantFileProtocolExtraPrivileges: 'GrantFileProtocolExtraPrivileges',
} as const satisfies Partial<Record<keyof FuseOptionsV1, string>>;

/** Fuses as they stand in a packed program (on macOS: its bundle). */
export async function readFuses(program: string): Promise<Readonly<Record<keyof typeof names, boolean>>> {
  const wire = await getCurrentFuseWire(program);
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, String.fromCharCode(wire[FuseV1Options[name] ?? -1] ?? 0) === '1'])) as Readonly<Record<keyof typeof names, boolean>>;
}

/** Names of fuses that are set otherwise than wanted. */
export async function wrongFuses(program: string, wanted: FuseOptionsV1): Promise<readonly string[]> {
  const found = await readFuses(program);
  return Object.entries(found).flatMap(([name, isOn]) => {
    const wish = wanted[name as keyof typeof names];
    return wish === undefined || wish === null || wish === isOn ? [] : [name];
  });
}
