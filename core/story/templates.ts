import type { BlockId } from '../base/ids.ts';
import type { Settings } from '../contract/settings.ts';
import type { TemplateName } from '../contract/story.ts';
import { emptyDocument, fieldJson, figureJson, paragraphJson, textJson } from './blocks.ts';
import { composeDateline, shortDate } from './compose-dateline.ts';
import type { BlockJson, StoryDocument } from './document.ts';
import { documentSchema, emptyFields } from './document.ts';

export interface TemplateFilling {
  readonly settings: Settings;
  /** The civil date where the newsroom is, `YYYY-MM-DD`. */
  readonly today: string;
  readonly newBlockId: () => BlockId;
}

/** The label before the pen name, by template. */
const bylineLabels: Readonly<Record<Exclude<TemplateName, 'blank'>, string>> = {
  conference: 'Tin, ảnh',
  brief: 'Tin',
  'photo-essay': 'Thực hiện',
};

const essayPhotos = 3;

/** The marked dateline and a space after it that is not marked, so that what is typed next is not part of it. */
const datelineParagraph = (bid: BlockId, { settings: { newsroom }, today }: TemplateFilling): BlockJson => {
  const dateline = composeDateline({ source: newsroom.sourceMark, date: shortDate(today, newsroom.dateStyle), place: newsroom.place });
  return paragraphJson(bid, [textJson(dateline, [{ kind: 'dateline' }]), textJson(' ')]);
};

/** A new story: `blank` has nothing filled in; the others have the dateline of today and the byline of whoever writes. */
export function templateDocument(template: TemplateName, filling: TemplateFilling): StoryDocument {
  const { settings, today, newBlockId } = filling;
  if (template === 'blank') return emptyDocument(newBlockId);
  const { penName } = settings.profile;
  const photos = template === 'photo-essay' ? essayPhotos : 0;
  const body = [datelineParagraph(newBlockId(), filling), ...Array.from({ length: photos }, () => figureJson(newBlockId()))];
  return {
    schema: documentSchema,
    fields: { ...emptyFields, date: today },
    blocks: [
      fieldJson(newBlockId(), 'kicker'),
      fieldJson(newBlockId(), 'headline'),
      fieldJson(newBlockId(), 'lede'),
      ...body,
      fieldJson(newBlockId(), 'byline', penName === '' ? '' : `${bylineLabels[template]}: ${penName}`),
    ],
  };
}
