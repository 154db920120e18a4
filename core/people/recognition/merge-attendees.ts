import type { AttendeeRole, FoundAttendee, Span } from '#core/people/analysis.ts';
import { STRONG_SURNAMES, WEAK_SURNAMES } from '#core/people/lexicon/surnames.ts';
import { CHAIR_VERBS, SPEECH_VERBS } from '#core/people/lexicon/verbs.ts';
import type { JudgedMention } from '#core/people/recognition/mention.ts';
import { rankAt, titleHeadAt, titleSegmentEnd } from '#core/people/recognition/title-grammar.ts';
import { spanOf, surface, type TokenRange } from '#core/people/recognition/token-range.ts';
import { foldVietnamese } from '#core/vietnamese/fold.ts';
import { phraseTable } from '#core/vietnamese/phrase-table.ts';
import { isVietnameseSyllable } from '#core/vietnamese/syllable.ts';
import type { Token } from '#core/vietnamese/tokens.ts';

const RANK: Readonly<Record<AttendeeRole, number>> = { attendee: 0, speaker: 1, leader_of_delegation: 2, chair: 3 };

interface Person {
  readonly key: string;
  readonly mentions: JudgedMention[];
}

/** One attendee per person who was there, from all mentions of the name; in the order of the chosen mentions. */
export const mergeAttendees = (text: string, tokens: readonly Token[], judged: readonly JudgedMention[]): FoundAttendee[] => {
  const persons = groupByName(tokens, judged);
  const present = persons.filter((person) => isPresent(person));
  const acted = rolesByTitle(tokens, present, judged);
  const occurrences = findOccurrences(tokens, present);
  return present
    .map((person) => asAttendee(text, tokens, person, acted.get(person) ?? 'attendee', occurrences.get(person) ?? []))
    .sort((a, b) => a.start - b.start);
};

const nameKey = (tokens: readonly Token[], range: TokenRange): string =>
  tokens.slice(range.from, range.to).map((token) => token.key).join(' ');

const groupByName = (tokens: readonly Token[], judged: readonly JudgedMention[]): Person[] => {
  const persons = new Map<string, Person>();
  const slips: JudgedMention[] = [];
  for (const item of judged) {
    const key = nameKey(tokens, item.mention.name);
    const known = persons.get(key);
    if (known !== undefined) known.mentions.push(item);
    else if (isSlip(tokens, item.mention.name)) slips.push(item);
    else persons.set(key, { key, mentions: [item] });
  }
  addSlips(tokens, persons, slips);
  return mergeForeignSpellings(tokens, [...persons.values()]);
};

/** A Vietnamese name whose first word is no family name: `Nguyên Văn A` may be a slip for `Nguyễn Văn A`. */
const isSlip = (tokens: readonly Token[], name: TokenRange): boolean => {
  const first = tokens[name.from];
  if (first === undefined || !isVietnameseSyllable(first.text)) return false;
  return !STRONG_SURNAMES.has(first.key) && !WEAK_SURNAMES.has(first.key);
};

/** A slip goes to the first person whose name differs from it in tones and marks only. */
const addSlips = (tokens: readonly Token[], persons: Map<string, Person>, slips: readonly JudgedMention[]): void => {
  if (slips.length === 0) return;
  const byFold = new Map<string, Person>();
  const index = (person: Person): void => {
    const folded = foldKey(person.key);
    if (!byFold.has(folded)) byFold.set(folded, person);
  };
  for (const person of persons.values()) index(person);
  for (const item of slips) {
    const key = nameKey(tokens, item.mention.name);
    const same = persons.get(key) ?? byFold.get(foldKey(key));
    if (same === undefined) {
      const person = { key, mentions: [item] };
      persons.set(key, person);
      index(person);
    } else same.mentions.push(item);
  }
};

const foldKey = (key: string): string => foldVietnamese(key.replace(/[2-6]/gu, ''));

