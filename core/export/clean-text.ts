/**
 * Characters that no HTML, JSON-LD or portal accepts: C0 controls but tab and line feed, DEL and C1, Unicode's noncharacters
 * (HTML Living Standard §13.2.3.5). No keyboard types them; they come in with damaged pastes.
 */
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\p{Noncharacter_Code_Point}]/gu;

/** NFC, `\n` for every line end, lone surrogates as U+FFFD, forbidden characters gone. Any other letter stays as typed. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/gu, '\n').toWellFormed().replace(FORBIDDEN, '').normalize('NFC');

/** Clean and on one line: for titles, attributes of a page and names. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim();
