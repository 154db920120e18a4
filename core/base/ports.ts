/** The moment, from outside: core never reads the machine's clock by itself. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** The civil date where the newsroom is, `YYYY-MM-DD`. */
  today(): string;
}

/** Randomness from outside, so that tests can repeat it. */
export interface Random {
  /** `length` random bytes, fit for ids and tokens. */
  bytes(length: number): Uint8Array;
}
