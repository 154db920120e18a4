/** Finding and replacing on the page. */
export const findMessages = {
  'find.title': { vi: 'Tìm trong bài', en: 'Find in the story' },
  'find.replace.title': { vi: 'Tìm và thay', en: 'Find and replace' },
  'find.next': { vi: 'Chỗ sau', en: 'Next match' },
  'find.previous': { vi: 'Chỗ trước', en: 'Previous match' },
  'find.query': { vi: 'Tìm chữ', en: 'Find' },
  'find.text': { vi: 'Thay bằng', en: 'Replace with' },
  'find.accents': { vi: 'Đúng dấu', en: 'Match accents' },
  'find.case': { vi: 'Đúng chữ hoa', en: 'Match case' },
  'find.whole': { vi: 'Nguyên chữ', en: 'Whole words' },
  'find.count': { vi: '{current, number} trên {count, number}', en: '{current, number} of {count, number}' },
  'find.none': { vi: 'Không có', en: 'None' },
  'find.one': { vi: 'Thay', en: 'Replace' },
  'find.all': { vi: 'Thay hết', en: 'Replace all' },
  'find.replaced': { vi: 'Đã thay {count, number} chỗ.', en: '{count, plural, one {# place} other {# places}} replaced.' },
  'find.read-only': { vi: 'Bài đang chỉ để đọc', en: 'This story can only be read now' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
