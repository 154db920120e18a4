import { Worker } from 'node:worker_threads';
import type { Analysis } from '#core/people/analysis.ts';
import { analyzeText } from '#core/structure/analyze-text.ts';

export interface Analyzer {
  /** Recognition of a text (NFC, `\n`). One that takes too long comes back with nothing recognised: plain lines, no letter lost. */
  analyze(text: string): Promise<Analysis>;
  close(): Promise<void>;
}

export interface AnalyzerLimits {
  /** Up to this many UTF-16 code units a text is read at once, in a fraction of a second; a longer one in a thread, so that saving never waits. */
  readonly inline: number;
  /** Milliseconds a long text may take. */
  readonly patience: number;
}

interface Waiting {
  readonly give: (analysis: Analysis) => void;
  readonly fail: (problem: unknown) => void;
}

const nothing: Analysis = { headline: null, dateline: null, attendees: [], collectives: [], captions: [], byline: null, furniture: [], lines: [] };

export function makeAnalyzer({ inline, patience }: AnalyzerLimits = { inline: 20_000, patience: 20_000 }, entry = new URL('./analysis-worker.ts', import.meta.url)): Analyzer {
  let worker: Worker | null = null;
  let count = 0;
  const waiting = new Map<number, Waiting>();

  const settle = (act: (each: Waiting) => void): void => {
    const all = [...waiting.values()];
    waiting.clear();
    all.forEach(act);
  };
  /** The next text gets a thread of its own; what waited for the old one gets this. */
  const drop = async (act: (each: Waiting) => void): Promise<void> => {
    const old = worker;
    worker = null;
    settle(act);
    await old?.terminate();
  };
  const start = (): Worker => {
    const started = new Worker(entry);
    started.unref();
    started.on('message', ({ number, analysis }: { readonly number: number; readonly analysis: Analysis }) => {
      waiting.get(number)?.give(analysis);
      waiting.delete(number);
    });
    started.on('error', (problem) => void drop(({ fail }) => fail(problem)));
    return started;
  };

  return {
    analyze(text) {
      if (text.length <= inline) return Promise.resolve(analyzeText(text));
      const number = count++;
      return new Promise((give, fail) => {
        const giveUp = setTimeout(() => void drop((each) => each.give(nothing)), patience);
        waiting.set(number, {
          give: (analysis) => {
            clearTimeout(giveUp);
            give(analysis);
          },
          fail: (problem) => {
            clearTimeout(giveUp);
            fail(problem);
          },
        });
        worker ??= start();
        worker.postMessage({ number, text });
      });
    },
    close: () => drop(({ give }) => give(nothing)),
  };
}
