import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, testClock } from '#tests/stand-ins/ports.ts';
import { fileLog } from './log.ts';

describe('the log', () => {
  it('writes one object a line, without the words of a parser that quotes its input', () => {
    const folder = temporaryFolder();
    const log = fileLog(folder, testClock());
    log.info('opened', { door: 'browser' });
    try {
      JSON.parse('Chữ của phóng viên');
    } catch (problem) {
      log.problem('call.failed', problem, { call: 'story.append' });
    }
    const lines = readFileSync(join(folder, 'toasoan.log'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([{ level: 'info', event: 'opened', door: 'browser' }, { level: 'problem', kind: 'SyntaxError', call: 'story.append' }]);
    expect(JSON.stringify(lines)).not.toContain('Chữ của');
  });

  it('begins a new file at one megabyte and keeps the last', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'toasoan.log');
    writeFileSync(path, 'x'.repeat(1024 * 1024 + 1));
    fileLog(folder, testClock()).info('opened');
    expect(statSync(`${path}.1`).size).toBe(1024 * 1024 + 1);
    expect(statSync(path).size).toBeLessThan(200);
  });

  it('does not fail its caller when it can’t write, and says later what was lost', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'logs');
    const log = fileLog(path, testClock());
    log.info('lost');
    mkdirSync(path);
    log.info('written');
    expect(JSON.parse(readFileSync(join(path, 'toasoan.log'), 'utf8'))).toMatchObject({ event: 'written', linesLostBefore: 1 });
  });
});
