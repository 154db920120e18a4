import { libraryFolder } from '../storage/library-folder.ts';
import { parseArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { analyze } from './commands/analyze.ts';
import { destination } from './commands/destination.ts';
import { exportStory } from './commands/export-story.ts';
import { importFiles } from './commands/import-files.ts';
import { list } from './commands/list.ts';
import { outbox } from './commands/outbox.ts';
import { publish } from './commands/publish.ts';
import { show } from './commands/show.ts';
import type { ExitCode } from './outcome.ts';
import { Refusal, UsageError } from './outcome.ts';
import { makeOutput } from './output.ts';
import { usage } from './usage.ts';

const help: Command = (_input, output) => {
  output.line(usage(output.language));
  return Promise.resolve(0);
};

const commands: Readonly<Record<string, Command>> = { import: importFiles, list, show, analyze, export: exportStory, destination, publish, outbox, help };

async function run(args: readonly string[]): Promise<ExitCode> {
  // Before the arguments are read, their language is only a guess.
  let output = makeOutput({ language: args.includes('en') && args.includes('--lang') ? 'en' : 'vi', json: false });
  try {
    const parsed = parseArguments(args);
    output = makeOutput(parsed);
    const command = commands[parsed.command];
    if (command === undefined) throw new UsageError(parsed.command);
    return await command({ ...parsed, library: libraryFolder(parsed.library) }, output);
  } catch (problem) {
    if (problem instanceof UsageError) {
      output.note(`${problem.message}\n\n${usage(output.language)}`);
      return 2;
    }
    if (problem instanceof Refusal) {
      output.reason(problem.reason);
      return 1;
    }
    throw problem;
  }
}

// `toasoan list | head`: whoever reads has had enough.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem;
  process.exit(0);
});

process.exitCode = await run(process.argv.slice(2));
