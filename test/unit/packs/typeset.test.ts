import { describe, expect, test } from 'vitest';
import { text, type TextMark } from '../../../main/packs/page.ts';
import { breakable, faceOf, points, setText, type Faces } from '../../../main/packs/typeset.ts';

/** Every character is as wide as it is high, half of that in Latin; 𠮷 is only in the fallback, 龘 nowhere. */
const faces: Faces = {
  has: (face, codePoint) =>
    codePoint === 0x20bb7
      ? face.startsWith('fallback')
      : codePoint === 0x9f98
        ? false
        : !face.startsWith('fallback'),
  width: (_face, content, sizePt) =>
    [...content].reduce((sum, character) => sum + (character < '\u0100' ? sizePt / 2 : sizePt), 0),
};

const mark = (content: string, widthPt: number, heightPt: number, over: Partial<TextMark> = {}) =>
  ({
    ...text({ x: 0, y: 0, width: widthPt / points(1), height: heightPt / points(1) }, content, 10),
    ...over,
  }) satisfies TextMark;

const lines = (set: ReturnType<typeof setText>) =>
  set.lines.map((line) => line.runs.map((run) => run.text).join(''));

describe('breaking lines', () => {
  test('keeps closing punctuation with the character before it and opening with the one after', () => {
    expect(breakable('（一）、网“域名”')).toEqual(['（一）、', '网', '“域', '名”']);
  });

  test('keeps a Latin word or a domain in one piece', () => {
    expect(breakable('域名example-1.cn正')).toEqual(['域', '名', 'example-1.cn', '正']);
  });

  test('breaks between ideographs at the width of the area', () => {
    expect(lines(setText(faces, mark('一二三四五六七', 30, 100)))).toEqual(['一二三', '四五六', '七']);
  });

  test('never begins a line with a full stop', () => {
    expect(lines(setText(faces, mark('一二三。四', 30, 100)))).toEqual(['一二', '三。四']);
  });

  test('breaks inside a word only when it is longer than the line', () => {
    const broken = lines(setText(faces, mark('域abcdefghijkl', 30, 100)));
    expect(broken.join('')).toBe('域abcdefghijkl');
    expect(Math.max(...broken.map((line) => faces.width('regular', line, 10)))).toBeLessThanOrEqual(30);
  });
});

describe('a long domain', () => {
  test('breaks after its dots and hyphens where it can', () => {
    expect(lines(setText(faces, mark('域aaaa-bbbb.cccc', 30, 100)))).toEqual([
      '域',
      'aaaa-',
      'bbbb.',
      'cccc',
    ]);
  });
});

describe('fitting', () => {
  test('keeps the wanted size where there is room', () => {
    expect(setText(faces, mark('一二三', 30, 12)).sizePt).toBe(10);
  });

  test('shrinks until all of the text is inside', () => {
    const content = '上海示例科技发展有限公司'.repeat(4);
    const set = setText(faces, mark(content, 60, 20));
    expect(set.sizePt).toBeLessThan(10);
    expect(lines(set).join('')).toBe(content);
    expect(set.lines.at(-1)!.baseline + 0.14 * set.sizePt).toBeLessThanOrEqual(20.1);
  });

  test('sets every character even when the area is absurdly small', () => {
    const content = '长'.repeat(500);
    expect(lines(setText(faces, mark(content, 20, 5))).join('')).toBe(content);
  });

  test('centres and right-aligns what it measured', () => {
    expect(setText(faces, mark('一', 30, 20, { align: 'center' })).lines[0]!.runs[0]!.x).toBeCloseTo(10);
    expect(setText(faces, mark('一', 30, 20, { align: 'right' })).lines[0]!.runs[0]!.x).toBeCloseTo(20);
  });

  test('stretches all lines of a paragraph but the last', () => {
    const set = setText(faces, mark('一二三四五', 35, 60, { justify: true }));
    expect(set.lines[0]!.runs[0]!.spacingPt).toBeCloseTo(2.5);
    expect(set.lines[1]!.runs[0]!.spacingPt).toBe(0);
  });
});

describe('faces', () => {
  test('takes a rare character from the fallback of the same weight, and only that one', () => {
    const [line] = setText(faces, mark('周𠮷远', 100, 20, { weight: 'bold' })).lines;
    expect(line!.runs.map(({ face, text: content }) => [face, content])).toEqual([
      ['bold', '周'],
      ['fallbackBold', '𠮷'],
      ['bold', '远'],
    ]);
  });

  test('says when no face has a character', () => {
    expect(faceOf(faces, 'regular', '龘')).toBeNull();
  });
});
