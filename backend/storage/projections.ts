import type { StoryDocument } from '#core/story/document.ts';
import { blockText, documentText, fieldText } from '#core/story/text.ts';
import { countWords } from '#core/vietnamese/count.ts';
import { foldKeepingLength } from '#core/vietnamese/fold.ts';
import type { StoryId } from '#core/base/ids.ts';
import type { Db } from './db.ts';
import { readDocument, readRecord } from './story-records.ts';

/** What the library shows and searches, made from a story and nothing else. */
export interface StoryProjection {
  readonly headline: string;
  /** Everything but the headline, one block a line, NFC. */
  readonly text: string;
  readonly date: string | null;
  readonly section: string;
  readonly attendees: readonly string[];
  readonly attendeeCount: number;
  /** The first photo's hash. */
  readonly thumb: string | null;
  readonly words: number;
}

const attendeesShown = 12;

export function projectStory(document: StoryDocument): StoryProjection {
  const { attendees, date, section } = document.fields;
  const photo = document.blocks.find((block) => block.type === 'figure' && block.photo !== null);
  return {
    headline: fieldText(document, 'headline').normalize('NFC'),
    text: document.blocks
      .filter((block) => !(block.type === 'field' && block.field === 'headline'))
      .map(blockText)
      .filter((text) => text.trim() !== '')
      .join('\n')
      .normalize('NFC'),
    date,
    section: section.normalize('NFC'),
    attendees: attendees.filter((attendee) => attendee.kind === 'person').slice(0, attendeesShown).map((attendee) => attendee.name),
    attendeeCount: attendees.length,
    thumb: photo?.type === 'figure' ? (photo.photo?.media ?? null) : null,
    words: countWords(documentText(document)),
  };
}

export interface Projections {
  /** Brings list and search up to date with what was stored; gives how many stories had changed. Cheap when none has. */
  refresh(): number;
  /** Throws all away and makes it again from the stories. */
  rebuild(): number;
}

export function makeProjections(db: Db): Projections {
  const write = (row: number, story: StoryProjection, names: string): void => {
    db.prepare(
      'INSERT OR REPLACE INTO story_row(story_row, headline, text, date, section, attendees, attendee_count, thumb, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(row, story.headline, story.text, story.date, story.section, JSON.stringify(story.attendees), story.attendeeCount, story.thumb, story.words);
    const exact = [story.headline, story.text, names].map((text) => text.toLowerCase());
    const folded = [story.headline, story.text, names].map(foldKeepingLength);
    db.prepare(
      'INSERT OR REPLACE INTO story_search(rowid, headline, text, names, folded_headline, folded_text, folded_names) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(row, ...exact, ...folded);
  };

  const refresh = (): number =>
    db.transaction(() => {
      const dirty = db.prepare('SELECT row, id FROM story WHERE projected_seq <> seq').all();
      for (const { row, id } of dirty) {
        const stored = readRecord(db, id as StoryId);
        if (!stored.ok) throw new Error(`story ${String(id)} vanished while it was projected`);
        const document = readDocument(db, stored.value);
        // A story of a newer schema stays in the list as it was last seen, and is refused when opened.
        if (document.ok) write(Number(row), projectStory(document.value), document.value.fields.attendees.map((attendee) => attendee.name).join('\n').normalize('NFC'));
        db.prepare('UPDATE story SET projected_seq = seq WHERE row = ?').run(Number(row));
      }
      return dirty.length;
    });

  return {
    refresh: () => (db.prepare('SELECT 1 FROM story WHERE projected_seq <> seq LIMIT 1').get() === undefined ? 0 : refresh()),
    rebuild: () =>
      db.transaction(() => {
        db.exec("INSERT INTO story_search(story_search) VALUES ('delete-all')");
        db.exec('DELETE FROM story_row');
        db.exec('UPDATE story SET projected_seq = -1');
        return refresh();
      }),
  };
}
