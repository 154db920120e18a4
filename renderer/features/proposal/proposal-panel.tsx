import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { uuidv7 } from '#core/base/uuid.ts';
import { blockText } from '#core/story/text.ts';
import type { AppliedProposal } from '#core/structure/proposal.ts';
import { useCommand } from '#renderer/app/commands/command-center.ts';
import { useApp } from '#renderer/app/services.ts';
import { useStore } from '#renderer/app/store.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { HelpLink } from '../help/help-link.tsx';
import type { OfferedProposal, StorySession } from '../story/story-session.ts';
import { acceptProposal } from './accept-proposal.ts';
import { groupProposal } from './proposal-groups.ts';
import { ProposalGroupList } from './proposal-group-list.tsx';
import styles from './proposal-panel.module.css';

/** What was recognised in a pasted text. Nothing in the story moves until it is accepted, whole or piece by piece. */
export function ProposalPanel({ session }: { readonly session: StorySession }): ReactElement {
  const { t } = useWords();
  const { offered } = useStore(session.state);
  if (offered === null) {
    return (
      <p className={styles.waiting} role="status">
        <Icon name="loader-circle" size={14} /> {t('proposal.analyzing')}
      </p>
    );
  }
  return <Offer key={offered.proposal.text} session={session} offered={offered} />;
}

function Offer({ session, offered }: { readonly session: StorySession; readonly offered: OfferedProposal }): ReactElement {
  const app = useApp();
  const words = useWords();
  const { t } = words;
  const groups = useMemo(() => groupProposal(offered.proposal), [offered]);
  const all = useMemo(() => groups.flatMap((group) => group.pieces.map((piece) => piece.id)), [groups]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(all));
  const [busy, setBusy] = useState(false);
  const primary = useRef<HTMLButtonElement>(null);
  const whole = chosen.size === all.length;
  const unsure = groups.flatMap((group) => group.pieces).filter((piece) => piece.unsure).length;

  useFocusUnlessTyping(primary, session);
  const accept = async (): Promise<void> => {
    if (busy || chosen.size === 0) return;
    setBusy(true);
    const applied = await acceptProposal(offered, whole ? 'all' : chosen, {
      client: app.client,
      editor: session.editor,
      newId: () => uuidv7({ now: app.now }, { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) }),
    });
    session.dismissProposal();
    app.panel.set('people');
    app.panelOver.set(false);
    // A story that was nothing but this text is shown from its top, where the headline now is.
    const headline = offered.paste.intoEmptyStory ? session.editor.document().blocks.find((block) => block.type === 'field' && block.field === 'headline') : undefined;
    if (headline === undefined) session.editor.focus();
    else {
      session.editor.focusBlock(headline.$.bid, blockText(headline).length);
      requestAnimationFrame(() => document.querySelector('[data-scrolls="page"]')?.scrollTo({ top: 0 }));
    }
    const undo = (): void => {
      session.editor.run('undo');
      session.offer(offered);
    };
    app.toasts.show({ text: acceptedSentence(applied, t), icon: 'users', acts: [{ label: t('app.undo'), shortcut: 'Mod+Z', run: undo }] });
  };
  const dismiss = (): void => {
    session.dismissProposal();
    app.panel.set('people');
    app.panelOver.set(false);
    session.editor.focus();
  };
  useCommand(app.commands, 'proposal.accept', () => void accept(), chosen.size === 0 ? 'app.off.no-proposal' : null);

  if (all.length === 0) {
    return (
      <div className={styles.nothing}>
        <p>{t('proposal.nothing')}</p>
        <Button onClick={dismiss}>{t('app.close')}</Button>
      </div>
    );
  }
  return (
    <>
      <header className={styles.head}>
        <h2>{t('proposal.title', { count: all.length })}</h2>
        <HelpLink topic="paste" />
        <p>{t('proposal.untouched')}{unsure > 0 ? ` ${t('proposal.unsure', { count: unsure })}` : ''}</p>
      </header>
      <div
        className={styles.body}
        onKeyDown={(event) => {
          if (event.key === 'Escape') session.editor.focus();
        }}
      >
        {groups.map((group) => <ProposalGroupList key={group.key} group={group} proposal={offered.proposal} chosen={chosen} onChosen={setChosen} />)}
      </div>
      <footer className={styles.foot}>
        <Button
          ref={primary}
          look="primary"
          busy={busy}
          off={chosen.size === 0 ? t('proposal.none-chosen') : null}
          shortcut="Mod+Shift+Enter"
          onClick={() => void accept()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') session.editor.focus();
            // Whoever goes on typing wants to write, not to press a button: the letter lands in the text.
            else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) session.editor.focus();
          }}
        >
          {whole ? t('proposal.accept-all', { count: all.length }) : t('proposal.accept-some', { count: chosen.size })}
        </Button>
        <Button look="quiet" onClick={dismiss}>{t('proposal.dismiss')}</Button>
      </footer>
    </>
  );
}

/** The accepting button takes the focus after a paste into an empty story, unless a key was pressed since. */
function useFocusUnlessTyping(button: React.RefObject<HTMLButtonElement | null>, session: StorySession): void {
  useEffect(() => {
    const { offered } = session.state.get();
    if (offered?.paste.intoEmptyStory !== true || session.editor.save.state().kind === 'failed') return;
    const typedSince = session.typedSincePaste();
    if (!typedSince) button.current?.focus();
  }, [button, session]);
}

/** What went in, and by name what was left out. */
function acceptedSentence(applied: AppliedProposal, t: ReturnType<typeof useWords>['t']): string {
  const figures = applied.body.filter((block) => block.type === 'figure').length;
  const taken = [
    applied.headline !== null && t('proposal.took.headline'),
    applied.attendees.length > 0 && t('proposal.took.people', { count: applied.attendees.length }),
    figures > 0 && t('proposal.took.figures', { count: figures }),
    applied.byline !== null && t('proposal.took.byline'),
  ].filter((part) => part !== false);
  const accepted = taken.length === 0 ? t('proposal.took.nothing') : t('proposal.took', { what: taken.join(', ') });
  const removed = applied.removed.map((one) => t('proposal.quoted', { text: one.text.trim().slice(0, 60) })).join(', ');
  return removed === '' ? accepted : `${accepted} ${t('proposal.removed', { what: removed })}`;
}
