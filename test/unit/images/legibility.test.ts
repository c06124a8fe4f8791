import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { blankSheet, drawLetter, renderDrawing } from '../../../main/demo/drawn-images.ts';
import { legibility } from '../../../main/images/legibility.ts';
import type { Raster } from '../../../main/images/raster.ts';
import { sampleLetter } from '../../helpers/drawn-images.ts';

const letter = await pixels(await renderDrawing(drawLetter(sampleLetter), { format: 'png' }));

describe('the legibility of a letter after compression', () => {
  test('is whole when nothing was changed', () => {
    const facts = legibility(letter, letter);
    expect(facts.contrastKept).toBe(1);
    expect(facts.strokeContrast!).toBeGreaterThan(100);
    // The text is drawn with characters of 38 px.
    expect(facts.textHeightPx!).toBeGreaterThan(25);
    expect(facts.textHeightPx!).toBeLessThan(42);
  });

  test('suffers little from good quality, and more the smaller it is made', async () => {
    const good = legibility(letter, await pixels(await encode({ width: letter.width, quality: 88 })));
    const half = legibility(letter, await pixels(await encode({ width: letter.width / 2, quality: 60 })));
    const tiny = legibility(letter, await pixels(await encode({ width: letter.width / 8, quality: 20 })));
    expect(good.contrastKept!).toBeGreaterThan(0.93);
    expect(half.contrastKept!).toBeLessThan(good.contrastKept!);
    expect(tiny.contrastKept!).toBeLessThan(0.5);
    expect(tiny.contrastKept!).toBeLessThan(half.contrastKept! - 0.2);
    expect(half.textHeightPx! / good.textHeightPx!).toBeCloseTo(0.5, 1);
  });

  test('cannot be told of a blank page', async () => {
    const blank = await pixels(await blankSheet());
    expect(legibility(blank, blank)).toEqual({
      textHeightPx: null,
      strokeContrast: null,
      contrastKept: null,
    });
  });
});

function encode({ width, quality }: { width: number; quality: number }): Promise<Buffer> {
  return sharp(letter.rgb, { raw: { width: letter.width, height: letter.height, channels: 3 } })
    .resize({ width: Math.round(width) })
    .jpeg({ quality })
    .toBuffer();
}

async function pixels(file: Buffer): Promise<Raster> {
  const { data, info } = await sharp(file)
    .flatten()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}
