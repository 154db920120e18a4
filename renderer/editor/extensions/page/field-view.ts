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
    element.toggleAttribute('data-empty', this.isEmpty());
    return element;
  }

  override updateDOM(_before: this, element: HTMLElement): boolean {
    element.toggleAttribute('data-empty', this.isEmpty());
    return false;
  }
}
