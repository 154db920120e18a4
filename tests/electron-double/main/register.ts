import { registerHooks } from 'node:module';

// Loaded before the built main process: its `electron` is the double.
const double = new URL('./electron.ts', import.meta.url).href;
registerHooks({ resolve: (specifier, context, next) => (specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context)) });
Object.assign(process, { type: 'browser' });
