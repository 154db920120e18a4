import { ATTEND_VERBS, CHAIR_VERBS } from '#core/people/lexicon/verbs.ts';
import { AREA_NOUNS, EVENT_NOUNS, ORGANISATION_HEADS } from '#core/people/lexicon/organisations.ts';
import type { ListScope } from '#core/people/recognition/list-scopes.ts';
import { endsTitleAt, honorificAt, titleHeadAt } from '#core/people/recognition/title-grammar.ts';
import type { Mention } from '#core/people/recognition/mention.ts';
import { isMark, keyAt, type TokenRange } from '#core/people/recognition/token-range.ts';
import { phraseTable } from '#core/vietnamese/phrase-table.ts';
import type { Sentence } from '#core/vietnamese/sentences.ts';
import type { Token } from '#core/vietnamese/tokens.ts';

/** The part of a sentence that lists who was there. */
export interface AttendanceBlock extends TokenRange {
  /** The opener's words led the event (`Dự và chủ trì có`). */
  readonly chairs: boolean;
  /** Everyone listed speaks (`Các báo cáo viên trình bày … gồm:`). */
  readonly speaks: boolean;
  /** Delegations by where they begin; the last one before a person holds. */
  readonly labels: readonly { readonly from: number; readonly to: number; readonly label: TokenRange | null }[];
  readonly opener: TokenRange;
}

const OPENERS = phraseTable(
  'dự|cùng dự|tham dự|đến dự|tới dự|về dự|có mặt|đến tham dự|tới tham dự|về tham dự|cùng tham dự|tham gia|cùng tham gia|cùng đi|tháp tùng|tiếp|tiếp đón|đón|đón tiếp|đón đoàn|tiếp đoàn|cùng tiếp|làm việc với đoàn|thành phần|đại biểu|khách mời|dự lễ|dự họp|dự buổi|chủ trì|đồng chủ trì|điều hành|ra đón|ra đón đoàn|cùng làm việc|chứng kiến|tham gia đoàn|trong đoàn|cùng dự và',
);
const OF_PRESENCE = phraseTable(
  'sự tham dự của|sự tham gia của|sự có mặt của|sự góp mặt của|sự chứng kiến của|sự chủ trì của|sự tham dự|sự hiện diện của|sự điều hành của|sự chủ tọa của|sự đồng chủ trì của|tham gia của|sự tham dự và chỉ đạo của',
);
const CHAIR_OF = phraseTable('sự chủ trì của|sự điều hành của|sự chủ tọa của|sự đồng chủ trì của');
const SIDE = phraseTable('về phía|phía|bên phía|đại diện phía');
const POINT = phraseTable('điểm cầu|đầu cầu');
const BARE_SIDES = phraseTable('trung ương|lãnh đạo|bên|khách mời');
const PARTY = phraseTable('thành phần đoàn|thành phần phái đoàn');
/** Tokens of `thành phần`, before the delegation's own name. */
const PARTY_WORDS = 2;
const CHAIR_BOARDS = phraseTable('ban chủ trì|ban chủ tọa|chủ tọa đoàn|đoàn chủ tịch|đoàn chủ tọa|chủ tọa');
const HAVING = phraseTable('có|gồm|gồm có|còn có|là|bao gồm|có sự tham dự của|có sự tham gia của|có sự hiện diện của|có sự có mặt của');
const SPEAKERS = phraseTable('báo cáo viên|giảng viên|diễn giả|trình bày tham luận|tham luận|trình bày');
const EVENTS = phraseTable(
  'hội nghị|buổi|lễ|cuộc|chương trình|đêm|festival|đại hội|ngày|liên hoan|lớp|hội thảo|sự kiện|tọa đàm|phiên|kỳ họp|diễn đàn|hội thi|hội trại|giải|tại|trong|trên|dự án|đây|đó|theo|nhân|hiện|toàn|năm|cả|với|để|nhiều|thành phố hiện|khi|từ|ông|bà|đồng chí|nếu|chỉ|không|sau|trước|tham|cùng|mỗi|mọi|một',
);

/** What the sentences before said: a labelled list goes on into the next lines. */
export interface BlockState {
  readonly label: TokenRange | null;
  /** The line before ended in `:` or listed people. */
  readonly open: boolean;
}

