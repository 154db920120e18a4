import type { Topic } from '../topic.ts';
import { heading, picture, terms, text } from '../topic.ts';

export const trouble: Topic = {
  id: 'trouble',
  lead: { vi: 'Mỗi dòng báo nghĩa là gì, chữ nào còn, nên làm gì', en: 'What each notice means, what is safe, what to do' },
  pieces: [
    heading({ vi: 'Tình trạng lưu, trên thanh tên', en: 'The save state, in the title bar' }),
    terms(
      [{ vi: '**{says story.save.saved}**', en: '**{says story.save.saved}**' }, { vi: 'Tất cả chữ đã nằm trên đĩa. Tắt máy cũng không mất.', en: 'Every word is on the disk. You could switch the machine off.' }],
      [{ vi: '**{says story.save.saving}**', en: '**{says story.save.saving}**' }, { vi: 'Đang ghi, thường chưa tới một giây.', en: 'Being written, usually for less than a second.' }],
      [{ vi: '**{says story.save.failed.short}**', en: '**{says story.save.failed.short}**' }, { vi: 'Chữ còn trên màn hình nhưng chưa xuống đĩa. Đừng đóng cửa sổ. Dòng báo đỏ ghi lý do, hay gặp nhất là đĩa đầy.', en: 'The words are on the screen and not yet on the disk. Keep the window open. The red notice says why; most often the disk is full.' }],
      [{ vi: '**{says story.save.sent}**', en: '**{says story.save.sent}**' }, { vi: 'Đã lưu, và bản này đã lên cổng.', en: 'Saved, and this text is on the portal.' }],
    ),
    heading({ vi: 'Chưa lưu được', en: 'Not saved' }),
    picture('failed', { vi: 'Dòng báo chưa lưu được, có nút Chép chữ và Thử lại', en: 'The notice of a failed save, with Copy the text and Try again' }),
    text({ vi: 'Bấm **{says story.failed.copy}** để có ngay một bản ở bộ nhớ tạm. Giải phóng chỗ trên đĩa rồi bấm **{says app.retry}**. Máy cũng tự thử lại.', en: 'Press **{says story.failed.copy}** for a copy on the clipboard at once. Free some disk space and press **{says app.retry}**. It is tried again by itself, too.' }),
    heading({ vi: 'Những dòng báo khác', en: 'Other notices' }),
    terms(
      [{ vi: '**{says app.offline}**', en: '**{says app.offline}**' }, { vi: 'Chỉ việc gửi lên cổng phải chờ. Viết tiếp bình thường.', en: 'Only sending has to wait. Go on writing.' }],
      [{ vi: '**{says app.unreachable}**', en: '**{says app.unreachable}**' }, { vi: 'Cửa sổ không nói chuyện được với phần giữ thư viện. Chữ vẫn còn, nối lại là tự lưu. Lâu quá thì khởi động lại Tòa Soạn.', en: 'The window can’t reach the part that keeps the library. Your words are still there and are saved when the link is back. If it lasts, start Tòa Soạn again.' }],
      [{ vi: '**{says story.read.other}**', en: '**{says story.read.other}**' }, { vi: 'Bài mở ở hai nơi. Viết ở đây thì bấm **{says app.command.take-over}**.', en: 'The story is open twice. To write here, press **{says app.command.take-over}**.' }],
      [{ vi: '**{says story.stale.kept}**', en: '**{says story.stale.kept}**' }, { vi: 'Hai nơi cùng sửa. Không bên nào mất: chữ của cửa sổ này nằm trong {name story.versions}.', en: 'It was changed in two places. Neither is lost: this window’s words are in {name story.versions}.' }],
      [{ vi: '**Thư viện đang mở ở một Tòa Soạn khác**', en: '**The library is open in another Tòa Soạn**' }, { vi: 'Dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại ở đây.', en: 'Use the window that is open, or close it and start again here.' }],
    ),
    heading({ vi: 'Bài gửi mãi không đi', en: 'A story that doesn’t leave' }),
    text({ vi: '{do go.outbox} ghi rõ đang chờ gì: chờ mạng, chờ mã đăng nhập, hay cổng từ chối vì lý do gì. Đang chờ mạng thì không phải làm gì cả.', en: '{do go.outbox} says what it waits for: the network, a token, or what the portal objected to. If it waits for the network, there is nothing to do.' }),
  ],
};
