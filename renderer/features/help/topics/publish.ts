import type { Topic } from '../topic.ts';
import { heading, list, picture, steps, text } from '../topic.ts';

export const publish: Topic = {
  id: 'publish',
  lead: { vi: 'Xem như bạn đọc thấy, đăng một lần, đọc lại để so', en: 'See it as readers will, publish once, read it back and compare' },
  pieces: [
    steps(
      { vi: 'Trong bài đã duyệt, {do publish.open}.', en: 'In an approved story: {do publish.open}.' },
      { vi: 'Xem danh sách bên trái. Dòng đỏ phải sửa trước, dòng vàng nên xem, vẫn đăng được.', en: 'Go through the list at the left. What is red must be mended first; what is yellow is worth a look and stops nothing.' },
      { vi: 'Xem trước trên điện thoại, máy tính bảng và màn hình rộng. Lúc này chưa gửi gì ra ngoài.', en: 'Look at it on a phone, a tablet and a wide screen. Nothing has been sent yet.' },
      { vi: 'Chọn nơi đăng rồi bấm **{says publish.send}**.', en: 'Choose where it goes and press **{says publish.send}**.' },
    ),
    picture('publish', { vi: 'Màn hình xem trước và đăng bài', en: 'The screen to preview and publish' }),
    text({ vi: 'Ảnh đi trước, bài theo sau ở dạng nháp, rồi mới đăng. Cuối cùng bài được đọc lại từ cổng và so từng chữ. Mạng đứt giữa chừng thì gửi tiếp từ chỗ dở, không bao giờ đăng hai lần.', en: 'Photos go first, then the story as a draft, then it is published. Last, it is read back from the portal and compared word for word. If the network breaks off, sending goes on where it stopped, and never publishes twice.' }),
    heading({ vi: 'Hộp gửi', en: 'The outbox' }),
    picture('outbox', { vi: 'Hộp gửi với một bài đã đăng', en: 'The outbox with a published story' }),
    text({ vi: '{do go.outbox} cho biết bài nào đang ở bước nào. Tắt máy cũng được, mở lại sẽ gửi tiếp.', en: '{do go.outbox} says which story is at which step. You may switch the machine off; it goes on when it is back.' }),
    heading({ vi: 'Nơi đăng', en: 'Destinations' }),
    list(
      { vi: '**{says publish.destination.add}**: địa chỉ cổng và mã đăng nhập do người quản trị cổng cấp. Mã không bao giờ nằm trong bài.', en: '**{says publish.destination.add}**: the portal’s address and the token its administrator gave you. The token is never part of a story.' },
      { vi: 'Chưa có cổng thì bấm **{says publish.sample.start}**: một cổng nhỏ chạy ngay trên máy này.', en: 'No portal yet? Press **{says publish.sample.start}**: a small one runs on this machine.' },
      { vi: 'Không cần cổng, không cần mạng: {do export.html}, {name export.folder}, {name export.text}.', en: 'Without a portal and without a network: {do export.html}, {name export.folder}, {name export.text}.' },
    ),
  ],
};
