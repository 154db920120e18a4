import { parentPort } from 'node:worker_threads';
import { analyzeText } from '#core/structure/analyze-text.ts';

/** The thread that `makeAnalyzer` starts: a numbered text in, the same number with its analysis out. */
parentPort?.on('message', ({ number, text }: { readonly number: number; readonly text: string }) => {
  parentPort?.postMessage({ number, analysis: analyzeText(text) });
});
