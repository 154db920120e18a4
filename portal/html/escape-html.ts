const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\u00a0': '&nbsp;',
};

/** Plain text as HTML text or as an attribute value in double quotes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"'\u00a0]/g, (character) => references[character] ?? character);
