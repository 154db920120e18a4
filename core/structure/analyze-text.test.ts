import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { analyzeText } from '#core/structure/analyze-text.ts';
import { predictPassage } from '#core/structure/predict-passage.ts';

const twin = readFileSync(resolve(process.cwd(), 'assets/sample-newsroom/hoi-nghi-vinh-sa.txt'), 'utf8').trimEnd();

const kinds = (text: string): string[] => analyzeText(text).lines.map((line) => line.kind);

describe('the twin of the seed article', () => {
  const analysis = analyzeText(twin);
  const at = (span: { start: number; end: number }): string => twin.slice(span.start, span.end);

  it('knows every line', () => {
    expect(kinds(twin)).toEqual(['headline', 'body', 'caption', 'body', 'body', 'body', 'byline', 'furniture']);
    expect(analysis.headline?.text).toBe('Hội nghị trực tuyến toàn quốc triển khai công tác Bảo tồn chợ nổi năm 2031');
  });

  it('reads the dateline', () => {
    expect([analysis.dateline?.source?.text, analysis.dateline?.date?.text, analysis.dateline?.place?.text]).toEqual(['BVS', '19.11', 'Thủ đô Hà Nội']);
    expect(analysis.dateline && at(analysis.dateline)).toBe('BVS - Ngày 19.11, tại Thủ đô Hà Nội');
  });

  it('reads every attendee with exact titles', () => {
    expect(analysis.attendees.map(({ name, titles, honorific, delegation, role }) => ({ name, titles, honorific, delegation, role }))).toEqual([
      { name: 'Trần Quốc Thiệu', titles: ['Phó Thủ tướng Chính phủ', 'Trưởng ban Chỉ đạo'], honorific: 'Đồng chí', delegation: null, role: 'speaker' },
      { name: 'Lê Hữu Khải', titles: ['Ủy viên T.Ư Đảng', 'Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch'], honorific: 'các đồng chí', delegation: null, role: 'attendee' },
      { name: 'Đặng Thị Mỹ Duyên', titles: ['Ủy viên Thường trực Ban Chỉ đạo', 'Thứ trưởng Bộ Tài nguyên và Môi trường'], honorific: 'các đồng chí', delegation: null, role: 'attendee' },
      { name: 'Võ Minh Trực', titles: ['Ủy viên Ban Chỉ đạo', 'Tổng cục trưởng Tổng cục Đường sông Việt Nam'], honorific: 'các đồng chí', delegation: null, role: 'attendee' },
      { name: 'Thạch Sô Phi Rum', titles: ['Phó Bí thư Thường trực Tỉnh uỷ', 'Chủ tịch HĐND tỉnh'], honorific: 'các đồng chí', delegation: 'đầu cầu tỉnh Vĩnh Sa', role: 'attendee' },
      { name: 'Huỳnh Văn Lượm', titles: ['Ủy viên BTV Tỉnh ủy', 'Trưởng Ban Dân vận Tỉnh ủy'], honorific: 'các đồng chí', delegation: 'đầu cầu tỉnh Vĩnh Sa', role: 'attendee' },
    ]);
    for (const attendee of analysis.attendees) {
      expect(at(attendee)).toBe(attendee.name);
      expect(attendee.reason.rule).not.toBe('');
      expect(attendee.confidence).toBeGreaterThanOrEqual(0.6);
      for (const mention of attendee.mentions) expect(at(mention)).toBe(attendee.name);
    }
    expect(analysis.attendees[0]?.mentions).toHaveLength(3);
  });

  it('finds the body, the caption, the byline and what belongs to the page', () => {
    expect(analysis.collectives.map(({ text, delegation }) => [text, delegation])).toEqual([
      ['toàn thể cán bộ, hội viên của Hội Bảo tồn Chợ nổi tỉnh', 'đầu cầu tỉnh Vĩnh Sa'],
    ]);
    expect(analysis.captions.map(({ text, credit }) => [text, credit])).toEqual([
      ['Toàn cảnh Hội nghị trực tuyến toàn quốc tổng kết công tác Bảo tồn chợ nổi năm 2030; triển khai nhiệm vụ năm 2031 đầu cầu tỉnh Vĩnh Sa.', null],
    ]);
    expect(analysis.byline).toMatchObject({ text: 'Tin, ảnh: Mai Vàm', authors: ['Mai Vàm'], photographers: ['Mai Vàm'], label: 'Tin, ảnh' });
    expect(analysis.furniture.map(({ text, reason }) => [text, reason.rule])).toEqual([
      [' |', 'table-border'],
      ['Ý kiến bạn đọc', 'page-heading'],
    ]);
  });
});

