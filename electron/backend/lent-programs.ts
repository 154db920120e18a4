import type { StartProgram } from '#backend/processes/start-program.ts';
import type { ProgramEvents } from '#backend/processes/start-program.ts';
import type { Program, ToBackend } from '#core/contract/desktop-backend.ts';
import type { MainPort } from './main-port.ts';

type Said = Extract<ToBackend, { kind: 'program' }>;

export interface LentPrograms {
  starter(program: Program): StartProgram;
  heard(said: Said): void;
}

/** Processes of their own that the application starts for us and whose words it passes on: it alone may start any. */
export function makeLentPrograms({ say }: MainPort): LentPrograms {
  const running = new Map<number, ProgramEvents>();
  let count = 0;
  return {
    starter: (program) => (args, events) => {
      const number = count++;
      running.set(number, events);
      say({ kind: 'start-program', number, program, args: [...args] });
      return {
        tell: (data) => say({ kind: 'tell-program', number, data }),
        end: () => say({ kind: 'end-program', number }),
        // The application keeps us alive, not our children.
        hold: () => undefined,
      };
    },
    heard({ number, said }) {
      const events = running.get(number);
      if (said.kind === 'message') events?.onMessage?.(said.data);
      else if (said.kind === 'text') events?.onText?.(said.text);
      else {
        running.delete(number);
        events?.onExit(said.code === null ? 'unknown' : String(said.code));
      }
    },
  };
}