/** Two foreign spellings of one guest bear the same title (`Thông-luông Xi-xu-lít`, `Thongloun Sisoulith`). */
const mergeForeignSpellings = (tokens: readonly Token[], persons: readonly Person[]): Person[] => {
  const merged: Person[] = [];
  // Where the first foreigner stands in `merged` whose name begins with a letter and who bears a title.
  const bearers = new Map<string, number>();
  for (const person of persons) {
    if (!isForeign(tokens, person)) {
      merged.push(person);
      continue;
    }
    const keys = [...titleKeys(tokens, person)].filter((title) => title.includes(' ')).map((title) => `${person.key[0] ?? ''}|${title}`);
    const at = keys.reduce((first, key) => Math.min(first, bearers.get(key) ?? first), merged.length);
    const twin = merged[at];
    if (twin === undefined) merged.push(person);
    else for (const mention of person.mentions) twin.mentions.push(mention);
    for (const key of keys) bearers.set(key, Math.min(at, bearers.get(key) ?? at));
  }
  return merged;
};

const isForeign = (tokens: readonly Token[], person: Person): boolean => {
  const name = person.mentions[0]?.mention.name;
  if (name === undefined) return false;
  return tokens.slice(name.from, name.to).some((token) => token.text.includes('-') || !isVietnameseSyllable(token.text));
};

const titleKeys = (tokens: readonly Token[], person: Person): ReadonlySet<string> =>
  new Set(person.mentions.flatMap(({ mention }) => mention.titles.map((title) => nameKey(tokens, title))));

const isPresent = (person: Person): boolean => {
  const leads = (item: JudgedMention): boolean => ['chair', 'leader_of_delegation'].includes(item.verdict.role);
  if (person.mentions.some((item) => item.inBlock || (item.verdict.present === true && leads(item)))) return true;
  if (person.mentions.some((item) => item.verdict.denied)) return false;
  return person.mentions.some((item) => item.verdict.present === true && isPersonLike(item));
};

/** A bare capitalised name is too little; an honorific, a title or a certain name is needed. */
const isPersonLike = ({ mention, verdict }: JudgedMention): boolean =>
  mention.honorific !== null || mention.titles.length > 0 || mention.sharedTitles.length > 0 || (mention.certainty >= 0.7 && verdict.certainty >= 0.85);

/** `Chủ tịch nước nêu rõ`, `do Đức Pháp chủ chủ trì`: an office without a name acts; it is the one person who bears it. */
const rolesByTitle = (tokens: readonly Token[], persons: readonly Person[], judged: readonly JudgedMention[]): ReadonlyMap<Person, AttendeeRole> => {
  const bearers = new Map<string, Person | null>();
  for (const person of persons) {
    for (const key of [...titleKeys(tokens, person)].flatMap((title) => [title, shortTitle(title)])) {
      bearers.set(key, bearers.has(key) && bearers.get(key) !== person ? null : person);
    }
  }
  const roles = new Map<Person, AttendeeRole>();
  if (bearers.size === 0) return roles;
  const heads = new Set([...bearers.keys()].map((key) => key.split(' ')[0] ?? ''));
  const names = new Set(judged.map(({ mention }) => mention.name.from));
  for (let at = 0; at < tokens.length; at += 1) {
    if (!heads.has(tokens[at]?.key ?? '') || tokens[at]?.capital !== true) continue;
    const head = Math.max(titleHeadAt(tokens, at), rankAt(tokens, at));
    if (head === 0) continue;
    const end = titleSegmentEnd(tokens, at, head, Math.min(tokens.length, at + 20), (index) => names.has(index));
    const adverb = ['cũng', 'đã', 'còn'].includes(tokens[end]?.text ?? '') ? 1 : 0;
    const person = bearers.get(nameKey(tokens, { from: at, to: end })) ?? null;
    // `Trung tá Hứa Thị X`: a family name may be written like a verb.
    const acts = person !== null && tokens[end + adverb]?.capital === false;
    if (acts && CHAIR_VERBS.lengthAt(tokens, end + adverb) > 0) roles.set(person, 'chair');
    else if (acts && SPEECH_VERBS.lengthAt(tokens, end + adverb) > 0 && !roles.has(person)) roles.set(person, 'speaker');
    at = Math.max(at, end - 1);
  }
  return roles;
};

