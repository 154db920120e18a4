import type { BlockId, StoryId } from '#core/base/ids.ts';
import { ok } from '#core/base/result.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import type { WireError } from '#core/contract/errors.ts';
import { figureJson } from '#core/story/blocks.ts';
import type { Photo, StoryDocument } from '#core/story/document.ts';
import { templateDocument } from '#core/story/templates.ts';
import { workInPieces } from '#renderer/app/long-work.ts';
import type { App } from '#renderer/app/services.ts';
import { isPictureFile, isTextFile, namesOf } from '#renderer/editor/extensions/paste/file-kinds.ts';
import { civilDate } from '#renderer/i18n/moment.ts';
import { createStoryActs } from '../library/story-acts.ts';
import { plainDocument } from './plain-document.ts';
import { readTextFile } from './read-text-file.ts';

/**
 * Files that were dropped on a list, or chosen: a text becomes a story, recognised like a paste; several become a story each; photos
 * become one photo essay. What is neither is named, and changes nothing.
 */
export async function takeFiles(app: App, files: readonly File[]): Promise<void> {
  const texts = files.filter(isTextFile);
  const photos = files.filter((file) => !isTextFile(file) && isPictureFile(file));
  const others = files.filter((file) => !isTextFile(file) && !isPictureFile(file));
  if (others.length > 0) {
    app.toasts.show({ text: app.words.get().t('library.drop.refused', { names: namesOf(others) }), icon: 'circle-alert', stays: true });
  }
  const [only] = texts;
  if (only !== undefined && texts.length === 1) await takeText(app, only);
  else if (texts.length > 1) await takeTexts(app, texts);
  if (photos.length > 0) await takePhotos(app, photos);
}

async function takeText(app: App, file: File): Promise<void> {
  const text = await readTextFile(file);
  if (!text.ok) app.tell(text.error);
  else await app.newStory('blank', text.value);
}

const newId = (app: App): string => uuidv7({ now: app.now }, { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });

async function takeTexts(app: App, files: readonly File[]): Promise<void> {
  const { t } = app.words.get();
  const problems: WireError[] = [];
  const { done, error } = await workInPieces<File, StoryId>(app, {
    items: files,
    piece: 1,
    text: t('library.dropping'),
    icon: 'file-input',
    run: async ([file]) => {
      const text = file === undefined ? null : await readTextFile(file);
      if (text === null) return ok([]);
      if (!text.ok) {
        problems.push(text.error);
        return ok([]);
      }
      const made = await app.client.story.create({ document: plainDocument(text.value, () => newId(app)).document });
      return made.ok ? ok([made.value.id]) : made;
    },
  });
  for (const problem of [...problems, ...(error === null ? [] : [error])].slice(0, 2)) app.tell(problem);
  if (done.length > 0) createStoryActs(app).made(done, { text: t('library.dropped', { count: done.length }), icon: 'file-input' });
}

/** The pictures are kept first and the story is made with them in their places: a picture that is broken leaves no hole. */
async function takePhotos(app: App, files: readonly File[]): Promise<void> {
  const problems: WireError[] = [];
  const { done, error } = await workInPieces<File, Photo>(app, {
    items: files,
    piece: 1,
    text: app.words.get().t('library.dropping'),
    icon: 'image',
    run: async ([file]) => {
      const kept = file === undefined ? null : await app.client.media.put({ bytes: new Uint8Array(await file.arrayBuffer()) });
      if (kept === null) return ok([]);
      if (kept.ok) return ok([{ media: kept.value.id, width: kept.value.width, height: kept.value.height }]);
      if (!kept.error.code.startsWith('media.')) return kept;
      problems.push(kept.error);
      return ok([]);
    },
  });
  for (const problem of [...problems, ...(error === null ? [] : [error])].slice(0, 2)) app.tell(problem);
  if (done.length === 0) return;
  const made = await app.client.story.create({ document: essay(app, done) });
  if (made.ok) await app.openStory(made.value.id);
  else app.tell(made.error);
}

/** The photo essay's template, its figures filled: as many as there are pictures. */
function essay(app: App, photos: readonly Photo[]): StoryDocument {
  const newBlockId = (): BlockId => newId(app) as BlockId;
  const document = templateDocument('photo-essay', { settings: app.settings.get(), today: civilDate(app.now()), newBlockId });
  const figures = photos.map((photo) => figureJson(newBlockId(), { photo }));
  const first = document.blocks.findIndex(({ type }) => type === 'figure');
  return { ...document, blocks: document.blocks.flatMap((block, index) => (index === first ? figures : block.type === 'figure' ? [] : [block])) };
}
