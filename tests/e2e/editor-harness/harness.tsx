import './before-all.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '#renderer/styles/index.css';
import './harness.css';
import type { BlockId, PersonId } from '#core/base/ids.ts';
import { err, ok } from '#core/base/result.ts';
import { uuidv7 } from '#core/base/uuid.ts';
import { wireError } from '#core/contract/errors.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Person } from '#core/contract/people.ts';
import { emptyDocument } from '#core/story/blocks.ts';
import type { Photo, StoryDocument } from '#core/story/document.ts';
import { readTextFile } from '#renderer/features/story/read-text-file.ts';
import { foldVietnamese } from '#core/vietnamese/fold.ts';
import type { EditorTranslate, PastedText, RemovedContent } from '#renderer/editor/editor-api.ts';
import { editorMessages } from '#renderer/editor/messages.ts';
import { createStoryEditor } from '#renderer/editor/story-editor.ts';
import { StoryPage } from '#renderer/editor/story-page.tsx';
import { MemoryStory } from './memory-story.ts';

const newId = (): string => uuidv7({ now: () => Date.now() }, { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });
const t: EditorTranslate = (key, values = {}) => editorMessages[key].vi.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));

const people: readonly Person[] = [
  ['Lương Thế Hiển', ['Tỉnh ủy viên', 'Giám đốc Sở Nông nghiệp và Môi trường']],
  ['Hoàng Thu Hiền', ['Chi cục trưởng Chi cục Kiểm lâm']],
  ['Bế Hiên Ngà', ['Nguyên Phó Giám đốc Sở Xây dựng']],
  ['Đặng Thùy Nhiên', ['Phóng viên']],
].map(([name, titles], index) => ({ id: `00000000-0000-7000-9000-00000000000${index + 1}` as PersonId, name: name as string, honorific: null, titles: titles as string[], uses: 0, lastUsedAt: 0 }));

const log: { pastes: PastedText[]; removed: RemovedContent[]; stale: string[]; photoErrors: WireError[]; uploads: string[] } = { pastes: [], removed: [], stale: [], photoErrors: [], uploads: [] };
const settings = { searchDelay: 0, pick: [] as File[] };
let memory = new MemoryStory(emptyDocument(() => newId() as BlockId));

const editor = createStoryEditor({
  append: (changes, base) => memory.append(changes, base),
  searchPeople: async (query) => {
    if (settings.searchDelay > 0) await new Promise((resolve) => setTimeout(resolve, settings.searchDelay));
    const asked = foldVietnamese(query);
    return people.filter((person) => foldVietnamese(person.name).split(' ').some((word) => word.startsWith(asked.split(' ')[0] ?? '')));
  },
  uploadPhoto: async (file) => {
    log.uploads.push(file.name);
    await Promise.resolve();
    if (file.name.startsWith('broken')) return err(wireError('media.broken'));
    const photo: Photo = { media: 'a'.repeat(64) as Photo['media'], width: 1200, height: 480 };
    return ok(photo);
  },
  pickPhotos: () => Promise.resolve(settings.pick),
  readTextFile,
  onPasteText: (paste) => log.pastes.push(paste),
  onRemoved: (removed) => log.removed.push(...removed),
  onPasteRefused: (error) => log.photoErrors.push(error),
  onPhotoError: (error) => log.photoErrors.push(error),
  onStale: (error) => log.stale.push(error.code),
  newId,
  today: () => '2026-11-22',
  t,
});

const open = (document: StoryDocument): void => {
  memory = new MemoryStory(document);
  editor.load(document, { seq: 0, editable: true });
};

const harness = {
  editor, log, settings, open,
  get memory(): MemoryStory {
    return memory;
  },
  empty: (): void => open(emptyDocument(() => newId() as BlockId)),
};
export type Harness = typeof harness;
Object.assign(window, { harness });
harness.empty();

const root = document.getElementById('page');
if (root === null) throw new Error('no page');
createRoot(root).render(
  <StrictMode>
    <StoryPage editor={editor} labels={t} />
  </StrictMode>,
);
