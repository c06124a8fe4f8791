import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  a4Px,
  blankSheet,
  cardOnDesk,
  drawBusinessLicence,
  drawIdBack,
  drawIdFront,
  drawLetter,
  drawSeal,
  renderDrawing,
} from '../../../main/demo/drawn-images.ts';
import type { ScanFacts } from '../../../main/images/facts.ts';
import { judgeFile } from '../../../main/images/index.ts';
import { measureFile, type MeasuredPage } from '../../../main/images/measure.ts';
import {
  codesOf,
  judged,
  limits,
  pdfOf,
  sampleCard,
  sampleLetter,
  sampleLicence,
  scanFacts,
} from '../../helpers/drawn-images.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const letterSvg = drawLetter(sampleLetter);
const letter = await renderDrawing(letterSvg);

describe('a signed and sealed letter', () => {
  test('passes, with its resolution and its seal in millimetres', async () => {
    const page = await judged(letter, 'letter');
    expect(page.findings).toEqual([]);
    expect(page.verdict).toBe('pass');
    const facts = await scanFacts(letter);
    // Drawn at 200 dpi.
    expect(facts.effectiveDpi).toBeCloseTo(200, 0);
    expect(facts.redSeals).toHaveLength(1);
    // Drawn 40 mm wide; the search works on pixels of 0.3 mm.
    expect(Math.abs(facts.redSeals[0]!.diameterMm! - 40)).toBeLessThan(1);
    expect(page.overlays.map(({ label }) => label)).toEqual(['horizon', 'seal']);
  });

  test('without a seal is asked for one, in colour or not', async () => {
    const unsealed = drawLetter({ ...sampleLetter, isSealed: false });
    const blueInk = unsealed.replace(
      '</svg>',
      '<rect x="300" y="1900" width="400" height="60" fill="#2a56c6"/></svg>',
    );
    expect(codesOf(await judged(await renderDrawing(blueInk), 'letter'))).toEqual(['scan.no-red-seal']);
    const { findings } = await judged(await renderDrawing(unsealed), 'letter');
    expect(findings.map(({ code }) => code)).toEqual(['scan.not-colour']);
    expect(findings[0]!.message['zh-CN']).toMatch(/^尚未盖红章/);
    expect(findings[0]!.message.en).toMatch(/^Not sealed in red yet/);
  });

  test('copied in grey fails', async () => {
    const page = await judged(await renderDrawing(letterSvg, { isGrey: true }), 'letter');
    expect(page.verdict).toBe('fail');
    expect(page.facts).toMatchObject({ isColour: false, redSeals: [] });
  });
});

describe('skew', () => {
  test.each([-7.3, -2.4, -0.6, 0, 0.35, 1.2, 4.8, 11])('of %d degrees is found', async (degrees) => {
    const { skewDegrees } = await scanFacts(await renderDrawing(letterSvg, { skewDegrees: degrees }));
    // A thirtieth of a degree moves the end of a line by half a pixel of the working size.
    expect(Math.abs(skewDegrees! - degrees)).toBeLessThan(0.03);
  });

  test.each([-1.43, -0.3, -0.15, 0, 0.15, 0.62])(
    'of %d degrees is found on a page of 600 pixels',
    async (degrees) => {
      const page = await sharp(await renderDrawing(letterSvg, { skewDegrees: degrees, format: 'png' }))
        .resize({ width: 600 })
        .jpeg({ quality: 92 })
        .toBuffer();
      const { skewDegrees } = await scanFacts(page);
      expect(Math.abs(skewDegrees! - degrees)).toBeLessThan(0.05);
    },
  );

  test('within two degrees is no finding, beyond it is one with its direction', async () => {
    expect(codesOf(await judged(await renderDrawing(letterSvg, { skewDegrees: 1.8 }), 'letter'))).toEqual([]);
    const page = await judged(await renderDrawing(letterSvg, { skewDegrees: -2.5 }), 'letter');
    const [finding] = page.findings;
    expect(finding).toMatchObject({
      code: 'scan.skewed',
      severity: 'warning',
      params: { skewDegrees: -2.5, maxSkewDegrees: 2 },
    });
    expect(finding!.message['zh-CN']).toContain('逆时针倾斜 2.5°');
    expect(finding!.message.en).toContain('2.5° counter-clockwise');
  });

  test('the drawn horizon follows the lines', async () => {
    const { overlays } = await judged(await renderDrawing(letterSvg, { skewDegrees: 5 }), 'letter');
    const horizon = overlays.find(({ label }) => label === 'horizon')!;
    const slope = ((horizon.y2 - horizon.y1) * a4Px.height) / ((horizon.x2 - horizon.x1) * a4Px.width);
    expect((Math.atan(slope) * 180) / Math.PI).toBeCloseTo(5, 0);
  });

  test('cannot be told without lines of text', async () => {
    const circle = `<svg width="1654" height="2339"><rect width="1654" height="2339" fill="#fff"/><circle cx="800" cy="1000" r="300" fill="#234a9a"/></svg>`;
    const facts = await scanFacts(await renderDrawing(circle));
    expect(facts.skewDegrees).toBeNull();
    expect(facts.isBlank).toBe(false);
  });
});

