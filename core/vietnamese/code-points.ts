/**
 * Translates UTF-16 offsets of `text` into offsets in Unicode code points, the unit that files and other programs use.
 * Offsets may come in any order; each answer costs a binary search over the pairs of surrogates of `text`.
 */
export const codePointOffsets = (text: string): ((offset: number) => number) => {
  const seconds: number[] = [];
  for (let index = 0; index < text.length - 1; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(index + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      seconds.push(index + 1);
      index += 1;
    }
  }
  return (offset) => {
    let low = 0;
    let high = seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((seconds[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
};
