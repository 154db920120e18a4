import { HorizontalRuleNode } from '@lexical/extension';
import { AutoLinkNode, LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import type { Klass, LexicalNode } from 'lexical';
import { FieldNode } from './nodes/field/node.ts';
import { FigureNode, FigurePartNode } from './nodes/figure/node.ts';

/** Lexical's own nodes a story may hold. */
export const commonNodes: readonly Klass<LexicalNode>[] = [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, AutoLinkNode, HorizontalRuleNode];

/** Everything a story may hold, for work without a screen; an editor registers subclasses of the last three instead. */
export const storyNodes: readonly Klass<LexicalNode>[] = [...commonNodes, FieldNode, FigureNode, FigurePartNode];
