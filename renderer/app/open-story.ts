import type { Client } from '#core/contract/contract.ts';
import { ok } from '#core/base/result.ts';
import { wireError } from '#core/contract/errors.ts';
import { overLimit, textLimits } from '#core/structure/text-limits.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import { createStoryEditor } from '#renderer/editor/story-editor.ts';
import type { StoryEditorOptions } from '#renderer/editor/editor-api.ts';
import { createStorySession } from '#renderer/features/story/story-session.ts';
import type { SessionPorts, StorySession } from '#renderer/features/story/story-session.ts';
import { plainDocument } from '#renderer/features/story/plain-document.ts';
import { removedSentence } from '#renderer/features/story/removed-content.ts';
import { civilDate } from '#renderer/i18n/moment.ts';
import type { App } from './services.ts';
import { createStore } from './store.ts';

type Base = Omit<App, 'story' | 'openStory' | 'newStory' | 'closeStory'>;
type StoryPart = Pick<App, 'story' | 'openStory' | 'newStory' | 'closeStory'>;

/** Opening, making and leaving stories: one is open at a time in a window. */
export function createOpenStory(app: Base, windowId: () => string): StoryPart {
  const story = createStore<StorySession | null>(null);
  const newId = (): string => uuidv7({ now: app.now }, { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });
  const ports: SessionPorts = {
    client: app.client,
    pushes: app.pushes,
    windowId,
    makeEditor: (options) => createStoryEditor({ ...editorPorts(app, newId), ...options }),
    onRemoved: (removed) => app.toasts.show({ text: removedSentence(removed, app.words.get()), icon: 'circle-alert', stays: true }),
    tell: app.tell,
    onRelinked: (listener) => app.link.subscribe(() => {
      if (app.link.get() === 'open') listener();
    }),
    onOffered: () => app.showPanel('proposal'),
  };

  const closeStory = async (): Promise<void> => {
    const open = story.get();
    if (open === null) return;
    // Unsaved words are worth more than the next screen: a story that can't be saved stays.
    if (await open.close()) story.set(null);
  };

  const openStory: App['openStory'] = async (id) => {
    if (story.get()?.id === id) {
      app.go({ view: 'story' });
      return true;
    }
    await closeStory();
    if (story.get() !== null) {
      app.go({ view: 'story' });
      return false;
    }
    const opened = await app.client.story.open({ id });
    if (!opened.ok) {
      app.tell(opened.error);
      return false;
    }
    story.set(createStorySession(opened.value, ports));
    if (app.panel.get() === 'proposal') app.panel.set('people');
    app.go({ view: 'story' });
    return true;
  };

  return {
    story,
    closeStory,
    openStory,
    newStory: async (template, text) => {
      if (text !== undefined && overLimit(text) !== null) {
        app.tell(wireError('paste.too-much', { length: textLimits.length / 1_000_000, lines: textLimits.lines, line: textLimits.line }));
        return false;
      }
      const imported = text === undefined ? null : plainDocument(text, newId);
      const made = await app.client.story.create(imported === null ? { template } : { template, document: imported.document });
      if (!made.ok) {
        app.tell(made.error);
        return false;
      }
      if (!(await openStory(made.value.id))) return false;
      if (imported !== null && text !== undefined) void story.get()?.analyze({ text, blocks: imported.blocks, intoEmptyStory: true });
      return true;
    },
  };
}

function editorPorts(app: Base, newId: () => string): Omit<StoryEditorOptions, 'append' | 'onPasteText' | 'onRemoved' | 'onPasteRefused' | 'onPhotoError' | 'onStale'> {
  return {
    searchPeople: async (query) => {
      const found = await app.client.people.search({ query: query.slice(0, 100) });
      return found.ok ? found.value.people : [];
    },
    uploadPhoto: (file) => uploadPhoto(app.client, file),
    readTextFile: async (file) => (await import('#renderer/features/story/read-text-file.ts')).readTextFile(file),
    newId,
    photoUrl: (photo) => app.addresses.photo(photo.media, 'page'),
    today: () => civilDate(app.now()),
    t: (key, values) => app.words.get().t(key, values),
  };
}

async function uploadPhoto(client: Client, file: File): ReturnType<StoryEditorOptions['uploadPhoto']> {
  const kept = await client.media.put({ bytes: new Uint8Array(await file.arrayBuffer()) });
  return kept.ok ? ok({ media: kept.value.id, width: kept.value.width, height: kept.value.height }) : kept;
}
