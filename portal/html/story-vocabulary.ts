/** The closed vocabulary of bodyHtml, as docs/portal-api.yaml states it under "Body HTML". Change both together. */

export interface ElementRule {
  readonly children: ReadonlySet<string>;
  /** May it hold text? White space between block elements is not text. */
  readonly text: boolean;
  readonly isVoid: boolean;
  /** Attributes and what each value must be; the answer is a reason to refuse, or null. */
  readonly attributes: ReadonlyMap<string, (value: string) => string | null>;
  readonly required: readonly string[];
}

const inline = ['a', 'strong', 'em', 'cite', 'span', 'br'];
const spanClasses = new Set(['person', 'dateline', 'credit']);
const schemes = /^(?:https?:\/\/|mailto:)/;

const checkHref = (value: string): string | null => {
  if (!schemes.test(value)) return 'href must be an absolute https:, http: or mailto: address';
  if (/[\s\\<>"`]/.test(value) || value.length > 2000 || !URL.canParse(value)) return 'href is not a valid address';
  const url = new URL(value);
  // user@host before the real host makes a link look like another site.
  if (url.username !== '' || url.password !== '') return 'href must not hold a user name';
  return null;
};

const checkMediaSource = (value: string): string | null =>
  /^media:[0-9a-f]{64}$/.test(value) ? null : 'src must be media: and the SHA-256 of an uploaded photo';

const checkFigureClass = (value: string): string | null =>
  /^[a-z][a-z0-9-]{0,39}(?: [a-z][a-z0-9-]{0,39}){0,3}$/.test(value) ? null : 'class must be one to four plain names';

const checkSpanClass = (value: string): string | null =>
  spanClasses.has(value) ? null : 'class must be person, dateline or credit';

const checkPersonId = (value: string): string | null =>
  /^[A-Za-z0-9_-]{1,64}$/.test(value) ? null : 'data-person is not a plain id';

const anyText = (): null => null;

const rule = (
  children: readonly string[],
  text: boolean,
  attributes: Readonly<Record<string, (value: string) => string | null>> = {},
  required: readonly string[] = Object.keys(attributes),
): ElementRule => ({
  children: new Set(children),
  text,
  isVoid: false,
  attributes: new Map(Object.entries(attributes)),
  required,
});

const voidRule = (attributes: Readonly<Record<string, (value: string) => string | null>> = {}): ElementRule => ({
  ...rule([], false, attributes),
  isVoid: true,
});

/** What the top level of a body may hold. */
export const rootRule: ElementRule = rule(['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'blockquote', 'hr', 'figure'], false);

const flow = [...inline, 'p', 'ul', 'ol'];

export const vocabulary: ReadonlyMap<string, ElementRule> = new Map([
  ['p', rule(inline, true)],
  ['h2', rule(inline, true)],
  ['h3', rule(inline, true)],
  ['h4', rule(inline, true)],
  ['ul', rule(['li'], false)],
  ['ol', rule(['li'], false)],
  ['li', rule(flow, true)],
  ['blockquote', rule(flow, true)],
  ['figure', rule(['img', 'figure', 'figcaption'], false, { class: checkFigureClass }, [])],
  ['figcaption', rule([...inline, 'p'], true)],
  ['a', rule(inline, true, { href: checkHref })],
  ['strong', rule(inline, true)],
  ['em', rule(inline, true)],
  ['cite', rule(inline, true)],
  ['span', rule(inline, true, { class: checkSpanClass, 'data-person': checkPersonId }, ['class'])],
  ['br', voidRule()],
  ['hr', voidRule()],
  ['img', voidRule({ src: checkMediaSource, alt: anyText })],
]);

/** Elements that stand on a line of their own in the page's source. */
export const blockElements: ReadonlySet<string> = new Set([
  'p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'hr', 'figure', 'figcaption', 'img',
]);
