// Builds the desktop door's bundles into dist/electron: the application, its preload, and the programs that run in processes of their own.
import { rmSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { notePackages } from './notices/shipped-packages.ts';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What stays outside: Electron and Node themselves, and sharp with its native parts. Everything else is taken in, so that the package needs no other module. */
const external = [/^node:/, 'electron', 'sharp'];

const one = (input, output, format) =>
  build({
    configFile: false,
    root: at('.'),
    logLevel: 'warn',
    publicDir: false,
    cacheDir: at('node_modules/.vite'),
    plugins: [notePackages(at('dist/notices'), output)],
    ssr: { noExternal: true, external: ['electron', 'sharp'] },
    build: {
      ssr: true,
      outDir: at('dist/electron'),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: false,
      rolldownOptions: { input: { [output]: at(input) }, external, output: { format, entryFileNames: `[name].${format === 'cjs' ? 'cjs' : 'mjs'}`, codeSplitting: false } },
    },
  });

process.env.NODE_ENV = 'production';
rmSync(at('dist/electron'), { recursive: true, force: true });
await one('electron/main/main.ts', 'main', 'es');
// A sandboxed preload is one CommonJS file that can require nothing but Electron.
await one('electron/preload/preload.ts', 'preload', 'cjs');
await one('electron/backend/backend.ts', 'backend', 'es');
await one('electron/backend/decoder.ts', 'decoder', 'es');
await one('backend/host/analysis-worker.ts', 'analysis', 'es');
await one('portal/main.ts', 'portal', 'es');
