/** The page to write on: its type, width and paper, focus, typewriter, print. */
export const pageMessages = {
  'page.menu': { vi: 'Trang: cỡ chữ, bề ngang, giấy', en: 'Page: type size, width, paper' },
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