describe('a blank page', () => {
  test('is blank and nothing else is said of it', async () => {
    const page = await judged(await blankSheet(), 'letter');
    expect(codesOf(page)).toEqual(['scan.blank']);
    expect(page.verdict).toBe('fail');
    expect(page.facts).toMatchObject({ isBlank: true, skewDegrees: null });
  });

  test('one line of text is not blank', async () => {
    const sheet = drawLetter({ ...sampleLetter, paragraphs: [], signedBy: null, isSealed: false });
    expect((await scanFacts(await renderDrawing(sheet))).isBlank).toBe(false);
  });
});

describe('resolution', () => {
  test.each([
    [90, 'error'],
    [110, 'warning'],
    [145, null],
  ])('a letter at %i dpi: %s', async (dpi, severity) => {
    const small = await sharp(letter)
      .resize({ width: Math.round((210 / 25.4) * dpi) })
      .jpeg({ quality: 90 })
      .toBuffer();
    const page = await judged(small, 'letter');
    const found = page.findings.find(({ code }) => code === 'scan.low-resolution');
    expect(found?.severity ?? null).toBe(severity);
    if (found) expect(Math.abs((found.params.effectiveDpi as number) - dpi)).toBeLessThanOrEqual(1);
  });

  test('is unknown when the proportions are of no known paper', async () => {
    const square = await sharp(letter)
      .extract({ left: 0, top: 0, width: 1600, height: 1600 })
      .jpeg()
      .toBuffer();
    expect((await scanFacts(square)).effectiveDpi).toBeNull();
  });

  test('does not believe the density a file claims', async () => {
    const facts = await scanFacts(await renderDrawing(letterSvg, { densityDpi: 600 }));
    expect(facts.densityDpi).toBe(600);
    expect(facts.effectiveDpi).toBeCloseTo(200, 0);
  });
});

describe('print', () => {
  test('a blurred letter fails, a sharp one does not', async () => {
    const page = await judged(await renderDrawing(letterSvg, { blurPx: 4 }), 'letter');
    expect(page.findings.find(({ code }) => code === 'scan.blurred')?.severity).toBe('error');
  });

  test('a faint copy has low contrast', async () => {
    const faint = await sharp(letter).linear(0.16, 205).jpeg({ quality: 95 }).toBuffer();
    expect(codesOf(await judged(faint, 'letter'))).toContain('scan.low-contrast');
  });

  test('a dark photo of a letter is too dark', async () => {
    const dark = await sharp(letter).linear(0.35, 0).jpeg().toBuffer();
    expect(codesOf(await judged(dark, 'letter'))).toContain('scan.too-dark');
  });
});

describe('red seals', () => {
  const sheet = (
    content: string,
  ) => `<svg xmlns="http://www.w3.org/2000/svg" width="${a4Px.width}" height="${a4Px.height}">
    <rect width="100%" height="100%" fill="#fcfbf7"/>
    ${Array.from({ length: 20 }, (_, i) => `<rect x="200" y="${300 + i * 70}" width="${900 + ((i * 137) % 300)}" height="16" fill="#222"/>`).join('')}${content}</svg>`;

  test.each([
    { wear: 0, diameter: 320, rotateDegrees: 0 },
    { wear: 0.6, diameter: 300, rotateDegrees: 25 },
    { wear: 1, diameter: 350, rotateDegrees: -40 },
  ])('are found with wear $wear over text', async ({ wear, diameter, rotateDegrees }) => {
    const seal = drawSeal({
      company: '样例有限公司',
      centreX: 1000,
      centreY: 1500,
      diameter,
      wear,
      rotateDegrees,
    });
    const { redSeals } = await scanFacts(await renderDrawing(sheet(seal)));
    expect(redSeals).toHaveLength(1);
    const { box } = redSeals[0]!;
    expect(Math.abs((box.x + box.width / 2) * a4Px.width - 1000)).toBeLessThan(8);
    expect(Math.abs((box.y + box.height / 2) * a4Px.height - 1500)).toBeLessThan(8);
    expect(Math.abs(box.width * a4Px.width - diameter)).toBeLessThan(diameter * 0.05);
  });

  test('two seals are two', async () => {
    const both = [500, 1100].map((centreX) =>
      drawSeal({ company: '样例有限公司', centreX, centreY: 1800, diameter: 315 }),
    );
    expect((await scanFacts(await renderDrawing(sheet(both.join(''))))).redSeals).toHaveLength(2);
  });

  test.each([
    ['a red block', '<rect x="700" y="1400" width="320" height="320" fill="#c8201f"/>'],
    ['a red disc', '<circle cx="850" cy="1600" r="160" fill="#c8201f"/>'],
    [
      'red lines of text',
      Array.from(
        { length: 6 },
        (_, i) => `<rect x="300" y="${1500 + i * 60}" width="700" height="14" fill="#c8201f"/>`,
      ).join(''),
    ],
    [
      'a blue ring',
      drawSeal({ company: '样例有限公司', centreX: 850, centreY: 1600, diameter: 320, colour: '#1f4fc8' }),
    ],
  ])('%s is no seal', async (_, content) => {
    expect((await scanFacts(await renderDrawing(sheet(content)))).redSeals).toEqual([]);
  });
});