/**
 * The attendance block of a sentence, or null when it lists nobody. Openers: `Cùng dự có`, `Tham dự … có`, `Về phía X
 * có`, `Tại điểm cầu X có`, `với sự tham dự của`, `dưới sự chủ trì của`, and a bare `X có các đồng chí:` after
 * another block.
 */
export const findAttendanceBlock = (
  tokens: readonly Token[],
  sentence: Sentence,
  mentions: readonly Mention[],
  scopes: readonly ListScope[],
  before: BlockState,
): AttendanceBlock | null => {
  const labels = findLabels(tokens, sentence, scopes);
  const opening = findOpening(tokens, sentence, mentions, scopes, before, labels);
  if (opening === null) return continuedBlock(tokens, sentence, mentions, before);
  const kept = labels.filter((label) => label.from >= opening.opener.from || label.kind !== 'point');
  return {
    from: opening.list,
    to: clauseEnd(tokens, sentence, opening),
    chairs: opening.chairs,
    speaks: opening.speaks,
    labels: [...(opening.bare === null ? [] : [{ from: opening.opener.from, to: sentence.to, label: opening.bare }]), ...kept],
    opener: opening.opener,
  };
};

/** `Dưới sự chủ trì của X, hội nghị đã …`: a list that opens a sentence ends where its main clause begins. */
const clauseEnd = (tokens: readonly Token[], sentence: Sentence, opening: Opening): number => {
  const opens = ['dươi1', 'dươi3', 'vơi3', 'trươc3'].includes(keyAt(tokens, sentence.from)) || opening.opener.from > sentence.from;
  if (!opens || OF_PRESENCE.lengthAt(tokens, opening.opener.from) === 0) return sentence.to;
  for (let at = opening.list + 2; at < sentence.to; at += 1) {
    if (isMark(tokens, at - 1, ',') && EVENT_NOUNS.lengthAt(tokens, at) > 0 && hasPredicate(tokens, at, sentence.to)) return at;
  }
  return sentence.to;
};

const hasPredicate = (tokens: readonly Token[], from: number, limit: number): boolean => {
  for (let at = from + 1; at < Math.min(limit, from + 16); at += 1) {
    if (isMark(tokens, at, ';')) return false;
    if (tokens[at]?.capital !== true && endsTitleAt(tokens, at) && tokens[at]?.text !== 'cùng') return true;
  }
  return false;
};

/** An item of a list that goes on from the line before: `- Đồng chí X, …`. */
const continuedBlock = (
  tokens: readonly Token[],
  sentence: Sentence,
  mentions: readonly Mention[],
  before: BlockState,
): AttendanceBlock | null => {
  const [first] = mentions;
  if (!before.open || !isMark(tokens, sentence.from, '-', '+', '•', '*', '·') || first === undefined) return null;
  if (first.whole.from > sentence.from + 1) return null;
  return {
    from: sentence.from + 1,
    to: sentence.to,
    chairs: false,
    speaks: false,
    labels: before.label === null ? [] : [{ from: sentence.from, to: sentence.to, label: before.label }],
    opener: { from: sentence.from, to: sentence.from + 1 },
  };
};

interface Label {
  readonly from: number;
  /** Where the label ends to hold: the sentence's end, or the next list for the label of a list. */
  readonly to: number;
  readonly label: TokenRange;
  readonly kind: 'side' | 'point' | 'list' | 'heading';
}

