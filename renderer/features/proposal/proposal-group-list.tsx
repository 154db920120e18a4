import { useId } from 'react';
import type { ReactElement } from 'react';
import type { Proposal } from '#core/contract/structure.ts';
import type { ProposalPiece } from '#core/structure/proposal.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import { printedDate } from '#renderer/i18n/moment.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { Check } from '#renderer/ui/check.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Tip } from '#renderer/ui/tip.tsx';
import { delegationHeading } from '../people/delegations.ts';
import { roleKey, shortHonorific } from '../people/attendee-row.tsx';
import type { ProposalGroup } from './proposal-groups.ts';
import { pieceIndex } from './proposal-groups.ts';
import styles from './proposal-group-list.module.css';

const kinds: Readonly<Record<ProposalPiece['kind'], MessageKey>> = {
  kicker: 'editor.field.kicker',
  headline: 'editor.field.headline',
  dateline: 'story.dateline',
  date: 'story.date',
  attendee: 'people.role.attendee',
  collective: 'people.collective',
  heading: 'editor.command.heading2',
  caption: 'editor.figure.caption',
  byline: 'editor.field.byline',
  furniture: 'proposal.furniture.one',
};

export interface ProposalGroupListProps {
  readonly group: ProposalGroup;
  readonly proposal: Proposal;
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

/** One group with a box of its own for all of it. */
export function ProposalGroupList({ group, proposal, chosen, onChosen }: ProposalGroupListProps): ReactElement {
  const { t } = useWords();
  const set = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChosen(next);
  };
  const ids = group.pieces.map((piece) => piece.id);
  const on = ids.filter((id) => chosen.has(id)).length;
  const name = group.kind === 'people' ? (group.delegation === null ? t('people.main-list') : delegationHeading(group.delegation)) : t(`proposal.group.${group.kind}`);
  return (
    <section aria-label={name} className={styles.group}>
      <h3 className={styles.head}>
        <Check checked={on === ids.length} mixed={on > 0 && on < ids.length} onCheck={(checked) => set(ids, checked)}>{name}</Check>
        <span className={styles.count}>{ids.length}</span>
      </h3>
      <ul>
        {group.pieces.map((piece) => <Piece key={piece.id} piece={piece} proposal={proposal} checked={chosen.has(piece.id)} onCheck={(checked) => set([piece.id], checked)} />)}
      </ul>
    </section>
  );
}

interface PieceProps {
  readonly piece: ProposalPiece;
  readonly proposal: Proposal;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

function Piece({ piece, proposal, checked, onCheck }: PieceProps): ReactElement {
  const { t } = useWords();
  const reasonId = useId();
  const person = piece.kind === 'attendee' ? proposal.analysis.attendees[pieceIndex(piece)] : undefined;
  const reason = piece.reason === null || piece.reason.words === '' ? null : t('proposal.reason', { words: piece.reason.words.replace(/\s+/g, ' ').trim() });
  const check = (
    <span className={styles.hover}>
      <Check checked={checked} onCheck={onCheck} describedBy={reason === null ? undefined : reasonId}>
        {person === undefined ? (
          <>
            <span className={piece.kind === 'date' || piece.kind === 'collective' ? styles.tool : styles.text}>{piece.kind === 'date' ? printedDate(piece.text) : piece.text}</span>
            {piece.kind !== 'furniture' && piece.kind !== 'caption' && <span className={styles.kind}>{t(kinds[piece.kind])}</span>}
          </>
        ) : (
          <>
            <span className={styles.name}>
              {person.honorific !== null && <span className="faint">{shortHonorific(person.honorific)} </span>}
              <b>{person.name}</b>
              <span className={styles.role}>{t(roleKey(person.role))}</span>
            </span>
            {person.titles.length > 0 && <span className={styles.kind}>{person.titles.join(', ')}</span>}
          </>
        )}
        {piece.unsure && (
          <span className={styles.unsure}>
            <Icon name="triangle-alert" size={14} />
            {t(piece.kind === 'date' ? 'proposal.unsure.date' : 'proposal.unsure.one')}
          </span>
        )}
      </Check>
      {reason !== null && <span id={reasonId} className="unseen">{reason}</span>}
    </span>
  );
  return <li className={styles.piece}>{reason === null ? check : <Tip text={reason}>{check}</Tip>}</li>;
}
