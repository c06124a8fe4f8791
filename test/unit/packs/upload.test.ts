import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawLetter, renderDrawing } from '../../../main/demo/drawn-images.ts';
import { bestWithin } from '../../../main/images/encode-within.ts';
import { encodeForUpload } from '../../../main/packs/upload/encode.ts';
import { withoutMetadata } from '../../../main/packs/upload/jpeg-metadata.ts';
import { uploadLimits, type UploadLimits } from '../../../main/packs/upload/limits.ts';
import { uploadFiles } from '../../../main/packs/upload/names.ts';
import { Pictures, type FileFacts } from '../../../main/packs/pictures.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { documentOf, drawLicence, drawPage, drawPhoto, sampleInput } from './pack-samples.ts';

const page: FileFacts = {
  pages: [{ widthPx: 1000, heightPx: 1400, sizeMm: null, isColour: true }],
  failure: null,
};

const limits = (over: Partial<UploadLimits>): UploadLimits => ({
  formats: ['jpg', 'png'],
  maxBytes: 4_000_000,
  minBytes: null,
  minWidthPx: null,
  minHeightPx: null,
  fileNameMaxChars: 100,
  ...over,
});

/** A page with paper grain: it compresses as badly as a scan does. */
async function grainyPage(width: number, height: number) {
  const grain = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .png()
    .toBuffer();
  return drawPage(width, height)
    .flatten({ background: '#fff' })
    .composite([{ input: grain, blend: 'soft-light' }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
}

describe('limits', () => {
  test("are the provider's own, by purpose where it has them", () => {
    const input = sampleInput({ provider: 'tencent-cloud' });
    expect(uploadLimits(input, 'cert-business-licence')).toMatchObject({
      maxBytes: 8388608,
      minBytes: 204800,
    });
    expect(uploadLimits(input, 'photo-backdrop').maxBytes).toBe(2097152);
    const official = sampleInput({ provider: 'miit-interface' });
    expect(uploadLimits(official, 'form-verification').maxBytes).toBe(115200);
    expect(uploadLimits(official, 'photo-backdrop')).toMatchObject({
      maxBytes: 76800,
      minWidthPx: 800,
      minHeightPx: 600,
      formats: ['jpg'],
    });
  });

  test('are the strictest of all where a provider has published none, or none is chosen', () => {
    for (const provider of ['baidu-cloud', null]) {
      expect(uploadLimits(sampleInput({ provider }), 'cert-business-licence')).toMatchObject({
        formats: ['jpg', 'png'],
        maxBytes: 2097152,
        fileNameMaxChars: 100,
      });
    }
  });
});

describe('names', () => {
  test('are ASCII, numbered, say what the file is, and no longer than allowed', async () => {
    const folder = await tempFolder();
    const file = join(folder, '执照 副本.jpg');
    await drawPage(100, 140).jpeg().toFile(file);
    const documents = [
      await documentOf(file, 'cert-business-licence', 'entity'),
      await documentOf(file, 'id-resident-front', 'service-owner'),
      await documentOf(file, 'domain-certificate', 'domain', { mediaType: 'application/pdf' }),
    ];
    const twoPages: FileFacts = { pages: [page.pages[0]!, page.pages[0]!], failure: null };
    const input = sampleInput({ documents, provider: 'inspur-cloud' });
    const names = uploadFiles(input, [page, page, twoPages], [{ documents: [0, 1, 2] }]).map(
      ({ name }) => name,
    );
    expect(names).toEqual([
      '01-business-licence.jpg',
      '02-id-resident-front-service-owner.jpg',
      '03-domain-certificate-domain-1.jpg',
      '04-domain-certificate-domain-2.jpg',
    ]);
    const strict = {
      ...input,
      provider: { ...input.provider!, files: { ...input.provider!.files, fileNameMaxChars: 20 } },
    };
    const short = uploadFiles(strict, [page, page, twoPages], [{ documents: [0, 1, 2] }]).map(
      ({ name }) => name,
    );
    expect(Math.max(...short.map((name) => name.length))).toBeLessThanOrEqual(20);
    expect(new Set(short).size).toBe(4);
  });
});

describe('compressing', () => {
  test('finds the quality next to the limit, at full size where that is good enough', async () => {
    const original = await sharp(await drawPhoto(1500, 2000).png().toBuffer())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = { data: original.data, width: original.info.width, height: original.info.height };
    const encoded = await bestWithin(pixels, { format: 'jpg', limits: limits({ maxBytes: 60_000 }) });
    expect(encoded.bytes.length).toBeLessThanOrEqual(60_000);
    expect(encoded).toMatchObject({ widthPx: 1500, heightPx: 2000 });
  });

  test('meets a tight limit with a picture closer to the original than full size at a poor quality', async () => {
    const { data, info } = await grainyPage(1240, 1754);
    const maxBytes = 40_000;
    const encoded = await bestWithin(
      { data, width: info.width, height: info.height },
      { format: 'jpg', limits: limits({ maxBytes }) },
    );
    expect(encoded.bytes.length).toBeLessThanOrEqual(maxBytes);
    expect(encoded.bytes.length).toBeGreaterThan(maxBytes * 0.75);
    const image = sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
    const original = await grey(image.clone());
    const poor = await grey(sharp(await fullSizeWithin(image, maxBytes)));
    const found = await grey(sharp(encoded.bytes));
    expect(difference(original, found)).toBeLessThan(difference(original, poor));
  });

  test('says that nothing fits rather than failing', async () => {
    const { data, info } = await grainyPage(800, 600);
    const encoded = await bestWithin(
      { data, width: info.width, height: info.height },
      { format: 'jpg', limits: limits({ maxBytes: 300 }) },
    );
    expect(encoded.bytes.length).toBeGreaterThan(300);
  });

  test('makes a file larger that the provider would refuse as too small, without adding pixels', async () => {
    const { data, info } = await grainyPage(1240, 1754);
    const plain = await bestWithin(
      { data, width: info.width, height: info.height },
      { format: 'jpg', limits: limits({}) },
    );
    const minBytes = plain.bytes.length + 1000;
    const larger = await bestWithin(
      { data, width: info.width, height: info.height },
      { format: 'jpg', limits: limits({ minBytes }) },
    );
    expect(larger.bytes.length).toBeGreaterThanOrEqual(minBytes);
    expect(larger.widthPx).toBe(1240);
  });
});

describe('a letter that has to become smaller', () => {
  test('is compared with the original: what is left of its print', async () => {
    const file = join(await tempFolder(), 'letter.jpg');
    const letter = drawLetter({
      title: '授权书',
      addressee: '样例通信管理局',
      paragraphs: ['兹授权林样例办理互联网信息服务备案的相关事宜，并对所提交材料的真实性负责。'.repeat(8)],
      company: '云杉样例科技有限公司',
      signedBy: '林样例',
      dateText: null,
      isSealed: true,
    });
    await writeFile(file, await renderDrawing(letter, { skewDegrees: 0 }));
    const input = sampleInput({ documents: [await documentOf(file, 'form-poa-owner', 'entity')] });
    const pictures = new Pictures(input.documents);
    const [upload] = uploadFiles(input, [page], [{ documents: [0] }]);
    const kept = async (maxBytes: number) => {
      const tight = { ...upload!, keepsPixels: false, limits: limits({ maxBytes }) };
      return (await encodeForUpload(input, pictures, tight)).legibility!.contrastKept!;
    };
    const [roomy, tiny] = [await kept(600_000), await kept(8_000)];
    await pictures.close();
    expect(roomy).toBeGreaterThan(0.85);
    expect(tiny).toBeLessThan(0.5);
  });
});

describe('an accepted file', () => {
  test('keeps its pixels bit by bit and loses camera, place and time', async () => {
    const folder = await tempFolder();
    const file = join(folder, 'licence.jpg');
    await drawLicence(1600, 1130)
      .jpeg({ quality: 83 })
      .withExif({ IFD0: { Make: 'Invented Camera' }, IFD3: { GPSLatitude: '31/1 0/1 0/1' } })
      .toFile(file);
    const document = await documentOf(file, 'cert-business-licence', 'entity');
    const input = sampleInput({ documents: [document] });
    const pictures = new Pictures(input.documents);
    const [upload] = uploadFiles(input, [page], [{ documents: [0] }]);
    const encoded = await encodeForUpload(input, pictures, upload!);
    await pictures.close();
    const original = await readFile(file);
    expect(original.includes('Invented Camera')).toBe(true);
    expect(encoded.bytes.includes('Invented Camera')).toBe(false);
    const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
    expect((await pixels(encoded.bytes)).equals(await pixels(original))).toBe(true);
  });

  test('is left alone when its segments make no sense', () => {
    const odd = Buffer.from([0xff, 0xd8, 0x00, 0x01, 0x02, 0x03, 0x04]);
    expect(withoutMetadata(odd)).toBe(odd);
  });
});

/** What one would get by only lowering the quality. */
async function fullSizeWithin(image: Sharp, maxBytes: number): Promise<Buffer> {
  for (let quality = 95; quality > 0; quality -= 2) {
    const bytes = await image.clone().jpeg({ quality }).toBuffer();
    if (bytes.length <= maxBytes) return bytes;
  }
  throw new Error('not even the worst quality fits');
}

/** Strokes and edges without the grain of the paper; smaller than every candidate, because enlarging shifts. */
function grey(image: Sharp): Promise<Buffer> {
  return image.resize({ width: 720, height: 1018, fit: 'fill' }).greyscale().blur(1).raw().toBuffer();
}

function difference(a: Buffer, b: Buffer): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum / a.length;
}
