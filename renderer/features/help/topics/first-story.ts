import type { Topic } from '../topic.ts';
import { acts, list, picture, steps, text } from '../topic.ts';

export const firstStory: Topic = {
  id: 'first-story',
  lead: { vi: 'Từ trang trắng tới lúc nộp, trong sáu bước', en: 'From a blank page to handing it in, in six steps' },
  pieces: [
    steps(
      { vi: '{do story.new}, rồi Enter: mẫu **{says story.template.conference}** đứng đầu. Lần đầu có hỏi bút danh và ký hiệu báo, để trống cũng được.', en: '{do story.new}, then Enter: the **{says story.template.conference}** stands first. The first time, pen name and source mark are asked for; both may stay empty.' },
      { vi: 'Gõ tít. Enter đưa xuống sapô, Enter nữa là vào thân bài. Chỗ nào không dùng thì bỏ qua, chữ mờ không được in ra.', en: 'Type the headline. Enter goes to the lede, Enter again into the text. Skip what you don’t need: grey words are never printed.' },
      { vi: 'Gõ {key @} rồi vài chữ của tên để gọi một người. Người đó vào danh sách bên phải, kèm chức danh đã biết.', en: 'Type {key @} and a few letters of a name to call somebody up. They join the list at the right, with the titles that are known.' },
      { vi: 'Thả ảnh vào giữa hai đoạn. Ghi chú thích ngay dưới ảnh.', en: 'Drop a photo between two paragraphs. Write the caption right below it.' },
      { vi: 'Chỗ nào còn thiếu, gõ **[?]**. Thanh dưới cùng đếm giúp, và còn [?] thì bài chưa đăng được.', en: 'Where something is missing, type **[?]**. The status line counts them, and a story with [?] left can’t be published.' },
      { vi: '{do story.submit}. Xong phần người viết.', en: '{do story.submit}. That is the reporter’s part done.' },
    ),
    picture('write', { vi: 'Cửa sổ viết: thư viện bên trái, trang bài ở giữa, người dự bên phải', en: 'The writing window: library at the left, the page in the middle, attendees at the right' }),
    text({ vi: 'Có sẵn chữ ở nơi khác thì nhanh hơn nữa: xem {see paste}.', en: 'If the words are written already, it is quicker still: see {see paste}.' }),
    list(
      { vi: 'Không có nút lưu. Chữ vừa gõ xong là đã nằm trên máy này: xem {see saving}.', en: 'There is no button to save. What you type is on this machine at once: see {see saving}.' },
      { vi: 'Quên phím nào, gõ tên việc cần làm sau {do palette}.', en: 'Forgot a key? Type what you want to do after {do palette}.' },
    ),
    acts('story.new', 'help.hints'),
  ],
};
