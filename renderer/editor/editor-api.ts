import type { LexicalEditor } from 'lexical';
import type { AttendeeId, BlockId } from '#core/base/ids.ts';
import type { Result } from '#core/base/result.ts';
import type { WireError } from '#core/contract/errors.ts';
import type { Person } from '#core/contract/people.ts';
import type { Attendee } from '#core/story/attendee.ts';
import type { StoryChanges } from '#core/story/changes.ts';
import type { BlockJson, FieldName, FigurePartName, Photo, StoryDocument, StoryFields } from '#core/story/document.ts';
import type { SaveState } from '#core/story/save-queue.ts';
import type { EditorCommandId } from './editor-commands.ts';
import type { EditorMessageKey } from './messages.ts';

/** Looks a text up in the interface's language; `{name}` in it is replaced by the value of that name. */
export type EditorTranslate = (key: EditorMessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** Something of a paste or drop that did not come into the story, to be named to the reporter. */
export interface RemovedContent {
  readonly kind: 'remote-image' | 'local-image' | 'embed' | 'table';
  readonly count: number;
}

/** A plain text of two lines or more that was pasted; the blocks stand in the story already, as plain paragraphs. */
export interface PastedText {
  /** NFC, `\n` between lines. */
  readonly text: string;
  /** The paragraphs the text became, in order; hand them to `applyBlocks` as `replace` when a proposal is accepted. */
  readonly blocks: readonly BlockId[];
  /** True when nothing but the paste is in the story. */
  readonly intoEmptyStory: boolean;
}

export interface StoryEditorOptions {
  /** Stores one batch on top of `base`; called with one batch at a time, again with the same one after a failure. */
  readonly append: (changes: StoryChanges, base: number) => Promise<Result<{ readonly seq: number; readonly savedAt: number }, WireError>>;
  /** The directory's answer for what stands after `@`, best first. The story's own attendees come before by themselves. */
  readonly searchPeople: (query: string) => Promise<readonly Person[]>;
  readonly uploadPhoto: (file: File) => Promise<Result<Photo, WireError>>;
  /** Lets the reporter choose picture files; an empty list when they changed their mind. Without it the editor opens the browser's own chooser. */
  readonly pickPhotos?: () => Promise<readonly File[]>;
  /** Reads a text file that was dropped or chosen, NFC, `\n` between lines. Without it such a file is named as one that can't be read. */
  readonly readTextFile?: (file: File) => Promise<Result<string, WireError>>;
  readonly onPasteText: (paste: PastedText) => void;
  readonly onRemoved: (removed: readonly RemovedContent[]) => void;
  /** A text was too long to be pasted or dropped, or a file is none that can be read; the story is unchanged by it. */
  readonly onPasteRefused: (error: WireError) => void;
  /** A picture could not be taken in; the story is unchanged. */
  readonly onPhotoError: (error: WireError) => void;
  /** A batch was refused for good (`story.stale`, `story.not-writer`, `story.read-only`): keep this text, then load the newest. */
  readonly onStale: (error: WireError, document: StoryDocument) => void;
  readonly newId: () => string;
  /** Civil date in the newsroom, `YYYY-MM-DD`: the year of a dateline such as `19.11` is the nearest past one. */
  readonly today: () => string;
  readonly t: EditorTranslate;
  /** Where a photo is shown from. Default `/media/<id>/page`. */
  readonly photoUrl?: (photo: Photo) => string;
}

export interface Caret {
  readonly blockId: BlockId;
  /** UTF-16 code units from the start of the block's text. */
  readonly offset: number;
}

/** Surface parts of the dateline as the text prints them; null where it says nothing. */
export interface Dateline {
  readonly source: string | null;
  readonly date: string | null;
  readonly place: string | null;
}

export interface EditorCounts {
  /** Syllable words. */
  readonly words: number;
  /** UTF-16 code units, without line ends. */
  readonly characters: number;
  /** Whole minutes, Vietnamese adults reading silently. */
  readonly minutes: number;
  readonly figures: number;
  /** Figures that wait for their photo. */
  readonly figuresWithoutPhoto: number;
}

/** What the shell may draw from. A new object only when something in it changed; equal parts keep their identity. */
export interface EditorSnapshot {
  readonly editable: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Commands that are in force at the caret (`bold`, `heading2`, `list-bullet`, …). */
  readonly active: ReadonlySet<EditorCommandId>;
  /** Commands that can't be run now. */
  readonly disabled: ReadonlySet<EditorCommandId>;
  readonly place: CaretPlace | null;
  /** True while a range with text in it is selected. */
  readonly hasSelection: boolean;
  /** Follows typing when the machine is idle, never on the typing path. */
  readonly counts: EditorCounts;
  readonly fields: StoryFields;
  readonly attendees: readonly Attendee[];
  /** How many runs of text carry each attendee's mark; on idle. */
  readonly mentions: ReadonlyMap<AttendeeId, number>;
  readonly dateline: Dateline | null;
  /** Plain text of the headline; on idle. */
  readonly headline: string;
  /** Nothing but empty blocks. */
  readonly empty: boolean;
}

export type CaretPlace =
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'figure'; readonly part: FigurePartName | 'whole' }
  | { readonly kind: 'body' };

