import { $getSelection, $hasUpdateTag, $isRangeSelection, $isTextNode, PASTE_TAG } from 'lexical';
import type { EditorState, LexicalNode, TextNode } from 'lexical';
import { $addMark, $dropMark, $getMarks } from '#core/document/nodes/text/marks.ts';
import { markKey } from '#core/story/marks.ts';
import type { Mark } from '#core/story/marks.ts';

const word = /^[\p{L}\p{M}\p{N}]+/u;
const endsInWord = /[\p{L}\p{M}\p{N}\s]$/u;

/** Neighbouring text nodes that carry the same mark, left to right. */
interface Run {
  readonly nodes: readonly TextNode[];
  readonly text: string;
}

/**
 * What typing did to a mark, judged once it has settled (never while composing): letters typed onto the marked name's last
 * word belong to it, because a typing tool rewrites the word it has just typed; from the first space or punctuation on they
 * do not; what is typed before the name never does.
 * @param settled the last state in which nothing was being composed
 */
export function $settleMarksAround(node: TextNode, settled: EditorState): void {
  for (const mark of $getMarks(node)) $settleRun(node, mark, settled);
  const before = node.getPreviousSibling();
  if (!$isTextNode(before)) return;
  for (const mark of $getMarks(before)) if (!$carries(node, mark)) $settleReplacedEnd(before, node, mark, settled);
}

const $carries = (node: LexicalNode | null, mark: Mark): node is TextNode => $isTextNode(node) && $getMarks(node).some((other) => markKey(other) === markKey(mark));

function $runOf(node: TextNode, mark: Mark): Run {
  const nodes = [node];
  for (let left = node.getPreviousSibling(); $carries(left, mark); left = left.getPreviousSibling()) nodes.unshift(left);
  for (let right = node.getNextSibling(); $carries(right, mark); right = right.getNextSibling()) nodes.push(right);
  return { nodes, text: nodes.map((part) => part.getTextContent()).join('') };
}

/** Text the run of this node had before; null when the node was not there or not marked. */
function earlierText(node: TextNode, mark: Mark, settled: EditorState): string | null {
  return settled.read(() => {
    const earlier = settled._nodeMap.get(node.getKey());
    return $isTextNode(earlier) && $getMarks(earlier).some((other) => markKey(other) === markKey(mark)) ? $runOf(earlier, mark).text : null;
  });
}

/** Caret's place in the run, UTF-16 code units; null when it is elsewhere or a range is selected. */
function $caretIn({ nodes }: Run): number | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  let offset = 0;
  for (const node of nodes) {
    if (selection.anchor.key === node.getKey()) return offset + selection.anchor.offset;
    offset += node.getTextContentSize();
  }
  return null;
}

function $settleRun(node: TextNode, mark: Mark, settled: EditorState): void {
  const before = earlierText(node, mark, settled);
  if (before === null) return;
  const run = $runOf(node, mark);
  const caret = $caretIn(run);
  if (caret === null || run.text === before) return;
  const tail = run.text.slice(caret);
  if (!before.endsWith(tail)) return;
  let start = 0;
  const most = Math.min(caret, before.length - tail.length);
  while (start < most && before[start] === run.text[start]) start++;
  const typed = run.text.slice(start, caret);
  if (typed === '') return;
  if (start === 0 && tail.length === before.length) $unmark(run, mark, 0, caret);
  else if (tail === '') {
    const onto = before.slice(0, start);
    const kept = $hasUpdateTag(PASTE_TAG) || !endsInWord.test(onto) ? 0 : (word.exec(typed)?.[0].length ?? 0);
    $unmark(run, mark, start + kept, caret);
  }
}

/** Takes the mark off [from, to) of the run. */
function $unmark({ nodes }: Run, mark: Mark, from: number, to: number): void {
  let offset = 0;
  for (const node of nodes) {
    const size = node.getTextContentSize();
    const start = Math.max(from - offset, 0);
    const end = Math.min(to - offset, size);
    offset += size;
    if (start >= end) continue;
    const cuts = [start, end].filter((cut) => cut > 0 && cut < size);
    const pieces = cuts.length === 0 ? [node] : node.splitText(...cuts);
    const piece = pieces[start > 0 ? 1 : 0];
    if (piece !== undefined) $dropMark(piece, markKey(mark));
  }
}

/**
 * A typing tool that selects the word's end and types over it (Shift+Left, then text) makes Lexical put the new letters into
 * a run of their own, unmarked: they take the place of marked letters, so they get the mark.
 */
function $settleReplacedEnd(marked: TextNode, node: TextNode, mark: Mark, settled: EditorState): void {
  const before = earlierText(marked, mark, settled);
  if (before === null || $hasUpdateTag(PASTE_TAG)) return;
  const run = $runOf(marked, mark);
  if (run.text.length >= before.length || !before.startsWith(run.text)) return;
  if (settled._nodeMap.has(node.getKey())) return;
  const letters = word.exec(node.getTextContent())?.[0].length ?? 0;
  if (letters === 0 || !word.test(before.slice(run.text.length))) return;
  const [head] = letters < node.getTextContentSize() ? node.splitText(letters) : [node];
  if (head !== undefined) $addMark(head, mark);
}