describe('cards and licences', () => {
  test.each([
    ['front', drawIdFront(sampleCard)],
    ['back', drawIdBack(sampleCard)],
  ])('the %s of an ID card cut to its edges passes and is measured as a card', async (_, svg) => {
    const page = await judged(await renderDrawing(svg), 'id-card');
    expect(page.verdict).toBe('pass');
    expect((page.facts as unknown as ScanFacts).effectiveDpi!).toBeCloseTo(300, 0);
    expect(codesOf(page)).toEqual(['scan.edges-not-visible']);
  });

  test('on a desk its edges are visible and its resolution is that of the card', async () => {
    const page = await judged(await cardOnDesk(drawIdFront(sampleCard)), 'id-card');
    expect(page.verdict).toBe('pass');
    expect(codesOf(page)).toEqual([]);
    expect(page.facts).toMatchObject({ edgesVisible: true });
    // The edge is found to one thirty-second of the picture.
    expect(Math.abs((page.facts as unknown as ScanFacts).effectiveDpi! - 300)).toBeLessThan(20);
    expect(page.overlays[0]).toMatchObject({ kind: 'box', label: 'page' });
  });

  test('a business licence passes in colour and fails in grey', async () => {
    const svg = drawBusinessLicence(sampleLicence);
    expect((await judged(await renderDrawing(svg), 'business-licence')).verdict).toBe('pass');
    const grey = await judged(await renderDrawing(svg, { isGrey: true }), 'business-licence');
    expect(grey.verdict).toBe('fail');
    const notColour = grey.findings.find(({ code }) => code === 'scan.not-colour')!;
    expect(notColour.message['zh-CN']).not.toContain('章');
  });
});

describe('a PDF', () => {
  test('is inspected page by page, with progress', async () => {
    const file = join(await tempFolder(), 'letter.pdf');
    await pdfOf([letter, null, await blankSheet()], file);
    const seen: unknown[] = [];
    const measured = await measureFile(
      { file, fileName: 'letter.pdf', kind: 'letter' },
      { onProgress: (progress) => seen.push(progress) },
    );
    expect(seen).toEqual([
      { done: 1, total: 3 },
      { done: 2, total: 3 },
      { done: 3, total: 3 },
    ]);
    const pages = judgeFile(measured, { limits, provider: null, material: null });
    expect(pages.map(({ page, verdict }) => [page, verdict])).toEqual([
      [1, 'pass'],
      [2, 'fail'],
      [3, 'fail'],
    ]);
    expect(codesOf(pages[2]!)).toEqual(['scan.blank']);
  });

  test('takes the resolution of a scanned page from the picture in it', async () => {
    const file = join(await tempFolder(), 'scan.pdf');
    await pdfOf([letter], file);
    const { pages } = await measureFile({ file, fileName: 'scan.pdf', kind: 'letter' });
    expect(pages[0]!.facts).toMatchObject({ widthPx: a4Px.width, heightPx: a4Px.height, format: 'pdf' });
    expect(dpiOf(pages[0]!)).toBeCloseTo(200, 0);
  });

  test('of drawn text has no resolution to complain of', async () => {
    const file = join(await tempFolder(), 'text.pdf');
    await pdfOf([null], file);
    const { pages } = await measureFile({ file, fileName: 'text.pdf', kind: 'scan' });
    const [page] = judgeFile({ version: 1, kind: 'scan', pages }, { limits, provider: null, material: null });
    expect(codesOf(page!)).not.toContain('scan.low-resolution');
  });
});

function dpiOf({ facts }: MeasuredPage): number {
  return (facts as unknown as ScanFacts).effectiveDpi!;
}

test('the pages of a TIFF are inspected one by one', async () => {
  const page = (svg: string) => renderDrawing(svg, { format: 'png' });
  const file = join(await tempFolder(), 'fax.tiff');
  const second = await page(drawLetter({ ...sampleLetter, isSealed: false }));
  const both = sharp([await page(letterSvg), second], { join: { animated: true } });
  await writeFile(file, await both.tiff({ compression: 'lzw' }).toBuffer());
  const { pages } = await measureFile({ file, fileName: 'fax.tiff', kind: 'letter' });
  expect(pages.map(({ facts }) => facts?.isColour)).toEqual([true, false]);
  expect(pages[0]!.facts).toMatchObject({ widthPx: a4Px.width, heightPx: a4Px.height });
});
