import { $create, $createParagraphNode, $getState, $setState, ElementNode, createState } from 'lexical';
import type { LexicalNode, ParagraphNode, RangeSelection } from 'lexical';
import { fieldNames } from '#core/story/document.ts';
import type { FieldName } from '#core/story/document.ts';

// Lexical leaves a state's default value out of the JSON, so the default is no field at all.
const isFieldName = (value: unknown): value is FieldName => fieldNames.some((name) => name === value);
const fieldState = createState('field', { parse: (value): FieldName | null => (isFieldName(value) ? value : null) });

/** Kicker, headline, lede or byline: a single line of the page that Enter, Backspace and paste do not split or join. */
export class FieldNode extends ElementNode {
  override $config() {
    return this.config('field', { extends: ElementNode, stateConfigs: [{ flat: true, stateConfig: fieldState }] });
  }

  getField(): FieldName {
    return $getState(this, fieldState) ?? 'headline';
  }

  /** Only met when something bypasses the editor's own Enter and paste: what would be a second line goes to the body. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  override collapseAtStart(): boolean {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  override canMergeWhenEmpty(): true {
    return true;
  }
}

export const $createFieldNode = (field: FieldName): FieldNode => $setState($create(FieldNode), fieldState, field);

export const $isFieldNode = (node: LexicalNode | null | undefined): node is FieldNode => node instanceof FieldNode;
