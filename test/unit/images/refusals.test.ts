import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { renderDrawing } from '../../../main/demo/drawn-images.ts';
import { hardLimits } from '../../../main/images/open-file.ts';
import { refusalOf } from '../../../main/images/index.ts';
import { measureFile } from '../../../main/images/measure.ts';
import { judged, measured, pdfOf, person } from '../../helpers/drawn-images.ts';
import { pictureBombPdf } from '../../../tools/fuzz/hostile-pdfs.ts';
import { pngChunk, pngHeader, pngSignature } from '../../../tools/fuzz/png-chunks.ts';
import { scansBombJpeg } from '../../../tools/fuzz/scans-bomb-jpeg.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const photo = await renderDrawing(person());

async function failureOf(bytes: Uint8Array, fileName: string) {
  const { pages } = await measured(bytes, fileName, 'scan');
  expect(pages).toHaveLength(1);
  expect(pages[0]!.facts).toBeNull();
  return { code: pages[0]!.failure, params: pages[0]!.params };
}

/** A PNG whose header promises a size its data does not hold; the checksums are right. */
function hollowPng(width: number, height: number): Buffer {
  return Buffer.concat([
    pngSignature,
    pngHeader(width, height),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Hangs a second directory into a little-endian TIFF; there are no pixels behind it. */
function withSecondPage(tiff: Buffer, width: number, height: number): Buffer {
  const entries = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, height],
    [279, 100],
  ];
  const directory = Buffer.alloc(2 + entries.length * 12 + 4);
  directory.writeUInt16LE(entries.length);
  for (const [index, [tag, value]] of entries.entries()) {
    const at = 2 + index * 12;
    directory.writeUInt16LE(tag!, at);
    directory.writeUInt16LE(4, at + 2);
    directory.writeUInt32LE(1, at + 4);
    directory.writeUInt32LE(value!, at + 8);
  }
  const whole = Buffer.concat([tiff, directory]);
  const firstDirectory = tiff.readUInt32LE(4);
  const link = firstDirectory + 2 + tiff.readUInt16LE(firstDirectory) * 12;
  whole.writeUInt32LE(tiff.length, link);
  return whole;
}

describe('a file is refused with its reason', () => {
  test('when it is empty', async () => {
    expect(await failureOf(new Uint8Array(), 'a.jpg')).toEqual({
      code: 'files.empty',
      params: { fileName: 'a.jpg' },
    });
  });

  test('when it is not there', async () => {
    const { pages } = await measureFile({
      file: join(await tempFolder(), 'none.jpg'),
      fileName: 'none.jpg',
      kind: 'scan',
    });
    expect(pages[0]!.failure).toBe('files.not-found');
  });

  test('when it has more bytes than are read, without reading them', async () => {
    const file = join(await tempFolder(), 'huge.jpg');
    await writeFile(file, photo);
    await truncate(file, hardLimits.maxBytes + 1);
    const { pages } = await measureFile({ file, fileName: 'huge.jpg', kind: 'scan' });
    expect(pages[0]!.failure).toBe('files.too-large');
    expect(pages[0]!.params).toMatchObject({ maxMb: 60 });
  });

  test('when its name says another type than its bytes', async () => {
    expect(await failureOf(photo, 'photo.png')).toEqual({
      code: 'files.mislabelled',
      params: { fileName: 'photo.png', claimed: 'png', actual: 'jpeg' },
    });
  });

  test('but not when its name says nothing', async () => {
    expect((await measured(photo, 'photo', 'owner-photo')).pages[0]!.facts).not.toBeNull();
  });

  test.each([
    ['bmp', Buffer.concat([Buffer.from('BM'), Buffer.alloc(100)])],
    ['gif', Buffer.from('GIF89a' + '\0'.repeat(40), 'latin1')],
    ['heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
  ])('when it is a %s, however it is named', async (format, bytes) => {
    expect(await failureOf(bytes, 'photo.jpg')).toMatchObject({
      code: 'files.refused-format',
      params: { format },
    });
  });

  test('when its bytes are of no known type', async () => {
    expect((await failureOf(Buffer.from('just some notes'), 'notes.jpg')).code).toBe('files.unsupported');
  });

  test.each(['jpg', 'png', 'webp', 'tiff'] as const)('when a %s stops in the middle', async (extension) => {
    const picture = sharp(photo);
    const whole = await (extension === 'jpg' ? picture.jpeg() : picture.toFormat(extension)).toBuffer();
    const { code } = await failureOf(whole.subarray(0, Math.floor(whole.length * 0.6)), `cut.${extension}`);
    expect(code).toBe('files.truncated');
  });

  test('when its pixels were overwritten', async () => {
    const broken = Buffer.from(await sharp(photo).png().toBuffer());
    broken.fill(0x55, broken.length >> 1, (broken.length >> 1) + 400);
    expect((await failureOf(broken, 'broken.png')).code).toBe('files.damaged');
  });

  test('when its header promises 50,000 x 50,000 pixels, within a second', async () => {
    const started = performance.now();
    expect(await failureOf(hollowPng(50_000, 50_000), 'bomb.png')).toMatchObject({
      code: 'files.too-many-pixels',
      params: { widthPx: 50_000, heightPx: 50_000, maxMegapixels: 80 },
    });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('when a page of a PDF holds a picture of too many pixels, before it is unpacked', async () => {
    const started = performance.now();
    expect(await failureOf(pictureBombPdf(20_000), 'bomb.pdf')).toMatchObject({
      code: 'files.too-many-pixels',
      params: { widthPx: 20_000, heightPx: 20_000 },
    });
    // Most of it makes the file; unpacking and drawing 400 megapixels takes several seconds.
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('when a later page of a TIFF has too many pixels', async () => {
    const first = await sharp(photo).resize(300).tiff({ compression: 'deflate' }).toBuffer();
    const { pages } = await measured(withSecondPage(first, 10_000, 9000), 'two.tif', 'scan');
    expect(pages.map(({ failure }) => failure)).toEqual([null, 'files.too-many-pixels']);
  });

  test('when it is an animation', async () => {
    const frame = (colour: string) =>
      sharp({ create: { width: 40, height: 40, channels: 3, background: colour } })
        .png()
        .toBuffer();
    const animation = await sharp([await frame('#f00'), await frame('#00f')], { join: { animated: true } })
      .webp()
      .toBuffer();
    expect(await failureOf(animation, 'moving.webp')).toMatchObject({
      code: 'files.animated',
      params: { frames: 2 },
    });
  });

  test('when a JPEG makes its reader pass over it again and again', async () => {
    const passes = hardLimits.maxPasses + 1;
    expect(await failureOf(scansBombJpeg(800, passes - 1), 'again.jpg')).toMatchObject({
      code: 'files.too-many-passes',
      params: { passes, maxPasses: hardLimits.maxPasses },
    });
    const { pages } = await measured(scansBombJpeg(800, passes - 2), 'again.jpg', 'scan');
    expect(pages[0]!.failure).toBeNull();
  });

  test('when a PDF is none, by its bytes or inside', async () => {
    expect((await failureOf(Buffer.from('<b>moved</b>'), 'letter.pdf')).code).toBe('files.not-a-pdf');
    expect((await failureOf(Buffer.from('%PDF-1.7\nnothing more\n%%EOF'), 'letter.pdf')).code).toBe(
      'files.not-a-pdf',
    );
    expect((await failureOf(photo, 'letter.pdf')).code).toBe('files.mislabelled');
  });

  test('when a PDF stops in the middle', async () => {
    const { code } = await failureOf(Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'), 'cut.pdf');
    expect(code).toBe('files.truncated');
  });

  test('when a PDF has more pages than are read', async () => {
    const file = join(await tempFolder(), 'long.pdf');
    await pdfOf(
      Array.from({ length: hardLimits.maxPages + 1 }, () => null),
      file,
    );
    const { pages } = await measureFile({ file, fileName: 'long.pdf', kind: 'letter' });
    expect(pages).toEqual([
      {
        facts: null,
        failure: 'files.too-many-pages',
        params: { fileName: 'long.pdf', pages: 51, maxPages: 50 },
      },
    ]);
  });
});

test('a refusal is a page that cannot be read, with a sentence in both languages', async () => {
  const page = await judged(photo, 'owner-photo', { fileName: 'photo.png' });
  expect(page).toMatchObject({ page: 1, verdict: 'unreadable', facts: null, overlays: [] });
  expect(page.findings[0]!.message['zh-CN']).toContain('扩展名说是 PNG，内容却是 JPEG');
  expect(page.findings[0]!.message.en).toContain('named as PNG but contains JPEG');
  expect(page.findings[0]!.fix).not.toBeNull();
  expect(refusalOf(await measured(photo, 'photo.png', 'scan'))).toEqual(page.findings[0]!.message);
  expect(refusalOf(await measured(photo, 'photo.jpg', 'scan'))).toBeNull();
});

test('inspection of one file stops when it is cancelled', async () => {
  const file = join(await tempFolder(), 'photo.jpg');
  await writeFile(file, photo);
  const input = { file, fileName: 'photo.jpg', kind: 'owner-photo' as const };
  await expect(measureFile(input, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow(
    'enough',
  );
});
