import type { z } from 'zod';
import type { Result } from '../base/result.ts';
import { appContract } from './app.ts';
import type { Call, Push } from './define.ts';
import type { WireError } from './errors.ts';
import { exportContract } from './export.ts';
import { libraryContract } from './library.ts';
import { mediaContract } from './media.ts';
import { peopleContract } from './people.ts';
import { destinationContract, publishContract } from './publish.ts';
import { reviewContract } from './review.ts';
import { settingsContract } from './settings.ts';
import { storyContract } from './story.ts';
import { structureContract } from './structure.ts';

/** The only wire between doors and backend: every crossing is one of these, parsed both ways in `dispatch` and nowhere else. */
export const contract = {
  app: appContract,
  story: storyContract,
  library: libraryContract,
  structure: structureContract,
  people: peopleContract,
  media: mediaContract,
  review: reviewContract,
  export: exportContract,
  destination: destinationContract,
  publish: publishContract,
  settings: settingsContract,
};
export type Contract = typeof contract;
export type Area = keyof Contract;

type CallNames<A extends Area> = { [Name in keyof Contract[A]]: Contract[A][Name] extends Call ? Name : never }[keyof Contract[A]];
type PushNames<A extends Area> = { [Name in keyof Contract[A]]: Contract[A][Name] extends Push ? Name : never }[keyof Contract[A]];

/** What the caller hands in (defaults may be left out) and what the handler gets (all there). */
export type CallInput<A extends Area, N extends CallNames<A>> = Contract[A][N] extends Call<infer In> ? z.input<In> : never;
export type ParsedInput<A extends Area, N extends CallNames<A>> = Contract[A][N] extends Call<infer In> ? z.output<In> : never;
export type CallOutput<A extends Area, N extends CallNames<A>> = Contract[A][N] extends Call<z.ZodType, infer Out> ? z.output<Out> : never;

/** What a window is to the backend: who holds a story, who hears its own pushes. */
export interface Caller {
  readonly windowId: string;
}

/** The shape of a backend: one handler for each call of the contract. */
export type Handlers = {
  [A in Area]: { [N in CallNames<A>]: (input: ParsedInput<A, N>, caller: Caller) => Promise<Result<CallOutput<A, N>, WireError>> | Result<CallOutput<A, N>, WireError> };
};

/** The shape of a client: the same calls, from the other side. */
export type Client = {
  [A in Area]: { [N in CallNames<A>]: (input: CallInput<A, N>) => Promise<Result<CallOutput<A, N>, WireError>> };
};

export type PushName = { [A in Area]: `${A & string}.${PushNames<A> & string}` }[Area];
export type PushData<P extends PushName> = P extends `${infer A}.${infer N}`
  ? A extends Area ? (N extends keyof Contract[A] ? (Contract[A][N] extends Push<infer Data> ? z.output<Data> : never) : never) : never
  : never;

/** How handlers tell windows of a change. */
export type Emit = <P extends PushName>(name: P, data: PushData<P>) => void;

/** `story.append` → its definition; null when there is no such call. */
export function findCall(name: string): Call | null {
  const [area, call] = name.split('.');
  if (area === undefined || call === undefined || !Object.hasOwn(contract, area)) return null;
  const calls: Record<string, Call | Push> = contract[area as Area];
  const found = Object.hasOwn(calls, call) ? calls[call] : undefined;
  return found !== undefined && 'in' in found ? found : null;
}
