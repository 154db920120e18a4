import type { CDPSession } from '@playwright/test';

/** Types Vietnamese as the tools do it, through the browser's own input events: a word's events follow one another without a pause. */
export interface Typist {
  key(character: string): Promise<void>;
  backspace(times?: number): Promise<void>;
  /** UniKey, EVKey, OpenKey: bare letters, then Backspaces and the accented ones as VK_PACKET keys. */
  likeUniKey(text: string): Promise<void>;
  /** Windows' Telex, ibus, fcitx, macOS: a composition per word. */
  likeIme(text: string): Promise<void>;
}

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');

const virtualKey = (character: string): number => {
  if (/[a-z0-9 ]/iu.test(character)) return character.toUpperCase().charCodeAt(0);
  return { '.': 190, ',': 188, ';': 186, ':': 186, '-': 189, '/': 191, '@': 50, '(': 57, ')': 48 }[character] ?? 231;
};

export function typist(cdp: CDPSession): Typist {
  const send = async (text: string, code: number): Promise<void> => {
    await Promise.all([
      cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text, unmodifiedText: text, key: text, windowsVirtualKeyCode: code }),
      cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text, windowsVirtualKeyCode: code }),
    ]);
  };
  const key = (character: string): Promise<void> => send(character, virtualKey(character));
  const packet = (character: string): Promise<void> => send(character, 231);
  const backspace = async (times = 1): Promise<void> => {
    const events: Promise<unknown>[] = [];
    for (let count = 0; count < times; count++) {
      events.push(
        cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 }),
        cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 }),
      );
    }
    await Promise.all(events);
  };
  return {
    key,
    backspace,
    likeUniKey: async (text) => {
      for (const word of text.split(/(?<= )/u)) {
        const wanted = word.trimEnd();
        const raw = bare(wanted);
        let same = 0;
        while (same < wanted.length && wanted[same] === raw[same]) same++;
        await Promise.all([...Array.from(raw, key), backspace(raw.length - same), ...Array.from(wanted.slice(same), packet), ...(word === wanted ? [] : [key(' ')])]);
      }
    },
    likeIme: async (text) => {
      for (const word of text.split(/(?<= )/u)) {
        const wanted = word.trimEnd();
        const raw = bare(wanted);
        const compose = (shown: string): Promise<unknown> => cdp.send('Input.imeSetComposition', { text: shown, selectionStart: shown.length, selectionEnd: shown.length });
        await Promise.all([
          ...Array.from(raw, (_letter, index) => compose(raw.slice(0, index + 1))),
          compose(wanted),
          cdp.send('Input.insertText', { text: wanted }),
          ...(word === wanted ? [] : [key(' ')]),
        ]);
      }
    },
  };
}

const sentences = [
  'Sáng nay tại xã Nậm Sen, các phóng viên đã ghi nhận nhiều ý kiến của người dân về dự án đường liên bản.',
  'Thuở nhỏ ông thường nghe quẻ bói, giặt giũ, khuỷu tay, nguệch ngoạc, thuyền trưởng Huỳnh Ngọc Đức ở bến Cửa Lụa.',
  'Đồng chí Trịnh Khắc Duệ yêu cầu trực đủ quân số, báo cháy trong mười lăm phút, không để dân phải chờ.',
  'Những đứa trẻ chạy ào ra sân, ríu rít hỏi chuyện, rồi kéo nhau về phía gốc đa cổ thụ đầu làng.',
  'Quỹ khuyến học trao quà cho học sinh nghèo vượt khó, mỗi suất gồm sách vở, quần áo ấm và xe đạp.',
];

/** `count` words of invented Vietnamese, different from place to place, without double spaces. */
export function words(count: number, from = 0): string {
  const all: string[] = [];
  for (let index = from; all.length < count; index++) all.push(...(sentences[index % sentences.length] ?? '').split(' '));
  return all.slice(0, count).join(' ');
}
