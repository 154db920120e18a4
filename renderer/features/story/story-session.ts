import type { StoryId } from '#core/base/ids.ts';
import type { Client } from '#core/contract/contract.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Proposal } from '#core/contract/structure.ts';
import type { OpenStory } from '#core/contract/story.ts';
import type { StoryDocument } from '#core/story/document.ts';
import type { StoryMeta } from '#core/story/meta.ts';
import type { Caret, PastedText, RemovedContent, StoryEditor, StoryEditorOptions } from '#renderer/editor/editor-api.ts';
import type { Pushes } from '#renderer/bridge/client.ts';
import type { Store } from '#renderer/app/store.ts';
import { createStore } from '#renderer/app/store.ts';
import { statusChange } from './status-change.ts';

/** What the backend recognised in a pasted text, waiting to be accepted. */
export interface OfferedProposal {
  readonly paste: PastedText;
  readonly proposal: Proposal;
}

export interface StoryState {
  readonly meta: StoryMeta;
  readonly mode: OpenStory['mode'];
  readonly readReason: OpenStory['readReason'];
  /** A batch was refused for good: this window's text is kept as a version of its own (or not yet, while that fails). */
  readonly stale: { readonly error: WireError; readonly kept: boolean } | null;
  readonly offered: OfferedProposal | null;
  /** Recognition is at work on a paste. */
  readonly analyzing: boolean;
}

/** One story open in this window: its editor, and what the backend says of it. */
export interface StorySession {
  readonly id: StoryId;
  readonly editor: StoryEditor;
  readonly state: Store<StoryState>;
  /** How far the page is scrolled (pixels), and where the caret goes when the page is shown: kept while other screens are looked at. */
  readonly view: { scroll: number; caret: Caret | null };
  /** Loads what is stored; whatever was not saved is kept by `stale` or flushed before. */
  reload(): Promise<boolean>;
  takeOver(): Promise<boolean>;
  setMeta(meta: StoryMeta): void;
  /** Recognises the parts of a text that stands in the story as these blocks. */
  analyze(paste: PastedText): Promise<void>;
  dismissProposal(): void;
  /** Puts a proposal back that was taken and undone. */
  offer(offered: OfferedProposal): void;
  /** Was anything typed since the paste that is being recognised? Then the focus stays where it is. */
  typedSincePaste(): boolean;
  flush(): Promise<boolean>;
  /** Flushes, gives the story back, and forgets the editor. */
  close(): Promise<boolean>;
}

export interface SessionPorts {
  readonly client: Client;
  readonly pushes: Pushes;
  readonly windowId: () => string;
  readonly makeEditor: (options: Pick<StoryEditorOptions, 'append' | 'onPasteText' | 'onRemoved' | 'onPasteRefused' | 'onPhotoError' | 'onStale'>) => StoryEditor;
  readonly onRemoved: (removed: readonly RemovedContent[]) => void;
  readonly tell: (error: WireError) => void;
  /** The link to the backend is there again; gives the way to stop listening. */
  readonly onRelinked: (listener: () => void) => () => void;
  /** A proposal is there: the shell shows its panel. */
  readonly onOffered: (paste: PastedText) => void;
}

/** Milliseconds between tries to keep a text that was refused. */
const keepAgain = 5_000;

