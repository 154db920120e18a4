/**
 * A member of the double as Electron's: whoever asks it for something that is not doubled learns the name at once, instead of getting
 * an `undefined` that may pass.
 */
export function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      // Promises, inspection and JSON look for these on anything.
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON') return Reflect.get(target, key, receiver) as unknown;
      throw new Error(`the double has no ${name}.${key}`);
    },
  });
}
