import type { Topic } from '../topic.ts';
import { heading, list, picture, steps, terms, text } from '../topic.ts';

export const people: Topic = {
  id: 'people',
  lead: { vi: 'Gọi tên bằng @, xếp thứ tự, và danh bạ nhớ hộ chức danh', en: 'Call names up with @, put them in order, and let the directory remember the titles' },
  pieces: [
    heading({ vi: 'Gọi tên trong bài', en: 'A name in the text' }),
    steps(
      { vi: 'Gõ {key @} ở bất cứ đâu: thân bài, sapô, chú thích ảnh.', en: 'Type {key @} anywhere: in the text, the lede, a caption.' },
      { vi: 'Gõ tiếp tên, không cần dấu. Chữ đầu cũng đủ: **@tkd** ra Trịnh Khắc Duệ.', en: 'Go on with the name, no accents needed. Initials will do: **@tkd** finds Trịnh Khắc Duệ.' },
      { vi: 'Enter chọn người đứng đầu, mũi tên chọn người khác. Esc giữ nguyên chữ vừa gõ.', en: 'Enter takes the first, the arrows another. Esc keeps what you typed.' },
    ),
    picture('mention', { vi: 'Danh sách người hiện ra dưới chữ @ đang gõ', en: 'The list of people below the @ being typed' }),
    text({ vi: 'Tên đã gắn với một người có gạch chấm bên dưới. Sửa một chữ trong tên vẫn là người đó. Tên gõ tay từ trước thì bôi đen rồi {do editor.tag-person}; gắn nhầm thì {do editor.untag-person}.', en: 'A name that belongs to a person has dots below it. Mend a letter and it is still the same person. For a name you typed by hand, select it and use {do editor.tag-person}; {do editor.untag-person} undoes a mistake.' }),
    heading({ vi: 'Danh sách bên phải', en: 'The list at the right' }),
    picture('attendees', { vi: 'Bảng người dự, xếp theo đoàn', en: 'The attendees panel, by delegation' }),
    text({ vi: '{do panel.people} mở danh sách. Trong danh sách:', en: '{do panel.people} opens the list. In it:' }),
    terms(
      [{ vi: '{key Enter}', en: '{key Enter}' }, { vi: 'tới chỗ có tên trong bài', en: 'goes to the name in the story' }],
      [{ vi: '{key F2}', en: '{key F2}' }, { vi: 'sửa tên, chức danh, vai trò, đoàn', en: 'edits name, titles, role and delegation' }],
      [{ vi: '{key Alt+ArrowUp} {key Alt+ArrowDown}', en: '{key Alt+ArrowUp} {key Alt+ArrowDown}' }, { vi: 'đổi thứ tự', en: 'changes the order' }],
      [{ vi: '{key Delete}', en: '{key Delete}' }, { vi: 'bỏ khỏi danh sách, chữ trong bài giữ nguyên', en: 'removes from the list; the text stays' }],
    ),
    heading({ vi: 'Danh bạ', en: 'The directory' }),
    text({ vi: 'Nhận người dự của một bài là danh bạ có thêm người đó, kèm chức danh mới nhất. Lần sau gõ {key @} là có. Xem và sửa trong {do go.directory}. Bỏ một người khỏi danh bạ không đổi bài nào.', en: 'Accept the attendees of a story and the directory knows them, with their newest titles. Next time {key @} finds them. Look and edit in {do go.directory}. Removing somebody there changes no story.' }),
    list({ vi: 'Hai người trùng tên: chức danh đứng cạnh tên để phân biệt.', en: 'Two people of one name: the titles beside it tell them apart.' }),
  ],
};
