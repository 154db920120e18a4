import type { DialogKind, Records } from '../wire.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** What the application asked of the system; the driver reads it. */
export const records: Writable<Records> = { dialogs: [], opened: [], shown: [], schemes: [], isSandboxed: false, judges: [] };

const scripted: { readonly dialog: DialogKind; readonly answer: unknown }[] = [];
export const script = (dialog: DialogKind, answer: unknown): void => void scripted.push({ dialog, answer });
export const forgetScripts = (): void => void scripted.splice(0);

/** The answer a test laid ready for the next dialog of this kind; null: nobody did, and the record says so. */
export function answerDialog(dialog: DialogKind, options: unknown): unknown {
  const at = scripted.findIndex((entry) => entry.dialog === dialog);
  const [entry] = at < 0 ? [] : scripted.splice(at, 1);
  // Options may hold functions elsewhere; here they are plain.
  records.dialogs.push({ dialog, options: JSON.parse(JSON.stringify(options)) as unknown, wasScripted: entry !== undefined });
  return entry?.answer ?? null;
}
