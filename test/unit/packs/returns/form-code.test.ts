import { describe, expect, test } from 'vitest';
import { codeModules, readCodes } from '../../../../main/packs/returns/barcode.ts';
import {
  filingMark,
  parseFormCode,
  printMark,
  writeFormCode,
} from '../../../../main/packs/returns/form-code.ts';
import { planPack } from '../../../../main/packs/plan.ts';
import { demand, sampleInput } from '../pack-samples.ts';

const code = {
  filing: filingMark('3a1c'),
  material: 'form-shanghai-commitment',
  ordinal: 2,
  print: '89ABCDEF',
  draft: false,
};

describe('the code on a form', () => {
  test('comes back as it was written', () => {
    expect(parseFormCode(writeFormCode(code))).toEqual(code);
    expect(parseFormCode(writeFormCode({ ...code, draft: true }))).toEqual({ ...code, draft: true });
  });

  test.each([
    '',
    'https://example.cn',
    'BD1:12:FORM-X:1:89ABCDEF',
    `${writeFormCode(code)}:X`,
    'BD2:AAAABBBBCCCC:X',
  ])('is not %j', (content) => expect(parseFormCode(content)).toBeNull());

  test('is read from its modules, a sixth of them covered by a stamp', async () => {
    const { size, ink } = await codeModules(writeFormCode(code));
    const scale = 4;
    const width = (size + 8) * scale;
    const luma = new Uint8Array(width * width).fill(255);
    for (let y = 0; y < size * scale; y++)
      for (let x = 0; x < size * scale; x++) {
        const module = Math.floor(y / scale) * size + Math.floor(x / scale);
        const isCovered =
          x > size * scale * 0.4 &&
          x < size * scale * 0.7 &&
          y > size * scale * 0.5 &&
          y < size * scale * 0.65;
        if (ink[module] || isCovered) luma[(y + 4 * scale) * width + x + 4 * scale] = 20;
      }
    const found = await readCodes({ width, height: width, luma });
    expect(found.map(({ content }) => parseFormCode(content))).toEqual([code]);
  });

  test('stands on every form of a stored filing and on nothing else, numbered by material', () => {
    const materials = [demand('form-infosec'), demand('form-poa-owner')];
    const codesOf = (input: ReturnType<typeof sampleInput>) =>
      planPack(input, []).pages.map(({ kind, marks }) => ({
        kind,
        code:
          marks.flatMap((mark) => (mark.kind === 'code' ? [parseFormCode(mark.content)!] : []))[0] ?? null,
      }));
    const stored = codesOf({ ...sampleInput({ materials }), filingId: 'f' });
    for (const page of stored) expect(page.code !== null).toBe(page.kind === 'form');
    const infosec = stored.filter((page) => page.code?.material === 'form-infosec');
    expect(infosec.map((page) => page.code?.ordinal)).toEqual([1, 2]);
    expect(new Set(stored.flatMap((page) => page.code?.filing ?? []))).toEqual(new Set([filingMark('f')]));
    expect(codesOf(sampleInput({ materials })).every((page) => page.code === null)).toBe(true);
  });

  test('changes with the data of the form and not with its fixed words', () => {
    const print = (facts: Record<string, unknown>) => {
      const { pages } = planPack(sampleInput({ facts, materials: [demand('form-poa-owner')] }), []);
      return printMark(pages.find(({ material }) => material === 'form-poa-owner')!);
    };
    expect(print({})).toBe(print({ 'entity.fax': '1' }));
    expect(print({})).not.toBe(print({ 'serviceOwner.name': '周知近' }));
  });
});
