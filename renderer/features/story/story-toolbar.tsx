import type { ReactElement } from 'react';
import { commandNamed } from '#renderer/app/commands/app-commands.ts';
import { useApp } from '#renderer/app/services.ts';
import { useCommand } from '#renderer/app/commands/command-center.ts';
import type { EditorCommandId } from '#renderer/editor/editor-commands.ts';
import { editorCommands } from '#renderer/editor/editor-commands.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { useRoving } from '#renderer/ui/roving.ts';
import { PageMenu } from './page-menu.tsx';
import type { StorySession } from './story-session.ts';
import { useEditorPart } from './use-editor.ts';
import styles from './story-toolbar.module.css';

const buttons: readonly EditorCommandId[] = ['undo', 'redo', 'bold', 'italic', 'link'];
const ofGroup = (group: string): readonly EditorCommandId[] => editorCommands.filter((command) => command.group === group).map((command) => command.id);
const blocks = ofGroup('block');
const insertFile = commandNamed('story.insert-file');
const moves: readonly EditorCommandId[] = ['move-up', 'move-down'];
const inserts = [...ofGroup('insert'), ...ofGroup('people')];

/** One stop of Tab, arrows inside, Escape back to the text (Alt+F10 comes here). */
export function StoryToolbar({ session }: { readonly session: StorySession }): ReactElement {
  const app = useApp();
  const { t } = useWords();
  const { editor } = session;
  const active = useEditorPart(editor, (snapshot) => snapshot.active);
  const disabled = useEditorPart(editor, (snapshot) => snapshot.disabled);
  const editable = useEditorPart(editor, (snapshot) => snapshot.editable);
  const roving = useRoving('row');
  useCommand(app.commands, 'app.toolbar', () => roving.ref.current?.querySelector<HTMLElement>('button[tabindex="0"], button')?.focus());

  const offReason = (id: EditorCommandId): string | null => (!editable ? t('app.off.read-only') : disabled.has(id) ? t('story.toolbar.not-here') : null);
  const run = (id: EditorCommandId): void => {
    editor.run(id);
    // A command that opened a field of its own has taken the focus already.
    if (roving.ref.current?.contains(document.activeElement) === true || document.activeElement === document.body) editor.focus();
  };
  const entries = (ids: readonly EditorCommandId[], choice: boolean) =>
    ids.map((id) => {
      const command = commandNamed(`editor.${id}`);
      return { id, label: t(command.labelKey), icon: command.icon, shortcut: command.shortcuts[0], off: offReason(id), line: id === ofGroup('people')[0] || id === moves[0], ...(choice && active.has(id) ? { checked: true } : {}), run: () => run(id) };
    });
  const currentBlock = blocks.find((id) => active.has(id)) ?? 'paragraph';
  return (
    <div
      ref={roving.ref}
      role="toolbar"
      data-steps-back=""
      aria-label={t('story.toolbar')}
      className={styles.toolbar}
      // On the way down: a button's tooltip would keep the first Esc to itself.
      onKeyDownCapture={(event) => {
        if (event.key === 'Escape' && event.target instanceof Node && event.currentTarget.contains(event.target)) editor.focus();
      }}
      onKeyDown={roving.onKeyDown}
      // The caret stays in the text while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      {buttons.map((id, index) => {
        const command = commandNamed(`editor.${id}`);
        const isSwitch = id === 'bold' || id === 'italic' || id === 'link';
        return (
          <span key={id} className={id === 'bold' ? styles.first : undefined}>
            <IconButton name={command.icon} label={t(command.labelKey)} shortcut={command.shortcuts[0]} on={isSwitch ? active.has(id) : undefined} off={offReason(id)} tabIndex={index === 0 ? 0 : -1} onClick={() => run(id)} />
          </span>
        );
      })}
      <Menu
        label={t('editor.group.block')}
        entries={[...entries(blocks, true), ...entries(moves, false)]}
        trigger={<button type="button" tabIndex={-1} className={`${styles.choice} ${styles.first}`}><span className="clip">{t(commandNamed(`editor.${currentBlock}`).labelKey)}</span><Icon name="chevron-down" size={14} /></button>}
      />
      <Menu
        label={t('editor.group.insert')}
        entries={[...entries(inserts, false), { id: insertFile.id, label: t(insertFile.labelKey), icon: insertFile.icon, shortcut: insertFile.shortcuts[0], line: true, off: editable ? null : t('app.off.read-only'), run: () => app.commands.run(insertFile.id) }]}
        trigger={<button type="button" tabIndex={-1} className={styles.choice}><Icon name="plus" size={14} /><span className={classNames('clip', styles.word)}>{t('editor.group.insert')}</span><Icon name="chevron-down" size={14} /></button>}
      />
      <span className="spacer" />
      <PageMenu />
    </div>
  );
}