/** The office without its body, as a text names it the second time: `Đức Pháp chủ`, `Tổng Bí thư`, `Thủ tướng`. */
const shortTitle = (title: string): string => {
  const words = title.split(' ');
  const known = ['đưc3 phap3 chu5', 'đưc3 giao3 chu5', 'tông5 bi3 thư', 'thu5 tương3', 'chu5 tich6 nươc3', 'chu5 tich6 quôc3 hôi6'];
  return known.find((short) => `${title} `.startsWith(`${short} `)) ?? words.join(' ');
};

const chosen = (tokens: readonly Token[], person: Person): JudgedMention | undefined => {
  const present = person.mentions.filter((item) => item.verdict.present === true);
  const isTitled = ({ mention }: JudgedMention): boolean => mention.titles.length + mention.sharedTitles.length > 0;
  const elsewhere = !present.some(isTitled) && person.mentions.some(isTitled);
  const pool = present.length === 0 || elsewhere ? person.mentions : present;
  const length = (item: JudgedMention): number => item.mention.titles.reduce((sum, title) => sum + spanLength(tokens, title), 0);
  const count = (item: JudgedMention): number => item.mention.titles.length + item.mention.sharedTitles.length;
  return pool.reduce<JudgedMention | undefined>((best, item) => {
    if (best === undefined) return item;
    if (item.inBlock !== best.inBlock) return item.inBlock ? item : best;
    if (count(item) !== count(best)) return count(item) > count(best) ? item : best;
    return length(item) > length(best) ? item : best;
  }, undefined);
};

const spanLength = (tokens: readonly Token[], range: TokenRange): number => {
  const { start, end } = spanOf(tokens, range);
  return end - start;
};

const findOccurrences = (tokens: readonly Token[], persons: readonly Person[]): ReadonlyMap<Person, readonly Span[]> => {
  const byKey = new Map<string, Person>();
  const spellings = new Set<string>();
  for (const person of persons) {
    for (const { mention } of person.mentions) {
      byKey.set(nameKey(tokens, mention.name), person);
      spellings.add(tokens.slice(mention.name.from, mention.name.to).map((token) => token.text.replace(/\.$/u, '')).join(' '));
    }
  }
  const names = phraseTable(...spellings);
  const found = new Map<Person, Span[]>();
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.capital !== true) continue;
    const length = names.lengthAt(tokens, at);
    if (length === 0) continue;
    const range = { from: at, to: at + length };
    const person = byKey.get(nameKey(tokens, range));
    if (person === undefined) continue;
    const spans = found.get(person);
    if (spans === undefined) found.set(person, [spanOf(tokens, range)]);
    else spans.push(spanOf(tokens, range));
    at += length - 1;
  }
  return found;
};

const asAttendee = (
  text: string,
  tokens: readonly Token[],
  person: Person,
  roleByTitle: AttendeeRole,
  mentions: readonly Span[],
): FoundAttendee => {
  const main = chosen(tokens, person);
  if (main === undefined) throw new Error('a person without a mention');
  const { mention, verdict } = main;
  const strongest = person.mentions
    .filter((item) => item.verdict.present === true)
    .reduce<JudgedMention>((best, item) => (RANK[item.verdict.role] > RANK[best.verdict.role] ? item : best), main);
  const role = RANK[roleByTitle] > RANK[strongest.verdict.role] ? roleByTitle : strongest.verdict.role;
  const led = person.mentions.find((item) => item.verdict.role === 'leader_of_delegation')?.delegation ?? null;
  const delegation = main.delegation ?? led;
  const name = surface(text, tokens, mention.name);
  const span = spanOf(tokens, mention.name);
  return {
    ...span,
    text: name,
    name,
    titles: [...mention.sharedTitles, ...mention.titles].map((title) => surface(text, tokens, title)),
    honorific: mention.honorific === null ? null : surface(text, tokens, mention.honorific),
    delegation: delegation === null ? null : surface(text, tokens, delegation),
    role,
    confidence: Math.round(Math.min(mention.certainty, 1) * verdict.certainty * 100) / 100,
    reason: verdict.reason,
    mentions: mentions.length > 0 ? mentions : [span],
  };
};
