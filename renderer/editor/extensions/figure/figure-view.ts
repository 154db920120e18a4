import { $getDocument, $getEditor, $getRoot, setDOMUnmanaged } from 'lexical';
import type { EditorConfig, ElementDOMSlot, LexicalEditor } from 'lexical';
import type { Photo } from '#core/story/document.ts';
import { $isFigureNode, FigureNode, FigurePartNode } from '#core/document/nodes/figure/node.ts';
import type { EditorTranslate } from '#renderer/editor/editor-api.ts';
import styles from './figure.module.css';

/** What a figure's view needs from the window it is in. */
export interface FigureHost {
  readonly t: EditorTranslate;
  readonly photoUrl: (photo: Photo) => string;
}

const hosts = new WeakMap<LexicalEditor, FigureHost>();
export const setFigureHost = (editor: LexicalEditor, host: FigureHost): void => {
  hosts.set(editor, host);
};

const style = (name: string): string => styles[name] ?? name;

/** The photo stands in a part of its own that Lexical and the caret stay out of; caption, credit and alt are ordinary text. */
export class FigureView extends FigureNode {
  override $config() {
    return this.config('figure', { extends: FigureNode });
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const document = $getDocument();
    const figure = document.createElement('figure');
    figure.className = style('figure');
    const media = document.createElement('div');
    media.className = style('media');
    media.contentEditable = 'false';
    media.dataset['media'] = '';
    setDOMUnmanaged(media);
    figure.append(media);
    fillMedia(media, this.getPhoto(), hosts.get(editor));
    return figure;
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    const media = element.querySelector<HTMLElement>(':scope > [data-media]');
    const slot = super.getDOMSlot(element);
    return media === null ? slot : slot.withAfter(media);
  }

  override updateDOM(before: this, element: HTMLElement): boolean {
    const photo = this.getPhoto();
    const earlier = before.getPhoto('direct');
    if (photo?.media !== earlier?.media || photo?.width !== earlier?.width || photo?.height !== earlier?.height) {
      const media = element.querySelector<HTMLElement>(':scope > [data-media]');
      if (media !== null) fillMedia(media, photo, hosts.get($getEditor()));
    }
    return false;
  }
}

/** Draws the photo at its known proportions, so that nothing moves when it has loaded, or the place where it will be. */
export function fillMedia(media: HTMLElement, photo: Photo | null, host: FigureHost | undefined): void {
  const document = media.ownerDocument;
  const t = host?.t;
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['action'] = 'pick-photo';
  button.className = style(photo === null ? 'pick' : 'replace');
  button.textContent = t?.(photo === null ? 'editor.figure.pick' : 'editor.figure.replace') ?? '';
  media.toggleAttribute('data-waiting', photo === null);
  if (photo === null) {
    const waiting = document.createElement('span');
    waiting.className = style('waiting');
    const icon = document.createElement('i');
    icon.className = 'icon i-image icon-14';
    icon.ariaHidden = 'true';
    waiting.append(icon, t?.('editor.figure.waiting') ?? '');
    const hint = document.createElement('span');
    hint.className = style('hint');
    hint.textContent = t?.('editor.figure.drop') ?? '';
    media.replaceChildren(waiting, button, hint);
    return;
  }
  const image = document.createElement('img');
  image.className = `${style('photo')} photo-dim`;
  image.draggable = false;
  image.decoding = 'async';
  // The alt text is a line of its own below, to be read there.
  image.alt = '';
  image.width = photo.width;
  image.height = photo.height;
  image.style.aspectRatio = `${photo.width} / ${photo.height}`;
  image.src = host?.photoUrl(photo) ?? '';
  media.replaceChildren(image, button);
}

const partTags = { caption: 'figcaption', credit: 'p', alt: 'p' } as const;

export class FigurePartView extends FigurePartNode {
  override $config() {
    return this.config('figure-part', { extends: FigurePartNode });
  }

  override createDOM(): HTMLElement {
    const part = this.getPart();
    const element = $getDocument().createElement(partTags[part]);
    element.className = `${style('part')} ${style(part)}`;
    element.dataset['part'] = part;
    element.toggleAttribute('data-empty', this.isEmpty());
    return element;
  }

  override updateDOM(_before: this, element: HTMLElement): boolean {
    element.toggleAttribute('data-empty', this.isEmpty());
    return false;
  }
}

/** Buttons and hints inside figures, in the language of now. */
export function relabelFigures(editor: LexicalEditor): void {
  editor.getEditorState().read(() => {
    for (const node of $getRoot().getChildren()) {
      const media = $isFigureNode(node) ? editor.getElementByKey(node.getKey())?.querySelector<HTMLElement>(':scope > [data-media]') : null;
      if (media instanceof HTMLElement && $isFigureNode(node)) fillMedia(media, node.getPhoto(), hosts.get(editor));
    }
  });
}
