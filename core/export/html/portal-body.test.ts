import { describe, expect, test } from 'vitest';
import { parseStoryHtml } from '#portal/html/parse-story-html.ts';
import type { StoryNode } from '#portal/html/parse-story-html.ts';
import { sampleStories } from '#tests/validators/sample-stories.ts';
import { toExportStory } from '../export-story.ts';
import { portalStory } from '../portal/portal-story.ts';
import { portalBody } from './portal-body.ts';

const textOf = (nodes: readonly StoryNode[]): string =>
  nodes.map((node) => (node.kind === 'text' ? node.text : node.name === 'br' ? '\n' : node.name === 'figure' ? '' : textOf(node.children))).join('');

describe('portalBody', () => {
  test('every kind of block in the portal’s vocabulary', () => {
    expect(portalBody(toExportStory(sampleStories.report)).bodyHtml).toBe([
      `<figure><img src="media:${'a'.repeat(64)}" alt="Bốn người đứng trước chòi canh lửa trên đồi"><figcaption>Đồng chí <span class="person" data-person="p1">Trịnh Khắc Duệ</span> (thứ hai từ trái sang) và Hạt trưởng Kiểm lâm <span class="person" data-person="p2">Bùi Quang Mẫn</span> tại trạm trực cháy Đèo Gió. <span class="credit">Ảnh: Thùy Nhiên</span></figcaption></figure>`,
      '<p><span class="dateline">BVS - Ngày 19.11, tại Trung tâm Hội nghị tỉnh,</span> UBND tỉnh Vĩnh Sa tổ chức hội nghị trực tuyến bảo vệ rừng mùa khô với 12 điểm cầu xã. Đồng chí <span class="person" data-person="p1">Trịnh Khắc Duệ</span>, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh chủ trì hội nghị.</p>',
      '<h2>Mười hai điểm cầu, một bản cam kết</h2>',
      '<p>Tại điểm cầu xã Nậm Sen có các đồng chí: <span class="person" data-person="p3">Vàng A Sình</span>, Bí thư Đảng ủy xã; cùng <span class="person" data-person="p4">18 trưởng bản</span>.</p>',
      '<blockquote><p>Rừng cháy một giờ, mất một đời cây. Trực ở bản trước, rồi mới nói chuyện chữa cháy</p></blockquote>',
      '<p>Các xã đã làm mới <strong>74 km</strong> đường băng cản lửa, dựng <strong><em>22 chòi canh</em></strong> và ký cam kết với 6.300 hộ sống gần rừng; xem <a href="https://vinhsa.example/du-bao?ngay=19.11&amp;cap=4">dự báo cấp cháy</a>.</p>',
      '<h3>Việc phải xong trước 15.12</h3>',
      '<ol><li>Kiện toàn 96 tổ bảo vệ rừng;</li><li>Trực cháy ở 31 điểm:<ul><li>19 điểm cấp xã;</li><li>12 điểm cấp bản.</li></ul></li></ol>',
      '<hr>',
      '<figure class="no-photo"><figcaption>Tổ bảo vệ rừng bản Ỏ tuần tra đường băng, ảnh 2. <span class="credit">Ảnh: Mai Khuê</span></figcaption></figure>',
      '<h4>Số điện thoại trực</h4>',
      '<p>Hạt Kiểm lâm: 0123.456.789<br>Ban Chỉ huy tỉnh: <a href="mailto:truc@vinhsa.example">truc@vinhsa.example</a></p>',
    ].join(''));
  });

  test.each(Object.entries(sampleStories))('%s: the reference portal takes all of it, and its text is the story’s text', (_name, input) => {
    const { bodyHtml, bodyText } = portalBody(toExportStory(input));
    const parsed = parseStoryHtml(bodyHtml);
    expect(parsed.ok ? null : parsed.error).toBeNull();
    const typed = (text: string): string => text.replace(/^ *(?:- |\d+\. |\* \* \*$)/gmu, '').replace(/\n/gu, '').replace(/ +/gu, ' ');
    expect(typed(textOf(parsed.ok ? parsed.value : []))).toBe(typed(bodyText));
  });
});

describe('portalStory', () => {
  test('empty texts are null, figures name their photo', () => {
    const story = portalStory(toExportStory(sampleStories.report));
    expect(story).toMatchObject({
      headline: 'Giữ rừng đầu nguồn sông Lụa ngay từ đầu mùa khô', date: '2026-11-19', dateline: { source: 'BVS', date: '19.11', place: 'Trung tâm Hội nghị tỉnh' }, language: 'vi',
      attendees: [{ name: 'Trịnh Khắc Duệ', honorific: 'đồng chí', role: 'chair', kind: 'person' }, { name: 'Bùi Quang Mẫn', honorific: null }, { delegation: 'điểm cầu xã Nậm Sen' }, { kind: 'collective' }],
      figures: [{ sha256: 'a'.repeat(64) }, { sha256: null, caption: 'Tổ bảo vệ rừng bản Ỏ tuần tra đường băng, ảnh 2.', credit: 'Ảnh: Mai Khuê', alt: null }],
    });
  });

  test('no headline or no date: nothing to send', () => {
    expect(portalStory(toExportStory(sampleStories.empty))).toBeNull();
    expect(portalStory(toExportStory(sampleStories.minimal))).toBeNull();
  });
});
