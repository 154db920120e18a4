import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { strict } from '../strict.ts';
import type { ProcessSight } from '../wire.ts';

interface ForkOptions {
  readonly serviceName?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly stdio?: 'pipe' | 'ignore' | 'inherit' | ('pipe' | 'ignore' | 'inherit')[];
}

const register = fileURLToPath(new URL('../backend/register.ts', import.meta.url));
const alive = new Set<DoubledUtilityProcess>();

/** The processes that run now. */
export const processes = (): readonly ProcessSight[] => [...alive].flatMap(({ serviceName, pid }) => (pid === undefined ? [] : [{ pid, serviceName }]));

/** A real process of its own, running Node where Electron would run its Node: the same bundle, the same messages. */
class DoubledUtilityProcess extends EventEmitter {
  readonly child: ChildProcess;
  readonly serviceName: string;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;

  constructor(path: string, args: readonly string[] = [], { serviceName = 'Node Utility Process', env = process.env, stdio = 'inherit' }: ForkOptions = {}) {
    super();
    this.serviceName = serviceName;
    const [stdin, stdout, stderr] = typeof stdio === 'string' ? [stdio, stdio, stdio] : stdio;
    const execArgv = ['--import', register];
    this.child = fork(path, args, { env, execArgv, serialization: 'advanced', stdio: [stdin === 'pipe' ? 'ignore' : (stdin ?? 'ignore'), stdout ?? 'ignore', stderr ?? 'ignore', 'ipc'] });
    this.stdout = this.child.stdout;
    this.stderr = this.child.stderr;
    alive.add(this);
    this.child.on('spawn', () => this.emit('spawn'));
    this.child.on('message', (message) => this.emit('message', message));
    this.child.on('exit', (code) => {
      alive.delete(this);
      this.emit('exit', code ?? 1);
    });
  }
  get pid(): number | undefined {
    return this.child.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined;
  }
  postMessage(message: unknown): void {
    // To a process that is gone it is lost, as with Electron.
    if (this.child.connected) this.child.send(message as object, () => undefined);
  }
  kill(): boolean {
    return this.child.kill('SIGTERM');
  }
}

process.on('exit', () => {
  for (const { child } of alive) child.kill('SIGKILL');
});

export const utilityProcess = strict('utilityProcess', {
  fork: (path: string, args?: readonly string[], options?: ForkOptions): DoubledUtilityProcess => strict('UtilityProcess', new DoubledUtilityProcess(path, args, options)),
});
