import type { Rule } from 'eslint';

const spokenAttributes = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt', 'label']);
const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text);

interface Jsx {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: { readonly name?: unknown };
  readonly expression?: { readonly type: string; readonly value?: unknown };
}

/** Everything a person reads on screen comes from the catalogues: no words in JSX, none in attributes that are read aloud. */
export const noUntranslated: Rule.RuleModule = {
  meta: { type: 'problem', schema: [], messages: { words: 'take these words from the catalogue: “{{words}}”' } },
  create(context) {
    const report = (node: Rule.Node, words: unknown): void => {
      if (typeof words === 'string' && hasWords(words)) context.report({ node, messageId: 'words', data: { words: words.trim().slice(0, 40) } });
    };
    return {
      JSXText: (node: Rule.Node) => report(node, (node as unknown as Jsx).value),
      JSXAttribute(node: Rule.Node) {
        const { name, value } = node as unknown as { name: { name: unknown }; value: Jsx | null };
        if (typeof name.name !== 'string' || !spokenAttributes.has(name.name) || value === null) return;
        report(node, value.type === 'Literal' ? value.value : value.expression?.type === 'Literal' ? value.expression.value : undefined);
      },
    };
  },
};
