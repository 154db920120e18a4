import { expect, it } from 'vitest';
import { makeAskLink } from './ask-link.ts';

it('opens what the table allows, after the reporter said yes to its host', async () => {
  const notes: string[] = [];
  const askLink = makeAskLink({ ask: async ({ shown }, isMail) => notes.push(`${isMail ? 'mail' : 'page'} ${shown}`) > 0, open: async (href) => void notes.push(href), ownPortals: () => new Set() });
  expect(await askLink('https://baovinhsa.vn/a')).toBe(true);
  expect(await askLink('mailto:a@baovinhsa.vn')).toBe(true);
  expect(await askLink('file:///etc/passwd')).toBe(false);
  expect(notes).toEqual(['page baovinhsa.vn', 'https://baovinhsa.vn/a', 'mail a@baovinhsa.vn', 'mailto:a@baovinhsa.vn']);
});

it('opens nothing after a no, and asks one question at a time', async () => {
  const opened: string[] = [];
  let answer = (_yes: boolean): void => undefined;
  let asked = 0;
  const askLink = makeAskLink({ ask: () => new Promise((resolve) => { asked++; answer = resolve; }), open: async (href) => void opened.push(href), ownPortals: () => new Set() });
  const first = askLink('https://baovinhsa.vn/a');
  expect(await askLink('https://baovinhsa.vn/b')).toBe(false);
  answer(false);
  expect([await first, asked, opened]).toEqual([false, 1, []]);
  const again = askLink('https://baovinhsa.vn/c');
  answer(true);
  expect([await again, opened]).toEqual([true, ['https://baovinhsa.vn/c']]);
});
