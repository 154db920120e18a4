import { $getState, $setState, createState } from 'lexical';
import type { LexicalNode } from 'lexical';
import { BlockId } from '#core/base/ids.ts';

/** Id of a child of the root, serialised as `$.bid`. Null until the transform of `invariants/block-ids.ts` has run. */
export const bidState = createState('bid', {
  parse: (value): BlockId | null => {
    const id = BlockId.safeParse(value);
    return id.success ? id.data : null;
  },
});

export const $getBlockId = (node: LexicalNode): BlockId | null => $getState(node, bidState);
export const $setBlockId = <Node extends LexicalNode>(node: Node, id: BlockId | null): Node => $setState(node, bidState, id);
