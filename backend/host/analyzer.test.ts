import { describe, expect, it, onTestFinished } from 'vitest';
import { analyzeText } from '#core/structure/analyze-text.ts';
import { makeAnalyzer } from './analyzer.ts';

const text = 'Tít thử\nBVS - Ngày 5.11, tại xã Nậm Sen, UBND xã họp. Đồng chí Vàng A Sình, Bí thư Đảng ủy xã dự.';
const make = (limits: { inline: number; patience: number }) => {
  const analyzer = makeAnalyzer(limits);
  onTestFinished(() => analyzer.close());
  return analyzer;
};

describe('recognition in the backend', () => {
  it('says the same in a thread as at once, for several texts at a time', async () => {
    const threaded = make({ inline: 0, patience: 60_000 });
    const texts = [text, `${text}\n`, 'Một dòng'];
    expect(await Promise.all(texts.map((each) => threaded.analyze(each)))).toEqual(texts.map(analyzeText));
    expect(await make({ inline: 1000, patience: 1 }).analyze(text)).toEqual(analyzeText(text));
  });

  it('gives up a text that takes too long, and reads the next one', async () => {
    const analyzer = make({ inline: 0, patience: 1 });
    expect(await analyzer.analyze(`${text}\n`.repeat(2000))).toMatchObject({ headline: null, attendees: [] });
    const patient = make({ inline: 0, patience: 60_000 });
    const cut = patient.analyze(`${text}\n`.repeat(2000));
    await patient.close();
    expect(await cut).toMatchObject({ headline: null });
    expect(await patient.analyze(text)).toEqual(analyzeText(text));
  });

  it('leaves the event loop free while it reads a long text', async () => {
    const analyzer = make({ inline: 0, patience: 60_000 });
    let turns = 0;
    const turn = setInterval(() => turns++, 1);
    await analyzer.analyze(`${text}\n`.repeat(300));
    clearInterval(turn);
    expect(turns).toBeGreaterThan(0);
  });
});
