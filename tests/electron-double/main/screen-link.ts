import type { Question, ToMain, ToScreen } from '../wire.ts';

type Answerer = (question: Question) => unknown;

let answerer: Answerer = () => null;
const listeners = new Set<(message: ToMain) => void>();

/** To the process that has the browser. A second instance has none and shows nothing. */
export function tellScreen(message: ToScreen): void {
  if (process.connected) process.send?.(message);
}

export const onScreen = (listener: (message: ToMain) => void): void => void listeners.add(listener);

/** Who answers what pages and the driver ask; set once, by the module that knows all others. */
export function answerScreen(answer: Answerer): void {
  answerer = answer;
}

async function reply(number: number, question: Question): Promise<void> {
  try {
    tellScreen({ kind: 'answer', number, value: await answerer(question) });
  } catch (problem) {
    tellScreen({ kind: 'answer', number, value: null, error: problem instanceof Error ? problem.message : String(problem) });
  }
}

process.on('message', (message: ToMain) => {
  if (message.kind === 'ask') void reply(message.number, message.question);
  for (const listener of [...listeners]) listener(message);
});
// The channel alone keeps no Electron alive: its windows and its loop do, and so it is here until it exits.
process.on('disconnect', () => process.exit(0));
