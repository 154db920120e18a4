import type { Topic } from '../topic.ts';
import { heading, list, picture, steps, text } from '../topic.ts';

export const paste: Topic = {
  id: 'paste',
  lead: { vi: 'Dán cả bài vào: tít, dateline, người dự, chú thích, bút danh được tách riêng', en: 'Paste a whole report: headline, dateline, attendees, captions and byline are told apart' },
  pieces: [
    steps(
      { vi: 'Chép cả bài từ Word, Zalo hay trang web, dán vào trang trắng bằng {key Mod+V}. Chữ vào sạch, bỏ phông và màu của nơi cũ.', en: 'Copy the whole report from Word, a chat or a web page and paste it into a blank page with {key Mod+V}. The words come in clean, without the fonts and colours they had.' },
      { vi: 'Bảng **{says story.tab.proposal}** mở bên phải và liệt kê từng phần. Lúc này trong bài chưa có gì thay đổi.', en: 'The panel **{says story.tab.proposal}** opens at the right and lists every part. Nothing in the story has changed yet.' },
      { vi: 'Xem qua. Mục nào không đúng thì bỏ dấu chọn. Mục ghi “{says proposal.unsure.one}” nên đọc lại.', en: 'Look through it. Take the tick off what is wrong. Whatever says “{says proposal.unsure.one}” deserves a second look.' },
      { vi: '{key proposal.accept} nhận các mục đã chọn. Muốn giữ nguyên chữ như khi dán, chọn **{says proposal.dismiss}**.', en: '{key proposal.accept} accepts what is ticked. To keep the words as they were pasted, choose **{says proposal.dismiss}**.' },
    ),
    picture('proposal', { vi: 'Bảng Nhận ra liệt kê tít, dateline, người dự và chú thích của bài vừa dán', en: 'The panel lists headline, dateline, attendees and captions of the pasted report' }),
    text({ vi: 'Nhận rồi thấy chưa ổn, {key editor.undo} trả lại đúng như lúc dán.', en: 'If you accepted too quickly, {key editor.undo} brings the pasted text back.' }),
    heading({ vi: 'Nên biết', en: 'Good to know' }),
    list(
      { vi: 'Máy nhận ra bằng quy tắc và danh bạ ngay trên máy này, không gửi gì ra ngoài.', en: 'Recognition works by rules and the directory on this machine. Nothing is sent anywhere.' },
      { vi: 'Dateline thường không ghi năm. Năm được đoán theo hôm nay và có nhắc xác nhận.', en: 'Datelines rarely give the year. It is taken from today’s date, and you are asked to confirm it.' },
      { vi: '“Ý kiến bạn đọc” và những chữ thừa của trang cũ được xếp riêng để bỏ ra.', en: 'Leftovers of the old page, such as “Ý kiến bạn đọc”, are set apart to be left out.' },
      { vi: 'Chú thích có mà ảnh chưa có thì thành chỗ chờ ảnh: xem {see photos}.', en: 'A caption without its photo becomes a place that waits for one: see {see photos}.' },
      { vi: 'Bài gõ từ trước cũng nhận ra được: {name story.analyze}. Bài trong tệp .txt thì {do story.import}.', en: 'Text that is already in a story can be recognised too: {name story.analyze}. For a .txt file use {do story.import}.' },
      { vi: 'Ảnh nằm trong Word hay trên mạng không đi theo chữ. Thả tệp ảnh vào sau.', en: 'Pictures inside Word or on the web don’t come with the words. Drop the files in afterwards.' },
    ),
  ],
};
