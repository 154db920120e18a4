import { $getRoot, $isElementNode, $isTextNode, RootNode } from 'lexical';
import type { EditorState, LexicalEditor, LexicalNode } from 'lexical';
import type { BlockId } from '#core/base/ids.ts';
import { $getBlockId, $setBlockId } from '../block-id.ts';

/**
 * Lexical loses, swaps and doubles NodeState ids on split, conversion and paste. After every update each child of the root
 * has one id of its own: who had it before keeps it, the part that holds the text keeps it at Enter at a block's start, the
 * new shape of a converted block takes it over, copies and newcomers get new ones.
 */
export function registerBlockIds(editor: LexicalEditor, newId: () => BlockId): () => void {
  return editor.registerNodeTransform(RootNode, (root) => {
    const before = editor.getEditorState();
    // Typing inside a block never touches the root: only a change of its list of children (or its state) makes a new one.
    if (before._nodeMap.get('root') === root.getLatest()) return;
    $repairBlockIds(before, newId);
  });
}

/** @param before the state whose ids count as the earlier ones */
export function $repairBlockIds(before: EditorState, newId: () => BlockId): void {
  const blocks = $getRoot().getChildren();
  const owners = new Map<BlockId, LexicalNode>();
  const homeless: LexicalNode[] = [];
  for (const block of blocks) {
    const id = $getBlockId(block);
    if (id === null) homeless.push(block);
    else {
      const owner = owners.get(id);
      if (owner === undefined) owners.set(id, block);
      else if (idBefore(before, owner) !== id && idBefore(before, block) === id) {
        owners.set(id, block);
        homeless.push(owner);
      } else homeless.push(block);
    }
  }
  for (const block of homeless) {
    const claimed = claimOf(block, before);
    const owner = claimed === null ? undefined : owners.get(claimed);
    if (claimed !== null && owner === undefined) {
      owners.set(claimed, block);
      $setBlockId(block, claimed);
    } else if (claimed !== null && owner !== undefined && isHollow(owner) && !isHollow(block)) {
      owners.set(claimed, block);
      $setBlockId(block, claimed);
      $setBlockId(owner, newId());
    } else {
      $setBlockId(block, newId());
    }
  }
}

/** The block's id in the earlier state, null when it was not there. */
function idBefore(before: EditorState, block: LexicalNode): BlockId | null {
  const earlier = before._nodeMap.get(block.getKey());
  return earlier === undefined ? null : before.read(() => $getBlockId(earlier));
}

/** Which block of the earlier state held the first leaf of this one that is older than this update. */
function claimOf(block: LexicalNode, before: EditorState): BlockId | null {
  for (const leaf of $leaves(block)) {
    let node = before._nodeMap.get(leaf.getKey());
    while (node !== undefined && node.__parent !== null && node.__parent !== 'root') node = before._nodeMap.get(node.__parent);
    if (node !== undefined && node.__parent === 'root') {
      const home = node;
      return before.read(() => $getBlockId(home));
    }
  }
  return null;
}

function* $leaves(node: LexicalNode): Generator<LexicalNode> {
  if (!$isElementNode(node)) yield node;
  else for (const child of node.getChildren()) yield* $leaves(child);
}

function isHollow(block: LexicalNode): boolean {
  for (const leaf of $leaves(block)) if (!$isTextNode(leaf) || leaf.getTextContentSize() > 0) return false;
  return $isElementNode(block);
}

/** Ids that are missing or stand twice; empty when all is well. Asserted at every save. */
export function $blockIdFaults(): string[] {
  const seen = new Set<string>();
  return $getRoot()
    .getChildren()
    .flatMap((block) => {
      const id = $getBlockId(block);
      if (id === null) return [`no id: ${block.getType()}`];
      if (seen.has(id)) return [`twice: ${id}`];
      seen.add(id);
      return [];
    });
}
