/**
 * The names in a printed byline: `Tin, ảnh: Phi Anh` → Phi Anh; `Bài: A và B - Ảnh: C` → A, B. Photographers count
 * only when nobody else is named. A byline without a label is taken as names.
 */
export const bylineAuthors = (byline: string | null): readonly string[] => {
  const parts = (byline ?? '').split(/[;|\n]| [-–—] /).map((part) => {
    const [, label = '', names = part] = /^([^:]{1,40}):(.*)$/.exec(part.trim()) ?? [];
    return {
      isPhoto: /^ảnh$/i.test(label.trim()),
      names: names.split(/,| và | & /).map((name) => name.trim()).filter((name) => name !== ''),
    };
  });
  const writers = parts.filter(({ isPhoto }) => !isPhoto).flatMap(({ names }) => names);
  return writers.length > 0 ? writers : parts.flatMap(({ names }) => names);
};
