import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawLetter, renderDrawing } from '../../../main/demo/drawn-images.ts';
import { officialLimit } from '../../../main/packs/upload/limits.ts';
import { isLegible, tryOfficial } from '../../../main/packs/upload/official.ts';
import { writePack } from '../../../main/packs/write.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { documentOf, drawCard, drawPhoto, sampleInput } from './pack-samples.ts';

async function letter(paragraphs: number): Promise<Buffer> {
  const drawing = drawLetter({
    title: '营业执照',
    addressee: '样例通信管理局',
    paragraphs: [
      '兹授权林样例办理互联网信息服务备案的相关事宜，并对所提交材料的真实性负责。'.repeat(paragraphs),
    ],
    company: '云杉样例科技有限公司',
    signedBy: '林样例',
    dateText: null,
    isSealed: true,
  });
  return renderDrawing(drawing, { skewDegrees: 0 });
}

/** The same page as a scanner with a noisy sensor gives it: it compresses badly. */
async function noisy(page: Buffer, sigma: number): Promise<Buffer> {
  const { width, height } = await sharp(page).metadata();
  const noise = { type: 'gaussian', mean: 128, sigma } as const;
  const grain = await sharp({ create: { width, height, channels: 3, background: '#fff', noise } })
    .png()
    .toBuffer();
  return sharp(page)
    .composite([{ input: grain, blend: 'hard-light' }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

describe('the limits of the official interface', () => {
  test('are of the four kinds of pictures that it takes: 100 KB after base64, 150 KB for the verification form', () => {
    const input = sampleInput();
    const base64 = (material: string) => officialLimit(input, material)?.maxBytesBase64 ?? null;
    expect(base64('cert-business-licence')).toBe(102400);
    expect(base64('id-resident-front')).toBe(102400);
    expect(base64('photo-backdrop')).toBe(102400);
    expect(base64('preapp-news')).toBe(102400);
    expect(base64('form-verification')).toBe(153600);
    expect(base64('form-poa-owner')).toBeNull();
    expect(base64('access-contract')).toBeNull();
  });

  test('leave alone what fits, count as base64 what is compressed, and measure its print', async () => {
    const input = sampleInput();
    const limit = officialLimit(input, 'cert-business-licence')!;
    const small = await drawCard('front').jpeg({ quality: 60 }).toBuffer();
    expect(small.length).toBeLessThan(limit.maxBytes);
    const asIs = await tryOfficial(input, small, limit, true);
    expect(asIs).toMatchObject({
      widthPx: 1012,
      heightPx: 638,
      legibility: null,
      fits: true,
      isLegible: true,
    });
    expect(asIs.bytesBase64).toBe(Buffer.from(small).toString('base64').length);

    const page = await sharp(await letter(12))
      .resize({ width: 2480 })
      .jpeg({ quality: 92 })
      .toBuffer();
    const tried = await tryOfficial(input, page, limit, true);
    expect(tried.fits).toBe(true);
    expect(tried.bytesBase64).toBeLessThanOrEqual(102400);
    expect(tried.bytesBase64).toBeGreaterThan(60_000);
    expect(tried.isLegible).toBe(true);
    expect(tried.legibility!.contrastKept).toBeGreaterThan(0.65);
  });

  test('say of a page full of small print and noise that it does not survive them', async () => {
    const input = sampleInput();
    const limit = officialLimit(input, 'cert-business-licence')!;
    const page = await noisy(await letter(12), 60);
    const tried = await tryOfficial(input, page, limit, true);
    expect(tried.fits && tried.isLegible).toBe(false);
    // A photo is not read.
    expect((await tryOfficial(input, page, limit, false)).legibility).toBeNull();
  });
});

test('what counts as legible is data', () => {
  const input = sampleInput();
  const facts = { contrastKept: 0.6, textHeightPx: 12 };
  expect(isLegible(input, facts)).toBe(false);
  const mild = { ...input, legibility: { ...input.legibility, minContrastKept: 0.5 } };
  expect(isLegible(mild, facts)).toBe(true);
  expect(isLegible(mild, { ...facts, textHeightPx: 8 })).toBe(false);
  expect(isLegible(mild, { contrastKept: null, textHeightPx: null })).toBe(true);
});

test('a pack says of each picture, in its manifest and among its checks, whether the interface would take it legibly', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'licence.jpg'), await noisy(await letter(12), 60));
  await drawPhoto(1500, 2000).jpeg({ quality: 95 }).toFile(join(folder, 'photo.jpg'));
  await writeFile(join(folder, 'poa.jpg'), await letter(4));
  const documents = await Promise.all([
    documentOf(join(folder, 'licence.jpg'), 'cert-business-licence', 'entity'),
    documentOf(join(folder, 'photo.jpg'), 'photo-backdrop', 'service-owner'),
    documentOf(join(folder, 'poa.jpg'), 'form-poa-owner', 'entity'),
  ]);
  const { files, preflight } = await writePack(
    sampleInput({ documents, materials: [] }),
    join(folder, 'out'),
  );
  const official = (material: string) => files.find((file) => file.material === material)!.official;
  expect(official('photo-backdrop')).toMatchObject({ fits: true, isLegible: true });
  expect(official('form-poa-owner')).toBeNull();
  const licence = official('cert-business-licence')!;
  expect(licence.fits && licence.isLegible).toBe(false);
  const codes = preflight.map(({ code }) => code);
  expect(codes).toContain(licence.fits ? 'official-illegible' : 'official-too-large');
  expect(preflight.find(({ code }) => code === 'official-fits')!.message.en).toMatch(/^1 picture stays/);
});