const findLabels = (tokens: readonly Token[], sentence: Sentence, scopes: readonly ListScope[]): Label[] => {
  const labels: Label[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const side = SIDE.lengthAt(tokens, at, sentence.to);
    if (side > 0 && isSide(tokens, at, sentence)) {
      const label = labelFrom(tokens, at + side, sentence.to);
      if (label !== null && hasOpening(tokens, label.to, sentence.to)) labels.push({ from: at, to: sentence.to, label, kind: 'side' });
      at += side - 1;
      continue;
    }
    const point = POINT.lengthAt(tokens, at, sentence.to);
    if (point > 0 && !labels.some((known) => known.label.from <= at && at < known.label.to)) {
      const label = labelFrom(tokens, at, sentence.to);
      const named = label !== null && label.to - label.from > point;
      if (named && hasOpening(tokens, label.to, sentence.to)) labels.push({ from: at, to: sentence.to, label, kind: 'point' });
    }
  }
  labels.push(...headingLabels(tokens, sentence), ...clauseLabels(tokens, sentence, labels));
  scopes.forEach((scope, index) => {
    const to = scopes[index + 1]?.opener.from ?? scope.to;
    if (scope.label !== null) labels.push({ from: scope.from, to, label: scope.label, kind: 'list' });
  });
  return labels.sort((a, b) => a.from - b.from);
};

/** `Tham dự lễ ký, thành phố X có các đồng chí: …`; `Thành phần đoàn X còn có …`. */
const clauseLabels = (tokens: readonly Token[], sentence: Sentence, known: readonly Label[]): Label[] => {
  const first = firstWord(tokens, sentence);
  const inParty = PARTY.lengthAt(tokens, first, sentence.to);
  if (inParty > 0) {
    const label = labelFrom(tokens, first + PARTY_WORDS, sentence.to);
    return label !== null && hasOpening(tokens, label.to, sentence.to) ? [{ from: first, to: sentence.to, label, kind: 'side' }] : [];
  }
  if (known.length > 0 || OPENERS.lengthAt(tokens, first, sentence.to) === 0) return [];
  for (let at = first + 1; at < Math.min(sentence.to, first + 14); at += 1) {
    if (isMark(tokens, at, ':', ';') || honorificAt(tokens, at) > 0) return [];
    if (!isMark(tokens, at, ',')) continue;
    const from = at + 1;
    const body = AREA_NOUNS.lengthAt(tokens, from) + ORGANISATION_HEADS.lengthAt(tokens, from) + BARE_SIDES.lengthAt(tokens, from);
    const label = body > 0 && EVENT_NOUNS.lengthAt(tokens, from) === 0 ? labelFrom(tokens, from, sentence.to) : null;
    const announced = label !== null && tokens[label.to]?.text === 'có' && (honorificAt(tokens, label.to + 1) > 0 || isMark(tokens, label.to + 1, ':'));
    if (announced) return [{ from, to: sentence.to, label, kind: 'side' }];
  }
  return [];
};

/** `1. Đại biểu Trung ương:` on a line of its own. */
const headingLabels = (tokens: readonly Token[], sentence: Sentence): Label[] => {
  const labels: Label[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const opens = at === sentence.from || isMark(tokens, at - 1, '\n');
    if (!opens || !/^(?:\d{1,2}|[IVX]{1,4}|[a-zđ])$/u.test(tokens[at]?.text ?? '') || !isMark(tokens, at + 1, '.', ')', '-', '/')) continue;
    for (let end = at + 3; end < Math.min(sentence.to, at + 16); end += 1) {
      if (isMark(tokens, end, ':')) labels.push({ from: at, to: sentence.to, label: { from: at + 2, to: end }, kind: 'heading' });
      if (tokens[end]?.kind === 'mark') break;
    }
  }
  return labels;
};

/** `phía` alone means a side only where a clause begins: not in `phía Bắc`, `từ phía`. */
const isSide = (tokens: readonly Token[], at: number, sentence: Sentence): boolean => {
  const before = tokens[at - 1];
  const opens = at === sentence.from || before?.kind === 'mark' || ['và', 'dự', 'lễ', 'còn', 'nghị', 'buổi', 'có'].includes(before?.text ?? '');
  return keyAt(tokens, at) === 'vê2' || opens;
};

/** A label runs to its predicate, a mark, or the verb of the opener. */
const labelFrom = (tokens: readonly Token[], from: number, limit: number): TokenRange | null => {
  let at = from;
  while (at < Math.min(limit, from + 24)) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'mark' && !isMark(tokens, at, '-', '&', '(', ')')) break;
    if (HAVING.lengthAt(tokens, at) > 0 || honorificAt(tokens, at) > 1) break;
    if (at > from && (ATTEND_VERBS.lengthAt(tokens, at) > 0 || endsTitleAt(tokens, at)) && token.text !== 'tổ') break;
    at += 1;
  }
  return at > from ? { from, to: at } : null;
};

