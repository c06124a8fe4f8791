import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { planPack } from '../../../main/packs/plan.ts';
import { quietPlace, watermarkOf } from '../../../main/packs/watermark.ts';
import { writePack } from '../../../main/packs/write.ts';
import type { RuleBook } from '../../../main/rules/book.ts';
import { watermarkFault, watermarkPolicy } from '../../../main/rules/watermark.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import {
  book,
  documentOf,
  drawCard,
  drawLicence,
  drawPhoto,
  sampleInput,
  type SampleOptions,
} from './pack-samples.ts';
import { checkStructure, needsPdfTools, pageText } from './pdf-tools.ts';

const words = '仅供ICP备案使用 晴川示例';
const wanted = { watermark: words };
const paper = { x: 20, y: 40, width: 160, height: 113 };

function policyOf(options: SampleOptions) {
  return sampleInput(options).watermarkPolicy?.allowed;
}

describe('what may be written', () => {
  test('is any short text by the national rule, the purpose alone in Guangdong and at Tencent Cloud', () => {
    expect(policyOf({})).toBe('short');
    expect(policyOf({ region: '440000' })).toBe('filing-use-only');
    expect(policyOf({ provider: 'tencent-cloud' })).toBe('filing-use-only');
  });

  test('is nothing where no rule in force accepts it', () => {
    const input = { ...sampleInput({ options: wanted }), watermarkPolicy: null };
    expect(planPack(input, []).preflight.map(({ code }) => code)).toContain('watermark-not-accepted');
  });

  test('is nothing where a provider or a region takes none, whatever the other says', () => {
    const input = sampleInput({ options: wanted, region: '440000' });
    const none: RuleBook = {
      ...book,
      packLimits: {
        ...book.packLimits,
        watermarks: [{ provider: 'ucloud', allowed: 'none', sources: [] }],
      },
    };
    const rules = [...book.regions.get('440000')!.rules];
    const policy = watermarkPolicy(none, { on: input.on, provider: 'ucloud' }, rules)!;
    expect(policy.allowed).toBe('none');
    expect(watermarkFault('仅供备案使用', policy)).toBe('not-accepted');
    const codes = planPack({ ...input, watermarkPolicy: policy }, []).preflight.map(({ code }) => code);
    expect(codes).toContain('watermark-forbidden');
    expect(watermarkOf({ ...input, watermarkPolicy: policy }, 'cert-business-licence')).toBeNull();
    expect(watermarkOf(input, 'cert-business-licence')).toBe('仅供备案使用');
  });

  test('has a source for each provider that says it', () => {
    expect(book.packLimits.watermarks.map(({ provider }) => book.providers.has(provider))).not.toContain(
      false,
    );
    for (const { sources } of book.packLimits.watermarks) expect(sources.length).toBeGreaterThan(0);
  });
});

describe('where it stands', () => {
  test('is on nothing but background', async () => {
    const licence = await drawLicence(1600, 1131).jpeg({ quality: 90 }).toBuffer();
    const place = (await quietPlace(licence, paper, 10))!;
    const scale = 1600 / paper.width;
    const [left, top] = [(place.x - paper.x) * scale, (place.y - paper.y) * scale].map(Math.round);
    const [width, height] = [place.width * scale, place.height * scale].map(Math.round);
    const below = await sharp(licence)
      .extract({ left: left!, top: top!, width: width!, height: height! })
      .png()
      .toBuffer();
    const { channels } = await sharp(below).stats();
    for (const { min, max } of channels) expect(max - min).toBeLessThan(24);
    expect(place.width / place.height).toBeGreaterThan(6);
  });

  test('is nowhere on a picture full of print, and beside the person of a photo', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const full = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#fff', noise } })
      .resize(1600, 1200, { kernel: 'nearest' })
      .png()
      .toBuffer();
    expect(await quietPlace(full, paper, 10)).toBeNull();
    const person = await drawPhoto(900, 1200).png().toBuffer();
    const area = { x: 0, y: 0, width: 90, height: 120 };
    const place = (await quietPlace(person, area, 10))!;
    // The face is an ellipse around (45, 41) mm that reaches 15 mm to the sides and 19 mm up and down.
    const [left, top] = [45 - 15.3, 40.8 - 19.2];
    const isBeside =
      place.x >= 45 + 15.3 ||
      place.x + place.width <= left ||
      place.y >= 40.8 + 19.2 ||
      place.y + place.height <= top;
    expect(isBeside).toBe(true);
  });
});

describe('a pack with a watermark', () => {
  needsPdfTools();

  async function packOf(options: SampleOptions) {
    const folder = await tempFolder();
    await drawLicence(1754, 1240).jpeg({ quality: 90 }).toFile(join(folder, 'licence.jpg'));
    await drawCard('front').png().toFile(join(folder, 'front.png'));
    await drawPhoto().jpeg().toFile(join(folder, 'photo.jpg'));
    const documents = await Promise.all([
      documentOf(join(folder, 'licence.jpg'), 'cert-business-licence', 'entity'),
      documentOf(join(folder, 'front.png'), 'id-resident-front', 'principal'),
      documentOf(join(folder, 'photo.jpg'), 'photo-backdrop', 'service-owner'),
    ]);
    const manifest = await writePack(sampleInput({ documents, ...options }), join(folder, 'out'));
    const pdf = join(folder, 'out', 'pack.pdf');
    checkStructure(pdf);
    const page = (material: string) => manifest.contents.find((entry) => entry.material === material)!.page;
    return {
      codes: manifest.preflight.map(({ code }) => code),
      textOf: (material: string) => pageText(pdf, page(material)),
    };
  }
  const printed = words.replace(' ', '');

  test('has it on the copies of certificates, and on no photo', async () => {
    const { codes, textOf } = await packOf({ options: wanted });
    expect(textOf('cert-business-licence')).toContain(printed);
    expect(textOf('photo-backdrop')).not.toContain(printed);
    expect(codes).toContain('verified');
  });

  test('says the purpose alone where nothing else may be said', async () => {
    const { codes, textOf } = await packOf({ options: wanted, region: '440000' });
    expect(textOf('cert-business-licence')).toContain('仅供备案使用');
    expect(textOf('cert-business-licence')).not.toContain(printed);
    expect(codes).toContain('watermark-replaced');
  });

  test('is not the usual', async () => {
    const { textOf } = await packOf({});
    expect(textOf('cert-business-licence')).not.toContain('仅供');
  });
});
