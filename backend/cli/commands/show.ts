import { documentText } from '#core/story/text.ts';
import type { Command } from '../command.ts';
import { connect, must } from '../connection.ts';
import { findStory } from '../find-story.ts';
import { UsageError } from '../outcome.ts';
import { statusWords } from '../status-words.ts';

/** `show ID`: what is known of a story, then its text. */
export const show: Command = async ({ words, library }, output) => {
  const [typed, ...rest] = words;
  if (typed === undefined || rest.length > 0) throw new UsageError('show ID');
  const connection = connect(library, { writes: false });
  try {
    const { meta, document } = must(await connection.client.story.get({ id: findStory(connection.host, typed) }));
    const text = documentText(document);
    if (output.json) {
      output.object({ meta, document, text });
      return 0;
    }
    const { attendees, date } = document.fields;
    output.line(`${meta.id}  ${statusWords[output.language][meta.status]}  ${date ?? ''}  ${meta.author}`.trimEnd());
    for (const { name, titles, delegation } of attendees) output.line(`  ${[name, ...titles].join(', ')}${delegation === null ? '' : ` (${delegation})`}`);
    output.line('');
    output.line(text);
    return 0;
  } finally {
    await connection.close();
  }
};
