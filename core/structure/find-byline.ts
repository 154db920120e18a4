import type { FoundByline } from '#core/people/analysis.ts';
import { PICTURE_VERBS } from '#core/structure/caption-words.ts';
import type { TextLine } from '#core/structure/text-lines.ts';
import { tokenize } from '#core/vietnamese/tokens.ts';

const LABEL =
  /^\(?\s*(tin,? ảnh|tin và ảnh|tin - ảnh|tin\/ảnh|bài,? ảnh|bài và ảnh|bài - ảnh|ảnh và bài|tin, bài và ảnh|tin,? bài,? ảnh|tin bài|tin, bài|bài viết|tin|bài|thực hiện|người thực hiện|nhóm thực hiện|nhóm pv|nhóm phóng viên|tác giả|người viết|ảnh|theo|nguồn|nguồn tin|biên tập|pv|phóng viên)\s*[:：]\s*(\S.*)$/iu;
const SECOND = /[\s;,.–-]+(ảnh|ảnh và clip|clip)\s*[:：]\s*(.+)$/iu;
const SOURCE_ONLY = /^\(?\s*[Tt]heo\s+(?!dõi)(\p{Lu}[\p{L}\p{N}.]*(?:\s+\p{Lu}[\p{L}\p{N}.]*){0,4})\s*\)?$/u;

/**
 * The names under a story: `Tin, ảnh: A`, `Bài và ảnh: A - B`, `Tin: A; ảnh: B`, `Thực hiện: A`, `Nguồn: X` (no author).
 * @param bare also take names without a label: for the last line only
 */
export const findByline = (line: TextLine, bare: boolean): FoundByline | null => {
  if (line.text.length > 120) return null;
  const labelled = LABEL.exec(line.text);
  if (labelled?.[1] !== undefined && labelled[2] !== undefined) return fromLabel(line, labelled[1], labelled[2]);
  if (SOURCE_ONLY.test(line.text)) return { ...asPiece(line), authors: [], photographers: [], label: 'Theo' };
  return bare ? bareByline(line) : null;
};

const asPiece = (line: TextLine): TextLine => ({ start: line.start, end: line.end, text: line.text });

const fromLabel = (line: TextLine, label: string, rest: string): FoundByline | null => {
  const kind = label.toLowerCase();
  const source = kind === 'theo' || kind.startsWith('nguồn');
  const second = SECOND.exec(rest);
  const names = splitNames(second === null ? rest : rest.slice(0, second.index));
  if (!source && (names.length === 0 || names.some((name) => !isPenName(name)))) return null;
  const photos = second?.[2] === undefined ? [] : splitNames(second[2]);
  const taking = kind === 'ảnh';
  const both = kind !== 'ảnh' && kind.includes('ảnh');
  return {
    ...asPiece(line),
    authors: source || taking ? [] : names,
    photographers: both ? names : taking ? names : photos,
    label,
  };
};

const splitNames = (names: string): string[] =>
  names
    .replace(/^(?:cộng tác viên|phóng viên|ctv|pv)\s+(?=\p{Lu})/iu, '')
    .replace(/\((?:ctv|pv|cộng tác viên|tổng hợp|t\/h|th|ghi|thực hiện|lược ghi|biên soạn|sưu tầm)\)/giu, '')
    .split(/\s*[,;&+/]\s*|\s+[-–—]\s+|\s+và\s+/u)
    .map((name) => name.replace(/^[\s.(]+|[\s)]+$/gu, '').replace(/\.$/u, ''))
    .filter((name) => name !== '');

/** One to five words, each a capital or an initial: `Phi Anh`, `T.SỸ`, `HLam`, `H’Nhi`. */
const isPenName = (name: string): boolean => {
  const words = name.split(/\s+/u);
  return words.length <= 6 && words.every((word) => /^\p{Lu}[\p{L}\p{N}.'’-]*$/u.test(word) || /^\((?:tổng|hợp\)|t\/h\))/u.test(word));
};

const NOT_NAMES = /^(?:Ban|Hội|Bộ|Sở|Lễ|Quang|Toàn|Các|Một|Ảnh|Kết|Phần|Chương|Mục|Điều)\s|[:?!“”"]|[.…]$|\d{2,}/u;

/** A press office signs for its people: `Phòng Tham mưu Công an tỉnh`, `Ban Biên tập`, `Trung tâm Thông tin`. */
const OFFICES = /^(?:Phòng|Trung tâm|Văn phòng|Cổng [Tt]hông tin|Ban (?:Biên tập|Truyền thông|Tuyên giáo|Thông tin)|Tổ [Tt]ruyền thông|Nhóm (?:PV|phóng viên))(?=\s|$)[\p{L}\p{N} &-]*$/u;

const officeByline = (line: TextLine): FoundByline | null => {
  const isOffice = OFFICES.test(line.text) && line.text.split(/\s+/u).length <= 8;
  return isOffice && !hasVerb(line.text) ? { ...asPiece(line), authors: [line.text], photographers: [], label: null } : null;
};

const hasVerb = (text: string): boolean => {
  const tokens = tokenize(text);
  return tokens.some((token, at) => !token.capital && PICTURE_VERBS.lengthAt(tokens, at) > 0);
};

const bareByline = (line: TextLine): FoundByline | null => {
  const office = officeByline(line);
  if (office !== null) return office;
  // `(Theo …)` loses both brackets, `Thu Phương (TAND tỉnh)` what its bracket holds.
  const text = line.text.replace(/^\(([^()]*)\)$/u, '$1').replace(/(?<=\p{L}) \([^()]{2,30}\)$/u, '').trim();
  if (text.length > 60 || text.length < 2 || (NOT_NAMES.test(text) && !/^(?:\p{Lu}\.){1,4}$/u.test(text))) return null;
  const names = splitNames(text);
  if (names.length === 0 || names.length > 4 || !names.every(isPenName)) return null;
  if (names.reduce((sum, name) => sum + name.split(/\s+/u).length, 0) > 8 || names.some((name) => name.split(/\s+/u).length > 4)) return null;
  return { ...asPiece(line), authors: names, photographers: [], label: null };
};
