import { describe, expect, test } from 'vitest';
import { readByline } from './read-byline.ts';

describe('readByline', () => {
  test.each([
    ['Tin, ảnh: Phi Anh', ['Phi Anh'], ['Phi Anh']],
    ['Tin - Ảnh: PHI ANH', ['PHI ANH'], ['PHI ANH']],
    ['Bài và ảnh: Thùy Nhiên, Bảo Khuê', ['Thùy Nhiên', 'Bảo Khuê'], ['Thùy Nhiên', 'Bảo Khuê']],
    ['Bài: Văn Nghị - Ảnh: Mộc Lan', ['Văn Nghị'], ['Mộc Lan']],
    ['Bài: Văn Tin; Ảnh: Mộc Lan', ['Văn Tin'], ['Mộc Lan']],
    ['Thực hiện: Lan và Huệ; Đồ họa: Cúc', ['Lan', 'Huệ'], []],
    ['A Sình - B Mẩy', ['A Sình', 'B Mẩy'], []],
    ['Thùy Nhiên (Tổng hợp)', ['Thùy Nhiên'], []],
    ['Nguyễn Văn A\nẢnh: Lê B', ['Nguyễn Văn A'], ['Lê B']],
    ['Ảnh: Mộc Lan', [], ['Mộc Lan']],
    ['Theo TTXVN', [], []],
    ['Tin: <b>x</b>', [], []],
    ['', [], []],
  ])('%s', (text, authors, photographers) => {
    expect(readByline(text)).toEqual({ text, authors, photographers });
  });
});