/** After a label the list is announced by `có`, `gồm`, `:` or a comma and one of them. */
const hasOpening = (tokens: readonly Token[], at: number, limit: number): boolean => {
  for (let next = at; next < Math.min(limit, at + 14); next += 1) {
    if (isMark(tokens, next, ':') || HAVING.lengthAt(tokens, next) > 0) return true;
    if (tokens[next]?.kind === 'mark' && next > at) return false;
  }
  return false;
};

interface Opening {
  readonly list: number;
  readonly opener: TokenRange;
  readonly chairs: boolean;
  readonly speaks: boolean;
  readonly bare: TokenRange | null;
}

const findOpening = (
  tokens: readonly Token[],
  sentence: Sentence,
  mentions: readonly Mention[],
  scopes: readonly ListScope[],
  before: BlockState,
  labels: readonly Label[],
): Opening | null => {
  const first = firstWord(tokens, sentence);
  const found: Opening[] = [];
  const verb = openerAtStart(tokens, first, sentence);
  if (verb !== null) {
    const list = listStart(tokens, verb.to, sentence, mentions);
    if (list !== null) found.push({ list, opener: { from: first, to: list }, chairs: chairsIn(tokens, first, list), speaks: false, bare: null });
  }
  for (let at = first; at < sentence.to; at += 1) {
    const presence = OF_PRESENCE.lengthAt(tokens, at, sentence.to);
    if (presence > 0) {
      const list = at + presence;
      const chairs = CHAIR_OF.lengthAt(tokens, at) > 0;
      found.push({ list, opener: { from: at, to: list }, chairs, speaks: false, bare: null });
      break;
    }
  }
  const heading = labels.find((label) => label.kind === 'heading');
  if (heading !== undefined) found.push({ list: heading.label.to + 1, opener: { from: heading.from, to: heading.label.to + 1 }, chairs: false, speaks: false, bare: null });
  const side = labels.find((label) => label.kind === 'side' || label.kind === 'point');
  if (side !== undefined && (side.kind === 'side' || side.from <= first + 3 || verb !== null)) {
    const list = listStart(tokens, side.label.to, sentence, mentions) ?? side.label.to;
    found.push({ list, opener: { from: side.from, to: list }, chairs: chairsIn(tokens, side.from, list), speaks: false, bare: null });
  }
  const speakers = speakerList(tokens, first, sentence);
  if (speakers !== null) found.push(speakers);
  if (found.length > 0) return found.reduce((earliest, next) => (next.list < earliest.list ? next : earliest));
  return bareOpening(tokens, first, sentence, mentions, scopes, before);
};

const firstWord = (tokens: readonly Token[], sentence: Sentence): number => {
  let at = sentence.from;
  while (at < sentence.to && tokens[at]?.kind !== 'word') at += 1;
  return at;
};

/** `Dự …`, `Tham dự …`, `Tiếp và làm việc với Đoàn …`, also behind one adverbial: `Tại buổi lễ, tham dự có`. */
const openerAtStart = (tokens: readonly Token[], first: number, sentence: Sentence): TokenRange | null => {
  const direct = OPENERS.lengthAt(tokens, first, sentence.to);
  if (direct > 0) return { from: first, to: first + direct };
  const reach = Math.min(sentence.to, first + 40);
  for (let at = first; at < reach; at += 1) {
    if (isMark(tokens, at, ':', ';', '"')) return null;
    if (HAVING.lengthAt(tokens, at) > 0 && at > first && tokens[at]?.text === 'có') {
      const presence = OF_PRESENCE.lengthAt(tokens, at + 1, sentence.to);
      if (presence > 0) return { from: at, to: at + 1 + presence };
    }
    const inner = ATTEND_VERBS.lengthAt(tokens, at, sentence.to);
    if (inner > 0 && at - first <= 8 && announcesPeople(tokens, at + inner, sentence.to)) return { from: at, to: at + inner };
    if (inner > 0 && (isMark(tokens, at - 1, ',') || ['cùng', 'đã', 'còn'].includes(tokens[at - 1]?.text ?? '') || at === first + 1)) {
      const having = at + inner;
      for (let next = having; next < Math.min(sentence.to, having + 10); next += 1) {
        if (tokens[next]?.text === 'có' || isMark(tokens, next, ':')) return { from: at, to: having };
        if (tokens[next]?.kind === 'mark' && !isMark(tokens, next, ',')) break;
        if (honorificAt(tokens, next) > 0 || titleHeadAt(tokens, next) > 0) break;
      }
    }
  }
  return null;
};

