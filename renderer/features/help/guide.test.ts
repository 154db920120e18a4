import { describe, expect, it } from 'vitest';
import { allCommands } from '#renderer/app/commands/app-commands.ts';
import { catalogue } from '#renderer/i18n/catalogue.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { createWords } from '#renderer/i18n/translate.ts';
import { matchesIn, searchGuide } from './guide-search.ts';
import { plainText, textsOf } from './plain-text.ts';
import { readMarks } from './read-marks.ts';
import type { Run } from './read-marks.ts';
import { topicIds } from './topic-ids.ts';
import { allTopics } from './topics/all-topics.ts';

const texts = allTopics.flatMap((topic) => [catalogue[`help.topic.${topic.id}`], topic.lead, ...topic.pieces.flatMap(textsOf)].map((text) => ({ topic: topic.id, text })));
/** What stands in strong words may itself be taken apart. */
const runsOf = (text: string): readonly Run[] => readMarks(text).flatMap((run) => (run.kind === 'strong' && run.text.startsWith('{') ? [run, ...runsOf(run.text)] : [run]));
const named = (run: Run): string => (run.kind === 'command' ? `${run.shows} ${run.id}` : run.kind === 'says' ? run.key : run.kind === 'see' ? run.topic : run.kind === 'keys' ? run.keys : '');

describe('the guide', () => {
  it('has every topic once, in order', () => {
    expect(allTopics.map(({ id }) => id)).toEqual(topicIds);
  });

  it('names only commands, keys, words and topics that exist', () => {
    const wrong = texts.flatMap(({ topic, text }) =>
      [...runsOf(text.vi), ...runsOf(text.en)].filter((run) => {
        if (run.kind === 'command') {
          const command = allCommands.find(({ id }) => id === run.id);
          return command === undefined || (run.shows !== 'name' && command.shortcuts.length === 0);
        }
        // A sentence with gaps would show them.
        if (run.kind === 'says') return !(run.key in catalogue) || catalogue[run.key as MessageKey].vi.includes('{');
        return run.kind === 'see' && !topicIds.some((id) => id === run.topic);
      }).map((run) => `${topic}: ${named(run)}`),
    );
    expect(wrong).toEqual([]);
  });

  it('says the same in both languages: the same names, in any order', () => {
    const marks = (text: string): string => runsOf(text).map(named).toSorted().join();
    expect(texts.filter(({ text }) => marks(text.vi) !== marks(text.en)).map(({ text }) => text.en)).toEqual([]);
  });

  it('takes the interface’s own words from the interface', () => {
    const known = new Set<string>(Object.values(catalogue).flatMap(({ vi, en }) => [vi, en]));
    const copied = texts.flatMap(({ text }) => [text.vi, text.en]).flatMap((text) => readMarks(text).flatMap((run) => (run.kind === 'strong' && known.has(run.text) ? [run.text] : [])));
    expect(copied).toEqual([]);
  });

  it('is NFC, calm and short', () => {
    for (const { text } of texts) {
      expect(text.vi.normalize('NFC')).toBe(text.vi);
      expect(`${text.vi}${text.en}`).not.toMatch(/!(?!\[)/);
      expect(Math.max(text.vi.length, text.en.length), text.en).toBeLessThan(420);
    }
  });

  it.each([
    ['vi', 'chuc danh', 'people'],
    ['vi', 'chức danh', 'people'],
    ['vi', 'mat dien', 'saving'],
    ['vi', 'DIA DAY', 'trouble'],
    ['vi', 'may khac', 'moving'],
    ['vi', 'nop bai', 'review'],
    ['en', 'caption', 'photos'],
    ['en', 'disk full', 'trouble'],
  ] as const)('finds in %s “%s”, accents or not', (language, query, topic) => {
    expect(searchGuide(allTopics, query, createWords(language))[0]?.topic.id).toBe(topic);
  });

  it('finds only what has every word, and shows the line that says it', () => {
    const words = createWords('vi');
    expect(searchGuide(allTopics, 'luu xyzzy', words)).toEqual([]);
    const [found] = searchGuide(allTopics, 'gach cham', words);
    expect(found?.line).toContain('gạch chấm');
    expect(matchesIn('Đánh dấu, danh sách', 'danh')).toEqual([[0, 4], [10, 14]]);
    expect(matchesIn('Đánh dấu, danh sách', 'Đánh')).toEqual([[0, 4]]);
    expect(searchGuide(allTopics, '', words).map(({ topic }) => topic.id)).toEqual(topicIds);
  });
});

describe('texts of the guide', () => {
  it('are taken apart', () => {
    expect(readMarks('Bấm {do story.submit} rồi {key Mod+K}, **đừng** {name story.trash}, xem {see photos} và {key @}.')).toEqual([
      { kind: 'words', text: 'Bấm ' },
      { kind: 'command', id: 'story.submit', shows: 'both' },
      { kind: 'words', text: ' rồi ' },
      { kind: 'keys', keys: 'Mod+K' },
      { kind: 'words', text: ', ' },
      { kind: 'strong', text: 'đừng' },
      { kind: 'words', text: ' ' },
      { kind: 'command', id: 'story.trash', shows: 'name' },
      { kind: 'words', text: ', xem ' },
      { kind: 'see', topic: 'photos' },
      { kind: 'words', text: ' và ' },
      { kind: 'keys', keys: '@' },
      { kind: 'words', text: '.' },
    ]);
    expect(readMarks('{do, story.submit}')).toEqual([{ kind: 'command', id: 'story.submit', shows: 'both' }]);
    expect(() => readMarks('{shout story.submit}')).toThrow('shout');
  });

  it('read as the window says it', () => {
    expect(plainText({ vi: '**{says story.save.saved}**: {name story.submit}', en: '' }, createWords('vi'))).toBe('Đã lưu trên máy này: Nộp bài');
  });
});
