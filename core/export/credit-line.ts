import { cleanLine } from './clean-text.ts';

const LABEL = /^(?:nguồn ảnh|ảnh tư liệu|ảnh minh họa|ảnh minh hoạ|ảnh|nguồn|photo|đồ họa|đồ hoạ|minh họa|minh hoạ)\s*:\s*/iu;

/** A credit as readers see it: as typed when it says what it is, else `Ảnh: ` before the bare name. Empty stays empty. */
export function creditLine(credit: string): string {
  const text = cleanLine(credit);
  if (text === '' || text.includes(':') || /^[([]|^(?:ảnh|nguồn|theo|photo)\s/iu.test(text)) return text;
  return `Ảnh: ${text}`;
}

/** The name alone, for machines: `Phạm Kiên/TTXVN` of `(Ảnh: Phạm Kiên/TTXVN)`. */
export const creditName = (credit: string): string =>
  cleanLine(credit).replace(/^[([]\s*(.*?)\s*[)\]]$/su, '$1').replace(LABEL, '');
