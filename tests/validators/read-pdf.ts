import { inflateSync } from 'node:zlib';

/** What a PDF that Chromium made says: enough of the format to read its text, no more. */
export interface PdfPage {
  /** One line for each height on the page, in the order in which it was painted; NFC. */
  readonly lines: readonly string[];
  readonly images: number;
}

interface Font {
  /** Hexadecimal digits of one code: variable fonts come in as drawn letters, with codes of one byte. */
  readonly digits: 2 | 4;
  readonly letters: ReadonlyMap<number, string>;
}

/** `<0003> <0020>` and `<0011> <0012> <002E>`: codes of glyphs to UTF-16. */
function lettersOf(cmap: string): Map<number, string> {
  const letters = new Map<number, string>();
  const text = (hex: string): string => (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
  for (const [, part = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', value = ''] of part.matchAll(/<([\dA-F]+)>\s*<([\dA-F]+)>/gi)) letters.set(parseInt(code, 16), text(value));
  }
  for (const [, part = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', value = ''] of part.matchAll(/<([\dA-F]+)>\s*<([\dA-F]+)>\s*<([\dA-F]+)>/gi)) {
      const first = parseInt(from, 16);
      for (let code = first; code <= parseInt(to, 16); code++) letters.set(code, text(value.slice(0, -4)) + String.fromCharCode(parseInt(value.slice(-4), 16) + code - first));
    }
  }
  return letters;
}

/** Text of one page's painting, a line for each height. */
function linesOf(painting: string, fonts: ReadonlyMap<string, Font>): string[] {
  const lines: { readonly height: number; text: string }[] = [];
  let font: Font | undefined;
  let height = 0;
  for (const [, name, matrix, strings] of painting.matchAll(/\/(\w+) [\d.]+ Tf|([-\d. ]+) Tm|(<[\dA-F]+>|\[[^\]]*\])\s*TJ/gi)) {
    if (name !== undefined) font = fonts.get(name);
    else if (matrix !== undefined) height = Number(matrix.trim().split(/\s+/)[5]);
    else {
      const codes = [...(strings ?? '').matchAll(/<([\dA-F]+)>/gi)].flatMap(([, hex = '']) => hex.match(font?.digits === 2 ? /../g : /.{4}/g) ?? []);
      const text = codes.map((code) => font?.letters.get(parseInt(code, 16)) ?? '').join('');
      const last = lines.at(-1);
      if (last !== undefined && Math.abs(last.height - height) < 0.5) last.text += text;
      else lines.push({ height, text });
    }
  }
  return lines.map(({ text }) => text.normalize('NFC'));
}

export function readPdf(bytes: Buffer): PdfPage[] {
  const whole = bytes.toString('latin1');
  const objects = new Map([...whole.matchAll(/(?:^|\n)(\d+) 0 obj([\s\S]*?)endobj/g)].map(([, number = '', body = '']) => [Number(number), body]));
  const body = (number: string | undefined): string => objects.get(Number(number)) ?? '';
  const stream = (number: string | undefined): string => {
    const packed = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body(number))?.[1] ?? '';
    return body(number).includes('/FlateDecode') ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed;
  };
  return [...objects.values()].filter((object) => /\/Type\s*\/Page\b(?!s)/.test(object)).map((page) => {
    const resources = /\/Resources\s+(\d+) 0 R/.exec(page)?.[1];
    const named = resources === undefined ? page : body(resources);
    const fonts = new Map(
      [...(/\/Font\s*<<([\s\S]*?)>>/.exec(named)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', number]): [string, Font] => [
        name,
        { digits: body(number).includes('/Type3') ? 2 : 4, letters: lettersOf(stream(/\/ToUnicode (\d+) 0 R/.exec(body(number))?.[1])) },
      ]),
    );
    const pictures = [...(/\/XObject\s*<<([\s\S]*?)>>/.exec(named)?.[1] ?? '').matchAll(/ (\d+) 0 R/g)].filter(([, number]) => /\/Subtype\s*\/Image/.test(body(number)));
    return { lines: linesOf(stream(/\/Contents\s+(\d+) 0 R/.exec(page)?.[1]), fonts), images: pictures.length };
  });
}
