import { describe, expect, it } from 'vitest';
import { documentSchema, emptyFields } from '#core/story/document.ts';
import { liftDocument, upcasters } from './lift-document.ts';

const stored = { schema: documentSchema, fields: emptyFields, blocks: [] };

describe('a stored story of another schema', () => {
  it('is refused when it is newer than this program', () => {
    expect(liftDocument({ ...stored, schema: documentSchema + 1 })).toMatchObject({ error: { code: 'story.newer' } });
  });

  it('is lifted step by step when it is older', () => {
    const add = (name: string) => (document: unknown) => ({ ...(document as object), blocks: [...(document as { blocks: unknown[] }).blocks, name] });
    const lifted = liftDocument({ ...stored, schema: documentSchema - 2 }, { [documentSchema - 2]: add('first'), [documentSchema - 1]: add('second') });
    expect(lifted).toMatchObject({ ok: true, value: { schema: documentSchema, blocks: ['first', 'second'] } });
  });

  it('has a way up from every schema there ever was', () => {
    for (let schema = 1; schema < documentSchema; schema++) expect(upcasters[schema]).toBeTypeOf('function');
    expect(() => liftDocument({ ...stored, schema: documentSchema - 1 }, {})).toThrow('no way up');
  });
});
