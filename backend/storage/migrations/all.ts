import { migration0001 } from './0001-stories.ts';
import { migration0002 } from './0002-outbox.ts';
import { migration0003 } from './0003-media.ts';
import { migration0004 } from './0004-sections.ts';
import type { Migration } from './migration.ts';

/** Every step in its order, without gaps. A released step is never changed: what must change comes as a new one. */
export const migrations: readonly Migration[] = [migration0001, migration0002, migration0003, migration0004];
