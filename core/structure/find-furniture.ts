import type { FoundFurniture } from '#core/people/analysis.ts';
import { trimmed, type TextLine } from '#core/structure/text-lines.ts';
import { foldVietnamese } from '#core/vietnamese/fold.ts';

/** A line's own words, and the furniture that was found in it. */
export interface CleanLine extends TextLine {
  readonly furniture: readonly FoundFurniture[];
}

/** Headings and buttons around a story on news portals, folded; whole lines only. */
const WHOLE_LINES = new Set(
  [
    'y kien ban doc', 'y kien cua ban', 'gui y kien', 'gui binh luan', 'binh luan', 'viet binh luan', 'tin lien quan', 'bai lien quan',
    'tin khac', 'cac tin khac', 'tin moi', 'cac tin da dua', 'tin cung chuyen muc', 'bai viet khac', 'xem them', 'doc them', 'xem tiep',
    've dau trang', 've trang chu', 'quay lai', 'in trang', 'in bai viet', 'in trang nay', 'ban in', 'gui email', 'luu bai viet', 'chia se',
    'chia se bai viet', 'facebook', 'twitter', 'zalo', 'copy link', 'thich', 'theo doi', 'danh gia', 'dang nhap', 'tu khoa', 'tags',
    'trang chu', 'quang cao', 'doc nhieu', 'tin noi bat', 'co the ban quan tam', 'bao loi', 'phan hoi', 'gui phan hoi', 'tai ve',
  ],
);
const LABELLED = /^(?:từ khóa|từ khoá|tags?|lượt xem|số lượt xem|chia sẻ|đánh giá|tin liên quan|xem thêm)\s*:/iu;
const IMAGE = /^\[(?:img|image|ảnh|hình|video)\]$/iu;
const TABLE_END = /(?:\s*\|)+$/u;
const TABLE_START = /^(?:\|\s*)+/u;
const END_MARK = /[.…](\s?\/\.?)$/u;

/** Headings and buttons are short; longer lines are not looked at. */
const LONGEST_WHOLE = 30;

const wholeLineRule = (line: string): string | null => {
  if (line.length <= LONGEST_WHOLE) {
    const whole = foldVietnamese(line).replace(/[\s:.…»>|]+$/u, '').replace(/\s+/gu, ' ').trim();
    if (IMAGE.test(line)) return 'image-placeholder';
    if (WHOLE_LINES.has(whole)) return 'page-heading';
  }
  if (line.slice(0, 40).includes(':') && LABELLED.test(line)) return 'page-heading';
  return /^[|\s]+$/u.test(line) ? 'table-border' : null;
};

/**
 * Splits page furniture off a line: a comment box's heading, `[img]`, a table's ` |`, the agency's end mark `./.`.
 * A line that is furniture altogether comes back with no words of its own.
 */
export const cleanLine = (text: string, line: TextLine): CleanLine => {
  const furniture: FoundFurniture[] = [];
  const add = (start: number, end: number, rule: string): void => {
    furniture.push({ start, end, text: text.slice(start, end), reason: { rule, words: text.slice(start, end).trim() } });
  };
  let { start, end } = line;
  const rule = wholeLineRule(line.text);
  if (rule !== null) {
    add(start, end, rule);
    return { ...trimmed(text, end, end), furniture };
  }
  const opening = TABLE_START.exec(line.text);
  if (opening) {
    add(start, start + opening[0].length, 'table-border');
    start += opening[0].length;
  }
  // The regular expressions look at the last few characters only: a hostile line of blanks must not cost more.
  const tail = text.slice(Math.max(start, end - 64), end);
  const closing = TABLE_END.exec(tail);
  if (closing) {
    add(end - closing[0].length, end, 'table-border');
    end -= closing[0].length;
  }
  const mark = END_MARK.exec(text.slice(Math.max(start, end - 8), end));
  if (mark?.[1] !== undefined && mark[1].endsWith('.')) {
    add(end - mark[1].length, end, 'end-mark');
    end -= mark[1].length;
  }
  return { ...trimmed(text, start, end), furniture };
};
