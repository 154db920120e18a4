/** The page to write on: its type, width and paper, focus, typewriter, print. */
export const pageMessages = {
  'page.menu': { vi: 'Trang: cỡ chữ, bề ngang, giấy', en: 'Page: type size, width, paper' },
  'page.focus': { vi: 'Tập trung vào trang', en: 'Focus on the page' },
  'page.focus.leave': { vi: 'Thôi tập trung', en: 'Leave focus' },
  'page.focus.on': { vi: 'Chỉ còn trang viết. Esc để thôi.', en: 'Only the page is left. Esc to leave.' },
  'page.focus.off': { vi: 'Đã thôi tập trung.', en: 'The whole window is back.' },
  'page.typewriter': { vi: 'Giữ dòng đang viết ở một chỗ', en: 'Keep the line being written in place' },
  'page.dim': { vi: 'Khi tập trung, mờ các đoạn khác', en: 'In focus, dim the other paragraphs' },
  'page.larger': { vi: 'Chữ to hơn', en: 'Larger text' },
  'page.smaller': { vi: 'Chữ nhỏ hơn', en: 'Smaller text' },
  'page.normal-size': { vi: 'Chữ cỡ thường', en: 'Normal text size' },
  'page.size.last': { vi: 'đang là {size, number}', en: 'it is {size, number}' },
  'page.width': { vi: 'Đổi bề ngang trang', en: 'Change the page width' },
  'page.width.narrow': { vi: 'Trang hẹp', en: 'Narrow page' },
  'page.width.normal': { vi: 'Trang vừa', en: 'Normal page' },
  'page.width.wide': { vi: 'Trang rộng', en: 'Wide page' },
  'page.paper': { vi: 'Trang giấy sáng trong giao diện tối', en: 'Light page in the dark app' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
