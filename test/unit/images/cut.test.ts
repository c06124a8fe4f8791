import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { a4Px, renderDrawing } from '../../../main/demo/drawn-images.ts';
import { codesOf, judged, latinLines, pageOfText, scanFacts } from '../../helpers/drawn-images.ts';

const drawing = pageOfText(latinLines);
const letter = await renderDrawing(drawing);
const { width, height } = a4Px;

/** What of the letter is left after that much was cut off on the left, as a share of its width. */
const without = (share: number) =>
  sharp(letter)
    .extract({ left: Math.round(width * share), top: 0, width: Math.round(width * (1 - share)), height })
    .jpeg()
    .toBuffer();

/** The letter with something printed all over it. */
const withPrint = (print: string) => renderDrawing(drawing.replace('</svg>', `${print}</svg>`));

const lines = (draw: (y: number) => string, step: number) =>
  Array.from({ length: Math.floor(height / step) }, (_, k) => draw(k * step)).join('');

describe('letters at the border', () => {
  test('are counted on the side where they are cut through', async () => {
    const facts = await scanFacts(await without(0.3));
    expect(facts.cutSide).toBe('left');
    expect(facts.cutStrokes).toBeGreaterThan(7);
    // Working side: 1000 pixels.
    expect(facts.cutStrokesPer1000Px).toBeCloseTo(facts.cutStrokes, 6);
    const page = await judged(await without(0.3), 'letter');
    const finding = page.findings.find(({ code }) => code === 'scan.cut');
    expect(finding).toMatchObject({ region: { x: 0, width: 0.03 } });
    expect(finding!.message.en).toContain(`${facts.cutStrokes} strokes run into the left border`);
  });

  test('stand as close on a small picture as on a large one', async () => {
    const small = await sharp(await without(0.3))
      .resize({ height: 700 })
      .jpeg()
      .toBuffer();
    const facts = await scanFacts(small);
    expect(facts.cutStrokesPer1000Px).toBeGreaterThan(facts.cutStrokes);
    expect(codesOf(await judged(small, 'letter'))).toContain('scan.cut');
  });

  test('of a whole page are none', async () => {
    expect(await scanFacts(letter)).toMatchObject({ cutStrokes: 0, cutStrokesPer1000Px: 0, cutSide: null });
  });
});

describe('nothing is cut', () => {
  test.each([
    [
      'by rules that run to the edge of the paper',
      lines((y) => `<rect x="900" y="${y}" width="800" height="4" fill="#56a"/>`, 80),
    ],
    [
      'by a pale pattern that runs to the edge',
      lines((y) => `<path d="M-20 ${y} l60 30 v14 l-60 -30 z" fill="#d6e2d0"/>`, 60),
    ],
    ['by specks on the rim', lines((y) => `<rect x="0" y="${y}" width="3" height="12" fill="#333"/>`, 90)],
  ])('%s', async (_, print) => {
    expect(codesOf(await judged(await withPrint(print), 'letter'))).not.toContain('scan.cut');
  });
});
