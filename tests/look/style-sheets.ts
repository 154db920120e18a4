import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

export interface Rule {
  /** Path below the root. */
  readonly sheet: string;
  /** One selector: lists are taken apart. */
  readonly selector: string;
  /** `@media (…)` and the like around it; empty where there is none. */
  readonly inside: string;
  readonly declarations: ReadonlyMap<string, string>;
}

/** Splits at commas that stand in no brackets. */
export function splitList(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The rules of one sheet, in their order. As much of CSS as the house writes: no nested rules, no braces in strings. */
export function readRules(sheet: string, css: string): readonly Rule[] {
  const rules: Rule[] = [];
  const read = (text: string, inside: string): void => {
    let at = 0;
    for (;;) {
      const open = text.indexOf('{', at);
      if (open < 0) return;
      let depth = 1;
      let close = open + 1;
      for (; close < text.length && depth > 0; close++) depth += text[close] === '{' ? 1 : text[close] === '}' ? -1 : 0;
      const head = text.slice(at, open).replace(/^[\s;]*(?:@import[^;]*;\s*)*/, '').trim();
      const body = text.slice(open + 1, close - 1);
      at = close;
      if (/^@(?:media|container|supports|layer)/.test(head)) read(body, `${inside} ${head}`.trim());
      else if (!head.startsWith('@')) {
        const declarations = new Map<string, string>();
        for (const line of body.split(';')) {
          const colon = line.indexOf(':');
          if (colon > 0) declarations.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
        }
        for (const selector of splitList(head)) rules.push({ sheet, selector, inside, declarations });
      }
    }
  };
  read(css.replace(/\/\*[\s\S]*?\*\//g, ''), '');
  return rules;
}

/** Every style sheet of the interface, by its path below the root. */
export const styleSheets = (): readonly string[] =>
  readdirSync(join(root, 'renderer'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.css'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/'))
    .toSorted();

export const readSheet = (sheet: string): readonly Rule[] => readRules(sheet, readFileSync(join(root, sheet), 'utf8'));
