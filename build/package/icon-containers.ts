/** One picture of an icon, as PNG and as raw pixels (RGBA, rows from the top). */
export interface IconPicture {
  /** Edge in pixels. */
  readonly size: number;
  readonly png: Uint8Array;
  readonly rgba: Uint8Array;
}

/** Windows' own form for small pictures, which every reader of .ico knows: 32 bits per pixel, rows from the bottom, then an empty mask. */
function bitmap({ size, rgba }: IconPicture): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  // Twice the height: the mask counts.
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = ((size - 1 - y) * size + x) * 4;
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(from, from + 4);
      pixels.set([blue, green, red, alpha], (y * size + x) * 4);
    }
  }
  return Buffer.concat([header, pixels, Buffer.alloc(Math.ceil(size / 32) * 4 * size)]);
}

/** A Windows icon: bitmaps up to 64 pixels, PNG above, where a bitmap would be a quarter of a megabyte. At most 256 pixels. */
export function makeIco(pictures: readonly IconPicture[]): Buffer {
  const images = pictures.map((picture) => (picture.size > 64 ? Buffer.from(picture.png) : bitmap(picture)));
  const directory = Buffer.alloc(6 + 16 * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let offset = directory.length;
  for (const [index, { size }] of pictures.entries()) {
    const image = images[index] ?? Buffer.alloc(0);
    const at = 6 + 16 * index;
    // 0 means 256.
    directory.writeUInt8(size % 256, at);
    directory.writeUInt8(size % 256, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(image.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += image.length;
  }
  return Buffer.concat([directory, ...images]);
}

/** Apple's names for PNG pictures by their edge; a picture may stand for a size and for half of it on a fine screen. */
const icnsTypes: Readonly<Record<number, readonly string[]>> = { 32: ['ic11'], 64: ['ic12'], 128: ['ic07'], 256: ['ic13', 'ic08'], 512: ['ic14', 'ic09'], 1024: ['ic10'] };

/** The pictures macOS takes; 16 pixels are made by it from 32, whose own type it reads as PNG everywhere. */
export const icnsSizes = Object.keys(icnsTypes).map(Number);

/** A macOS icon. */
export function makeIcns(pictures: readonly IconPicture[]): Buffer {
  const entries = pictures.flatMap(({ size, png }) =>
    (icnsTypes[size] ?? []).map((type) => {
      const head = Buffer.alloc(8);
      head.write(type, 'latin1');
      head.writeUInt32BE(8 + png.length, 4);
      return Buffer.concat([head, png]);
    }),
  );
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + entries.reduce((sum, entry) => sum + entry.length, 0), 4);
  return Buffer.concat([head, ...entries]);
}
