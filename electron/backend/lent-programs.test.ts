import { describe, expect, it } from 'vitest';
import { makeDecoder } from '#backend/media/decoder.ts';
import type { FromBackend } from '#core/contract/desktop-backend.ts';
import { makeLentPrograms } from './lent-programs.ts';

describe('programs that the application starts', () => {
  it('are told and heard by number, and are over once', () => {
    const said: FromBackend[] = [];
    const heard: string[] = [];
    const programs = makeLentPrograms({ say: (message) => void said.push(message) });
    const running = programs.starter('portal')(['--data', '/a'], { onMessage: (data) => void heard.push(`message ${String(data)}`), onText: (text) => void heard.push(`text ${text}`), onExit: (reason) => void heard.push(`exit ${reason}`) });
    programs.starter('decoder')([], { onExit: () => void heard.push('the other one') });
    running.tell('a');
    programs.heard({ kind: 'program', number: 0, said: { kind: 'message', data: 1 } });
    programs.heard({ kind: 'program', number: 0, said: { kind: 'text', text: 'http://127.0.0.1:1\n' } });
    running.end('in-peace');
    for (let times = 0; times < 2; times++) programs.heard({ kind: 'program', number: 0, said: { kind: 'exit', code: 0 } });
    expect(heard).toEqual(['message 1', 'text http://127.0.0.1:1\n', 'exit 0']);
    expect(said).toEqual([
      { kind: 'start-program', number: 0, program: 'portal', args: ['--data', '/a'] },
      { kind: 'start-program', number: 1, program: 'decoder', args: [] },
      { kind: 'tell-program', number: 0, data: 'a' },
      { kind: 'end-program', number: 0 },
    ]);
  });

  it('decode pictures; one that dies is started anew for the next picture', async () => {
    const said: FromBackend[] = [];
    const programs = makeLentPrograms({ say: (message) => void said.push(message) });
    const decoder = makeDecoder({ start: programs.starter('decoder') });
    const first = decoder.decode('/a.jpg');
    await Promise.resolve();
    programs.heard({ kind: 'program', number: 0, said: { kind: 'message', data: { ready: true } } });
    expect(said.at(-1)).toEqual({ kind: 'tell-program', number: 0, data: { path: '/a.jpg' } });
    programs.heard({ kind: 'program', number: 0, said: { kind: 'exit', code: 139 } });
    expect(await first).toEqual({ kind: 'broken' });
    const second = decoder.decode('/b.jpg');
    await new Promise((resolve) => setImmediate(resolve));
    programs.heard({ kind: 'program', number: 1, said: { kind: 'message', data: { ready: true } } });
    programs.heard({ kind: 'program', number: 1, said: { kind: 'message', data: { answer: { kind: 'too-large', limit: '100 MP' } } } });
    expect(await second).toEqual({ kind: 'too-large', limit: '100 MP' });
    decoder.close();
    expect(said.at(-1)).toEqual({ kind: 'end-program', number: 1 });
  });
});
