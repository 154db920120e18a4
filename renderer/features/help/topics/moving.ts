import type { Topic } from '../topic.ts';
import { heading, list, steps, text } from '../topic.ts';

export const moving: Topic = {
  id: 'moving',
  lead: { vi: 'Tất cả nằm trong một thư mục; chép thư mục đó là xong', en: 'Everything is in one folder; copy it and you are done' },
  pieces: [
    text({ vi: 'Bài, các bản đã lưu, danh bạ, hộp gửi, ảnh gốc và tệp đã xuất nằm trong một thư mục gọi là thư viện. Đường dẫn ghi ở cuối {do go.settings}.', en: 'Stories, saved versions, the directory, the outbox, original photos and exports are in one folder, the library. Its path stands at the end of {do go.settings}.' }),
    heading({ vi: 'Chuyển sang máy khác', en: 'Moving to another machine' }),
    steps(
      { vi: 'Đóng Tòa Soạn ở máy cũ. Đóng hẳn rồi mới chép, để không thiếu chữ nào.', en: 'Close Tòa Soạn on the old machine. Copy only then, so that no word is missing.' },
      { vi: 'Chép **cả thư mục** thư viện sang máy mới bằng USB, vào đúng chỗ ghi trong Cài đặt của máy mới.', en: 'Copy the **whole folder** to the new machine, by USB, to the place its Settings name.' },
      { vi: 'Mở Tòa Soạn ở máy mới. Mọi thứ còn nguyên, kể cả bài đang viết dở.', en: 'Open Tòa Soạn there. Everything is as it was, the unfinished story too.' },
      { vi: 'Nhập lại mã đăng nhập của nơi đăng nếu được hỏi: mã gắn với từng máy.', en: 'Enter the tokens of your destinations again if you are asked: they belong to one machine.' },
    ),
    heading({ vi: 'Sao lưu', en: 'Backups' }),
    list(
      { vi: 'Chép thư mục thư viện vào ổ cứng rời, sau khi đóng Tòa Soạn.', en: 'Copy the library folder to an external disk, after closing Tòa Soạn.' },
      { vi: 'Không đặt thư viện trong OneDrive, Google Drive hay Dropbox: chương trình đồng bộ có thể chép lúc đang ghi dở.', en: 'Don’t keep the library inside OneDrive, Google Drive or Dropbox: they may copy it while it is being written.' },
    ),
    heading({ vi: 'Đưa một bài cho người khác', en: 'Giving one story to somebody else' }),
    text({ vi: '{do export.html} hoặc {name export.text} làm ra tệp ai cũng mở được. Người nhận có Tòa Soạn thì dán chữ vào, các phần của bài lại được nhận ra: xem {see paste}.', en: '{do export.html} or {name export.text} make a file that anybody can open. A colleague with Tòa Soạn pastes the words, and the parts of the story are recognised again: see {see paste}.' }),
  ],
};
