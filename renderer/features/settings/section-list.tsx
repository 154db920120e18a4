import { useEffect, useRef, useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { isFocusFree } from '#renderer/app/keep-focus.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import fields from '#renderer/ui/field.module.css';
import { useRoving } from '#renderer/ui/roving.ts';
import styles from './section-list.module.css';

export interface SectionName {
  readonly id: string;
  readonly label: string;
}

export interface SectionListProps {
  readonly sections: readonly SectionName[];
  /** What scrolls; the sections in it carry `data-section` and a heading that takes the focus. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** What there is to set, and where one is in it: a list beside the page, a choice above it where there is no room for a list. */
export function SectionList({ sections, scroller }: SectionListProps): ReactElement {
  const { t } = useWords();
  const [here, setHere] = useState(sections[0]?.id ?? '');
  /** The list's stop for Tab: where one was in it, so that it stays while the page scrolls under it. */
  const [stop, setStop] = useState(here);
  const roving = useRoving('column');
  const choice = useRef<HTMLSelectElement>(null);
  /** The last sections may be too short to reach the upper edge: the page's end says nothing against the one that was asked for. */
  const asked = useRef<string | null>(null);
  useEffect(() => {
    const take = (): void => {
      if (!isFocusFree()) return;
      const first = roving.ref.current?.querySelector<HTMLElement>('button');
      (first?.checkVisibility() === true ? first : choice.current)?.focus();
    };
    take();
    // What had the focus on the screen before may give it up only when this one has been drawn.
    const frame = requestAnimationFrame(take);
    return () => cancelAnimationFrame(frame);
  }, [roving.ref]);
  useEffect(() => {
    const page = scroller.current;
    if (page === null) return undefined;
    const look = (): void => {
      const edge = page.getBoundingClientRect().top + page.clientHeight / 3;
      const all = [...page.querySelectorAll<HTMLElement>('[data-section]')];
      const isAtEnd = page.scrollTop > 0 && page.scrollTop + page.clientHeight >= page.scrollHeight - 1;
      const current = isAtEnd ? all.at(-1) : (all.findLast((section) => section.getBoundingClientRect().top <= edge) ?? all[0]);
      if (!isAtEnd) asked.current = null;
      const id = asked.current ?? current?.dataset.section;
      if (id !== undefined) setHere(id);
    };
    look();
    page.addEventListener('scroll', look, { passive: true });
    return () => page.removeEventListener('scroll', look);
  }, [scroller]);
  const go = (id: string): void => {
    const section = scroller.current?.querySelector<HTMLElement>(`[data-section="${id}"]`);
    asked.current = id;
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    setHere(id);
  };
  return (
    <>
      <div ref={roving.ref} role="navigation" className={styles.list} aria-label={t('settings.sections-of-page')} onKeyDown={roving.onKeyDown}>
        {sections.map(({ id, label }) => (
          <button key={id} type="button" tabIndex={id === stop ? 0 : -1} aria-current={id === here ? 'true' : undefined} className={classNames(styles.one, id === here && styles.here)} onFocus={() => setStop(id)} onClick={() => go(id)}>
            {label}
          </button>
        ))}
      </div>
      <span className={classNames(fields.choose, styles.choose)}>
        <select ref={choice} className={classNames(fields.select, styles.choice)} aria-label={t('settings.sections-of-page')} value={here} onChange={(event) => go(event.target.value)}>
          {sections.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
        </select>
        <Icon name="chevron-down" size={14} />
      </span>
    </>
  );
}
