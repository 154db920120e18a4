import type { PictureName } from '#renderer/features/help/pictures.ts';

export interface ReadmePicture {
  /** Below `docs/pictures`. */
  readonly file: string;
  readonly of: PictureName;
  readonly language: 'vi' | 'en';
  readonly theme: 'light' | 'dark';
}

/** Whole windows that the README shows. */
export const readmePictures: readonly ReadmePicture[] = [
  { file: 'write.webp', of: 'write', language: 'vi', theme: 'light' },
  { file: 'publish.webp', of: 'publish', language: 'en', theme: 'dark' },
];
