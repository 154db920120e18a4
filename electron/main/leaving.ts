/** How the application ends. Every way out (command, last window, log-off, shutdown) comes through here. */
export interface LeavingPorts {
  /** Windows that are open now. */
  readonly windows: () => readonly string[];
  /** Tells all windows to send what is unsaved. */
  readonly announce: () => void;
  /** Resolves when the window has said that all is acknowledged, or is gone. */
  readonly flushed: (windowId: string) => Promise<void>;
  /** Closes the windows. A page that holds what could not be saved may refuse; then, and only then, the reporter is asked. True: all are gone. */
  readonly closeWindows: () => Promise<boolean>;
  readonly closeBackend: () => Promise<void>;
  readonly exit: () => void;
  readonly wait: (ms: number) => Promise<void>;
}

export interface Leaving {
  /** Ends the application; false when the reporter wants to stay. Asked twice at once it is one leaving. */
  leave(): Promise<boolean>;
  /** The system ends now and asks nobody: what is unsaved is sent, nothing else is waited for. */
  flushNow(): void;
}

/** Milliseconds the windows have for their last words. */
const flushPatience = 2_000;

export function makeLeaving(ports: LeavingPorts): Leaving {
  let current: Promise<boolean> | null = null;
  const flushAll = async (): Promise<void> => {
    const all = Promise.all(ports.windows().map((id) => ports.flushed(id)));
    ports.announce();
    await Promise.race([all, ports.wait(flushPatience)]);
  };
  const run = async (): Promise<boolean> => {
    await flushAll();
    if (!(await ports.closeWindows())) {
      current = null;
      return false;
    }
    await ports.closeBackend();
    ports.exit();
    return true;
  };
  return {
    leave: () => (current ??= run()),
    flushNow: () => ports.announce(),
  };
}
