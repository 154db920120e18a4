import { z } from 'zod';
import { err } from '#core/base/result.ts';
import type { Result } from '#core/base/result.ts';
import { contract, findCall } from '#core/contract/contract.ts';
import type { Client, PushData, PushName } from '#core/contract/contract.ts';
import { WireError, wireError } from '#core/contract/errors.ts';
import type { Transport } from './transport.ts';

const Answer = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), error: WireError })]);

/** The contract from this side: questions are checked before they leave, answers before anyone reads them. */
export function createClient(transport: Transport): Client {
  const call = async (name: string, input: unknown): Promise<Result<unknown, WireError>> => {
    const definition = findCall(name);
    if (definition === null) return err(wireError('call.unknown', { call: name }));
    const question = definition.in.safeParse(input);
    if (!question.success) return err(wireError('call.invalid', { call: name, detail: where(question.error) }));
    const answer = Answer.safeParse(await transport.call(name, question.data));
    if (!answer.success) return err(wireError('call.invalid', { call: name, detail: where(answer.error) }));
    if (!answer.data.ok) return answer.data;
    const value = definition.out.safeParse(answer.data.value);
    return value.success ? { ok: true, value: value.data } : err(wireError('call.invalid', { call: name, detail: where(value.error) }));
  };
  const areas = Object.entries(contract).map(([area, calls]) => [
    area,
    Object.fromEntries(Object.keys(calls).filter((name) => findCall(`${area}.${name}`) !== null).map((name) => [name, (input: unknown) => call(`${area}.${name}`, input)])),
  ]);
  return Object.fromEntries(areas) as Client;
}

/** Listens for one push of the contract; malformed data is dropped, since nobody could act on it. */
export interface Pushes {
  on<P extends PushName>(name: P, listener: (data: PushData<P>) => void): () => void;
}

/** Pushes that say no more than that something changed: told again when the link is back, since one may have been missed. */
const retold: ReadonlySet<PushName> = new Set<PushName>(['library.changed', 'people.changed', 'destination.changed']);

export function createPushes(transport: Transport): Pushes {
  return {
    on: (wanted, listener) => {
      const schema = pushSchema(wanted);
      const tell = (data: unknown): void => {
        const parsed = schema?.safeParse(data);
        if (parsed?.success === true) listener(parsed.data as PushData<typeof wanted>);
      };
      const stops = [
        transport.onPush((name, data) => {
          if (name === wanted) tell(data);
        }),
        transport.onLink(() => {
          if (retold.has(wanted) && transport.link() === 'open') tell({});
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function pushSchema(name: string): z.ZodType | null {
  const [area, push] = name.split('.');
  const found = Object.entries(contract).find(([key]) => key === area)?.[1] as Record<string, { readonly push?: z.ZodType }> | undefined;
  return push === undefined ? null : (found?.[push]?.push ?? null);
}

/** Which part of a message was wrong, never its text. */
const where = (error: z.ZodError): string => error.issues[0]?.path.join('.') ?? '';
