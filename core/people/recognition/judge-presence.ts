import { PERFORMER_HEADS } from '#core/people/lexicon/titles.ts';
import {
  ABSENCE_AFTER,
  ABSENCE_BEFORE,
  ATTEND_VERBS,
  CHAIR_VERBS,
  DECIDED_AFTER,
  DECIDED_BEFORE,
  PRESENCE_VERBS,
  SPEECH_VERBS,
} from '#core/people/lexicon/verbs.ts';
import type { AttendeeRole } from '#core/people/analysis.ts';
import type { AttendanceBlock } from '#core/people/recognition/attendance-blocks.ts';
import type { Mention, Verdict } from '#core/people/recognition/mention.ts';
import { isMark, lengthBefore } from '#core/people/recognition/token-range.ts';
import { phraseTable } from '#core/vietnamese/phrase-table.ts';
import type { Sentence } from '#core/vietnamese/sentences.ts';
import type { Token } from '#core/vietnamese/tokens.ts';

const EARLIER = phraseTable('trước đó|trước đây|trong quá khứ|sinh thời|ngày trước|năm xưa|thuở|hồi');
const OPENING_SPEECH = phraseTable(
  'phát biểu|kết luận|đọc|trình bày|báo cáo|khai mạc|bế mạc|thay mặt|tham luận|trao đổi|chỉ đạo|giải trình|đáp từ|chia sẻ|đánh giá|nhấn mạnh|tại|trả lời|bày tỏ',
);
const RECEIVING = phraseTable(
  'cho|với|tiếp|đón|nghe|gặp|chúc mừng|tặng|trao|sự chủ trì của|sự tham dự của|sự chứng kiến của|sự dẫn đầu của|sự chỉ đạo của|sự điều hành của|cùng|gặp gỡ|tiếp đón|đón tiếp|giao lưu với|tiếp đồng chí|có',
);
const LEAD = phraseTable('làm trưởng đoàn|dẫn đầu|đã dẫn đầu|là trưởng đoàn|làm trưởng phái đoàn|trưởng đoàn|dẫn đoàn|làm trưởng đoàn công tác|làm trưởng ban giám khảo');
const SKIPPED = phraseTable(
  'và|đã|cũng|sẽ|vừa|tiếp tục|tiếp|còn|trân trọng|nhiệt liệt|chân thành|trực tiếp|đồng thời|cùng|lần lượt|xúc động|thẳng thắn|có bài|có|cùng các|hết sức|rất|long trọng|chính thức|mới đây|bên lề|nguyện|thay mặt|vẫn|liền|đang|đều|thân mật|cảm động|chủ động|khẩn trương',
);
const INTERVIEW = phraseTable('chia sẻ|nói|tâm sự|bày tỏ|kể|vui mừng|phấn khởi|cho biết|xúc động');

// `trao quà cho 12 học sinh, trong đó có em X`: one of those given to, visited or told of.
const AMONG_THEM = phraseTable('trong đó có|trong số đó có');

const WINDOW = 45;

/** Judges one mention by the words beside it; `chain` lists the mentions that share its predicate (`A và B phát biểu`). */
export const judgePresence = (
  tokens: readonly Token[],
  sentence: Sentence,
  mention: Mention,
  context: {
    readonly block: AttendanceBlock | null;
    readonly quoted: boolean;
    /** End of the last mention of the coordination this one belongs to. */
    readonly chainEnd: number;
    /** Start of the first. */
    readonly chainStart: number;
    readonly nextStart: number;
  },
): Verdict => {
  const left = context.chainStart;
  const own = deniedBeside(tokens, sentence, mention, left);
  if (own !== null) return absent('absence', own, true);
  const decided = DECIDED_AFTER.lengthAt(tokens, mention.whole.to + (tokens[mention.whole.to]?.text === 'đã' ? 1 : 0), sentence.to);
  if (decided > 0) return absent('decided-about', words(tokens, { from: mention.whole.to, to: mention.whole.to + decided }), false);
  const deciding = lengthBefore(DECIDED_BEFORE, tokens, mention.whole.from, 4, sentence.from);
  if (deciding > 0) return absent('decided-about', words(tokens, { from: mention.whole.from - deciding, to: mention.whole.from }), false);
  if (context.quoted) return absent('in-quotation', '“…”', false);
  if (isPerformer(tokens, mention, left, sentence.from)) return absent('performer', '', true);
  const led = leads(tokens, mention, sentence);
  const { block } = context;
  if (opensInterview(tokens, sentence)) return absent('interviewed', words(tokens, { from: sentence.from, to: sentence.from + 3 }), false);
  if (startsEarlier(tokens, sentence)) return absent('earlier-event', words(tokens, { from: sentence.from, to: sentence.from + 2 }), false);
  if (block !== null && mention.whole.from >= block.from - 1 && mention.whole.from < block.to) {
    const role: AttendeeRole = block.chairs ? 'chair' : led ? 'leader_of_delegation' : block.speaks ? 'speaker' : 'attendee';
    return { present: true, denied: false, role, reason: { rule: 'attendance-list', words: words(tokens, block.opener) }, certainty: 0.95 };
  }
  if (led) return present('leads', 'dẫn đầu', 'leader_of_delegation', 0.95);
  const predicate = predicateAfter(tokens, context.chainEnd, Math.min(context.nextStart, sentence.to));
  if (isVisited(tokens, sentence, mention, left)) return absent('visited', 'thăm', true);
  const official = opensWithSpeech(tokens, sentence, left) || opensOnBehalf(tokens, sentence);
  const interview = !official && isPrivate(mention, tokens) && predicate !== null && INTERVIEW.lengthAt(tokens, predicate.at) > 0;
  if (interview) return absent('interviewed', words(tokens, { from: predicate.at, to: predicate.at + 1 }), true);
  if (predicate !== null) {
    const role = opensWithSpeech(tokens, sentence, left) && predicate.role === 'attendee' ? 'speaker' : predicate.role;
    return present('predicate', predicate.words, role, 0.85);
  }
  if (opensWithSpeech(tokens, sentence, left)) return present('speech-opening', words(tokens, { from: sentence.from, to: sentence.from + 2 }), 'speaker', 0.85);
  const received = lengthBefore(RECEIVING, tokens, left, 4, sentence.from);
  if (received > 0 && lengthBefore(AMONG_THEM, tokens, left, 4, sentence.from) === 0) return present('received', words(tokens, { from: left - received, to: left }), chairBefore(tokens, left) ? 'chair' : 'attendee', 0.7);
  return { present: null, denied: false, role: 'attendee', reason: { rule: 'unclear', words: '' }, certainty: 0.4 };
};

