import type { Topic } from '../topic.ts';
import { firstStory } from './first-story.ts';
import { keyboard } from './keyboard.ts';
import { moving } from './moving.ts';
import { paste } from './paste.ts';
import { people } from './people.ts';
import { photos } from './photos.ts';
import { publish } from './publish.ts';
import { review } from './review.ts';
import { saving } from './saving.ts';
import { settings } from './settings.ts';
import { trouble } from './trouble.ts';

/** The whole guide, in reading order. */
export const allTopics: readonly Topic[] = [firstStory, paste, people, photos, review, publish, saving, keyboard, settings, moving, trouble];