export interface SaveHandle {
  state(): SaveState;
  subscribe(listener: () => void): () => void;
  /** Sends what is pending now; true when everything is acknowledged, false when the last try failed. */
  flush(): Promise<boolean>;
  /** Tries again at once after a failure. */
  retry(): void;
}

/** Occurrence of a name in the text that carries no mark yet. */
export interface Occurrence {
  readonly blockId: BlockId;
  /** UTF-16 code units from the start of the block's text. */
  readonly start: number;
  readonly end: number;
}

/** Every one is a single step of undo and keeps the caret. */
export interface AttendeeOperations {
  add(attendee: Omit<Attendee, 'id'>, at?: number): AttendeeId;
  update(id: AttendeeId, change: Partial<Omit<Attendee, 'id'>>): void;
  /** Takes the attendee out of the list and its marks out of the text; the text stays. */
  remove(id: AttendeeId): void;
  /** Moves to `index` of the list without it. */
  move(id: AttendeeId, index: number): void;
  reorder(ids: readonly AttendeeId[]): void;
  /** Marks the selected text as this attendee; without an id a new attendee named as the selection is added. Null when nothing is selected. */
  tagSelection(id?: AttendeeId): AttendeeId | null;
  /** Takes person marks off the selection, or off the run at the caret. */
  untagSelection(): boolean;
  /** Marks every whole occurrence of the attendee's name in body and captions; how many were new. */
  tagOccurrences(id: AttendeeId): number;
  untaggedOccurrences(id: AttendeeId): readonly Occurrence[];
  /** Selects the next place in the text that carries the attendee's mark; false when there is none. */
  reveal(id: AttendeeId): boolean;
}

/** Blocks to put where pasted paragraphs stand. */
export interface BlockReplacement {
  /** Blocks that go; those that are gone already are passed over. Empty: the blocks go in after the caret's block. */
  readonly replace: readonly BlockId[];
  /**
   * A field block fills that field (an existing text of the field is kept: the new text goes after it only when the field is
   * empty, else into the body); the others go in place of the first replaced block.
   */
  readonly blocks: readonly BlockJson[];
  readonly fields?: StoryFields;
}

/**
 * One story in one window, free of React. Made once per open story; `destroy` it when another opens.
 * Nothing here is lost by `load`: flush `save` before it.
 */
export interface StoryEditor {
  readonly lexical: LexicalEditor;
  /** Shows this document; undo starts anew. */
  load(document: StoryDocument, at: { readonly seq: number; readonly editable: boolean }): void;
  document(): StoryDocument;
  fields(): StoryFields;
  /** One step of undo. */
  updateFields(change: (fields: StoryFields) => StoryFields): void;
  /** Another text of this story in place of the whole; one step of undo, unlike `load`. */
  replaceStory(document: StoryDocument): void;
  /** One step of undo. */
  applyBlocks(replacement: BlockReplacement): void;
  readonly save: SaveHandle;
  subscribe(listener: () => void): () => void;
  snapshot(): EditorSnapshot;
  /** As of now; the snapshot's word for it follows a moment later. */
  canUndo(): boolean;
  run(command: EditorCommandId): boolean;
  readonly attendees: AttendeeOperations;
  /** Text of the dateline's parts, written into the first body paragraph's marked run; null takes the run away. One step of undo. */
  setDateline(dateline: Dateline | null): void;
  /** Puts a figure after the caret's block and the caret into its caption. */
  insertFigure(photo: Photo | null): BlockId;
  /** Caption, credit and alt stay. */
  setPhoto(figure: BlockId, photo: Photo | null): void;
  /** Uploads and places pictures: the first into `figure` when given, the others as new figures. */
  placePhotoFiles(files: readonly File[], figure?: BlockId): Promise<void>;
  /** Lets the reporter choose texts and pictures, and puts them behind the caret's block. */
  pickFiles(): Promise<void>;
  focus(): void;
  focusBlock(block: BlockId, offset?: number): void;
  caret(): Caret | null;
  setEditable(editable: boolean): void;
  destroy(): void;
}
