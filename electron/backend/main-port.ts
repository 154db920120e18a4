import type { FromBackend, ToBackend } from '#core/contract/desktop-backend.ts';

/** The wire to the application, seen from the process that holds the library. */
export interface MainPort {
  say(message: FromBackend): void;
}

/** The numbered questions of `FromBackend` that the application answers with `lent`. */
type Question = { kind: 'can-seal' } | { kind: 'seal'; text: string } | { kind: 'unseal'; sealed: Uint8Array };
type Lent = Extract<ToBackend, { kind: 'lent' }>;

/** Asks the application for what only it can do. */
export interface Lending {
  ask(question: Question): Promise<Pick<Lent, 'value' | 'again'>>;
  answered(answer: Lent): void;
}

export function makeLending({ say }: MainPort): Lending {
  const waiting = new Map<number, (answer: Lent) => void>();
  let count = 0;
  return {
    ask: (question) =>
      new Promise((resolve) => {
        const number = count++;
        waiting.set(number, resolve);
        say({ ...question, number });
      }),
    answered(answer) {
      waiting.get(answer.number)?.(answer);
      waiting.delete(answer.number);
    },
  };
}
