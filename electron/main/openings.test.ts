import { expect, it } from 'vitest';
import { err, ok } from '#core/base/result.ts';
import { wireError } from '#core/contract/errors.ts';
import { readOpenings } from './openings.ts';
import { parseLaunch } from './launch.ts';

it('text becomes a story, a hand-off file is left as it is, what can’t be read says why', async () => {
  const read: string[] = [];
  const launch = parseLaunch(['/a/ghi.txt', '/a/bai.toasoan', '/a/hong.txt', '--new-story', '--story=0198a1b2-0000-7000-8000-000000000001'], '/');
  const openings = await readOpenings(launch, async (path) => {
    read.push(path);
    return path.endsWith('hong.txt') ? err(wireError('import.binary', { name: 'hong.txt' })) : ok('Vĩnh Sa');
  });
  expect(openings).toEqual([
    { kind: 'text', name: 'ghi.txt', text: 'Vĩnh Sa' },
    { kind: 'refused', error: { code: 'import.hand-off', params: { name: 'bai.toasoan' } } },
    { kind: 'refused', error: { code: 'import.binary', params: { name: 'hong.txt' } } },
    { kind: 'story', id: '0198a1b2-0000-7000-8000-000000000001' },
    { kind: 'new-story' },
  ]);
  expect(read).toEqual(['/a/ghi.txt', '/a/hong.txt']);
});

it('a hundred files are a mistake', async () => {
  const launch = parseLaunch(Array.from({ length: 100 }, (_, index) => `/a/${index}.txt`), '/');
  expect(await readOpenings(launch, async () => ok('a'))).toHaveLength(10);
});
