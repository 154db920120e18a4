import { $createTextNode, $getRoot, $isElementNode, $isParagraphNode, $isTextNode } from 'lexical';
import type { ElementNode, TextNode } from 'lexical';
import { $getMarks, $hasMark, $setMarks, datelineMark } from '#core/document/nodes/text/marks.ts';
import { $getStoryFields, $setStoryFields } from '#core/document/story-fields.ts';
import { resolveStoryDate } from '#core/vietnamese/date.ts';
import type { Dateline } from '../editor-api.ts';
import { $isFieldNode } from '#core/document/nodes/field/node.ts';

/** The paragraph that a dateline opens: the first of the body. */
export function $datelineParagraph(): ElementNode | null {
  const first = $getRoot().getChildren().find((block) => $isParagraphNode(block) && !$isFieldNode(block));
  return $isElementNode(first) ? first : null;
}

export const $datelineRuns = (): TextNode[] => $datelineParagraph()?.getAllTextNodes().filter((text) => $hasMark(text, 'dateline')) ?? [];

const shape = /^\s*(?:\(?(?<source>[^()\n]{1,60}?)\)?\s*(?:[-–—:]\s*))?(?<rest>.*)$/su;
const datePart = /(?:(?:sáng|chiều|tối|trưa|đêm)\s+)?(?:ngày\s+)?(?<date>\d{1,2}\s*[./-]\s*\d{1,2}(?:\s*[./-]\s*\d{4})?|\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)/iu;
const placePart = /\b(?:tại|ở)\s+(?<place>[^,;:]{1,120}?)\s*[,;:]?\s*$/iu;

/** What a dateline's text says: `BVS - Ngày 19.11, tại Trung tâm Hội nghị tỉnh,`. */
export function readDateline(text: string): Dateline {
  const { source, rest } = shape.exec(text)?.groups ?? {};
  const hasSource = source !== undefined && !datePart.test(source);
  const body = hasSource ? (rest ?? '') : text;
  return {
    source: hasSource ? source.trim() : null,
    date: datePart.exec(body)?.groups?.['date']?.trim() ?? null,
    place: placePart.exec(body)?.groups?.['place']?.trim() ?? null,
  };
}

/** The same parts as a text, in the form that the province's papers print. */
export function writeDateline({ source, date, place }: Dateline): string {
  const said = [date === null ? null : `Ngày ${date}`, place === null ? null : date === null ? `Tại ${place}` : `tại ${place}`].filter((part) => part !== null).join(', ');
  const head = [source, said === '' ? null : `${said},`].filter((part) => part !== null && part !== '').join(' - ');
  return said === '' && head !== '' ? `${head} -` : head;
}

export const $readDateline = (): Dateline | null => {
  const runs = $datelineRuns();
  return runs.length === 0 ? null : readDateline(runs.map((run) => run.getTextContent()).join(''));
};

/** Writes the dateline's run anew, or takes it away; the story's full date follows when the text names a day. */
export function $setDateline(dateline: Dateline | null, today: string): void {
  const paragraph = $datelineParagraph();
  if (paragraph === null) return;
  const [first, ...others] = $datelineRuns();
  for (const run of others) run.remove();
  const text = dateline === null ? '' : writeDateline(dateline);
  if (text === '') {
    const after = first?.getNextSibling();
    first?.remove();
    if ($isTextNode(after) && after.getTextContent().startsWith(' ')) after.setTextContent(after.getTextContent().slice(1));
  } else if (first !== undefined) {
    first.setTextContent(text);
  } else {
    const run = $createTextNode(text);
    $setMarks(run, [datelineMark]);
    const head = paragraph.getFirstChild();
    const space = $createTextNode(' ');
    if (head === null) paragraph.append(run, space);
    else head.insertBefore(run).insertAfter(space);
  }
  if (dateline !== null) $dateFromDateline(dateline, today);
}

/** The full date of the dateline's day: year from the text, else the nearest past one. */
export function $dateFromDateline(dateline: Dateline, today: string): void {
  if (dateline.date === null) return;
  const resolved = resolveStoryDate(dateline.date, { text: $getRoot().getTextContent(), today });
  if (resolved === null) return;
  const fields = $getStoryFields();
  $setStoryFields({ ...fields, date: resolved.date, dateUnsure: !resolved.sure });
}

/** Marks the text from the paragraph's start to `end` as dateline; 0 takes the mark off. */
export function $markDateline(paragraph: ElementNode, end: number, today: string): void {
  for (const run of $datelineRuns()) $setMarks(run, $getMarks(run).filter((mark) => mark.kind !== 'dateline'));
  let left = end;
  for (const text of paragraph.getAllTextNodes()) {
    if (left <= 0) break;
    const size = text.getTextContentSize();
    const [piece] = size > left ? text.splitText(left) : [text];
    if (piece !== undefined) $setMarks(piece, [...$getMarks(piece), datelineMark]);
    left -= size;
  }
  const dateline = $readDateline();
  if (dateline !== null) $dateFromDateline(dateline, today);
}
