import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ImageKind, RepairPlan } from '../../../../preload/contract/index.ts';
import { drawIdFront, drawLetter, renderDrawing } from '../../../../main/demo/drawn-images.ts';
import type { ScanFacts } from '../../../../main/images/facts.ts';
import { invert, rectangleTo, type Quad } from '../../../../main/images/repairs/quad.ts';
import { nothingDone } from '../../../../main/images/repairs/plan.ts';
import { repairFile } from '../../../../main/images/repairs/repair.ts';
import { warp } from '../../../../main/images/repairs/warp.ts';
import { pdfOf, person, sampleCard, sampleLetter, scanFacts } from '../../../helpers/drawn-images.ts';
import { tempFolder } from '../../../helpers/temp-folder.ts';

async function repaired(
  bytes: Uint8Array,
  change: Partial<RepairPlan>,
  { kind = 'letter' as ImageKind, fileName = 'scan.jpg' } = {},
) {
  const folder = await tempFolder();
  const file = join(folder, fileName);
  const out = join(folder, 'out', 'copy');
  const uncropped = join(folder, 'out', 'uncropped.jpg');
  await writeFile(file, bytes);
  const plan = { ...nothingDone, ...change };
  const output = await repairFile({ file, fileName, kind, plan, out, uncropped });
  const copy = await readFile(out);
  expect((await readFile(file)).equals(Buffer.from(bytes)), 'the original is only read').toBe(true);
  return { ...output, copy, uncropped, metadata: await sharp(copy).metadata() };
}

const letter = drawLetter(sampleLetter);
const codes = (notes: { en: string }[]) => notes.map(({ en }) => en).join('\n');

describe('deskewing', () => {
  test.each([3.5, -2, 0.7])('takes %f degrees back to within a tenth', async (skewDegrees) => {
    const bytes = await renderDrawing(letter, { skewDegrees });
    const measured = await scanFacts(bytes);
    expect(measured.skewDegrees).toBeCloseTo(skewDegrees, 1);
    const { copy, notes } = await repaired(bytes, { skewDegrees: measured.skewDegrees });
    const after = await scanFacts(copy);
    expect(Math.abs(after.skewDegrees!)).toBeLessThan(0.1);
    expect(notes).toEqual([]);
    expect([after.widthPx, after.heightPx]).toEqual([measured.widthPx, measured.heightPx]);
  });

  test('lets the picture grow by white corners rather than cut print off', async () => {
    const bytes = await renderDrawing(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600"><rect width="100%" height="100%" fill="#fff"/>
      ${Array.from({ length: 30 }, (_, i) => `<rect x="0" y="${20 + i * 52}" width="1200" height="18" fill="#222"/>`).join('')}</svg>`,
    );
    const { metadata, notes, copy } = await repaired(bytes, { skewDegrees: 5 });
    expect(metadata.width).toBeGreaterThan(1200);
    expect(metadata.height).toBeGreaterThan(1600);
    expect(codes(notes)).toMatch(/corners are white/);
    const { data } = await sharp(copy)
      .extract({ left: 0, top: 0, width: 4, height: 4 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(Math.min(...data)).toBeGreaterThan(245);
  });

  test('keeps thin lines as sharp as one interpolation allows', async () => {
    const bytes = await renderDrawing(letter);
    const before = await scanFacts(bytes);
    const { copy } = await repaired(bytes, { skewDegrees: 2 });
    const after = await scanFacts(copy);
    expect(after.sharpness!).toBeGreaterThan(before.sharpness! * 0.8);
  });
});

describe('straightening', () => {
  /** Crosses at known places of a sheet of A4 proportions, photographed from aside. */
  test('puts what was drawn back in its place to within a pixel', async () => {
    const [width, height] = [700, 990];
    const marks = [0.05, 0.5, 0.95].flatMap((x) => [0.05, 0.5, 0.95].map((y) => ({ x, y })));
    const sheet = await sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>
        ${marks.map(({ x, y }) => `<circle cx="${x * width}" cy="${y * height}" r="9" fill="#000"/>`).join('')}</svg>`,
      ),
    )
      .flatten()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const quad: Quad = [
      { x: 180, y: 120 },
      { x: 860, y: 190 },
      { x: 930, y: 1180 },
      { x: 90, y: 1090 },
    ];
    const canvas = { width: 1000, height: 1300 };
    const onSheet = rectangleTo(width, height, quad);
    const photo = await warp({ width, height, rgb: sheet.data }, { ...canvas, toSource: invert(onSheet) });
    const bytes = await sharp(photo.rgb, { raw: { ...canvas, channels: 3 } })
      .png()
      .toBuffer();
    const corners = quad.map(({ x, y }) => ({
      x: x / canvas.width,
      y: y / canvas.height,
    })) as RepairPlan['corners'];
    const { copy, metadata } = await repaired(bytes, { corners }, { fileName: 'photo.png' });
    expect(metadata.height / metadata.width).toBeCloseTo(297 / 210, 2);
    expect(metadata.width * metadata.height).toBeLessThanOrEqual(areaOf(quad) * 1.01);
    const { data, info } = await sharp(copy).greyscale().raw().toBuffer({ resolveWithObject: true });
    for (const { x, y } of marks) {
      const found = centreOfInk(data, info, x * info.width, y * info.height);
      expect(Math.hypot(found.x - x * info.width, found.y - y * info.height)).toBeLessThan(1);
    }
  });

  function areaOf(quad: Quad): number {
    const twice = quad.reduce((sum, { x, y }, i) => {
      const next = quad[(i + 1) % 4]!;
      return sum + x * next.y - next.x * y;
    }, 0);
    return twice / 2;
  }

  function centreOfInk(data: Buffer, { width }: { width: number }, nearX: number, nearY: number) {
    let [sum, sumX, sumY] = [0, 0, 0];
    for (let y = Math.round(nearY) - 24; y < nearY + 24; y++) {
      for (let x = Math.round(nearX) - 24; x < nearX + 24; x++) {
        const ink = 255 - (data[y * width + x] ?? 255);
        sum += ink;
        sumX += ink * (x + 0.5);
        sumY += ink * (y + 0.5);
      }
    }
    return { x: sumX / sum, y: sumY / sum };
  }
});

