import { $getRoot, $getState, $setState, createState } from 'lexical';
import { StoryFields, emptyFields } from '#core/story/document.ts';

/** Attendees, date, section, keywords and slug live on the root as state, so that undo covers them. */
const fieldsState = createState('fields', {
  parse: (value): StoryFields => {
    if (value === undefined) return emptyFields;
    const fields = StoryFields.safeParse(value);
    return fields.success ? fields.data : emptyFields;
  },
  isEqual: (left, right) => left === right || JSON.stringify(left) === JSON.stringify(right),
});

export const $getStoryFields = (): StoryFields => $getState($getRoot(), fieldsState);
export const $setStoryFields = (fields: StoryFields): void => {
  $setState($getRoot(), fieldsState, fields);
};
