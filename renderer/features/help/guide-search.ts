import { foldKeepingLength, foldVietnamese } from '#core/vietnamese/fold.ts';
import type { Words } from '#renderer/i18n/translate.ts';
import { topicLines } from './plain-text.ts';
import type { Topic } from './topic.ts';

export interface FoundTopic {
  readonly topic: Topic;
  /** The line that says most of what was asked; without a question, the topic's lead. */
  readonly line: string;
}

const wordsOf = (query: string): readonly string[] => query.normalize('NFC').trim().toLowerCase().split(/\s+/u).filter((word) => word !== '');

/** Where the words of a question begin a word of the text: [start, end) in UTF-16 code units. A word with accents means those accents. */
export function matchesIn(text: string, query: string): readonly (readonly [number, number])[] {
  const nfc = text.normalize('NFC');
  const [folded, lower] = [foldKeepingLength(nfc), nfc.toLowerCase()];
  const found: (readonly [number, number])[] = [];
  for (const word of wordsOf(query)) {
    const within = foldVietnamese(word) === word ? folded : lower;
    for (let at = within.indexOf(word); at >= 0; at = within.indexOf(word, at + word.length)) {
      if (at === 0 || !/[\p{L}\p{N}]/u.test(nfc[at - 1] ?? '')) found.push([at, at + word.length]);
    }
  }
  return found;
}

const countWords = (text: string, words: readonly string[]): number => words.filter((word) => matchesIn(text, word).length > 0).length;

/** Topics that say every word of the question, accents or not; those that say it in their title first. */
export function searchGuide(topics: readonly Topic[], query: string, words: Pick<Words, 't' | 'language'>): readonly FoundTopic[] {
  const asked = wordsOf(query);
  return topics
    .map((topic) => {
      const title = words.t(`help.topic.${topic.id}`);
      const lines = topicLines(topic, words);
      const isThere = asked.every((word) => matchesIn(title, word).length > 0 || lines.some((line) => matchesIn(line, word).length > 0));
      const line = lines.toSorted((left, right) => countWords(right, asked) - countWords(left, asked))[0] ?? '';
      return { topic, line, isThere, inTitle: countWords(title, asked), inLine: countWords(line, asked) };
    })
    .filter(({ isThere }) => isThere)
    .toSorted((left, right) => right.inTitle - left.inTitle || right.inLine - left.inLine)
    .map(({ topic, line }) => ({ topic, line }));
}
