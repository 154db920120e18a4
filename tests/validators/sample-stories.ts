import type { AttendeeId, BlockId, StoryId } from '#core/base/ids.ts';
import { AttendeeId as AttendeeIdSchema, BlockId as BlockIdSchema, MediaId as MediaIdSchema, StoryId as StoryIdSchema } from '#core/base/ids.ts';
import type { MediaInfo } from '#core/contract/media.ts';
import { defaultSettings } from '#core/contract/settings.ts';
import type { ExportInput } from '#core/export/export-story.ts';
import type { Attendee } from '#core/story/attendee.ts';
import { bold, fieldJson, figureJson, headingJson, italic, paragraphJson, textJson } from '#core/story/blocks.ts';
import type { BlockJson, InlineJson, ListItemJson, ListJson, Photo, StoryFields } from '#core/story/document.ts';
import { documentSchema, emptyFields } from '#core/story/document.ts';

let count = 0;
const nextUuid = (): string => `01990000-0000-7000-8000-${(++count).toString(16).padStart(12, '0')}`;
export const blockId = (): BlockId => BlockIdSchema.parse(nextUuid());
export const attendeeId = (): AttendeeId => AttendeeIdSchema.parse(nextUuid());
export const storyId: StoryId = StoryIdSchema.parse('01990000-0000-7000-8000-0000000abcde');

const base = { direction: null, format: '', indent: 0, version: 1 } as const;

export const linkJson = (url: string, children: InlineJson[]): InlineJson =>
  ({ ...base, type: 'link', url, children, rel: 'noreferrer', target: null, title: null });
export const breakJson: InlineJson = { type: 'linebreak', version: 1 };
export const quoteJson = (content: readonly InlineJson[]): BlockJson => ({ ...base, type: 'quote', children: [...content], $: { bid: blockId() } });
export const ruleJson = (): BlockJson => ({ type: 'horizontalrule', version: 1, $: { bid: blockId() } });
export const itemJson = (...children: ListItemJson['children']): ListItemJson => ({ ...base, type: 'listitem', value: 1, children });
export const listJson = (listType: 'bullet' | 'number', ...children: ListItemJson[]): ListJson =>
  ({ ...base, type: 'list', listType, start: 1, tag: listType === 'number' ? 'ol' : 'ul', children });
export const listBlock = (list: ListJson): BlockJson => ({ ...list, $: { bid: blockId() } });

/** Pixels of the sample photos: a wide one, an upright one, a small one. */
const sizes: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  a: { width: 2000, height: 1250 }, b: { width: 900, height: 1200 }, c: { width: 640, height: 360 },
};

export const photo = (digit: 'a' | 'b' | 'c'): Photo => ({ media: MediaIdSchema.parse(digit.repeat(64)), ...(sizes[digit] ?? { width: 1, height: 1 }) });

export const attendee = (name: string, more: Partial<Attendee> = {}): Attendee =>
  ({ id: attendeeId(), kind: 'person', name, honorific: null, titles: [], role: 'attendee', delegation: null, personId: null, ...more });

export interface SampleParts {
  readonly kicker?: string;
  readonly headline?: string | readonly InlineJson[];
  readonly lede?: string | readonly InlineJson[];
  readonly byline?: string;
  readonly body?: readonly BlockJson[];
  readonly fields?: Partial<StoryFields>;
  readonly newsroom?: Partial<ExportInput['settings']['newsroom']>;
  readonly isPublished?: boolean;
}

/** What `toExportStory` takes, from the parts that matter to a test. */
export const sampleInput = ({ kicker = '', headline = '', lede = '', byline = '', body = [], fields = {}, newsroom = {}, isPublished = false }: SampleParts = {}): ExportInput => ({
  document: {
    schema: documentSchema,
    fields: { ...emptyFields, ...fields },
    blocks: [
      fieldJson(blockId(), 'kicker', kicker), fieldJson(blockId(), 'headline', headline), fieldJson(blockId(), 'lede', lede),
      ...(body.length === 0 ? [paragraphJson(blockId())] : body), fieldJson(blockId(), 'byline', byline),
    ],
  },
  meta: {
    id: storyId,
    createdAt: Date.UTC(2026, 10, 19, 3, 0, 0),
    updatedAt: Date.UTC(2026, 10, 19, 7, 34, 0),
    events: isPublished ? [{ at: Date.UTC(2026, 10, 19, 17, 30, 0), who: 'Phạm Bảo Khuê', action: 'published', note: '' }] : [],
  },
  settings: { newsroom: { ...defaultSettings.newsroom, name: 'Báo Vĩnh Sa', sourceMark: 'BVS', place: 'Vĩnh Sa', ...newsroom } },
  media: (id): MediaInfo => ({ id, type: 'image/jpeg', ...sizes[id.charAt(0)] ?? { width: 2000, height: 1250 }, bytes: 400_000 }),
});

