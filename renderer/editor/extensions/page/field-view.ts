import { $getDocument } from 'lexical';
import { FieldNode } from '#core/document/nodes/field/node.ts';
import styles from './page.module.css';

/** The visible half of a field: same type, so that core's code creates it without knowing. */
export class FieldView extends FieldNode {
  override $config() {
    return this.config('field', { extends: FieldNode });
  }

  override createDOM(): HTMLElement {
    const field = this.getField();
    const element = $getDocument().createElement('p');
    element.className = `${styles['field'] ?? ''} ${styles[field] ?? ''}`;
    element.dataset['field'] = field;
    this.#showState(element);
    return element;
  }

  override updateDOM(_before: this, element: HTMLElement): boolean {
    this.#showState(element);
    return false;
  }

  /** The headline is a heading by role, and only while it says something: an empty heading is a stop with nothing to hear. */
  #showState(element: HTMLElement): void {
    const isEmpty = this.isEmpty();
    element.toggleAttribute('data-empty', isEmpty);
    if (this.getField() !== 'headline' || isEmpty === !element.hasAttribute('role')) return;
    if (isEmpty) {
      element.removeAttribute('role');
      element.removeAttribute('aria-level');
    } else {
      element.role = 'heading';
      element.ariaLevel = '1';
    }
  }
}
