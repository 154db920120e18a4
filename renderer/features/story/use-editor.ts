import { useSyncExternalStore } from 'react';
import type { EditorSnapshot, StoryEditor } from '#renderer/editor/editor-api.ts';
import type { SaveState } from '#core/story/save-queue.ts';

/** One part of what the editor shows of itself; draws again only when that part changed. */
export const useEditorPart = <T>(editor: StoryEditor, part: (snapshot: EditorSnapshot) => T): T =>
  useSyncExternalStore((listener) => editor.subscribe(listener), () => part(editor.snapshot()));

export const useSaveState = (editor: StoryEditor): SaveState => useSyncExternalStore((listener) => editor.save.subscribe(listener), () => editor.save.state());
