import type { Topic } from '../topic.ts';
import { acts, heading, list, picture, terms, text } from '../topic.ts';

export const keyboard: Topic = {
  id: 'keyboard',
  lead: { vi: 'Nhớ một phím là đủ: bảng lệnh', en: 'One chord is enough to remember: the palette' },
  pieces: [
    text({ vi: '{do palette} tìm được mọi lệnh, mọi bài và mọi người, gõ không dấu cũng ra. Cạnh mỗi lệnh có ghi phím tắt, nên dùng dần là thuộc.', en: '{do palette} finds every command, story and person, with or without accents. Each command shows its own key, so you learn them as you go.' }),
    picture('palette', { vi: 'Bảng lệnh với kết quả tìm', en: 'The palette with what it found' }),
    heading({ vi: 'Đi lại trong cửa sổ', en: 'Moving about' }),
    terms(
      [{ vi: '{key app.region}', en: '{key app.region}' }, { vi: 'sang vùng kế tiếp: thanh tên, thư viện, trang, bảng bên phải, thanh tình trạng; thêm {key Shift} để quay lại', en: 'next region: title bar, library, page, right panel, status line; with {key Shift} back' }],
      [{ vi: '{key Escape}', en: '{key Escape}' }, { vi: 'đóng thứ đang mở, về lại bài', en: 'closes what is open and returns to the story' }],
      [{ vi: '{key app.toolbar}', en: '{key app.toolbar}' }, { vi: 'lên thanh công cụ, rồi dùng mũi tên', en: 'to the toolbar, then use the arrows' }],
      [{ vi: '{key panel.people} … {key panel.review}', en: '{key panel.people} … {key panel.review}' }, { vi: 'bốn bảng bên phải', en: 'the four panels at the right' }],
    ),
    heading({ vi: 'Trong trang', en: 'On the page' }),
    terms(
      [{ vi: '{key @}', en: '{key @}' }, { vi: 'gọi tên một người', en: 'calls up a person' }],
      [{ vi: '{key /}', en: '{key /}' }, { vi: 'chèn ảnh, tít xen, danh sách, trích dẫn', en: 'inserts a photo, a heading, a list, a quote' }],
      [{ vi: '**# ** **- ** **> **', en: '**# ** **- ** **> **' }, { vi: 'ở đầu dòng: tít xen, danh sách, trích dẫn', en: 'at the start of a line: heading, list, quote' }],
      [{ vi: '{key editor.move-up} {key editor.move-down}', en: '{key editor.move-up} {key editor.move-down}' }, { vi: 'đưa cả đoạn lên, xuống', en: 'moves the whole paragraph up or down' }],
      [{ vi: '{key find.open}', en: '{key find.open}' }, { vi: 'tìm trong bài, không cần gõ dấu', en: 'finds in the story, no accents needed' }],
    ),
    list({ vi: 'UniKey, EVKey, OpenKey và bộ gõ của máy đều gõ được bình thường, kể cả Telex trong ô tìm.', en: 'UniKey, EVKey, OpenKey and the system’s own typing tools all work, also in search fields.' }),
    acts('help.shortcuts'),
  ],
};
