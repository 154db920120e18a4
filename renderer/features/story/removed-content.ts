import type { RemovedContent } from '#renderer/editor/editor-api.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import type { Words } from '#renderer/i18n/translate.ts';

const names: Readonly<Record<RemovedContent['kind'], MessageKey>> = {
  'remote-image': 'story.removed.remote-image',
  'local-image': 'story.removed.local-image',
  embed: 'story.removed.embed',
  table: 'story.removed.table',
};

/** What of a paste stayed outside, named. */
export const removedSentence = (removed: readonly RemovedContent[], words: Words): string =>
  words.t('story.removed', { what: removed.map(({ kind, count }) => words.t(names[kind], { count })).join(', ') });