describe('lines', () => {
  it('invents nothing in texts without structure', () => {
    expect(kinds('')).toEqual([]);
    expect(kinds(' \n\t\n')).toEqual([]);
    expect(kinds('Đây là một đoạn văn duy nhất, không có đầu đề và kết thúc bằng dấu chấm.')).toEqual(['body']);
    expect(kinds('Một dòng không dấu chấm')).toEqual(['body']);
    expect(kinds('Câu thứ nhất của đoạn.\nCâu thứ hai của đoạn.')).toEqual(['body', 'body']);
  });

  it('tells kicker, headline, captions, headings and byline', () => {
    const text = [
      'KỶ NIỆM 60 NĂM THÀNH LẬP TỈNH',
      'Nhiều hoạt động ý nghĩa tại Vĩnh Sa',
      'BVS - Sáng 20.8, tại Nhà văn hóa Trung tâm tỉnh, Sở Văn hóa, Thể thao và Du lịch khai mạc triển lãm ảnh.',
      'Các đại biểu cắt băng khai mạc triển lãm',
      'Triển lãm giới thiệu 200 bức ảnh của 50 tác giả trong và ngoài tỉnh.',
      'Không gian trưng bày mới',
      'Khu trưng bày rộng 500 m2, chia làm 4 phần, mở cửa đến hết ngày 30.8. Người xem vào cửa tự do./.',
      'Tin: Hoàng Lan; ảnh: Văn Tú',
    ].join('\n');
    expect(kinds(text)).toEqual(['kicker', 'headline', 'body', 'caption', 'body', 'heading', 'body', 'byline']);
    const { byline, furniture, dateline } = analyzeText(text);
    expect(byline).toMatchObject({ authors: ['Hoàng Lan'], photographers: ['Văn Tú'], label: 'Tin' });
    expect(furniture.map(({ text: mark, reason }) => [mark, reason.rule])).toEqual([['/.', 'end-mark']]);
    expect([dateline?.source?.text, dateline?.date?.text, dateline?.place?.text]).toEqual(['BVS', '20.8', 'Nhà văn hóa Trung tâm tỉnh']);
  });

  it.each([
    ['Bài và ảnh: Ngọc Sương', ['Ngọc Sương'], ['Ngọc Sương']],
    ['Bài, ảnh: Thu Sương – Văn Bích', ['Thu Sương', 'Văn Bích'], ['Thu Sương', 'Văn Bích']],
    ['Thực hiện: SƯƠNG MAI', ['SƯƠNG MAI'], []],
    ['T.SƯƠNG', ['T.SƯƠNG'], []],
    ['Mai - Vàm', ['Mai', 'Vàm'], []],
    ['Nguồn: Báo Vĩnh Sa', [], []],
    ['Theo TTXVN', [], []],
  ])('byline %s', (line, authors, photographers) => {
    expect(analyzeText(`Đoạn thứ nhất của tin.\n${line}`).byline).toMatchObject({ authors, photographers });
  });

  it('takes the credit into the caption, and the caption out of a line it ran into', () => {
    const text = 'Đoạn mở đầu của tin.\nQuang cảnh buổi lễ. Ảnh: N.H\nCác đại biểu dự lễ khai mạc (Ảnh: Nhan Sương - TTXVN) Lễ hội có sự tham dự của hàng trăm nghệ nhân trong vùng.';
    const { captions } = analyzeText(text);
    expect(captions.map((caption) => [caption.text, caption.credit?.text])).toEqual([
      ['Quang cảnh buổi lễ. Ảnh: N.H', 'N.H'],
      ['Các đại biểu dự lễ khai mạc (Ảnh: Nhan Sương - TTXVN)', 'Nhan Sương - TTXVN'],
    ]);
    expect(kinds(text)).toEqual(['body', 'caption', 'body']);
  });
});

