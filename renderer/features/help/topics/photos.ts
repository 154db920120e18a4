import type { Topic } from '../topic.ts';
import { heading, list, picture, steps, terms, text } from '../topic.ts';

export const photos: Topic = {
  id: 'photos',
  lead: { vi: 'Thả ảnh vào bài, ghi ba dòng, ảnh gốc giữ nguyên', en: 'Drop photos in, write three lines, the originals stay as they are' },
  pieces: [
    steps(
      { vi: 'Thả tệp ảnh vào giữa hai đoạn, dán ảnh, hoặc {do editor.figure}.', en: 'Drop the file between two paragraphs, paste a picture, or use {do editor.figure}.' },
      { vi: 'Ghi ba dòng dưới ảnh: chú thích, nguồn ảnh, và dòng Alt.', en: 'Write the three lines below it: caption, credit and alt text.' },
      { vi: '{do panel.photos} cho thấy ảnh nào còn thiếu gì.', en: '{do panel.photos} shows what each photo still lacks.' },
    ),
    picture('figure', { vi: 'Ảnh trong bài với chú thích, nguồn ảnh và dòng Alt', en: 'A photo in the story with caption, credit and alt text' }),
    terms(
      [{ vi: '**{says editor.figure.caption}**', en: '**{says editor.figure.caption}**' }, { vi: 'In dưới ảnh. Gõ {key @} để gọi tên người trong ảnh, từ trái sang.', en: 'Printed below the photo. Type {key @} for the people in it, from left to right.' }],
      [{ vi: '**{says editor.figure.credit}**', en: '**{says editor.figure.credit}**' }, { vi: 'Ai chụp. In nghiêng ở cuối chú thích.', en: 'Who took it. Printed in italics after the caption.' }],
      [{ vi: '**{says editor.figure.alt}**', en: '**{says editor.figure.alt}**' }, { vi: 'Tả ảnh cho người không nhìn thấy. Không in ra, máy đọc màn hình đọc lên.', en: 'Describes the photo for those who can’t see it. Not printed; screen readers read it out.' }],
    ),
    heading({ vi: 'Ảnh tới sau', en: 'Photos that come later' }),
    text({ vi: 'Có chú thích trước, ảnh còn trong máy ảnh? {name editor.figure-empty} đặt sẵn khung chờ. Khi có ảnh, thả vào đúng khung đó. Thay ảnh khác cũng vậy: chú thích ở lại.', en: 'The caption is written and the photo still in the camera? {name editor.figure-empty} keeps a place. Drop the photo there when you have it. The same goes for replacing one: the caption stays.' }),
    list(
      { vi: 'Nhận JPEG, PNG, WebP.', en: 'JPEG, PNG and WebP are taken.' },
      { vi: 'Ảnh gốc được chép vào thư viện và giữ nguyên từng byte; bản nhỏ để đăng được làm riêng.', en: 'The original is copied into the library and kept byte for byte; smaller ones for publishing are made beside it.' },
      { vi: 'Xóa tệp ảnh ở chỗ cũ không ảnh hưởng gì tới bài.', en: 'Deleting the file where it came from does nothing to the story.' },
    ),
  ],
};
