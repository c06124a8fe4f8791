import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { findFonts } from '../main/packs/fonts.ts';
import { packInput, type PackDocument, type PackInput } from '../main/packs/input.ts';
import type { PictureMark } from '../main/packs/page.ts';
import { Pictures } from '../main/packs/pictures.ts';
import { loadRuleBook } from '../main/rules/book.ts';

/** Two at a time, as the pack prepares them. */
async function inTwos<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += 2) {
    results.push(...(await Promise.all(items.slice(at, at + 2).map(work))));
  }
  return results;
}

/** The JPEGs of placed pictures, of which none is a PDF's page. */
export function prepareJpegs(pictures: Pictures, marks: PictureMark[]): Promise<Buffer[]> {
  return inTwos(marks, async ({ picture, area }) => {
    const prepared = await pictures.forPrint(picture, area);
    if (!Buffer.isBuffer(prepared)) throw new Error('a sample is no image');
    return prepared;
  });
}

/** pdfkit placing prepared images on pages of their own, and nothing else. */
export async function bare(images: Buffer[], marks: PictureMark[], file: string): Promise<void> {
  const points = (mm: number) => (mm / 25.4) * 72;
  const document = new PDFDocument({ size: 'A4', autoFirstPage: false });
  const out = createWriteStream(file);
  document.pipe(out);
  images.forEach((image, index) => {
    const { x, y, width, height } = marks[index]!.area;
    document.addPage();
    document.image(image, points(x), points(y), { width: points(width), height: points(height) });
  });
  document.end();
  await once(out, 'finish');
}

export async function probe(input: PackInput) {
  const pictures = new Pictures(input.documents);
  const files = [];
  for (const index of input.documents.keys()) files.push(await pictures.probe(index));
  await pictures.close();
  return files;
}

interface Drawing {
  name: string;
  count: number;
  width: number;
  height: number;
  quality: number;
  /** Standard deviation of its noise, of 255. */
  grain: number;
  material: string;
}

/** Files of different pictures: text, a seal, and grain so that they compress like scans and photographs do. */
export async function drawFiles(folder: string, { name, count, ...how }: Drawing): Promise<PackDocument[]> {
  const { width, height, quality, material, grain: sigma } = how;
  const lines = Array.from(
    { length: 60 },
    (_, row) =>
      `<rect x="${width * 0.1}" y="${height * (0.085 + row * 0.0143)}" width="${width * (0.48 + ((row * 397) % 800) / 2480)}" height="${height * 0.005}" fill="#222"/>`,
  ).join('');
  const page = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#faf8f0"/>${lines}<circle cx="${width * 0.72}" cy="${height * 0.855}" r="${width * 0.1}" fill="none" stroke="#c81e1e" stroke-width="30"/></svg>`,
    ),
  )
    .png({ compressionLevel: 1 })
    .toBuffer();
  const noise = { type: 'gaussian', mean: 128, sigma } as const;
  const grain = await sharp({ create: { width, height, channels: 3, background: '#fff', noise } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const base = await sharp(page)
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality })
    .toBuffer();
  const documents: PackDocument[] = [];
  for (let index = 0; index < count; index++) {
    const file = join(folder, `${name}-${index}.jpg`);
    // Ten different pictures are enough: nothing remembers one.
    if (index < 10) {
      await sharp(base)
        .composite([{ input: stamp(index), left: 100, top: 100 }])
        .jpeg({ quality })
        .toFile(file);
    } else await copyFile(join(folder, `${name}-${index % 10}.jpg`), file);
    const bytes = await readFile(file);
    documents.push({
      file,
      fileName: `${name}-${index}.jpg`,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: 'image/jpeg',
      bytes: bytes.length,
      // As a stored filing knows its attachments when its pack is made.
      inspected: [{ widthPx: width, heightPx: height, isColour: true }],
      material,
      owner: 'entity',
      attachmentId: null,
      issuedOn: null,
    });
  }
  return documents;
}

function stamp(index: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="rgb(${index * 10},80,160)"/></svg>`,
  );
}

/** A filing with that many websites: each has a verification form. */
export function inputOf(documents: PackDocument[], websites = 1): PackInput {
  const book = loadRuleBook(resolve(import.meta.dirname, '../resources'));
  const demand = {
    required: true,
    attached: false,
    owner: null,
    alternatives: [],
    ruleIds: ['310000-owner-letter'],
  };
  return packInput(book, {
    factsFile: {
      region: '310000',
      entityGroup: 'enterprise',
      filing: 'first',
      service: 'website',
      provider: 'huawei-cloud',
      facts: {
        'entity.name': '上海示例科技有限公司',
        'entity.certificate.number': '91310000MA1FL00A1X',
        'legalRepresentative.name': '林望舒',
        'serviceOwner.name': '周知远',
        'service.name': '示例网',
        'domain.name': 'example.cn',
        'order.services': Array.from({ length: websites }, (_, index) => ({
          type: 'website',
          name: `示例网${index}`,
          domain: `example${index}.cn`,
          domains: [],
        })),
      },
    },
    evaluation: { findings: [], materials: [{ material: 'form-poa-owner', ...demand }], unchecked: [] },
    documents,
    draft: false,
    options: { twoSided: false, separators: false, watermark: null },
    on: '2026-11-21',
    fonts: findFonts(),
  });
}
