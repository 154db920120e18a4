import { editorMessages } from '#renderer/editor/messages.ts';
import { appMessages } from './messages/app.ts';
import { desktopMessages } from './messages/desktop.ts';
import { findMessages } from './messages/find.ts';
import { firstMessages } from './messages/first.ts';
import { helpMessages } from './messages/help.ts';
import { libraryMessages } from './messages/library.ts';
import { pageMessages } from './messages/page.ts';
import { peopleMessages } from './messages/people.ts';
import { publishMessages } from './messages/publish.ts';
import { settingsMessages } from './messages/settings.ts';
import { storyMessages } from './messages/story.ts';
import { versionsMessages } from './messages/versions.ts';

/** Every word the interface says, Vietnamese first: it is the source, English follows it. */
export const catalogue = {
  ...editorMessages,
  ...appMessages,
  ...storyMessages,
  ...findMessages,
  ...versionsMessages,
  ...pageMessages,
  ...peopleMessages,
  ...libraryMessages,
  ...publishMessages,
  ...settingsMessages,
  ...desktopMessages,
  ...firstMessages,
  ...helpMessages,
} as const;

export type MessageKey = keyof typeof catalogue;

/** One message in both languages. */
export interface Message {
  readonly vi: string;
  readonly en: string;
}
