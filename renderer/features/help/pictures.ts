/** What a picture of the guide shows: a part of the window of 1280 × 800, in CSS pixels. The script that takes them reads this list too. */
export interface PicturePlan {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How wide the file is, in its own pixels: parts to be read are sharper than the screen, whole windows are for the general view. */
  readonly pixels: number;
}

const window = { x: 0, y: 0, width: 1280, height: 800, pixels: 896 } as const;

export const pictures = {
  write: window,
  proposal: { x: 640, y: 44, width: 640, height: 440, pixels: 960 },
  mention: { x: 248, y: 300, width: 712, height: 340, pixels: 1068 },
  attendees: { x: 960, y: 44, width: 320, height: 440, pixels: 480 },
  figure: { x: 248, y: 84, width: 712, height: 620, pixels: 712 },
  review: { x: 800, y: 0, width: 480, height: 176, pixels: 720 },
  publish: window,
  outbox: { x: 248, y: 44, width: 1032, height: 200, pixels: 1032 },
  versions: { x: 160, y: 40, width: 960, height: 720, pixels: 960 },
  palette: { x: 340, y: 72, width: 600, height: 496, pixels: 900 },
  failed: { x: 248, y: 44, width: 712, height: 176, pixels: 1068 },
} as const satisfies Record<string, PicturePlan>;

export type PictureName = keyof typeof pictures;
export const pictureNames = Object.keys(pictures) as readonly PictureName[];

/** `write-vi-light.webp` */
export const pictureFile = (name: PictureName, language: 'vi' | 'en', theme: 'light' | 'dark'): string => `${name}-${language}-${theme}.webp`;
