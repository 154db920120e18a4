import type { StoryStatus } from '#core/story/meta.ts';
import type { MessageKey } from '#renderer/i18n/catalogue.ts';
import type { IconName } from '#renderer/ui/icon-names.ts';
import type { StatusTone } from '#renderer/ui/status.tsx';

export interface StatusLook {
  readonly icon: IconName;
  readonly tone: StatusTone;
  readonly label: MessageKey;
}

const looks: Readonly<Record<StoryStatus, StatusLook>> = {
  draft: { icon: 'pen-line', tone: 'plain', label: 'library.status.draft' },
  submitted: { icon: 'send', tone: 'accent', label: 'library.status.submitted' },
  sent_back: { icon: 'corner-up-left', tone: 'warning', label: 'library.status.sent_back' },
  approved: { icon: 'badge-check', tone: 'success', label: 'library.status.approved' },
  published: { icon: 'globe', tone: 'success', label: 'library.status.published' },
};

/** How a story's step is shown; the open draft is being written. */
export const storyStatusLook = (status: StoryStatus, open = false): StatusLook => (open && status === 'draft' ? { ...looks.draft, label: 'library.status.writing' } : looks[status]);
