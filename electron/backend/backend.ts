import { net } from 'electron';
import { openLibrary } from '#backend/host/compose.ts';
import { makeChromiumNetwork } from './chromium-network.ts';
import { makeLentKeychain } from './lent-keychain.ts';
import { makeLentPrograms } from './lent-programs.ts';
import { makeLibraryService } from './library-service.ts';
import { makeLending } from './main-port.ts';
import type { MainPort } from './main-port.ts';

// The utility process that holds the library: everything below a window that is not a window.
const port: MainPort = { say: (message) => process.parentPort.postMessage(message) };
const lending = makeLending(port);
const programs = makeLentPrograms(port);

const service = makeLibraryService({
  port,
  lending,
  programs,
  open: (dir, empty) =>
    openLibrary({
      dir,
      door: 'desktop',
      empty,
      network: makeChromiumNetwork(net),
      keychain: makeLentKeychain(dir, lending),
      programs: { decoder: programs.starter('decoder'), portal: programs.starter('portal') },
      analysisEntry: new URL('./analysis.mjs', import.meta.url),
    }),
  // Where it happened, never what it said: a message may quote a story.
  complain: (problem) => void process.stderr.write(`${problem instanceof Error ? `${problem.name}\n${(problem.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n')}` : 'unknown problem'}\n`),
  end: (code) => process.exit(code),
});

process.parentPort.on('message', ({ data }) => service.hear(data));
