import { $getNodeByKey, $getRoot, $isElementNode, $isTextNode } from 'lexical';
import type { LexicalEditor, NodeKey } from 'lexical';
import type { AttendeeId } from '#core/base/ids.ts';
import { $isFigureNode } from '#core/document/nodes/figure/node.ts';
import { $getMarks } from '#core/document/nodes/text/marks.ts';
import { $readBlock } from '#core/document/load.ts';
import { blockText } from '#core/story/text.ts';
import { countWords, readingMinutes } from '#core/vietnamese/count.ts';
import { watchDirtyBlocks } from '../autosave/dirty-blocks.ts';
import type { EditorCounts } from '../editor-api.ts';

interface BlockSummary {
  readonly words: number;
  readonly characters: number;
  readonly figure: boolean;
  readonly waiting: boolean;
  readonly people: readonly AttendeeId[];
}

export interface Summary {
  readonly counts: EditorCounts;
  readonly mentions: ReadonlyMap<AttendeeId, number>;
  readonly headline: string;
  readonly empty: boolean;
}

export const emptySummary: Summary = { counts: { words: 0, characters: 0, minutes: 0, figures: 0, figuresWithoutPhoto: 0 }, mentions: new Map(), headline: '', empty: true };

/** Counts of the story, kept per block: only blocks that changed are read again, and only when the machine has time. */
export function watchSummary(editor: LexicalEditor, onSummary: (summary: Summary) => void): { refresh(): void; dispose(): void } {
  let blocks = new Map<NodeKey, BlockSummary>();
  let handle: number | null = null;

  const refresh = (): void => {
    if (handle !== null) cancelIdleCallback(handle);
    handle = null;
    const { keys, all } = watch.take();
    const summary = editor.getEditorState().read(() => {
      const next = new Map<NodeKey, BlockSummary>();
      for (const block of $getRoot().getChildren()) {
        const key = block.getKey();
        const known = all || keys.has(key) ? undefined : blocks.get(key);
        next.set(key, known ?? $summarise(key));
      }
      blocks = next;
      const headline = $getRoot().getChildAtIndex(1);
      return total([...next.values()], headline?.getTextContent().normalize('NFC').trim() ?? '');
    });
    onSummary(summary);
  };
  const watch = watchDirtyBlocks(editor, () => {
    handle ??= requestIdleCallback(refresh, { timeout: 1500 });
  });
  return {
    refresh,
    dispose: () => {
      if (handle !== null) cancelIdleCallback(handle);
      watch.dispose();
    },
  };
}

function $summarise(key: NodeKey): BlockSummary {
  const block = $getNodeByKey(key);
  if (block === null) return { words: 0, characters: 0, figure: false, waiting: false, people: [] };
  const text = blockText($readBlock(block));
  const people: AttendeeId[] = [];
  let before: AttendeeId | null = null;
  for (const node of $isElementNode(block) ? block.getAllTextNodes() : []) {
    const person = $isTextNode(node) ? $getMarks(node).find((mark) => mark.kind === 'person') : undefined;
    const id = person?.kind === 'person' ? person.id : null;
    // A name with a bold letter in it is several runs and one mention.
    if (id !== null && id !== before) people.push(id);
    before = id;
  }
  const figure = $isFigureNode(block);
  return { words: countWords(text), characters: text.replaceAll('\n', '').length, figure, waiting: figure && block.getPhoto() === null, people };
}

function total(blocks: readonly BlockSummary[], headline: string): Summary {
  const mentions = new Map<AttendeeId, number>();
  for (const { people } of blocks) for (const id of people) mentions.set(id, (mentions.get(id) ?? 0) + 1);
  const words = blocks.reduce((sum, block) => sum + block.words, 0);
  const characters = blocks.reduce((sum, block) => sum + block.characters, 0);
  const figures = blocks.filter((block) => block.figure).length;
  return {
    counts: { words, characters, minutes: readingMinutes(words), figures, figuresWithoutPhoto: blocks.filter((block) => block.waiting).length },
    mentions,
    headline,
    empty: characters === 0 && figures === 0,
  };
}
