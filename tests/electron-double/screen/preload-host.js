// The preload as an init script of every document of a window: run in the top frame before any script of the page, with a `require` that
// knows Electron alone. Plain JavaScript, since its text runs in the page and nothing may rewrite it on the way there.
//
// Not what Electron does: there is one world instead of two. `contextBridge` is played by a copy: functions are wrapped, data is cloned and
// frozen, nothing else crosses.
(function host({ binding, schemes }, preload) {
  // The one way to main, taken out of the page's reach before the page begins.
  const wire = globalThis[binding];
  delete globalThis[binding];
  if (globalThis.top !== globalThis.self || location.protocol === 'about:') return;

  const strict = (name, members) =>
    new Proxy(members, {
      get(target, key) {
        if (key in target || typeof key === 'symbol') return Reflect.get(target, key);
        throw new Error(`the double has no ${name}.${key}`);
      },
    });

  const listeners = new Map();
  let isPumping = false;
  const pump = async () => {
    for (;;) {
      const news = await wire({ kind: 'listen' });
      for (const { channel, args } of news) for (const listener of [...(listeners.get(channel) ?? [])]) listener({ sender: ipcRenderer }, ...args);
    }
  };
  const ipcRenderer = strict('ipcRenderer', {
    async invoke(channel, ...args) {
      const answer = await wire({ kind: 'invoke', channel, args: structuredClone(args) });
      if (answer.error !== undefined) throw new Error(`Error invoking remote method '${channel}': Error: ${answer.error}`);
      return answer.value;
    },
    on(channel, listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      if (!isPumping) void pump();
      isPumping = true;
    },
    off(channel, listener) {
      listeners.get(channel)?.delete(listener);
    },
  });

  const address = (text) => schemes.reduce((found, scheme) => found.replace(new RegExp(`^${scheme}://([^/?#]+)`), `https://$1.${scheme}.invalid`), text);
  const isPlain = (value) => [Object.prototype, Array.prototype, null].includes(Object.getPrototypeOf(value));
  /** One value over the bridge; a function goes over as one that carries its own arguments over. */
  const cross = (value) => {
    if (typeof value === 'function') return (...args) => cross(value(...args.map(cross)));
    if (value instanceof Promise) return value.then(cross);
    if (typeof value === 'string') return address(value);
    if (typeof value !== 'object' || value === null) return value;
    if (!isPlain(value)) return structuredClone(value);
    return Object.freeze(Array.isArray(value) ? value.map(cross) : Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cross(entry)])));
  };
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld: (name, api) => void Object.defineProperty(globalThis, name, { value: cross(api), enumerable: true, writable: false, configurable: false }),
  });

  // Who asks for a window gets none; what Chromium opens by itself (a link with a target) is closed by the screen.
  globalThis.open = (url = '') => {
    void wire({ kind: 'open-window', url: new URL(url, location.href).href });
    return null;
  };

  const require = (name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
})