const due = attendee('Trịnh Khắc Duệ', { honorific: 'đồng chí', titles: ['Phó Bí thư Tỉnh ủy', 'Chủ tịch UBND tỉnh'], role: 'chair' });
const mau = attendee('Bùi Quang Mẫn', { titles: ['Hạt trưởng Kiểm lâm'] });
const sinh = attendee('Vàng A Sình', { titles: ['Bí thư Đảng ủy xã'], role: 'leader_of_delegation', delegation: 'điểm cầu xã Nậm Sen' });
const heads = attendee('18 trưởng bản', { kind: 'collective', delegation: 'điểm cầu xã Nậm Sen' });
const person = (text: string, { id }: Attendee, format = 0): InlineJson => textJson(text, [{ kind: 'person', id }], format);

/** A conference report with everything in it: `photos` says which of its two figures have theirs. */
const report = (photos: readonly (Photo | null)[]): ExportInput =>
  sampleInput({
    kicker: 'Bảo vệ và phát triển rừng',
    headline: 'Giữ rừng đầu nguồn sông Lụa ngay từ đầu mùa khô',
    lede: 'Mười hai xã vùng đầu nguồn cam kết kiện toàn 96 tổ bảo vệ rừng trước ngày 15.12, trực cháy 24/24 giờ ở 31 điểm có nguy cơ cao.',
    byline: 'Tin, ảnh: Thùy Nhiên',
    fields: { attendees: [due, mau, sinh, heads], date: '2026-11-19', section: 'Thời sự', keywords: ['giữ rừng', 'sông Lụa'] },
    isPublished: true,
    body: [
      ...photos.slice(0, 1).map((first) => figureJson(blockId(), {
        photo: first, credit: 'Thùy Nhiên', alt: 'Bốn người đứng trước chòi canh lửa trên đồi',
        caption: [textJson('Đồng chí '), person('Trịnh Khắc Duệ', due), textJson(' (thứ hai từ trái sang) và Hạt trưởng Kiểm lâm '), person('Bùi Quang Mẫn', mau), textJson(' tại trạm trực cháy Đèo Gió.')],
      })),
      paragraphJson(blockId(), [
        textJson('BVS - Ngày 19.11, tại Trung tâm Hội nghị tỉnh,', [{ kind: 'dateline' }]), textJson(' UBND tỉnh Vĩnh Sa tổ chức hội nghị trực tuyến bảo vệ rừng mùa khô với 12 điểm cầu xã. Đồng chí '),
        person('Trịnh Khắc Duệ', due), textJson(', Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh chủ trì hội nghị.'),
      ]),
      headingJson(blockId(), 'h2', 'Mười hai điểm cầu, một bản cam kết'),
      paragraphJson(blockId(), [textJson('Tại điểm cầu xã Nậm Sen có các đồng chí: '), person('Vàng A Sình', sinh), textJson(', Bí thư Đảng ủy xã; cùng '), person('18 trưởng bản', heads), textJson('.')]),
      quoteJson([textJson('Rừng cháy một giờ, mất một đời cây. Trực ở bản trước, rồi mới nói chuyện chữa cháy')]),
      paragraphJson(blockId(), [textJson('Các xã đã làm mới '), textJson('74 km', [], bold), textJson(' đường băng cản lửa, dựng '), textJson('22 chòi canh', [], bold | italic), textJson(' và ký cam kết với 6.300 hộ sống gần rừng; xem '), linkJson('https://vinhsa.example/du-bao?ngay=19.11&cap=4', [textJson('dự báo cấp cháy')]), textJson('.')]),
      headingJson(blockId(), 'h3', 'Việc phải xong trước 15.12'),
      listBlock(listJson('number', itemJson(textJson('Kiện toàn 96 tổ bảo vệ rừng;')), itemJson(textJson('Trực cháy ở 31 điểm:')), itemJson(listJson('bullet', itemJson(textJson('19 điểm cấp xã;')), itemJson(textJson('12 điểm cấp bản.')))))),
      ruleJson(),
      ...photos.slice(1).map((other, index) => figureJson(blockId(), { photo: other, caption: `Tổ bảo vệ rừng bản Ỏ tuần tra đường băng, ảnh ${index + 2}.`, credit: index === 0 ? 'Ảnh: Mai Khuê' : '' })),
      headingJson(blockId(), 'h4', 'Số điện thoại trực'),
      paragraphJson(blockId(), [textJson('Hạt Kiểm lâm: 0123.456.789'), breakJson, textJson('Ban Chỉ huy tỉnh: '), linkJson('mailto:truc@vinhsa.example', [textJson('truc@vinhsa.example')])]),
    ],
  });

