import { useState, useSyncExternalStore } from 'react';
import type { CSSProperties, ReactElement } from 'react';
import type { EditorTranslate, StoryEditor } from '../editor-api.ts';
import { viewsOf } from '../editor-views.ts';
import type { LinkQuestion } from '../editor-views.ts';
import { isAllowedUrl } from '../extensions/page/allowed-url.ts';
import styles from '../story-page.module.css';

interface LinkPopoverProps {
  readonly editor: StoryEditor;
  readonly labels: EditorTranslate;
}

/** Asks for the address of a link. */
export function LinkPopover({ editor, labels }: LinkPopoverProps): ReactElement | null {
  const { link } = viewsOf(editor);
  const question = useSyncExternalStore(link.subscribe, link.get);
  return question === null ? null : <LinkForm key={question.url} editor={editor} labels={labels} question={question} />;
}

/** In the stylesheet's own terms, so that a window that gets smaller keeps the question inside. Pixels. */
const placeBy = ({ left, bottom }: LinkQuestion['anchor']): CSSProperties => ({
  left: `clamp(8px, ${left}px, max(8px, 100vw - 520px))`,
  top: `clamp(56px, ${bottom + 6}px, max(56px, 100vh - 160px))`,
});

function LinkForm({ editor, labels, question }: LinkPopoverProps & { readonly question: LinkQuestion }): ReactElement {
  const views = viewsOf(editor);
  const [url, setUrl] = useState(question.url);
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className={styles['link']}
      data-over-paper=""
      style={placeBy(question.anchor)}
      onSubmit={(event) => {
        event.preventDefault();
        if (isAllowedUrl(url)) views.answerLink(url);
        else setWrong(true);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        views.closeLink();
      }}
    >
      <input autoFocus type="text" inputMode="url" aria-label={labels('editor.link.label')} aria-invalid={wrong} placeholder={labels('editor.link.example')} value={url} onChange={(event) => setUrl(event.target.value)} />
      <button type="submit">{labels('editor.link.apply')}</button>
      {question.url === '' ? null : (
        <button type="button" onClick={() => views.answerLink(null)}>
          {labels('editor.link.remove')}
        </button>
      )}
      {wrong ? <p className={styles['wrong']} role="alert">{labels('editor.link.wrong')}</p> : null}
    </form>
  );
}