/** No office is named: a bracket tells a home or a unit, or nothing but `ông`, `bà`, `chị` stands before the name. */
const isPrivate = (mention: Mention, tokens: readonly Token[]): boolean => {
  if (mention.bracket !== null) return true;
  if (mention.titles.length > 0 || mention.sharedTitles.length > 0 || mention.honorific === null) return false;
  return ['anh', 'chi6', 'em', 'ông', 'ba2', 'cu6', 'ban6', 'me6', 'chau3'].includes(tokens[mention.honorific.from]?.key ?? '');
};

/** `đến thăm, tặng quà cho bà X`: whoever is called on at home does not attend. */
const isVisited = (tokens: readonly Token[], sentence: Sentence, mention: Mention, left: number): boolean => {
  if (mention.titles.length > 0 || mention.honorific === null) return false;
  for (let at = left - 1; at >= sentence.from && at > left - 14; at -= 1) {
    if (isMark(tokens, at, '.', ';', ':')) return false;
    if (VISITS.lengthAt(tokens, at, left) > 0 && tokens[at]?.capital !== true) return true;
  }
  return false;
};
const VISITS = phraseTable('thăm hỏi|đến thăm|thăm và tặng quà|tới thăm|thăm , tặng quà|thăm gia đình|thăm , động viên|hỗ trợ|hỗ trợ gia đình|trao nhà|thăm viếng|chia buồn');

const absent = (rule: string, said: string, denied: boolean): Verdict => ({
  present: false,
  denied,
  role: 'attendee',
  reason: { rule, words: said },
  certainty: 0.8,
});

const present = (rule: string, said: string, role: AttendeeRole, certainty: number): Verdict => ({
  present: true,
  denied: false,
  role,
  reason: { rule, words: said },
  certainty,
});

const words = (tokens: readonly Token[], range: { readonly from: number; readonly to: number }): string =>
  tokens.slice(range.from, Math.min(range.to, range.from + 12)).map((token) => token.text).join(' ');

const deniedBeside = (tokens: readonly Token[], sentence: Sentence, mention: Mention, chainStart: number): string | null => {
  for (const edge of new Set([mention.whole.from, mention.name.from, chainStart])) {
    const at = isMark(tokens, edge - 1, ':') ? edge - 1 : edge;
    const length = lengthBefore(ABSENCE_BEFORE, tokens, at, 5, sentence.from);
    if (length > 0) return words(tokens, { from: at - length, to: at });
  }
  const after = mention.whole.to;
  const skip = tokens[after]?.text === 'đã' ? 1 : 0;
  const length = ABSENCE_AFTER.lengthAt(tokens, after + skip, sentence.to);
  return length > 0 ? words(tokens, { from: after + skip, to: after + skip + length }) : null;
};

const isPerformer = (tokens: readonly Token[], mention: Mention, chainStart: number, floor: number): boolean => {
  const titles = [...mention.titles, ...mention.sharedTitles];
  if (titles.some((title) => PERFORMER_HEADS.lengthAt(tokens, title.from) > 0)) return true;
  return lengthBefore(PERFORMER_HEADS, tokens, chainStart, 3, floor) > 0;
};