/** Every one of these has broken somebody's page once. */
export const hostileTexts: readonly string[] = [
  '</script><script>alert(1)</script>', '</title><svg onload=alert(1)>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '<!--', '-->', ']]>', '<style>*{display:none}</style>',
  '</style><script>alert(2)</script>', '&lt;b&gt;', '&amp', '&#x3c;', '{{constructor}}', '${alert(1)}', '\u0000\u0008\u001b[31m', '\ud800', 'a\u2028b\u2029c', '\u202egnp.exe', '\ufffe', 'javascript:alert(1)', '`', '\\u003c',
];
const nasty = hostileTexts.join(' ');

const hostileInput = (): ExportInput => {
  const who = attendee(nasty, { honorific: nasty, titles: [nasty, ''], delegation: nasty });
  return sampleInput({
    kicker: nasty, headline: [person(nasty, who)], lede: nasty, byline: `Tin, ảnh: ${nasty}`,
    fields: { attendees: [who, attendee(nasty, { kind: 'collective' })], section: nasty, keywords: [nasty, ''], slug: '../../etc/passwd"><script>', date: '2026-11-19' },
    newsroom: { name: nasty, sourceMark: nasty, place: nasty },
    body: [
      paragraphJson(blockId(), [textJson(nasty, [{ kind: 'dateline' }]), person(nasty, who, bold)]),
      ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', ' data:text/html,<script>alert(1)</script>', 'vbscript:x', '//evil.example', '/relative', 'https://user:pass@evil.example/', 'https://evil.example/"onclick="alert(1)', 'https://ok.example/a b?<x>#y#z|%zz']
        .map((url) => paragraphJson(blockId(), [linkJson(url, [textJson(nasty)])])),
      headingJson(blockId(), 'h2', nasty), quoteJson([textJson(nasty)]), listBlock(listJson('number', itemJson(textJson(nasty)))),
      figureJson(blockId(), { photo: photo('a'), caption: nasty, credit: nasty, alt: nasty }),
    ],
  });
};

/** The stories that every way out is checked with. */
export const sampleStories: Readonly<Record<'empty' | 'minimal' | 'report' | 'hostile' | 'photos' | 'structure', ExportInput>> = {
  empty: sampleInput({ newsroom: { name: '', sourceMark: '' } }),
  minimal: sampleInput({ headline: 'Cầu treo Bản Ỏ thông xe', body: [paragraphJson(blockId(), 'Sáng 4.3, cầu treo Bản Ỏ thông xe.')] }),
  report: report([photo('a'), null]),
  hostile: hostileInput(),
  photos: report([photo('a'), photo('b'), photo('c'), null]),
  structure: sampleInput({
    headline: 'Ba việc của mùa khô',
    body: [
      headingJson(blockId(), 'h2', 'Danh sách'),
      listBlock(listJson('bullet', itemJson(textJson('Một '), textJson('đậm', [], bold)), itemJson(listJson('number', itemJson(textJson('Trong một')), itemJson(listJson('bullet', itemJson(textJson('Sâu hơn')))))), itemJson(textJson('Hai')))),
      headingJson(blockId(), 'h2', 'Trích dẫn'),
      quoteJson([textJson('Dòng trên'), breakJson, textJson('dòng dưới', [], italic)]),
      paragraphJson(blockId(), [textJson('Xem '), linkJson('https://vinhsa.example/', [textJson('trang '), textJson('của xã', [], bold)]), textJson(' và '), linkJson('javascript:alert(1)', [textJson('chỗ này')]), textJson('.')]),
      ruleJson(),
      paragraphJson(blockId(), 'Hết.'),
    ],
  }),
};
