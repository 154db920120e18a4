import { phraseTable } from '#core/vietnamese/phrase-table.ts';

/** Words of address before one person. `em`, `cô`, `thầy` and `cháu` are left to capitals: in running text they are pronouns. */
export const SINGULAR_HONORIFICS = phraseTable(
  'đồng chí|đ/c|đc|ông|bà|anh|chị|em|cụ|ngài|thầy|thầy giáo|cô|cô giáo|phu nhân|quý ông|quý bà|bạn|cháu|mẹ|nữ đồng chí',
);

/** Words of address that hold for every name of the list they open. */
export const PLURAL_HONORIFICS = phraseTable(
  'các đồng chí|các đ/c|các ông|các bà|các ông bà|các ông , bà|các anh|các chị|các anh chị|hai đồng chí|hai ông|hai bà|ba đồng chí|ba ông|bốn đồng chí|các ngài|các thầy|các cô|các vị|các em|những đồng chí',
);
