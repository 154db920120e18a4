import type { Topic } from '../topic.ts';
import { heading, picture, steps, terms, text } from '../topic.ts';

export const review: Topic = {
  id: 'review',
  lead: { vi: 'Ai nộp, ai trả, ai duyệt đều có ghi lại', en: 'Who submitted, who sent back, who approved: all of it is noted' },
  pieces: [
    steps(
      { vi: 'Phóng viên {do story.submit}. Lần đầu có hỏi họ tên để ghi vào nhật ký.', en: 'The reporter uses {do story.submit}. The first time, a name is asked for, for the log.' },
      { vi: 'Biên tập viên mở {do go.toReview}, đọc và sửa thẳng trong bài.', en: 'The editor opens {do go.toReview}, reads, and edits right in the story.' },
      { vi: 'Được thì {do story.approve}. Chưa được thì {name story.send-back}, kèm một lời nhắn.', en: 'If it is good: {do story.approve}. If not: {name story.send-back}, with a note.' },
    ),
    picture('review', { vi: 'Nút Duyệt bài và Trả lại phóng viên trên thanh tên', en: 'Approve and Send back in the title bar' }),
    terms(
      [{ vi: '**{says library.status.draft}**', en: '**{says library.status.draft}**' }, { vi: 'Đang viết, chưa ai duyệt.', en: 'Being written; nobody has reviewed it.' }],
      [{ vi: '**{says library.status.submitted}**', en: '**{says library.status.submitted}**' }, { vi: 'Đã tới tay biên tập. Vẫn sửa được.', en: 'With the editor. It can still be edited.' }],
      [{ vi: '**{says library.status.sent_back}**', en: '**{says library.status.sent_back}**' }, { vi: 'Về lại phóng viên. Lời nhắn ở {do panel.review}.', en: 'Back with the reporter. The note is in {do panel.review}.' }],
      [{ vi: '**{says library.status.approved}**', en: '**{says library.status.approved}**' }, { vi: 'Chỉ đọc, sẵn sàng đăng: xem {see publish}.', en: 'Read-only and ready to publish: see {see publish}.' }],
      [{ vi: '**{says library.status.published}**', en: '**{says library.status.published}**' }, { vi: 'Đã ở trên cổng. Muốn đính chính thì trả bài lại, sửa, duyệt, đăng lần nữa.', en: 'On the portal. To correct it, send it back, edit, approve and publish again.' }],
    ),
    heading({ vi: 'Nhật ký', en: 'The log' }),
    text({ vi: '{do panel.review} ghi ai làm gì, lúc nào, nhắn gì. Mỗi lần nộp còn giữ lại nguyên bài lúc đó: xem {see saving}.', en: '{do panel.review} notes who did what, when, and what they wrote. Every submission also keeps the whole text of that moment: see {see saving}.' }),
  ],
};
