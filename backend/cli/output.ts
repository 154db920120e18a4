import { errorSentence } from '#core/contract/errors.ts';
import type { Reason } from './outcome.ts';

export type Language = 'vi' | 'en';

export interface Output {
  readonly language: Language;
  readonly json: boolean;
  /** One line on stdout: an answer. */
  line(text: string): void;
  /** One JSON object on one line of stdout. */
  object(value: unknown): void;
  /** One line on stderr: progress, reasons. */
  note(text: string): void;
  reason(reason: Reason): void;
  /** The sentence of the chosen language. */
  say(vi: string, en: string): string;
}

export function makeOutput({ language, json }: { readonly language: Language; readonly json: boolean }): Output {
  const note = (text: string): void => void process.stderr.write(`${text}\n`);
  const say = (vi: string, en: string): string => (language === 'vi' ? vi : en);
  return {
    language,
    json,
    line: (text) => void process.stdout.write(`${text}\n`),
    object: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
    note,
    say,
    reason: (reason) => note('code' in reason ? `${errorSentence(reason, language)} [${reason.code}]` : say(reason.vi, reason.en)),
  };
}
