import type { AttendeeRole, FoundAttendee, FoundCollective, Reason, Span } from '#core/people/analysis.ts';
import { type AttendanceBlock, type BlockState, findAttendanceBlock } from '#core/people/recognition/attendance-blocks.ts';
import { delegationInBlock, delegationInTitle, delegationLedBy, delegationOfPoint } from '#core/people/recognition/delegations.ts';
import { collectivesBesidePeople, collectivesInBlock, wholeAudience } from '#core/people/recognition/find-collectives.ts';
import { findNames } from '#core/people/recognition/find-names.ts';
import { judgePresence } from '#core/people/recognition/judge-presence.ts';
import { findListScopes } from '#core/people/recognition/list-scopes.ts';
import { mergeAttendees } from '#core/people/recognition/merge-attendees.ts';
import { quotedTokens } from '#core/people/recognition/quoted-tokens.ts';
import { readMentions } from '#core/people/recognition/read-mentions.ts';
import type { JudgedMention, Mention, Verdict } from '#core/people/recognition/mention.ts';
import { isMark, spanOf, surface, type TokenRange } from '#core/people/recognition/token-range.ts';
import { splitSentences, type Sentence } from '#core/vietnamese/sentences.ts';
import { tokenize, type Token } from '#core/vietnamese/tokens.ts';

export interface RecognisedPeople {
  readonly attendees: readonly FoundAttendee[];
  readonly collectives: readonly FoundCollective[];
  /** Every person read in the text, present or not: name alone, and with titles. In text order. */
  readonly people: readonly { readonly name: Span; readonly whole: Span }[];
}

/** Sentences longer than this many tokens are no prose; only their beginning is read. */
const LONGEST_SENTENCE = 6000;

/**
 * Finds who was at the event of a report: named people with titles, honorific, delegation and role, and unnamed
 * bodies. Rules of the genre only; the same text gives the same answer. Linear in the length of `text`.
 * @param text NFC with `\n` between lines; offsets of the answer are UTF-16 units into it
 * @param breaks rising offsets where no sentence goes on (photo credits inside a line)
 */
export const recognisePeople = (text: string, breaks: readonly number[] = []): RecognisedPeople => {
  const tokens = tokenize(text);
  const quoted = quotedTokens(tokens);
  const judged: JudgedMention[] = [];
  const collectives: FoundCollective[] = [];
  let state: BlockState = { label: null, open: false };
  splitSentences(tokens, breaks).forEach((whole, index) => {
    if (whole.to - whole.from < 3 && tokens[whole.from]?.kind === 'mark') return;
    const sentence = { from: whole.from, to: Math.min(whole.to, whole.from + LONGEST_SENTENCE) };
    const read = readSentence(tokens, sentence, index, state, quoted);
    judged.push(...read.judged);
    for (const found of read.collectives) collectives.push(asCollective(text, tokens, found));
    state = read.state;
  });
  const people = judged.map(({ mention }) => ({ name: spanOf(tokens, mention.name), whole: spanOf(tokens, mention.whole) }));
  return { attendees: mergeAttendees(text, tokens, judged), collectives, people };
};

interface ReadSentence {
  readonly judged: readonly JudgedMention[];
  readonly collectives: readonly { readonly range: TokenRange; readonly delegation: TokenRange | null; readonly reason: Reason }[];
  readonly state: BlockState;
}