/** `… tham dự có các đồng chí`, `… dự lễ có ông:`: the verb's list follows within a few words. */
const announcesPeople = (tokens: readonly Token[], from: number, limit: number): boolean => {
  for (let at = from; at < Math.min(limit, from + 7); at += 1) {
    if (tokens[at]?.kind === 'mark') return false;
    if (tokens[at]?.text === 'có') return honorificAt(tokens, at + 1) > 0 || isMark(tokens, at + 1, ':');
  }
  return false;
};

/** The token where the people begin: after `có`, `gồm`, `là`, `:`; or at the first person if he follows at once. */
const listStart = (tokens: readonly Token[], from: number, sentence: Sentence, mentions: readonly Mention[]): number | null => {
  const person = mentions.find((mention) => mention.whole.from >= from)?.whole.from ?? sentence.to;
  for (let at = from; at < Math.min(sentence.to, from + 60); at += 1) {
    if (at > person) return null;
    const having = HAVING.lengthAt(tokens, at, sentence.to);
    if (having > 0) return at + having;
    if (isMark(tokens, at, ':')) return at + 1;
    if (isMark(tokens, at, ';', '.')) return null;
  }
  return null;
};

const chairsIn = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (CHAIR_VERBS.lengthAt(tokens, at, to) > 0) return true;
  return false;
};

/** `Các giảng viên trình bày chuyên đề gồm: …`. */
const speakerList = (tokens: readonly Token[], first: number, sentence: Sentence): Opening | null => {
  let speaks = false;
  for (let at = first; at < Math.min(sentence.to, first + 25); at += 1) {
    if (SPEAKERS.lengthAt(tokens, at) > 0) speaks = true;
    if (isMark(tokens, at, ':') && speaks) {
      const announced = ['gồm', 'là', 'có'].includes(tokens[at - 1]?.text ?? '');
      return announced ? { list: at + 1, opener: { from: first, to: at + 1 }, chairs: false, speaks: true, bare: null } : null;
    }
  }
  return null;
};

/** `Thành phố X có các đồng chí: …` after another block: what stands before `có` is the delegation. */
const bareOpening = (
  tokens: readonly Token[],
  first: number,
  sentence: Sentence,
  mentions: readonly Mention[],
  scopes: readonly ListScope[],
  before: BlockState,
): Opening | null => {
  for (let at = first + 1; at < Math.min(sentence.to, first + 16); at += 1) {
    const token = tokens[at];
    if (token?.kind === 'mark' && !isMark(tokens, at, '-', '&', ',')) break;
    if (token?.text !== 'có' && token?.text !== 'gồm') continue;
    const listed = scopes.some((scope) => scope.honorific?.from === at + 1) || mentions.some((mention) => mention.whole.from === at + 1);
    const announced = scopes.some((scope) => scope.honorific?.from === at + 1 && isMark(tokens, scope.from, ':')) || isMark(tokens, at + 1, ':');
    if (!(listed || announced) || tokens[first]?.capital !== true || !(before.open || announced)) return null;
    const event = EVENTS.lengthAt(tokens, first) > 0;
    if (event && !announced) return null;
    if (event) return { list: at + 1, opener: { from: first, to: at + 1 }, chairs: false, speaks: false, bare: null };
    const to = isMark(tokens, at - 1, ',') ? at - 1 : at;
    if (CHAIR_BOARDS.lengthAt(tokens, first) > 0) return { list: at + 1, opener: { from: first, to: at + 1 }, chairs: true, speaks: false, bare: null };
    return { list: at + 1, opener: { from: first, to: at + 1 }, chairs: false, speaks: false, bare: { from: first, to } };
  }
  return null;
};
