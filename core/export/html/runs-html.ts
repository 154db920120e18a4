import type { Run } from '../export-runs.ts';
import { attribute, escapeHtml } from './escape.ts';

/** One element around a stretch of runs; runs with the same `open` stay inside the same element. */
interface Wrapper {
  readonly open: string;
  readonly close: string;
}

/** `file`: everything HTML has. `portal`: only what `docs/portal-api.yaml` accepts. */
export type Dialect = 'file' | 'portal';

export interface RunsContext {
  readonly dialect: Dialect;
  /** The event's date for the `time` in the dateline. */
  readonly date: string | null;
}

/** How an attendee is named in `data-person` and in JSON-LD (`#p1`): by the place in the list, from 1. */
export const personKey = (place: number): string => `p${place + 1}`;

function wrappers(run: Run, { dialect, date }: RunsContext): readonly Wrapper[] {
  const around: Wrapper[] = [];
  if (run.dateline !== null) around.push({ open: '<span class="dateline">', close: '</span>' });
  if (run.href !== null) {
    const rel = dialect === 'file' && run.href.startsWith('http') ? 'noopener noreferrer' : null;
    around.push({ open: `<a${attribute('href', run.href)}${attribute('rel', rel)}>`, close: '</a>' });
  }
  for (const place of run.persons) around.push({ open: `<span class="person"${attribute('data-person', personKey(place))}>`, close: '</span>' });
  if (dialect === 'file') {
    if (run.dateline === 'source') around.push({ open: '<b class="source">', close: '</b>' });
    if (run.dateline === 'date' && date !== null) around.push({ open: `<time${attribute('datetime', date)}>`, close: '</time>' });
  }
  if (run.strong) around.push({ open: '<strong>', close: '</strong>' });
  if (run.em) around.push({ open: '<em>', close: '</em>' });
  return around;
}

interface Wrapped {
  readonly text: string;
  readonly around: readonly Wrapper[];
}

const textHtml = (text: string): string => text.split('\n').map(escapeHtml).join('<br>');

function nest(pieces: readonly Wrapped[], depth: number): string {
  let html = '';
  for (let index = 0; index < pieces.length; ) {
    const piece = pieces[index] as Wrapped;
    const wrapper = piece.around[depth];
    let end = index + 1;
    if (wrapper === undefined) html += textHtml(piece.text);
    else {
      while (pieces[end]?.around[depth]?.open === wrapper.open) end++;
      html += `${wrapper.open}${nest(pieces.slice(index, end), depth + 1)}${wrapper.close}`;
    }
    index = end;
  }
  return html;
}

/** Runs as HTML, without white space of its own: the text of the elements is the text of the runs. */
export const runsHtml = (runs: readonly Run[], context: RunsContext): string =>
  nest(runs.map((run) => ({ text: run.text, around: wrappers(run, context) })), 0);
