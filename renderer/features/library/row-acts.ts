import type { StoryRow } from '#core/story/meta.ts';
import type { Words } from '#renderer/i18n/translate.ts';
import type { MenuEntry } from '#renderer/ui/menu.tsx';

export type RowAct = 'open' | 'duplicate' | 'submit' | 'trash' | 'restore' | 'erase' | { readonly section: string };

export interface RowMenuOptions {
  readonly trashed: boolean;
  /** How many stories it is for. */
  readonly count: number;
  /** Those of them that are loaded. */
  readonly rows: readonly StoryRow[];
  readonly sections: readonly string[];
  readonly onAct: (act: RowAct) => void;
}

/** Can any of these be handed in? Rows that are not loaded may; the backend knows. */
export const maySubmit = (rows: readonly StoryRow[], count: number): boolean => rows.length < count || rows.some(({ status }) => status === 'draft' || status === 'sent_back');

/** The sections to file stories under; ticked where all of these stand. */
export const sectionEntries = ({ t }: Words, { rows, sections, onAct }: Pick<RowMenuOptions, 'rows' | 'sections' | 'onAct'>): readonly MenuEntry[] => {
  const [first] = rows;
  const common = first !== undefined && rows.every(({ section }) => section === first.section) ? first.section : null;
  const names = [...new Set([...sections, ...(common === null || common === '' ? [] : [common])])];
  return [...names, ''].map((section) => ({ id: section || 'none', label: section || t('story.section.none'), checked: section === common, line: section === '', run: () => onAct({ section }) }));
};

/** What can be done with the stories under the pointer: the same as by keys and from the bar of marked ones. */
export function rowMenu(words: Words, options: RowMenuOptions): readonly MenuEntry[] {
  const { trashed, count, rows, onAct } = options;
  const { t } = words;
  const open: MenuEntry = { id: 'open', label: t('library.open'), icon: 'file-text', shortcut: 'Enter', run: () => onAct('open') };
  const alone = count === 1 ? [open] : [];
  if (trashed) {
    return [
      ...alone,
      { id: 'restore', label: t('library.take-back'), icon: 'undo-2', shortcut: 'Mod+Backspace', run: () => onAct('restore') },
      { id: 'erase', label: t('library.erase'), icon: 'trash-2', shortcut: 'Delete', line: true, run: () => onAct('erase') },
    ];
  }
  return [
    ...alone,
    { id: 'duplicate', label: t('library.duplicate'), icon: 'copy', shortcut: 'Mod+D', run: () => onAct('duplicate') },
    { id: 'section', label: t('story.section'), icon: 'tag', entries: sectionEntries(words, options), run: () => undefined },
    { id: 'submit', label: t('app.command.submit'), icon: 'send', off: maySubmit(rows, count) ? null : t('library.off.submitted'), run: () => onAct('submit') },
    { id: 'trash', label: t('library.trash'), icon: 'trash-2', shortcut: 'Delete', line: true, run: () => onAct('trash') },
  ];
}
