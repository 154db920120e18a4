import type { AppCommandId } from '#renderer/app/commands/app-commands.ts';
import type { Message } from '#renderer/i18n/catalogue.ts';
import type { PictureName } from './pictures.ts';
import type { TopicId } from './topic-ids.ts';

/**
 * One piece of a topic. Its texts may hold `**strong words**` and, in braces, what must never be written by hand:
 * `{do story.submit}` the name of a command and its key, `{name story.submit}` its name alone, `{key Mod+K}` keys as this machine prints
 * them, `{key story.submit}` a command's key, `{says story.save.saved}` the interface's own words, `{see photos}` a link to a topic.
 */
export type Piece =
  | { readonly kind: 'text'; readonly text: Message }
  | { readonly kind: 'heading'; readonly text: Message }
  | { readonly kind: 'steps' | 'list'; readonly items: readonly Message[] }
  /** Words of the interface and what they mean. */
  | { readonly kind: 'terms'; readonly rows: readonly (readonly [Message, Message])[] }
  | { readonly kind: 'picture'; readonly name: PictureName; readonly alt: Message }
  /** Buttons that run commands. */
  | { readonly kind: 'acts'; readonly commands: readonly AppCommandId[] };

export interface Topic {
  readonly id: TopicId;
  /** One line under the title, and what the list of topics says. The title itself is in the catalogue: other screens link here by it. */
  readonly lead: Message;
  readonly pieces: readonly Piece[];
}

export const text = (words: Message): Piece => ({ kind: 'text', text: words });
export const heading = (words: Message): Piece => ({ kind: 'heading', text: words });
export const steps = (...items: readonly Message[]): Piece => ({ kind: 'steps', items });
export const list = (...items: readonly Message[]): Piece => ({ kind: 'list', items });
export const terms = (...rows: readonly (readonly [term: Message, means: Message])[]): Piece => ({ kind: 'terms', rows });
export const picture = (name: PictureName, alt: Message): Piece => ({ kind: 'picture', name, alt });
export const acts = (...commands: readonly AppCommandId[]): Piece => ({ kind: 'acts', commands });
