import type { Piece } from '#core/people/analysis.ts';
import { rankAt, titleHeadAt } from '#core/people/recognition/title-grammar.ts';
import { tokenize } from '#core/vietnamese/tokens.ts';

/** A photo credit inside a text; `start` and `end` hold `Ảnh: …` with its brackets. */
export interface FoundCredit {
  readonly start: number;
  readonly end: number;
  readonly name: Piece;
}

const MARK = /(?<![\p{L}\p{N},])(?<!(?:tin|bài|tin,|bài,|và|tin và) )(\(\s*)?(?:Ảnh|ẢNH|Nguồn ảnh|Ảnh minh họa|Ảnh tư liệu)\s*[:：]\s*/gu;

/** All credits of `text` between two offsets. A bracketed credit ends at its bracket, another where its names end. */
export const findCredits = (text: string, from: number, to: number): FoundCredit[] => {
  const credits: FoundCredit[] = [];
  // Only the part asked for is searched: a search in the whole text would run to its end for every line without a credit.
  const part = text.slice(from, to);
  MARK.lastIndex = 0;
  for (let match = MARK.exec(part); match !== null; match = MARK.exec(part)) {
    const start = from + match.index;
    const nameStart = start + match[0].length;
    const close = match[1] === undefined ? -1 : text.slice(nameStart, Math.min(to, nameStart + 91)).indexOf(')');
    if (match[1] !== undefined && close < 0) continue;
    const end = match[1] === undefined ? namesEnd(text, nameStart, to) : nameStart + close;
    if (end === nameStart) continue;
    const name = text.slice(nameStart, end).trimEnd();
    const after = text[end] === ')' || (text[end] === '.' && match[1] === undefined) ? end + 1 : end;
    credits.push({ start, end: Math.min(after, to), name: { text: name, start: nameStart, end: nameStart + name.length } });
    MARK.lastIndex = Math.max(after, nameStart + 1) - from;
  }
  return credits;
};

/** Names and sources after `Ảnh:`: `N.H`, `VGP/Nhật Bắc`, `Minh Anh - TTXVN`, `quochoi.vn`; a new sentence ends them. */
const namesEnd = (text: string, from: number, to: number): number => {
  const [line = ''] = text.slice(from, Math.min(to, from + 90)).split('\n', 1);
  const tokens = tokenize(line);
  let end = 0;
  let words = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'mark') {
      if (!['-', '/', ',', '&', '+'].includes(token.key) || at === 0) break;
      words = 0;
      continue;
    }
    if (token.text === 'và' && at > 0) {
      words = 0;
      continue;
    }
    const source = token.capitals || /\.\p{L}/u.test(token.text);
    if (!token.capital && !source && at > 0) break;
    if (at > 0 && (titleHeadAt(tokens, at) > 1 || rankAt(tokens, at) > 1)) break;
    const beginsSentence = words > 0 && token.capital && !token.capitals && tokens[at + 1]?.capital === false && tokens[at + 1]?.kind === 'word';
    if (beginsSentence || words >= 4 || (words > 0 && tokens[at - 1]?.capitals === true && !token.capitals)) break;
    end = token.end;
    words += 1;
  }
  return from + end;
};

/** The people of a credit, or its sources where it names nobody: `Phạm Kiên/TTXVN` → `Phạm Kiên`; `TTXVN` → `TTXVN`. */
export const photographersOf = (credit: string): string[] => {
  const parts = credit.split(/\s*[/,;&+]\s*|\s+[-–]\s+|\s+và\s+/u).map((part) => part.trim()).filter((part) => part !== '');
  const sources = parts.filter((part) => isSource(part));
  const people = parts.filter((part) => !isSource(part));
  return people.length > 0 ? people : sources;
};

const SOURCES = new Set(['TTXVN', 'VGP', 'VOV', 'VTV', 'SGGP', 'QĐND', 'CAND', 'VNA', 'TTO', 'TNO', 'NLĐ', 'BHG', 'HNMO', 'VNE', 'AFP', 'AP', 'Reuters', 'EPA', 'THX', 'PV', 'CTV']);

const isSource = (part: string): boolean => SOURCES.has(part) || /\.(?:vn|com|net|org)$/iu.test(part) || /^(?:Báo|Đài|Cổng|TTXVN|Internet|Sở|Ban|Bộ|UBND)\b/u.test(part);
