import { describe, expect, test } from 'vitest';
import { drawLetter, renderDrawing, type PictureOptions } from '../../../main/demo/drawn-images.ts';
import { overlap } from '../../../main/images/seals.ts';
import { judged, sampleLetter, scanFacts } from '../../helpers/drawn-images.ts';

const grey = (isSealed: boolean, options: PictureOptions = {}, add = '') =>
  renderDrawing(drawLetter({ ...sampleLetter, isSealed }).replace('</svg>', `${add}</svg>`), {
    isGrey: true,
    ...options,
  });

describe('a seal on a grey copy', () => {
  test.each<[string, PictureOptions]>([
    ['straight', {}],
    ['turned and soft', { skewDegrees: 2, blurPx: 1 }],
    ['out of focus', { blurPx: 2 }],
  ])('is found: %s', async (_, options) => {
    const { greySeals, redSeals } = await scanFacts(await grey(true, options));
    expect(redSeals).toEqual([]);
    expect(greySeals).toHaveLength(1);
    const inColour = await scanFacts(await renderDrawing(drawLetter(sampleLetter), options));
    expect(overlap(greySeals[0]!, inColour.redSeals[0]!.box)).toBeGreaterThan(0.6);
  });

  test('is said not to be red, where it lies, and the copy to have no colour', async () => {
    const { findings } = await judged(await grey(true), 'letter');
    expect(findings.map(({ code }) => code)).toEqual(['scan.not-colour', 'scan.seal-not-red']);
    const [colour, seal] = findings;
    expect(colour!.params).toEqual({ needsSeal: false });
    expect(seal!.region!.y).toBeGreaterThan(0.3);
    expect(seal!.fix!.en).toBe('Scan the sealed original in colour.');
  });

  test('is not looked for where no seal is asked for', async () => {
    expect((await scanFacts(await grey(true), 'scan')).greySeals).toEqual([]);
  });
});

describe('no seal is found on a grey copy', () => {
  const ring = (r: number) =>
    `<circle cx="1100" cy="1700" r="${r}" fill="none" stroke="#444" stroke-width="14"/>`;
  test.each([
    ['without one', ''],
    ['with a small ring, of a logo', ring(70)],
    ['with a ring that fills half the page', ring(420)],
    [
      'with half a ring',
      '<path d="M960 1700 a140 140 0 0 1 280 0" fill="none" stroke="#444" stroke-width="14"/>',
    ],
  ])('%s', async (_, add) => {
    expect((await scanFacts(await grey(false, {}, add))).greySeals).toEqual([]);
  });
});
