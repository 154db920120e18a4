import type { ReactElement } from 'react';

export interface MatchedTextProps {
  readonly text: string;
  /** [start, end) in UTF-16 code units. */
  readonly matches: readonly (readonly [number, number])[];
}

/** A text with what was looked for set off. */
export function MatchedText({ text, matches }: MatchedTextProps): ReactElement {
  const parts: ReactElement[] = [];
  let at = 0;
  for (const [start, end] of [...matches].sort(([left], [right]) => left - right)) {
    if (start < at || end > text.length) continue;
    parts.push(<span key={`t${at}`}>{text.slice(at, start)}</span>, <mark key={`m${start}`}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
