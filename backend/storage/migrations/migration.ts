import type { Db } from '../db.ts';

/** One additive step of the schema. Numbers never change and never come twice; STRICT tables only. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  up(db: Db): void;
}
