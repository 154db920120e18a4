import type { ReactElement } from 'react';
import type { Interface } from '#core/contract/settings.ts';
import type { Attendee } from '#core/story/attendee.ts';
import type { StoryDocument } from '#core/story/document.ts';
import { documentText } from '#core/story/text.ts';
import { countWords } from '#core/vietnamese/count.ts';
import type { Addresses } from '#renderer/bridge/addresses.ts';
import { printedDate } from '#renderer/i18n/moment.ts';
import type { Words } from '#renderer/i18n/translate.ts';
import { roleKey, shortHonorific } from '../people/attendee-row.tsx';
import { delegationHeading, delegations } from '../people/delegations.ts';
import { DraftBlock } from './draft-blocks.tsx';
import styles from './draft.module.css';

export type PrintChoice = Interface['print'];

export interface DraftProps {
  readonly document: StoryDocument;
  readonly newsroom: string;
  readonly choice: PrintChoice;
  readonly words: Pick<Words, 't'>;
  readonly addresses: Pick<Addresses, 'photo'>;
}

/** The story on paper, to be read and corrected by hand: whatever of the page helps with that, and nothing of the window. */
export function Draft({ document, newsroom, choice, words: { t }, addresses }: DraftProps): ReactElement {
  const { date, section, attendees } = document.fields;
  const about = [newsroom, section, date === null ? '' : printedDate(date), t('story.words', { count: countWords(documentText(document)) })].filter((part) => part !== '');
  const photos = choice.photos ? { waiting: t('print.waiting') } : null;
  return (
    <article className={styles.draft} data-spacing={choice.spacing} lang="vi">
      <p className={styles.about}>{about.join(' · ')}</p>
      {document.blocks.map((block) => <DraftBlock key={block.$.bid} block={block} addresses={addresses} photos={photos} />)}
      {choice.attendees && attendees.length > 0 && <Attendees attendees={attendees} t={t} />}
    </article>
  );
}

function Attendees({ attendees, t }: { readonly attendees: readonly Attendee[]; readonly t: Words['t'] }): ReactElement {
  const line = ({ kind, honorific, name, titles, role }: Attendee): string =>
    [[honorific === null ? '' : shortHonorific(honorific), name].join(' ').trim(), ...titles].filter((part) => part !== '').join(', ') + (kind === 'collective' || role === 'attendee' ? '' : ` (${t(roleKey(role))})`);
  return (
    <section className={styles.attendees}>
      <h2>{t('print.attendees', { count: attendees.length })}</h2>
      {delegations(attendees).map((group) => (
        <div key={group.name ?? ''}>
          {group.name !== null && <h3>{delegationHeading(group.name)}</h3>}
          <ol>{group.attendees.map((attendee) => <li key={attendee.id}>{line(attendee)}</li>)}</ol>
        </div>
      ))}
    </section>
  );
}
