import type { Topic } from '../topic.ts';
import { acts, terms, text } from '../topic.ts';

export const settings: Topic = {
  id: 'settings',
  lead: { vi: 'Ít mục, sửa xong là giữ ngay', en: 'A few things, kept as soon as they are changed' },
  pieces: [
    text({ vi: '{do go.settings}. Không có nút lưu: rời khỏi ô là đã giữ.', en: '{do go.settings}. There is no button to save: leaving a field keeps it.' }),
    terms(
      [{ vi: '**{says settings.profile}**', en: '**{says settings.profile}**' }, { vi: 'Họ tên cho nhật ký duyệt, bút danh để in dưới bài.', en: 'Your full name for the review log, your pen name to be printed under stories.' }],
      [{ vi: '**{says settings.newsroom}**', en: '**{says settings.newsroom}**' }, { vi: 'Tên báo, ký hiệu đầu tin, nơi thường đưa tin, cách in ngày, chuyên mục. Mẫu tin mới lấy từ đây.', en: 'Name of the paper, source mark, usual place, how dates are printed, sections. New stories from a template take them from here.' }],
      [{ vi: '**{says settings.look}**', en: '**{says settings.look}**' }, { vi: 'Tiếng Việt hay tiếng Anh, sáng hay tối. Chữ trong bài không đổi theo.', en: 'Vietnamese or English, light or dark. The words of a story stay as they are.' }],
      [{ vi: '**{says settings.sample}**', en: '**{says settings.sample}**' }, { vi: 'Vài bài của một tờ báo không có thật, để thử mọi việc. Bỏ đi một lần là hết, lấy lại cũng một lần.', en: 'A few stories of an invented paper to try everything on. They go in one act, and come back in one.' }],
      [{ vi: '**{says settings.library}**', en: '**{says settings.library}**' }, { vi: 'Đường dẫn tới thư mục chứa tất cả: xem {see moving}.', en: 'The path of the folder that holds everything: see {see moving}.' }],
    ),
    text({ vi: 'Trang viết có phần riêng, đổi ngay khi đang viết: {do page.larger}, {do page.smaller}, {do page.width}. {do page.focus} để chỉ còn trang và tình trạng lưu.', en: 'The page has choices of its own, made while you write: {do page.larger}, {do page.smaller}, {do page.width}. {do page.focus} leaves only the page and its save state.' }),
    acts('go.settings', 'sample.open'),
  ],
};
