import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import type { Configuration } from 'electron-builder';
import { makeIcons } from './make-icons.ts';

export type System = 'linux' | 'darwin' | 'win32';

/** electron-builder's names of the systems, and the folder it packs each into. */
export const systems = { linux: { platform: Platform.LINUX, folder: 'linux' }, darwin: { platform: Platform.MAC, folder: 'mac' }, win32: { platform: Platform.WINDOWS, folder: 'win' } } as const;

const arches = { x64: Arch.x64, arm64: Arch.arm64 } as const;
export type Architecture = keyof typeof arches;

export interface Packing {
  readonly root: string;
  readonly configuration: Configuration;
  readonly system: System;
  readonly arch: Architecture;
  /** The folder of a runtime that is here; null lets electron-builder download it. */
  readonly runtime: string | null;
}

/** The native part of sharp that a package needs; npm installs only this computer's, so packages are made where they will run. */
export function missingNative(root: string, system: System, arch: Architecture): string | null {
  const name = `@img/sharp-${system}-${arch}`;
  return existsSync(join(root, 'node_modules', name)) ? null : name;
}

/** The application as an unpacked folder; returns it (on macOS: the bundle). Nothing is signed without a certificate in the environment. */
export async function packFolder({ root, configuration, system, arch, runtime }: Packing): Promise<string> {
  await makeIcons(resolve(root, configuration.directories?.buildResources ?? ''));
  const { platform, folder } = systems[system];
  await build({
    projectDir: root,
    targets: platform.createTarget('dir', arches[arch]),
    publish: 'never',
    // A copy: the packager writes into what it is given.
    config: { ...structuredClone(configuration), ...(runtime === null ? {} : { electronDist: runtime }) },
  });
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  const output = resolve(root, configuration.directories?.output ?? '');
  return system === 'darwin' ? join(output, `${folder}${suffix}`, `${configuration.productName ?? ''}.app`) : join(output, `${folder}${suffix}-unpacked`);
}

/** One kind of package of a packed folder. Rejects with the packager's own words, mostly about a tool it could not download. */
export async function makePackage({ root, configuration, system, arch }: Omit<Packing, 'runtime'>, folder: string, target: string): Promise<readonly string[]> {
  return build({ projectDir: root, targets: systems[system].platform.createTarget(target, arches[arch]), prepackaged: folder, publish: 'never', config: structuredClone(configuration) });
}
