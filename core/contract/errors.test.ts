import { describe, expect, it } from 'vitest';
import { documentSchema, emptyFields } from '../story/document.ts';
import { checkReadiness } from '../story/readiness.ts';
import { StoryStatus } from '../story/meta.ts';
import { errorSentence, wireError } from './errors.ts';

describe('the sentence of an error', () => {
  it('says what is missing in newsroom words of the asked language', () => {
    const error = wireError('publish.not-ready', { missing: 'headline,date,placeholders' });
    expect(errorSentence(error, 'vi')).toBe('Bài chưa đủ để đăng. Còn phải sửa: tít, ngày của bài, chỗ trống [?]. Chưa gửi gì ra ngoài.');
    expect(errorSentence(error, 'en')).toBe('The story is not ready. To mend: headline, story date, [?] to fill in. Nothing was sent.');
  });

  it('has words for whatever can block publishing, and for every status', () => {
    const items = checkReadiness({ document: { schema: documentSchema, fields: emptyFields, blocks: [] }, meta: { status: 'draft' }, hasMedia: () => true });
    for (const { code } of items.filter((item) => item.level === 'blocking')) {
      expect(errorSentence(wireError('publish.not-ready', { missing: code }), 'vi')).not.toContain(`: ${code}.`);
    }
    for (const status of StoryStatus.options) expect(errorSentence(wireError('review.not-allowed', { status }), 'vi')).not.toContain(status);
  });

  it('leaves a missing parameter visible, and an unknown code as it is', () => {
    expect(errorSentence(wireError('publish.not-ready'), 'vi')).toContain('{missing}');
    expect(errorSentence(wireError('publish.not-ready', { missing: 'headline,gallery' }), 'en')).toContain('headline, gallery');
  });
});