export function createStorySession(opened: OpenStory, ports: SessionPorts): StorySession {
  const { client } = ports;
  const id = opened.meta.id;
  const state = createStore<StoryState>({ meta: opened.meta, mode: opened.mode, readReason: opened.readReason, stale: null, offered: null, analyzing: false });
  const patch = (change: Partial<StoryState>): void => state.set((now) => ({ ...now, ...change }));
  let asked = 0;
  let typed = false;
  let closed = false;
  // Letting go of the paste's own keys is no typing.
  const noteTyping = (event: KeyboardEvent): void => {
    if (!['Control', 'Meta', 'Shift', 'Alt'].includes(event.key)) typed = true;
  };

  const analyze = async (paste: PastedText): Promise<void> => {
    const mine = ++asked;
    typed = false;
    window.addEventListener('keydown', noteTyping, { capture: true });
    patch({ analyzing: true });
    const found = await client.structure.analyze({ text: paste.text });
    if (mine !== asked) return;
    window.removeEventListener('keydown', noteTyping, { capture: true });
    patch({ analyzing: false, offered: found.ok ? { paste, proposal: found.value } : null });
    if (found.ok) ports.onOffered(paste);
    else ports.tell(found.error);
  };

  const keep = async (error: WireError, document: StoryDocument): Promise<void> => {
    editor.setEditable(false);
    patch({ stale: { error, kept: false } });
    for (let tries = 0; !closed && state.get().stale?.error === error; tries++) {
      const kept = await client.story.keep({ id, document });
      if (kept.ok) {
        patch({ stale: { error, kept: true } });
        return;
      }
      if (tries === 0) ports.tell(kept.error);
      await new Promise((resolve) => setTimeout(resolve, keepAgain));
    }
  };

  const editor = ports.makeEditor({
    append: async (changes, base) => {
      const stored = await client.story.append({ id, base, changes });
      if (stored.ok) patch({ meta: { ...state.get().meta, seq: stored.value.seq, updatedAt: stored.value.savedAt } });
      return stored;
    },
    onPasteText: (paste) => void analyze(paste),
    onRemoved: ports.onRemoved,
    onPasteRefused: ports.tell,
    onPhotoError: ports.tell,
    onStale: (error, document) => void keep(error, document),
  });

  const show = (story: OpenStory): void => {
    editor.load(story.document, { seq: story.meta.seq, editable: story.mode === 'write' });
    patch({ meta: story.meta, mode: story.mode, readReason: story.readReason, stale: null, offered: null });
  };
  const open = async (call: 'open' | 'takeOver'): Promise<boolean> => {
    const story = await client.story[call]({ id });
    if (story.ok) show(story.value);
    else ports.tell(story.error);
    return story.ok;
  };
  show(opened);

  /** Words that are neither stored nor kept apart must not be drawn over by what another window wrote. */
  const isSettled = (): boolean => state.get().stale === null && editor.save.state().kind === 'clean';

  /** What another window wrote, while this one only reads. */
  const follow = async (): Promise<void> => {
    const story = await client.story.get({ id });
    if (!story.ok || closed || state.get().mode !== 'read' || !isSettled() || story.value.meta.seq <= state.get().meta.seq) return;
    editor.load(story.value.document, { seq: story.value.meta.seq, editable: false });
    patch({ meta: story.value.meta });
  };

  /** Where the story stands changed, here or elsewhere. Its `seq` stays: it says which text this window shows. */
  const takeStatus = async (meta: StoryMeta): Promise<void> => {
    const { reopens, readReason } = statusChange(state.get(), meta);
    patch({ meta: { ...meta, seq: state.get().meta.seq, updatedAt: state.get().meta.updatedAt }, readReason });
    if (!reopens) return;
    await editor.save.flush();
    if (!closed && isSettled()) await open('open');
  };

  const catchUp = async (): Promise<void> => {
    const story = await client.story.get({ id });
    if (!story.ok || closed) return;
    await takeStatus(story.value.meta);
    if (state.get().mode === 'read') await follow();
  };

  const stop = [
    ports.pushes.on('story.changed', (change) => {
      if (change.id === id && change.windowId !== ports.windowId() && state.get().mode === 'read') void follow();
    }),
    ports.pushes.on('story.writer', (change) => {
      if (change.id !== id) return;
      const mine = change.windowId === ports.windowId();
      if (change.reason === 'taken-over' && !mine) {
        editor.setEditable(false);
        patch({ mode: 'read', readReason: 'other-window' });
        // What is still on its way is refused there, and kept as a version for it.
        void editor.save.flush().then(follow);
      }
    }),
    ports.pushes.on('story.status', (meta) => {
      if (meta.id === id) void takeStatus(meta);
    }),
    ports.pushes.on('story.moved', ({ ids }) => {
      if (ids.includes(id)) void catchUp();
    }),
    // What was pushed while the link was lost never comes.
    ports.onRelinked(() => void catchUp()),
  ];

  return {
    id,
    editor,
    state,
    view: { scroll: 0, caret: null },
    reload: () => open('open'),
    takeOver: () => open('takeOver'),
    setMeta: (meta) => patch({ meta }),
    analyze,
    dismissProposal: () => {
      asked += 1;
      patch({ offered: null, analyzing: false });
    },
    offer: (offered) => {
      patch({ offered });
      ports.onOffered(offered.paste);
    },
    typedSincePaste: () => typed,
    flush: () => editor.save.flush(),
    close: async () => {
      const { stale } = state.get();
      const saved = stale === null ? await editor.save.flush() : stale.kept;
      if (!saved) return false;
      closed = true;
      for (const end of stop) end();
      editor.destroy();
      if (state.get().mode === 'write') await client.story.release({ id });
      return true;
    },
  };
}
