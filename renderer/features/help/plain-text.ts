import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import type { Message, MessageKey } from '#renderer/i18n/catalogue.ts';
import type { Words } from '#renderer/i18n/translate.ts';
import { readMarks } from './read-marks.ts';
import type { Piece, Topic } from './topic.ts';

/** The texts of a piece, in reading order. */
export function textsOf(piece: Piece): readonly Message[] {
  switch (piece.kind) {
    case 'text':
    case 'heading':
      return [piece.text];
    case 'steps':
    case 'list':
      return piece.items;
    case 'terms':
      return piece.rows.flat();
    case 'picture':
      return [piece.alt];
    case 'acts':
      return [];
  }
}

/** A text of the guide as it is read, names of commands and words of the interface filled in, keys left out. */
export function plainText(text: Message, words: Pick<Words, 't' | 'language'>): string {
  return readMarks(text[words.language])
    .map((run) => {
      if (run.kind === 'words') return run.text;
      if (run.kind === 'strong') return run.text.startsWith('{') ? plainText({ vi: run.text, en: run.text }, words) : run.text;
      if (run.kind === 'says') return words.t(run.key as MessageKey);
      if (run.kind === 'command') return run.shows === 'key' ? '' : words.t(commandNamed(run.id).labelKey);
      return '';
    })
    .join('');
}

/** What a search goes through: pictures speak for themselves and are left out. */
export const topicLines = (topic: Topic, words: Pick<Words, 't' | 'language'>): readonly string[] =>
  [topic.lead, ...topic.pieces.filter((piece) => piece.kind !== 'picture').flatMap(textsOf)].map((line) => plainText(line, words));
