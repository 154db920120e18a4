import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { configuration, perMachine } from './configuration.ts';

// The packager's own schema check, at its own path: it exports no other way to it.
const require = createRequire(import.meta.url);
const { validateConfiguration } = require('app-builder-lib/out/util/config/config') as { validateConfiguration(config: object, log: object): Promise<void> };
const { DebugLogger } = require('builder-util') as { DebugLogger: new (isEnabled: boolean) => object };
const validate = (config: object): Promise<void> => validateConfiguration(config, new DebugLogger(false));

test('the packager’s schema takes both configurations, and rejects a key it does not know', async () => {
  await validate(configuration);
  await validate(perMachine);
  await expect(validate({ ...configuration, linux: { ...configuration.linux, targett: 'deb' } })).rejects.toThrow(/configuration\.linux should be/u);
  await expect(validate({ ...configuration, electronFuses: { ...configuration.electronFuses, runAsNod: false } })).rejects.toThrow(/electronFuses/u);
});

test('every kind of package that was promised', () => {
  expect(configuration.win?.target).toEqual(['nsis', 'portable']);
  expect([configuration.nsis?.perMachine, perMachine.nsis?.perMachine, perMachine.nsis?.oneClick]).toEqual([false, true, false]);
  expect(configuration.mac?.target).toEqual(['dmg', 'zip']);
  expect(configuration.linux?.target).toEqual(['AppImage', 'deb']);
});

test('seven fuses, each as the application needs it', () => {
  expect(configuration.electronFuses).toMatchObject({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('no package starts without its sandbox, and Windows keeps the publisher’s name', () => {
  expect(JSON.stringify([configuration, perMachine])).not.toContain('no-sandbox');
  expect(configuration.linux?.executableArgs).toEqual([]);
  expect(configuration.win?.signtoolOptions?.publisherName).toBe('Tòa Soạn');
});

test('every file has its own name', () => {
  const names = [configuration.nsis, perMachine.nsis, configuration.portable, configuration.mac, configuration.linux].map((options) => options?.artifactName);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^toasoan-\$\{version\}-[a-z]+-\$\{arch\}[a-z-]*\.\$\{ext\}$/u);
});
