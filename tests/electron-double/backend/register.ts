import { EventEmitter } from 'node:events';
import { registerHooks } from 'node:module';
import { strict } from '../strict.ts';

// Loaded before a utility process' bundle: its `electron` is the double, and its parent speaks through `process.parentPort`.
const double = new URL('./electron.ts', import.meta.url).href;
registerHooks({ resolve: (specifier, context, next) => (specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context)) });

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
  }
}

const port = new ParentPort();
/** Messages that come before anybody listens wait, as in Electron. */
const early: unknown[] = [];
port.on('newListener', (event) => {
  if (event === 'message') queueMicrotask(() => early.splice(0).forEach((data) => port.emit('message', { data, ports: [] })));
});
process.on('message', (data) => {
  if (port.listenerCount('message') === 0) early.push(data);
  else port.emit('message', { data, ports: [] });
});
// Electron ends its utility processes with itself.
process.on('disconnect', () => process.exit(0));
Object.assign(process, { type: 'utility', parentPort: strict('parentPort', port) });
