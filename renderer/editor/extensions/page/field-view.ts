import { $getDocument } from 'lexical';
import type { FieldName } from '#core/story/document.ts';
import { FieldNode } from '#core/document/nodes/field/node.ts';
import styles from './page.module.css';

const tags: Readonly<Record<FieldName, 'p' | 'h1'>> = { kicker: 'p', headline: 'h1', lede: 'p', byline: 'p' };

/** The visible half of a field: same type, so that core's code creates it without knowing. */
export class FieldView extends FieldNode {
  override $config() {
    return this.config('field', { extends: FieldNode });
  }

  override createDOM(): HTMLElement {
    const field = this.getField();
    const element = $getDocument().createElement(tags[field]);
    element.className = `${styles['field'] ?? ''} ${styles[field] ?? ''}`;
    element.dataset['field'] = field;
    this.#showState(element);
    return element;
  }

  override updateDOM(_before: this, element: HTMLElement): boolean {
    this.#showState(element);
    return false;
  }

  /** The headline is a heading only while it says something: an empty one is a stop with nothing to hear. */
  #showState(element: HTMLElement): void {
    const isEmpty = this.isEmpty();
    element.toggleAttribute('data-empty', isEmpty);
    if (tags[this.getField()] !== 'h1') return;
    if (isEmpty) element.setAttribute('role', 'presentation');
    else element.removeAttribute('role');
  }
}
