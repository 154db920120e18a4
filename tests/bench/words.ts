import { paragraphJson, fieldJson } from '#core/story/blocks.ts';
import { type BlockJson, documentSchema, emptyFields, type StoryDocument } from '#core/story/document.ts';
import { BlockId } from '#core/base/ids.ts';
import { uuidv7 } from '#core/base/uuid.ts';

/** A repeatable stream of numbers (mulberry32): the same text in every run. */
export function makeNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables =
  'hội nghị triển khai công tác tỉnh Vĩnh Sa xã Nậm Sen rừng đầu nguồn sông Lụa bảo vệ đồng chí chủ tịch ủy ban nhân dân kế hoạch năm báo cáo kết quả thực hiện nhiệm vụ phát triển kinh tế đường trường học trạm y tế bà con thu hoạch lúa nếp mùa khô cầu treo bản làng cán bộ đại biểu thảo luận giải pháp giảm nghèo bền vững tập huấn kỹ thuật chăn nuôi trồng trọt'.split(
    ' ',
  );

export const makeSentence = (number: () => number, words: number): string => {
  const picked = Array.from({ length: words }, () => syllables[Math.floor(number() * syllables.length)] ?? 'xã');
  const text = picked.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** A story of about `words` syllables in paragraphs of 100. */
export function makeStory(words: number, seed: number): StoryDocument {
  const number = makeNumbers(seed);
  const random = { bytes: (length: number) => Uint8Array.from({ length }, () => Math.floor(number() * 256)) };
  const newBlockId = (): BlockId => BlockId.parse(uuidv7({ now: () => 1_760_000_000_000 }, random));
  const paragraphs: BlockJson[] = [];
  for (let left = words; left > 0; left -= 100) {
    const size = Math.min(100, left);
    const sentences: string[] = [];
    for (let rest = size; rest > 0; rest -= 20) sentences.push(makeSentence(number, Math.min(20, rest)));
    paragraphs.push(paragraphJson(newBlockId(), sentences.join(' ')));
  }
  return {
    schema: documentSchema,
    fields: emptyFields,
    blocks: [
      fieldJson(newBlockId(), 'kicker'),
      fieldJson(newBlockId(), 'headline', makeSentence(number, 10).slice(0, -1)),
      fieldJson(newBlockId(), 'lede'),
      ...paragraphs,
      fieldJson(newBlockId(), 'byline', 'Tin, ảnh: Thùy Nhiên'),
    ],
  };
}
