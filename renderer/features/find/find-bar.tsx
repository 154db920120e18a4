import { useEffect, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { KeyboardEvent, ReactElement, RefObject } from 'react';
import { useApp } from '#renderer/app/services.ts';
import { openFinder } from '#renderer/editor/find/page-finder.ts';
import type { PageFinder } from '#renderer/editor/find/page-finder.ts';
import type { StoryEditor } from '#renderer/editor/editor-api.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Tip } from '#renderer/ui/tip.tsx';
import { useEditorPart } from '../story/use-editor.ts';
import { lastFind } from './last-find.ts';
import styles from './find-bar.module.css';

export interface FindBarProps {
  readonly editor: StoryEditor;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly asked: { readonly replace: boolean; readonly time: number; readonly seed: string };
  readonly onFinder: (finder: PageFinder | null) => void;
  readonly onClose: () => void;
}

const nowhere = (): (() => void) => () => undefined;

/** A row of its own above the page: it covers no text, and the text stays where it is. Esc goes back to the hit. */
export function FindBar({ editor, scroller, asked, onFinder, onClose }: FindBarProps): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const count = useId();
  const field = useRef<HTMLInputElement>(null);
  const [finder, setFinder] = useState<PageFinder | null>(null);
  const [query, setQuery] = useState(lastFind.query);
  const [text, setText] = useState(lastFind.text);
  const [options, setOptions] = useState(lastFind.options);
  const state = useSyncExternalStore(finder?.state.subscribe ?? nowhere, () => finder?.state.get() ?? null);
  const editable = useEditorPart(editor, (snapshot) => snapshot.editable);

  useEffect(() => {
    const opened = openFinder(editor.lexical, () => scroller.current);
    setFinder(opened);
    onFinder(opened);
    return () => {
      onFinder(null);
      opened.close();
    };
  }, [editor, scroller, onFinder]);
  useLayoutEffect(() => {
    if (asked.seed !== '') setQuery(asked.seed);
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  useEffect(() => {
    Object.assign(lastFind, { query, text, options });
    finder?.search(query, options);
  }, [finder, query, options, text]);

  const isNone = query !== '' && state?.count === 0;
  const off = !editable ? t('find.read-only') : state === null || state.count === 0 ? t('find.none') : null;
  const replaceAll = (): void => {
    const done = finder?.replaceAll(text) ?? 0;
    if (done > 0) app.toasts.show({ text: t('find.replaced', { count: done }), icon: 'replace', acts: [{ label: t('editor.command.undo'), run: () => void editor.run('undo') }] });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  const toggles = [
    { option: 'accents', sign: 'á', label: t('find.accents') },
    { option: 'matchCase', sign: 'Aa', label: t('find.case') },
    { option: 'wholeWord', sign: '|a|', label: t('find.whole') },
  ] as const;

  return (
    <search className={styles.bar} aria-label={t(asked.replace ? 'find.replace.title' : 'find.title')} onKeyDown={onKey}>
      <div className={styles.row}>
        <div className={classNames(styles.field, isNone && styles.none)}>
          <input
            ref={field}
            type="text"
            autoComplete="off"
            aria-label={t('find.query')}
            placeholder={t('find.query')}
            aria-describedby={count}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              finder?.step(event.shiftKey);
            }}
          />
          <span id={count} role="status" className={styles.count}>
            {query === '' || state === null ? '' : state.count === 0 ? t('find.none') : t('find.count', { current: state.current + 1, count: state.count })}
          </span>
        </div>
        <div className={styles.group} role="group" aria-label={t('find.title')}>
          {toggles.map(({ option, sign, label }) => (
            <Tip key={option} text={label}>
              <button type="button" className={classNames(styles.toggle, options[option] && styles.on)} aria-label={label} aria-pressed={options[option]} data-sign={sign} onClick={() => setOptions({ ...options, [option]: !options[option] })} />
            </Tip>
          ))}
        </div>
        <div className={styles.group}>
          <IconButton name="arrow-up" label={t('find.previous')} shortcut="Shift+F3" onClick={() => finder?.step(true)} />
          <IconButton name="arrow-down" label={t('find.next')} shortcut="F3" onClick={() => finder?.step(false)} />
          <IconButton name="x" label={t('app.close')} shortcut="Escape" onClick={onClose} />
        </div>
      </div>
      {asked.replace && (
        <div className={styles.row}>
          <div className={styles.field}>
            <input
              type="text"
              autoComplete="off"
              aria-label={t('find.text')}
              placeholder={t('find.text')}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                finder?.replace(text);
              }}
            />
          </div>
          <Button off={off} onClick={() => void finder?.replace(text)}>{t('find.one')}</Button>
          <Button off={off} onClick={replaceAll}>{t('find.all')}</Button>
        </div>
      )}
    </search>
  );
}
