/** Every icon there is: one icon, one meaning (pen = writing, paper plane = outbox, globe = published, bent arrow = sent back). */
export const iconNames = [
  'archive', 'arrow-down', 'arrow-down-wide-narrow', 'arrow-left', 'arrow-up', 'at-sign', 'badge-check', 'bold', 'book-open-check', 'book-user',
  'calendar', 'calendar-clock', 'captions', 'check', 'chevron-down', 'chevron-right', 'chevron-up', 'circle', 'circle-alert', 'circle-check',
  'circle-help', 'clock', 'copy', 'corner-up-left', 'ellipsis', 'external-link', 'eye', 'file-down', 'file-input', 'file-text', 'folder', 'globe',
  'grip-vertical', 'hard-drive', 'heading', 'heading-2', 'heading-3', 'heading-4', 'history', 'image', 'image-off', 'image-plus', 'inbox', 'italic',
  'keyboard', 'languages', 'library', 'link', 'list', 'list-ordered', 'loader-circle', 'lock', 'map-pin', 'menu', 'message-square', 'minus', 'monitor',
  'newspaper', 'panel-left', 'panel-right', 'pause', 'pen-line', 'pilcrow', 'plug', 'plus', 'quote', 'redo-2', 'refresh-cw', 'replace', 'scan',
  'search', 'send', 'settings', 'smartphone', 'spell-check', 'square', 'square-pen', 'sun-moon', 'tablet', 'tag', 'text-quote', 'ticket-check',
  'trash-2', 'triangle-alert', 'type', 'undo-2', 'upload', 'user-minus', 'user-plus', 'user-round', 'users', 'wifi', 'wifi-off', 'x',
  'printer', 'a-large-small', 'move-horizontal', 'separator-horizontal', 'sun', 'blend',
] as const;
export type IconName = (typeof iconNames)[number];
