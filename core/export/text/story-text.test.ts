import { expect, test } from 'vitest';
import { sampleInput, sampleStories } from '#tests/validators/sample-stories.ts';
import { toExportStory } from '../export-story.ts';
import { storyText } from './story-text.ts';

test('kicker, headline, lede, body with captions at their place, byline', () => {
  expect(storyText(toExportStory(sampleStories.report)).split('\n')).toEqual([
    'Bảo vệ và phát triển rừng',
    'Giữ rừng đầu nguồn sông Lụa ngay từ đầu mùa khô',
    'Mười hai xã vùng đầu nguồn cam kết kiện toàn 96 tổ bảo vệ rừng trước ngày 15.12, trực cháy 24/24 giờ ở 31 điểm có nguy cơ cao.',
    'Đồng chí Trịnh Khắc Duệ (thứ hai từ trái sang) và Hạt trưởng Kiểm lâm Bùi Quang Mẫn tại trạm trực cháy Đèo Gió. Ảnh: Thùy Nhiên',
    'BVS - Ngày 19.11, tại Trung tâm Hội nghị tỉnh, UBND tỉnh Vĩnh Sa tổ chức hội nghị trực tuyến bảo vệ rừng mùa khô với 12 điểm cầu xã. Đồng chí Trịnh Khắc Duệ, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh chủ trì hội nghị.',
    'Mười hai điểm cầu, một bản cam kết',
    'Tại điểm cầu xã Nậm Sen có các đồng chí: Vàng A Sình, Bí thư Đảng ủy xã; cùng 18 trưởng bản.',
    'Rừng cháy một giờ, mất một đời cây. Trực ở bản trước, rồi mới nói chuyện chữa cháy',
    'Các xã đã làm mới 74 km đường băng cản lửa, dựng 22 chòi canh và ký cam kết với 6.300 hộ sống gần rừng; xem dự báo cấp cháy.',
    'Việc phải xong trước 15.12',
    '1. Kiện toàn 96 tổ bảo vệ rừng;',
    '2. Trực cháy ở 31 điểm:',
    '  - 19 điểm cấp xã;',
    '  - 12 điểm cấp bản.',
    '* * *',
    'Tổ bảo vệ rừng bản Ỏ tuần tra đường băng, ảnh 2. Ảnh: Mai Khuê',
    'Số điện thoại trực',
    'Hạt Kiểm lâm: 0123.456.789',
    'Ban Chỉ huy tỉnh: truc@vinhsa.example',
    'Tin, ảnh: Thùy Nhiên',
    '',
  ]);
});

test('an empty story is an empty text', () => {
  expect(storyText(toExportStory(sampleInput()))).toBe('');
});
