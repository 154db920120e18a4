import { foldKeepingLength, foldVietnamese } from '#core/vietnamese/fold.ts';
import type { Words } from '#renderer/i18n/translate.ts';
import type { Command } from './app-commands.ts';

export interface FoundCommand {
  readonly command: Command;
  readonly label: string;
  /** [start, end) of what matched in the label; null: found by other words for it. */
  readonly match: readonly [number, number] | null;
}

/** Where a text says what was asked, without accents: [start, end); null: nowhere. */
export function matchIn(text: string, asked: string): readonly [number, number] | null {
  const query = foldVietnamese(asked.trim());
  const at = query === '' ? -1 : foldKeepingLength(text.normalize('NFC')).indexOf(query);
  return at < 0 ? null : [at, at + query.length];
}

/** Commands that a text finds, without accents: labels first, beginnings before middles, then other words for the same. */
export function searchCommands(commands: readonly Command[], text: string, words: Words): readonly FoundCommand[] {
  const query = foldVietnamese(text.trim());
  const ranked: { readonly found: FoundCommand; readonly rank: number }[] = [];
  for (const command of commands) {
    const label = words.t(command.labelKey).normalize('NFC');
    const at = foldKeepingLength(label).indexOf(query);
    if (query === '') ranked.push({ found: { command, label, match: null }, rank: 0 });
    else if (at === 0 || (at > 0 && label[at - 1] === ' ')) ranked.push({ found: { command, label, match: [at, at + query.length] }, rank: at === 0 ? 0 : 1 });
    else if (at > 0) ranked.push({ found: { command, label, match: [at, at + query.length] }, rank: 2 });
    else if (command.also?.some((other) => other.startsWith(query) || other.includes(` ${query}`)) === true) ranked.push({ found: { command, label, match: null }, rank: 3 });
  }
  return ranked.toSorted((left, right) => left.rank - right.rank).map(({ found }) => found);
}
