import type { Migration } from './migration.ts';

/** A story's section beside its row of the library, so that the list can be asked by it without reading stories. */
export const migration0004: Migration = {
  id: 4,
  name: 'sections',
  up(db) {
    db.exec(`
      ALTER TABLE story_row ADD COLUMN section TEXT NOT NULL DEFAULT '';
      UPDATE story_row SET section = coalesce((SELECT json_extract(story_fields.json, '$.section') FROM story JOIN story_fields ON story_fields.story_id = story.id WHERE story.row = story_row.story_row), '');
    `);
  },
};
