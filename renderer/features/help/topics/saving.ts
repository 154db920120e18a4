import type { Topic } from '../topic.ts';
import { heading, list, picture, text } from '../topic.ts';

export const saving: Topic = {
  id: 'saving',
  lead: { vi: 'Chữ nằm trên máy này ngay khi gõ, và quay lại được bản cũ', en: 'Words are on this machine as you type them, and earlier texts can be had back' },
  pieces: [
    text({ vi: 'Không có nút lưu. Ngừng tay một phần tư giây là chữ được ghi xuống đĩa; gõ liền tay thì mỗi giây một lần. Mất điện giữa câu, mở lại thấy đủ những gì đã báo **{says story.save.saved}**.', en: 'There is no button to save. A quarter of a second after you stop, the words are on the disk; while you type without a pause, once a second. If the power goes in mid-sentence, everything reported as **{says story.save.saved}** is there when you are back.' }),
    heading({ vi: 'Không có mạng', en: 'Without a network' }),
    text({ vi: 'Viết, nhận ra người dự, thêm ảnh, nộp, duyệt, xem trước, xuất tệp đều không cần mạng. Chỉ gửi lên cổng mới cần, và bài tự đi khi có mạng lại.', en: 'Writing, recognising attendees, photos, handing in, review, previews and exports need no network. Only sending to a portal does, and a story leaves by itself when the network is back.' }),
    heading({ vi: 'Các bản đã lưu', en: 'Saved versions' }),
    text({ vi: '{do story.versions} mở danh sách. Một bản nguyên bài được giữ lại khi mở bài, năm phút một lần trong lúc viết, khi nộp và khi đăng. Xem không làm thay đổi gì. Lấy một bản cũ về thì bản đang có cũng được giữ lại trước.', en: '{do story.versions} opens the list. A copy of the whole story is kept when it is opened, every five minutes while it is written, when it is submitted and when it is published. Looking changes nothing. Before an old one comes back, the present one is kept too.' }),
    picture('versions', { vi: 'Các bản đã lưu của một bài', en: 'The saved versions of a story' }),
    heading({ vi: 'Lỡ tay', en: 'Slips' }),
    list(
      { vi: 'Trong bài, {do editor.undo} lùi từng bước.', en: 'In a story {do editor.undo} goes back step by step.' },
      { vi: 'Bỏ nhầm bài, nhầm người, nhầm tòa soạn mẫu: {key Mod+Z} ngay lúc đó, hoặc bấm **{says app.undo}** trong thông báo.', en: 'Removed a story, a person or the sample by mistake? {key Mod+Z} at once, or press **{says app.undo}** in the notice.' },
      { vi: '{name go.trash} giữ bài cho tới khi lấy lại.', en: '{name go.trash} keeps stories until you want them back.' },
    ),
    heading({ vi: 'Hai cửa sổ, một bài', en: 'Two windows, one story' }),
    text({ vi: 'Một cửa sổ viết, các cửa sổ khác đọc và thấy chữ mới ngay. Muốn viết ở cửa sổ này, bấm **{says app.command.take-over}**. Không chữ nào bị ghi đè.', en: 'One window writes; others read and see new words at once. To write here instead, press **{says app.command.take-over}**. No word is overwritten.' }),
  ],
};
