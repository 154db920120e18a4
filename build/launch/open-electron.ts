import { spawn } from 'node:child_process';

export interface ElectronStart {
  readonly program: string;
  /** The folder whose package.json names the application's main file. */
  readonly app: string;
  /** After the application's folder: `--library DIR`, files to open. */
  readonly args: readonly string[];
  readonly platform: string;
  readonly isRoot: boolean;
}

/**
 * What Electron is started with. Chromium refuses to run its sandbox as root on Linux, so there, and only from this launcher of
 * a source tree, the sandbox is off: never in an installed application, whose start files carry no such switch.
 */
export const electronArguments = ({ app, args, platform, isRoot }: Omit<ElectronStart, 'program'>): readonly string[] => [
  ...(platform === 'linux' && isRoot ? ['--no-sandbox'] : []),
  app,
  ...args,
];

/** How it ended. `isAtOnce`: it failed before a window can have been used. */
export interface ElectronEnd {
  readonly code: number;
  readonly isAtOnce: boolean;
}

/** Milliseconds within which a failure means that Electron can't run here at all: no display, a missing system library. */
const atOnce = 10_000;

/** Runs Electron until it ends. Signals meant for us reach it; it saves and ends by itself. */
export function openElectron(start: ElectronStart): Promise<ElectronEnd> {
  // Either of these would make another program of Electron.
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...env } = process.env;
  const begun = Date.now();
  const child = spawn(start.program, electronArguments(start), { stdio: 'inherit', env });
  let isAskedToEnd = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      isAskedToEnd = true;
      child.kill(signal);
    });
  }
  return new Promise((resolve) => {
    const end = (code: number): void => resolve({ code, isAtOnce: code !== 0 && !isAskedToEnd && Date.now() - begun < atOnce });
    child.once('error', () => end(127));
    child.once('exit', (code, signal) => end(code ?? (signal === null ? 1 : isAskedToEnd ? 0 : 1)));
  });
}