const readSentence = (
  tokens: readonly Token[],
  sentence: Sentence,
  index: number,
  state: BlockState,
  quoted: ReadonlySet<number>,
): ReadSentence => {
  const names = findNames(tokens, sentence);
  const starts = new Set(names.map((name) => name.from));
  const scopes = findListScopes(tokens, sentence, (at) => starts.has(at));
  const mentions = readMentions(tokens, sentence, index, names, scopes);
  const block = findAttendanceBlock(tokens, sentence, mentions, scopes, state);
  const chains = findChains(tokens, mentions, scopes.map((scope) => scope.opener));
  const judged = mentions.map((mention, at) => {
    const chain = chains[at] ?? { start: mention.whole.from, end: mention.whole.to, next: sentence.to };
    const verdict = judgePresence(tokens, sentence, mention, {
      block,
      quoted: quoted.has(mention.name.from),
      chainStart: chain.start,
      chainEnd: chain.end,
      nextStart: chain.next,
    });
    return judgedWithDelegation(tokens, sentence, mention, verdict, block);
  });
  const present = judged.filter(({ verdict }) => verdict.present === true).map(({ mention }) => mention);
  const audience = mentions.length === 0 ? wholeAudience(tokens, sentence) : null;
  const listed = block === null || audience !== null ? [] : collectivesInBlock(tokens, block, mentions, scopes);
  const inBlock = audience === null ? listed : [audience];
  const led = judged.flatMap(({ delegation, verdict }) => (delegation !== null && verdict.role === 'leader_of_delegation' && isCounted(tokens, delegation) ? [delegation] : []));
  const beside = block === null && audience === null ? [...collectivesBesidePeople(tokens, sentence, present, state.open), ...led] : [];
  return {
    judged,
    collectives: [
      ...inBlock.map((range) => ({
        range,
        delegation: block?.labels.findLast((label) => label.from <= range.from && range.from < label.to)?.label ?? null,
        reason: { rule: 'attendance-list', words: '' },
      })),
      ...beside.map((range) => ({ range, delegation: null, reason: { rule: 'beside-people', words: '' } })),
    ],
    state: { label: block?.labels.at(-1)?.label ?? null, open: block !== null },
  };
};

/** `đoàn 80 sĩ quan`: a delegation told by its number is itself a body that came. */
const isCounted = (tokens: readonly Token[], range: TokenRange): boolean =>
  tokens.slice(range.from, Math.min(range.to, range.from + 3)).some((token) => token.kind === 'number');

const judgedWithDelegation = (
  tokens: readonly Token[],
  sentence: Sentence,
  mention: Mention,
  verdict: Verdict,
  block: AttendanceBlock | null,
): JudgedMention => {
  const inBlock = verdict.present === true && verdict.reason.rule === 'attendance-list' && block !== null;
  const listed = inBlock ? delegationInBlock(block, mention) : null;
  if (verdict.role === 'leader_of_delegation') {
    return { mention, verdict, delegation: delegationLedBy(tokens, sentence, mention) ?? listed, inBlock };
  }
  for (const title of mention.titles) {
    const led = delegationInTitle(tokens, title);
    if (led === null || verdict.present !== true) continue;
    const role: AttendeeRole = verdict.role === 'chair' ? 'chair' : 'leader_of_delegation';
    return { mention, verdict: { ...verdict, role }, delegation: listed ?? (led === 'none' ? null : led), inBlock };
  }
  const point = verdict.present === true && block === null ? delegationOfPoint(tokens, sentence) : null;
  return { mention, verdict, delegation: listed ?? point, inBlock };
};

interface Chain {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** Rows of people told apart by commas, dashes, `và` and `cùng` only: they share what is said before and after them. */
const findChains = (tokens: readonly Token[], mentions: readonly Mention[], openers: readonly TokenRange[]): Chain[] => {
  const chains: Chain[] = [];
  let from = 0;
  mentions.forEach((mention, index) => {
    const next = mentions[index + 1];
    if (next !== undefined && isLink(tokens, mention.whole.to, next.whole.from, openers)) return;
    const start = mentions[from]?.whole.from ?? mention.whole.from;
    for (let at = from; at <= index; at += 1) {
      chains.push({ start, end: mention.whole.to, next: next?.whole.from ?? Number.MAX_SAFE_INTEGER });
    }
    from = index + 1;
  });
  return chains;
};

const isLink = (tokens: readonly Token[], from: number, to: number, openers: readonly TokenRange[]): boolean => {
  const opener = openers.find((range) => range.from >= from && range.to <= to);
  if (to - from - (opener === undefined ? 0 : opener.to - opener.from) > 4) return false;
  for (let at = from; at < to; at += 1) {
    if (opener !== undefined && at >= opener.from && at < opener.to + 1) continue;
    if (!isMark(tokens, at, ',', '-', ';') && !['và', 'cùng', 'với'].includes(tokens[at]?.text ?? '')) return false;
  }
  return true;
};

const asCollective = (
  text: string,
  tokens: readonly Token[],
  found: { readonly range: TokenRange; readonly delegation: TokenRange | null; readonly reason: Reason },
): FoundCollective => ({
  ...spanOf(tokens, found.range),
  text: surface(text, tokens, found.range),
  delegation: found.delegation === null ? null : surface(text, tokens, found.delegation),
  reason: found.reason,
});