describe('any text', () => {
  it('answers spans inside the text that say what they hold', () => {
    const parts = fc.constantFrom('Đồng chí Trần Bá Lập, ', 'Cùng dự có ', 'Ảnh: ', '\n', ' |', '(', '“', 'Về phía ', '; ', '19.1', '\u0000', '😀', 'các đồng chí: ', '- ', 'phát biểu. ', '…');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (words) => {
        const text = words.join('');
        const { attendees, captions, furniture, lines, collectives } = analyzeText(text);
        for (const piece of [...attendees, ...captions, ...furniture, ...collectives]) expect(text.slice(piece.start, piece.end)).toBe(piece.text);
        let end = 0;
        for (const line of lines) {
          expect(line.start).toBeGreaterThanOrEqual(end);
          expect(line.end).toBeGreaterThan(line.start);
          end = line.end;
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['one long list', 'Cùng dự còn có các đồng chí: Trần Văn Án, Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch UBND tỉnh; '],
    ['capitals', 'Nguyễn '],
    ['brackets and bars', '( |'],
    ['control characters', '\u0000\u0001\u0007'],
  ])('5 MB of %s in one line takes less than 3 s', (_what, unit) => {
    const text = unit.repeat(Math.ceil(5_000_000 / unit.length));
    // Processor time: other programs on the machine must not fail the test.
    const before = process.cpuUsage();
    analyzeText(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(3000);
  });

  const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phan', 'Vũ', 'Đặng'];
  const given = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Khánh', 'Lan', 'Nam', 'Oanh', 'Phúc'];
  const manyNames = surnames.flatMap((family) => given.flatMap((middle) => given.map((last) => `${family} ${middle} ${last}`)));
  it.each([
    ['40,000 short lines', 'Một dòng ngắn\n'.repeat(40_000)],
    ['40,000 lines with a person', 'Đồng chí Trần Văn Án phát biểu.\n'.repeat(40_000)],
    ['40,000 lines that are no sentence', 'Cùng dự có:\n'.repeat(40_000)],
    ['4,000 lines with 800 people and as many slips', [...Array(5)].flatMap(() => manyNames.map((name) => `Ông ${name}, Bí thư và bà Xa ${name} phát biểu.`)).join('\n')],
    ['800 foreign guests with one title', manyNames.map((_, at) => `Ông John${'a'.repeat(at % 30)} Smith${'b'.repeat(Math.floor(at / 30))}, Chủ tịch Hội Phương Xa phát biểu.`).join('\n')],
    ['50,000 words', twin.split('\n').join(' ').repeat(56)],
  ])('%s cost no more than their length', (_what, text) => {
    const before = process.cpuUsage();
    analyzeText(text);
    const { user, system } = process.cpuUsage(before);
    // Several times what it takes; one search to the text's end for every line took minutes.
    expect((user + system) / 1000).toBeLessThan(6000);
  });

  it('answers in code points of the input as given', () => {
    const text = '😀 Cùng dự có đồng chí Tống Bá Lễ, Bí thư Huyện ủy.\r\nHết.'.normalize('NFD');
    const [person] = predictPassage({ id: 'x', text }).attendees;
    expect(person?.name).toBe('Tống Bá Lễ');
    expect([...text].slice(person?.start, person?.end).join('').normalize('NFC')).toBe('Tống Bá Lễ');
  });
});
