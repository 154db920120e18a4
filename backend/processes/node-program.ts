import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { StartProgram } from './start-program.ts';

/** What a process needs to run at all; secrets of this one's surroundings are not among it. */
const harmless = ['PATH', 'HOME', 'USERPROFILE', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LANG'];
const environment = (): NodeJS.ProcessEnv => Object.fromEntries(harmless.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));

/** Milliseconds a program that was asked to end may take. */
const patience = 6_000;

/** The program as a child of this very Node; `prints`: what it prints is heard. */
export const nodeProgram = (entry: string, { prints = false }: { readonly prints?: boolean } = {}): StartProgram => (args, events) => {
  const child: ChildProcess = fork(entry, [...args], { execArgv: [], serialization: 'advanced', stdio: ['ignore', prints ? 'pipe' : 'ignore', 'ignore', 'ipc'], env: environment() });
  let isOver = false;
  const over = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    events.onExit(reason);
  };
  child.on('message', (data) => events.onMessage?.(data));
  child.stdout?.setEncoding('utf8').on('data', (text: string) => events.onText?.(text));
  // Without a listener an error would end us. One that comes while it runs (a message that can't be sent) is no end of it.
  child.on('error', (problem: NodeJS.ErrnoException) => {
    if (child.pid === undefined) over(problem.code ?? problem.name);
  });
  child.once('exit', (code, signal) => over(String(code ?? signal ?? 'unknown')));
  return {
    tell: (data) => void (child.connected && child.send(data as object)),
    end(how) {
      if (how === 'now') return void child.kill('SIGKILL');
      const force = setTimeout(() => child.kill('SIGKILL'), patience);
      child.once('exit', () => clearTimeout(force));
      child.kill();
    },
    hold(on) {
      if (on) child.ref();
      else child.unref();
      if (on) child.channel?.ref();
      else child.channel?.unref();
    },
  };
};
