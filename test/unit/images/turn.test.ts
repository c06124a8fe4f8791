import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawLetter, renderDrawing } from '../../../main/demo/drawn-images.ts';
import {
  codesOf,
  judged,
  latinLines,
  pageOfText,
  sampleLetter,
  scanFacts,
} from '../../helpers/drawn-images.ts';

const pages = {
  Chinese: await renderDrawing(drawLetter(sampleLetter), { format: 'png' }),
  Latin: await renderDrawing(pageOfText(latinLines), { format: 'png', skewDegrees: 1.2 }),
};

const turnedBy = (bytes: Buffer, degrees: number) => sharp(bytes).rotate(degrees).jpeg().toBuffer();

describe.each(Object.entries(pages))('a page of %s text', (_, bytes) => {
  test.each([
    [0, false],
    [90, true],
    [180, false],
    [270, true],
  ])('turned by %d degrees is known to be', async (degrees, isSideways) => {
    const facts = await scanFacts(await turnedBy(bytes, degrees));
    expect(facts).toMatchObject({ turnedDegrees: degrees, isSideways });
  });

  test('is told apart in words, with the way to turn it back', async () => {
    const findings = async (degrees: number) =>
      (await judged(await turnedBy(bytes, degrees), 'scan')).findings.map(({ code, fix, repair }) => [
        code,
        fix?.en,
        repair,
      ]);
    expect(await findings(90)).toContainEqual([
      'scan.sideways',
      'Turn it counter-clockwise by 90° before filing.',
      'turn',
    ]);
    expect(await findings(180)).toContainEqual([
      'scan.upside-down',
      'Turn it by 180° before filing.',
      'turn',
    ]);
    expect(await findings(270)).toContainEqual([
      'scan.sideways',
      'Turn it clockwise by 90° before filing.',
      'turn',
    ]);
  });
});

describe('no answer is given', () => {
  const signs: [string, string][] = [
    ['capitals without a mark', pageOfText(['HIOX SXZO NHIX OSZI XNOH ISZX HONI XSZO HIXN ZOSI NHXO'])],
    [
      'bars, which look the same both ways up',
      pageOfText(['']).replace(
        '</svg>',
        `${Array.from({ length: 40 }, (_, k) => `<rect x="200" y="${200 + k * 48}" width="1200" height="20"/>`).join('')}</svg>`,
      ),
    ],
  ];
  test.each(signs)('by %s', async (_, svg) => {
    for (const degrees of [0, 180]) {
      const bytes = await turnedBy(await renderDrawing(svg, { format: 'png' }), degrees);
      expect((await scanFacts(bytes)).turnedDegrees).toBeNull();
      expect(codesOf(await judged(bytes, 'scan'))).not.toContain('scan.upside-down');
    }
  });
});
