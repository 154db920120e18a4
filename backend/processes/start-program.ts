/** What a program of ours, running in a process of its own, lets its starter know. */
export interface ProgramEvents {
  onMessage?(data: unknown): void;
  /** A piece of what it printed. */
  onText?(text: string): void;
  /** Once, also when it never ran. `reason`: exit code, signal or the system's word for why not. */
  onExit(reason: string): void;
}

export interface RunningProgram {
  tell(data: unknown): void;
  /** `now`: killed, since it may be stuck in C code; `in-peace`: asked first. `onExit` follows either way. */
  end(how: 'now' | 'in-peace'): void;
  /** While held it keeps this process alive; at the start it does. */
  hold(on: boolean): void;
}

/**
 * Starts one certain program in a process of its own. How depends on the door: Node forks itself; in the desktop application,
 * which can't (its runtime is locked against being used as Node), the application starts it for us.
 */
export type StartProgram = (args: readonly string[], events: ProgramEvents) => RunningProgram;