/** `do X làm trưởng đoàn`, `X dẫn đầu`, `Trưởng đoàn là X`. */
const leads = (tokens: readonly Token[], mention: Mention, sentence: Sentence): boolean => {
  const after = isMark(tokens, mention.whole.to, ',') ? mention.whole.to + 1 : mention.whole.to;
  if (LEAD.lengthAt(tokens, after, sentence.to) > 0) return true;
  const length = lengthBefore(phraseLead, tokens, mention.whole.from, 4, sentence.from);
  return length > 0;
};
const phraseLead = phraseTable('trưởng đoàn là|trưởng đoàn công tác là|dẫn đầu là|dẫn đầu đoàn là|sự dẫn đầu của');

interface Predicate {
  readonly at: number;
  readonly role: AttendeeRole;
  readonly words: string;
}

/** The first predicate after a person or a row of people, past adverbs, `thay mặt …` and a closing comma or dash. */
const predicateAfter = (tokens: readonly Token[], from: number, limit: number): Predicate | null => {
  let at = from;
  if (isMark(tokens, at, ',', '-')) at += 1;
  let behalf = false;
  for (let guard = 0; guard < WINDOW && at < limit; guard += 1) {
    const token = tokens[at];
    if (token === undefined) return null;
    if (token.kind === 'mark' && !(behalf && isMark(tokens, at, ','))) return null;
    const chair = CHAIR_VERBS.lengthAt(tokens, at, limit);
    if (chair > 0) return { at, role: 'chair', words: words(tokens, { from: at, to: at + chair }) };
    const skipped = SKIPPED.lengthAt(tokens, at, limit);
    const speech = SPEECH_VERBS.lengthAt(tokens, at, limit);
    const presence = Math.max(PRESENCE_VERBS.lengthAt(tokens, at, limit), ATTEND_VERBS.lengthAt(tokens, at, limit));
    if (speech >= presence && speech > skipped) return { at, role: 'speaker', words: words(tokens, { from: at, to: at + speech }) };
    if (presence > 0 && presence >= skipped && !(token.text === 'cùng')) {
      return followedByChair(tokens, at, limit) ?? { at, role: 'attendee', words: words(tokens, { from: at, to: at + presence }) };
    }
    if (skipped > 0) {
      behalf ||= ['thay', 'cùng', 'và'].includes(token.text);
      at += skipped;
      continue;
    }
    if (!behalf) return null;
    at += 1;
  }
  return null;
};

/** `dự và chủ trì`, `dự và phát biểu`: the stronger verb behind the first one. */
const followedByChair = (tokens: readonly Token[], at: number, limit: number): Predicate | null => {
  for (let next = at + 1; next < Math.min(limit, at + 4); next += 1) {
    if (tokens[next]?.kind === 'mark' && !isMark(tokens, next, ',')) return null;
    if (CHAIR_VERBS.lengthAt(tokens, next, limit) > 0) return { at: next, role: 'chair', words: 'chủ trì' };
    if (tokens[next]?.text === 'phát') return { at: next, role: 'speaker', words: 'phát biểu' };
  }
  return null;
};

const startsEarlier = (tokens: readonly Token[], sentence: Sentence): boolean => {
  let at = sentence.from;
  while (at < sentence.to && at < sentence.from + 40 && tokens[at]?.kind === 'mark') at += 1;
  return EARLIER.lengthAt(tokens, at, sentence.to) > 0;
};

const INTERVIEW_OPENERS = phraseTable('trả lời phỏng vấn|trả lời báo chí|trao đổi với phóng viên|chia sẻ với phóng viên|nói với phóng viên|trao đổi với báo|trao đổi với chúng tôi|chia sẻ với chúng tôi|trò chuyện với|tâm sự với|trao đổi với pv');
const opensInterview = (tokens: readonly Token[], sentence: Sentence): boolean => INTERVIEW_OPENERS.lengthAt(tokens, sentence.from, sentence.to) > 0;

/** `Phát biểu tại buổi lễ, X …`: the person is the first of the main clause. */
const opensWithSpeech = (tokens: readonly Token[], sentence: Sentence, left: number): boolean => {
  let at = sentence.from;
  while (at < left && at < sentence.from + 40 && tokens[at]?.kind === 'mark') at += 1;
  const opening = OPENING_SPEECH.lengthAt(tokens, at, left);
  if (opening === 0 || tokens[at]?.text.toLowerCase() === 'tại') return false;
  if (left - at >= 40 || (!isMark(tokens, left - 1, ',') && left - at > 14)) return false;
  for (let next = at; next < left; next += 1) if (isMark(tokens, next, ';', ':')) return false;
  return true;
};

/** `Đại diện sinh viên, em X chia sẻ …`: whoever speaks for others speaks at the event. */
const opensOnBehalf = (tokens: readonly Token[], sentence: Sentence): boolean => ON_BEHALF.lengthAt(tokens, sentence.from, sentence.to) > 0;
const ON_BEHALF = phraseTable('đại diện|thay mặt|đại diện cho');

const chairBefore = (tokens: readonly Token[], left: number): boolean => lengthBefore(CHAIR_OF, tokens, left, 4) > 0;
const CHAIR_OF = phraseTable('sự chủ trì của|sự điều hành của');
