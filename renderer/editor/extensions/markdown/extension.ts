import { $createHorizontalRuleNode } from '@lexical/extension';
import { BOLD_ITALIC_STAR, BOLD_STAR, ITALIC_STAR, ORDERED_LIST, UNORDERED_LIST, registerMarkdownShortcuts } from '@lexical/markdown';
import type { ElementTransformer, Transformer } from '@lexical/markdown';
import { $createHeadingNode, $createQuoteNode, HeadingNode, QuoteNode } from '@lexical/rich-text';
import { $createParagraphNode, $getSelection, $isParagraphNode, $isRangeSelection, $isRootNode, COMMAND_PRIORITY_LOW, KEY_ENTER_COMMAND, defineExtension, mergeRegister } from 'lexical';
import type { AnyLexicalExtension, ElementNode, LexicalNode } from 'lexical';

/** Shapes are given to paragraphs of the body only: a field or a caption keeps its `#` or `-` as text. */
const $isBodyParagraph = (node: LexicalNode): boolean => $isParagraphNode(node) && $isRootNode(node.getParent());

const $reshape = (parent: ElementNode, children: LexicalNode[], shape: ElementNode): void => {
  shape.append(...children);
  parent.replace(shape);
  shape.select(0, 0);
};

const heading: ElementTransformer = {
  type: 'element',
  dependencies: [HeadingNode],
  export: () => null,
  regExp: /^(#{1,3})\s/u,
  replace: (parent, children, match) => {
    if (!$isBodyParagraph(parent)) return false;
    $reshape(parent, children, $createHeadingNode((['h2', 'h3', 'h4'] as const)[(match[1] ?? '#').length - 1] ?? 'h2'));
    return true;
  },
};

const quote: ElementTransformer = {
  type: 'element',
  dependencies: [QuoteNode],
  export: () => null,
  regExp: /^>\s/u,
  replace: (parent, children) => {
    if (!$isBodyParagraph(parent)) return false;
    $reshape(parent, children, $createQuoteNode());
    return true;
  },
};

const inBody = (list: ElementTransformer): ElementTransformer => ({
  ...list,
  replace: (parent, children, match, isImport) => ($isBodyParagraph(parent) ? list.replace(parent, children, match, isImport) : false),
});

const transformers: Transformer[] = [heading, quote, inBody(UNORDERED_LIST), inBody(ORDERED_LIST), BOLD_ITALIC_STAR, BOLD_STAR, ITALIC_STAR];

/** `#`, `>`, `-`, `1.`, `**`, `*` as they are typed, and `---` with Enter. */
export const markdownExtension = (): AnyLexicalExtension =>
  defineExtension({
    name: 'toasoan/markdown',
    register: (editor) =>
      mergeRegister(
        registerMarkdownShortcuts(editor, transformers),
        editor.registerCommand(
          KEY_ENTER_COMMAND,
          (event) => {
            const selection = $getSelection();
            if (editor.isComposing() || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
            const paragraph = selection.anchor.getNode().getTopLevelElement();
            if (!$isParagraphNode(paragraph) || !$isBodyParagraph(paragraph) || !/^(?:---|\*\*\*)$/u.test(paragraph.getTextContent())) return false;
            event?.preventDefault();
            const below = $createParagraphNode();
            paragraph.insertAfter(below);
            paragraph.replace($createHorizontalRuleNode());
            below.selectStart();
            return true;
          },
          COMMAND_PRIORITY_LOW,
        ),
      ),
  });
