/** Pictures that can be kept; by name where the system gives no type. */
export const isPictureFile = (file: File): boolean => /^image\/(?:jpeg|png|webp)$/iu.test(file.type) || (file.type === '' && /\.(?:jpe?g|png|webp)$/iu.test(file.name));

/** Plain text, whatever the system calls it; Markdown is text with signs in it. */
export const isTextFile = (file: File): boolean => /^text\/(?:plain|markdown)$/iu.test(file.type) || /\.(?:txt|text|md|markdown)$/iu.test(file.name);

/** Names that a sentence can carry. */
const few = 3;
export const namesOf = (files: readonly File[]): string => files.slice(0, few).map(({ name }) => `“${name}”`).join(', ') + (files.length > few ? '…' : '');

/** What a chooser of files for a story offers. */
export const storyFiles = '.txt,.md,text/plain,text/markdown,image/jpeg,image/png,image/webp';
