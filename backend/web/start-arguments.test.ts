import { expect, test } from 'vitest';
import { parseStartArguments } from './start-arguments.ts';

test('nothing given leaves all open', () => {
  expect(parseStartArguments([])).toEqual({ ok: true, value: { library: null, port: null, allowHosts: [], open: null, empty: false } });
});

test('all given', () => {
  const args = ['--library', 'tin', '--port', '9000', '--allow-host', 'Desk.Example', '--allow-host', 'localhost:80', '--no-open', '--empty'];
  expect(parseStartArguments(args)).toEqual({ ok: true, value: { library: 'tin', port: 9000, allowHosts: ['desk.example', 'localhost:80'], open: false, empty: true } });
  expect(parseStartArguments(['--open'])).toMatchObject({ value: { open: true } });
});

test.each([['--port', '70000'], ['--port', 'x'], ['--port=-1'], ['--allow-host', 'http://x'], ['--allow-host', 'a/b'], ['--allow-host', 'a b'], ['--allow-host', '*'], ['--allow-host', ''], ['--wrong'], ['library'], ['--library']])(
  'refused: %s %s',
  (...args) => {
    expect(parseStartArguments(args.filter((arg) => arg !== undefined))).toMatchObject({ ok: false });
  },
);
