import type { Command } from '../command.ts';
import { connect, must } from '../connection.ts';
import { UsageError } from '../outcome.ts';
import { statusWords } from '../status-words.ts';

/** `list [--query TEXT] [--trash] [--limit N]`: newest first. */
export const list: Command = async ({ words, library, query, trashed, limit }, output) => {
  if (words.length > 0) throw new UsageError('list');
  const connection = connect(library, { writes: false });
  try {
    const found = must(await connection.client.library.list({ query, trashed, limit }));
    if (output.json) output.object(found);
    else {
      for (const row of found.rows) output.line(`${row.id}  ${statusWords[output.language][row.status].padEnd(10)}  ${row.date ?? '          '}  ${row.headline}`);
      if (found.total > found.rows.length) output.note(output.say(`${found.rows.length} trong ${found.total} bài`, `${found.rows.length} of ${found.total} stories`));
    }
    return 0;
  } finally {
    await connection.close();
  }
};
