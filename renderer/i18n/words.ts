import { createContext, useContext } from 'react';
import type { Words } from './translate.ts';

export const WordsContext = createContext<Words | null>(null);

/** The interface's words; draws again when the language changes. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('no words: a component stands outside the application');
  return words;
}
