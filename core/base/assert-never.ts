/** For the branch that can't be reached: a new case makes this a type error instead of a silent hole. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