describe('turning and cropping', () => {
  test('bakes the EXIF turn in and drops place, camera and thumbnail', async () => {
    const bytes = await sharp(await renderDrawing(person()))
      .rotate(270)
      .withExif({
        IFD0: { Make: 'Camera', Orientation: '6' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const { metadata } = await repaired(
      bytes,
      { upright: true },
      { kind: 'owner-photo', fileName: 'photo.jpg' },
    );
    expect([metadata.width, metadata.height]).toEqual([1200, 1500]);
    expect(metadata.orientation).toBeUndefined();
    expect(metadata.exif).toBeUndefined();
  });

  test('turns without mixing a pixel', async () => {
    const bytes = await sharp(await renderDrawing(drawIdFront(sampleCard), { format: 'png' }))
      .png()
      .toBuffer();
    const { copy } = await repaired(bytes, { quarterTurns: 1 }, { fileName: 'card.png' });
    const [turned, expected] = await Promise.all([
      sharp(copy).raw().toBuffer(),
      sharp(bytes).rotate(90).raw().toBuffer(),
    ]);
    expect(turned.equals(expected)).toBe(true);
  });

  test('shows the picture before it is cropped, for the crop to be changed', async () => {
    const bytes = await renderDrawing(letter);
    const crop = { x: 0.1, y: 0.1, width: 0.5, height: 0.25 };
    const { metadata, uncropped } = await repaired(bytes, { crop });
    expect([metadata.width, metadata.height]).toEqual([827, 585]);
    const before = await sharp(uncropped).metadata();
    expect(before.width / before.height).toBeCloseTo(1654 / 2339, 2);
  });

  test('applies the colour profile, so that a copy without one shows the same colours', async () => {
    const red = sharp({ create: { width: 300, height: 300, channels: 3, background: '#ff0000' } });
    const wide = await red.withIccProfile('p3').png().toBuffer();
    const { copy, metadata } = await repaired(wide, { maxSidePx: 100 }, { fileName: 'red.png' });
    expect(metadata.icc).toBeUndefined();
    const [r, g, b] = await sharp(copy).raw().toBuffer();
    expect(r).toBeGreaterThan(250);
    expect(Math.max(g!, b!)).toBeLessThan(8);
  });

  test('lays transparent pixels on white', async () => {
    const clear = await sharp({
      create: { width: 200, height: 200, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { copy } = await repaired(clear, { quarterTurns: 2 }, { fileName: 'clear.png' });
    expect([...(await sharp(copy).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });
});

describe('size and format', () => {
  test('meets the limit of bytes with as good a picture as fits', async () => {
    const bytes = await renderDrawing(person(), { jpegQuality: 100 });
    const maxBytes = 60_000;
    expect(bytes.length).toBeGreaterThan(maxBytes);
    const { copy, notes } = await repaired(bytes, { maxBytes }, { kind: 'owner-photo' });
    expect(copy.length).toBeLessThanOrEqual(maxBytes);
    expect(copy.length).toBeGreaterThan(maxBytes * 0.85);
    expect(notes).toEqual([]);
  });

  test('says when a limit cannot be met', async () => {
    const noise = await sharp({
      create: {
        width: 700,
        height: 700,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg({ quality: 95 })
      .toBuffer();
    const { notes, bytes } = await repaired(noise, { maxBytes: 200 });
    expect(bytes).toBeGreaterThan(200);
    expect(codes(notes)).toMatch(/cannot be met/);
  });

  test('does not enlarge, and says so', async () => {
    const bytes = await renderDrawing(drawIdFront(sampleCard));
    const { metadata, notes } = await repaired(bytes, { maxSidePx: 3000 });
    expect(metadata.width).toBe(1011);
    expect(codes(notes)).toMatch(/not enlarged to 3000 px/);
  });

  test('makes a picture smaller', async () => {
    const { metadata, notes } = await repaired(await renderDrawing(letter), { maxSidePx: 1169 });
    expect([metadata.width, metadata.height]).toEqual([827, 1169]);
    expect(notes).toEqual([]);
  });

  test.each([
    ['tiff', 'jpeg', 'jpeg'],
    ['webp', null, 'jpeg'],
    ['png', null, 'png'],
    ['png', 'jpeg', 'jpeg'],
  ] as const)('stores %s as wanted (%s) as %s', async (from, format, expected) => {
    const bytes = await sharp(await renderDrawing(drawIdFront(sampleCard)))
      .toFormat(from)
      .toBuffer();
    const { metadata, format: said } = await repaired(bytes, { format }, { fileName: `card.${from}` });
    expect(metadata.format).toBe(expected);
    expect(said).toBe(expected);
  });

  test('draws a page of a PDF at the resolution of its scan', async () => {
    const folder = await tempFolder();
    const file = join(folder, 'scan.pdf');
    await pdfOf([await renderDrawing(letter)], file);
    const { metadata } = await repaired(await readFile(file), { format: 'jpeg' }, { fileName: 'scan.pdf' });
    expect(Math.abs(metadata.width - 1654)).toBeLessThanOrEqual(1);
    await pdfOf([null], file);
    const drawn = await repaired(await readFile(file), { format: 'jpeg' }, { fileName: 'text.pdf' });
    expect(Math.abs(drawn.metadata.width - 2480)).toBeLessThanOrEqual(2);
  });

  test('measures the copy like any file', async () => {
    const { measured, copy } = await repaired(await renderDrawing(letter), { maxSidePx: 1000 });
    const facts = measured.pages[0]!.facts as unknown as ScanFacts;
    expect(facts).toMatchObject({ heightPx: 1000, bytes: copy.length, measuredAs: 'scan' });
  });
});

describe('hostile and unwanted input', () => {
  test.each([
    ['cut.jpg', async () => (await renderDrawing(letter)).subarray(0, 40_000)],
    ['noise.jpg', async () => Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 131) % 251))],
    ['bomb.png', async () => bombPng()],
    ['empty.jpg', async () => Buffer.alloc(0)],
  ])('refuses %s with a reason and writes nothing', async (fileName, draw) => {
    const folder = await tempFolder();
    const file = join(folder, fileName);
    const out = join(folder, 'copy');
    await writeFile(file, await draw());
    const input = { file, fileName, kind: 'scan' as const, plan: nothingDone, out, uncropped: `${out}.jpg` };
    await expect(repairFile(input)).rejects.toMatchObject({ failure: { code: 'files.unsupported' } });
    await expect(stat(out)).rejects.toThrow();
  });

  /** Says 60000 x 60000 in its header. */
  async function bombPng(): Promise<Buffer> {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(60_000, 20);
    return bytes;
  }

  test('stops in the middle of a warp when cancelled', async () => {
    const folder = await tempFolder();
    const file = join(folder, 'scan.jpg');
    await writeFile(file, await renderDrawing(letter));
    const controller = new AbortController();
    const steps: number[] = [];
    const out = join(folder, 'copy');
    const plan = { ...nothingDone, skewDegrees: 3 };
    const input = { file, fileName: 'scan.jpg', kind: 'letter' as const, plan, out, uncropped: `${out}.jpg` };
    const work = repairFile(input, {
      signal: controller.signal,
      onProgress: ({ done }) => {
        steps.push(done);
        setImmediate(() => controller.abort());
      },
    });
    await expect(work).rejects.toThrow(/abort/i);
    expect(steps).toEqual([1]);
    await expect(stat(out)).rejects.toThrow();
  });
});
