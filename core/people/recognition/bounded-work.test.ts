import { describe, expect, it } from 'vitest';

import { findAttendanceBlock } from '#core/people/recognition/attendance-blocks.ts';
import { collectivesInBlock } from '#core/people/recognition/find-collectives.ts';
import { findNames } from '#core/people/recognition/find-names.ts';
import { findListScopes } from '#core/people/recognition/list-scopes.ts';
import { readMentions } from '#core/people/recognition/read-mentions.ts';
import { tokenize, type Token } from '#core/vietnamese/tokens.ts';

/** The tokens of a text, counting how often one is looked at. */
const counted = (text: string): { readonly tokens: readonly Token[]; readonly looks: () => number } => {
  let looks = 0;
  const tokens = new Proxy(tokenize(text), {
    get(target, key, receiver): unknown {
      if (typeof key === 'string' && /^\d+$/u.test(key)) looks += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { tokens, looks: () => looks };
};

/** Looks at a token, on average, while one sentence of `words` repeated is read. */
const looksPerToken = (words: string, times: number): number => {
  const { tokens, looks } = counted(words.repeat(times));
  const sentence = { from: 0, to: tokens.length };
  const names = findNames(tokens, sentence);
  const starts = new Set(names.map((name) => name.from));
  const scopes = findListScopes(tokens, sentence, (at) => starts.has(at));
  const mentions = readMentions(tokens, sentence, 0, names, scopes);
  const block = findAttendanceBlock(tokens, sentence, mentions, scopes, { label: null, open: true });
  if (block !== null) collectivesInBlock(tokens, block, mentions, scopes);
  return looks() / tokens.length;
};

describe('reading one sentence', () => {
  it.each([
    'dự có các đồng chí: Trần Văn Án, Ủy viên, Bí thư Tỉnh ủy; lãnh đạo các sở; ',
    'các Chủ tịch ',
    'sự tham dự của lãnh đạo ',
    'các Chủ tịch: Bí thư; ',
    'các đồng chí: ',
    'Phó Chủ tịch - Bí thư, ',
    'về phía Lào có ông Lê Văn Án; ',
    'ông Lê Văn Án và ',
    'Nguyễn ',
    'xa lạ Hà Văn Án ',
    'về phía Lào ',
    'Chủ tịch Hội A Lê Văn Án ',
  ])('looks at every token a bounded number of times: %s', (words) => {
    const [few, many] = [looksPerToken(words, 100), looksPerToken(words, 800)];
    // Eight times the text costs the same for each token; the slack is for bounds that lie beyond the shorter text.
    expect(many).toBeLessThan(few * 1.5 + 40);
  });
});
