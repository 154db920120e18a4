/** A part of a message: words, or a value with the words of each of its cases. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** `type`: `number`, `plural`, `select`, … ; empty for a value that is put in as it is. */
  | { readonly kind: 'value'; readonly name: string; readonly type: string; readonly style: string; readonly cases: readonly Case[] };

interface Case {
  readonly name: string;
  readonly parts: readonly Part[];
}

/** As much of ICU's message syntax as the catalogues use: values, formats, `plural`, `selectordinal` and `select`. Throws where a brace does not close. */
export function parseMessage(message: string): readonly Part[] {
  const { parts, end } = readParts(message, 0);
  if (end !== message.length) throw new Error(`a brace too many in “${message}”`);
  return parts;
}

function readParts(message: string, start: number): { readonly parts: readonly Part[]; readonly end: number } {
  const parts: Part[] = [];
  let at = start;
  let text = '';
  const finish = (): void => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  while (at < message.length && message[at] !== '}') {
    if (message[at] !== '{') {
      text += message[at] ?? '';
      at += 1;
      continue;
    }
    finish();
    const read = readValue(message, at + 1);
    parts.push(read.part);
    at = read.end;
  }
  finish();
  return { parts, end: at };
}

/** From behind the opening brace to behind the closing one. */
function readValue(message: string, start: number): { readonly part: Part; readonly end: number } {
  const head = /\s*(\w+)\s*(?:,\s*(\w+)\s*)?/y;
  head.lastIndex = start;
  const [found, name, type = ''] = head.exec(message) ?? [];
  if (found === undefined || name === undefined) throw new Error(`a value without a name in “${message}”`);
  let at = start + found.length;
  if (!['plural', 'select', 'selectordinal'].includes(type)) {
    const close = message.indexOf('}', at);
    if (close < 0) throw new Error(`a brace that does not close in “${message}”`);
    return { part: { kind: 'value', name, type, style: message.slice(at, close).replace(/^,\s*/, '').trim(), cases: [] }, end: close + 1 };
  }
  const cases: Case[] = [];
  const selector = /[\s,]*(=?\w+)\s*\{/y;
  for (;;) {
    selector.lastIndex = at;
    const one = selector.exec(message);
    if (one === null) break;
    const { parts, end } = readParts(message, selector.lastIndex);
    cases.push({ name: one[1] ?? '', parts });
    at = end + 1;
  }
  const close = /\s*\}/y;
  close.lastIndex = at;
  if (cases.length === 0 || !close.test(message)) throw new Error(`cases that do not close in “${message}”`);
  return { part: { kind: 'value', name, type, style: '', cases }, end: close.lastIndex };
}

/** The same message with other words: values, formats and the names of cases stay. */
export const mapWords = (message: string, change: (text: string) => string): string => write(parseMessage(message), change);

const write = (parts: readonly Part[], change: (text: string) => string): string =>
  parts
    .map((part) => {
      if (part.kind === 'text') return change(part.text);
      const type = part.type === '' ? '' : `, ${part.type}`;
      const style = part.style === '' ? '' : `, ${part.style}`;
      const cases = part.cases.map((one) => ` ${one.name} {${write(one.parts, change)}}`).join('');
      return `{${part.name}${type}${cases === '' ? style : `,${cases}`}}`;
    })
    .join('');

/** The values a message asks for, in alphabetical order, with every value only once. */
export function valuesOf(message: string): readonly string[] {
  const names = new Set<string>();
  const look = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.kind === 'text') continue;
      names.add(part.name);
      for (const one of part.cases) look(one.parts);
    }
  };
  look(parseMessage(message));
  return [...names].toSorted();
}
