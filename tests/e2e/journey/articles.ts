import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..', '..');

export interface Article {
  readonly name: string;
  readonly text: string;
  readonly attendees: number;
  readonly headline: string;
  /** What the proposal takes away and names, in the order of the text. */
  readonly furniture: readonly string[];
}

const article = (name: string, path: string): Article | null => {
  const file = resolve(root, path);
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8').normalize('NFC');
  return { name, text, attendees: 6, headline: text.split('\n')[0]?.trim() ?? '', furniture: ['|', 'Ý kiến bạn đọc'] };
};

/** The twin always; the seed where `../shared` is. */
export const articles: readonly Article[] = [
  article('the twin', 'assets/sample-newsroom/hoi-nghi-vinh-sa.txt'),
  article('the seed', '../shared/samples/seed-article.txt'),
].filter((found) => found !== null);

export const photo = (name: string): string => resolve(root, 'assets/sample-newsroom/photos', name);

/** Words alone: white space is the page's business, letters and signs are the reporter's. */
export const words = (text: string): readonly string[] => text.normalize('NFC').split(/\s+/).filter((word) => word !== '');
