import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { drawPdf } from '../main/packs/draw.ts';
import { findFonts } from '../main/packs/fonts.ts';
import { packInput, type PackDocument, type PackInput } from '../main/packs/input.ts';
import type { PictureMark, PictureRef } from '../main/packs/page.ts';
import { Pictures } from '../main/packs/pictures.ts';
import { planPack } from '../main/packs/plan.ts';
import { writePack } from '../main/packs/write.ts';
import { loadRuleBook } from '../main/rules/book.ts';
import { median, printTable, timeMs, type Row } from './rows.ts';

const rounds = 15;
const warmRounds = 3;
/** Scans that make a pack of 30 pages together with cover, contents, signing sheet and two forms. */
const scans = 24;
const maxRatio = 1.5;

/**
 * A pack of 30 pages with 24 scanned A4 pages, against pdfkit placing the same prepared images on bare pages, and
 * against sharp and pdfkit doing only that from the original files.
 */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'beian-bench-'));
  try {
    const input = inputOf(await drawScans(folder));
    const files = await probe(input);
    const plan = planPack(input, files);
    const wanted = plan.pages.flatMap((page) =>
      page.marks.filter((mark): mark is PictureMark => mark.kind === 'picture'),
    );
    if (plan.pages.length !== 30) throw new Error(`the pack has ${plan.pages.length} pages`);

    const pictures = new Pictures(input.documents);
    const prepare = () => inTwos(wanted, ({ picture, area }) => pictures.forPrint(picture, area));
    const prepared = await prepare();
    const byScan = new Map(wanted.map(({ picture }, index) => [picture.document, prepared[index]!]));
    const ready = (ref: PictureRef) => Promise.resolve(byScan.get(ref.document)!);
    const drawing = {
      pages: plan.pages,
      outline: plan.outline,
      fonts: input.fonts,
      entityName: '示例有限公司',
      title: '示例',
      on: input.on,
      draft: false,
    };
    const times = {
      ours: [] as number[],
      bare: [] as number[],
      whole: [] as number[],
      bareWhole: [] as number[],
    };
    const target = (name: string, round: number) => join(folder, `${name}-${round}`);
    // A worker writes many packs: its first is told apart, and both sides are warm before the others are counted.
    const first = await timeMs(() => drawPdf(drawing, ready, createWriteStream(target('first', 0))));
    for (let round = 0; round < warmRounds; round++) {
      await drawPdf(drawing, ready, createWriteStream(target('warm', round)));
      await bare(prepared, wanted, target('warm-bare', round));
    }
    for (let round = 0; round < rounds; round++) {
      times.ours.push(
        await timeMs(() => drawPdf(drawing, ready, createWriteStream(`${target('ours', round)}.pdf`))),
      );
      times.bare.push(await timeMs(() => bare(prepared, wanted, `${target('bare', round)}.pdf`)));
    }
    for (let round = 0; round < 3; round++) {
      times.whole.push(await timeMs(() => writePack(input, target('whole', round))));
      times.bareWhole.push(
        await timeMs(async () => bare(await prepare(), wanted, `${target('bare-whole', round)}.pdf`)),
      );
    }
    const { size } = await stat(`${target('ours', 0)}.pdf`);
    await pictures.close();
    return report(times, first, size);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function report(
  times: Record<'ours' | 'bare' | 'whole' | 'bareWhole', number[]>,
  first: number,
  bytes: number,
): Row[] {
  const info = (name: string, value: number, unit: string): Row => ({
    name,
    value,
    unit,
    goal: null,
    ok: null,
  });
  const ratio = (name: string, value: number): Row => ({
    name,
    value,
    unit: 'x',
    goal: `<= ${maxRatio}`,
    ok: value <= maxRatio,
  });
  return [
    info('30-page pack, size of the file', bytes / 1e6, 'MB'),
    info('30-page pack, the first of a worker: fonts are parsed', first, 'ms'),
    info('30-page pack, all pages drawn and written', median(times.ours), 'ms'),
    info('pdfkit placing the same 24 prepared images bare', median(times.bare), 'ms'),
    ratio('30-page pack against pdfkit bare', median(times.ours) / median(times.bare)),
    info('whole export: probing, images, PDF, upload set, reading back', median(times.whole), 'ms'),
    info('sharp preparing and pdfkit placing the images bare', median(times.bareWhole), 'ms'),
    ratio('whole export against sharp and pdfkit bare', median(times.whole) / median(times.bareWhole)),
  ];
}

/** Two at a time, as the pack prepares them. */
async function inTwos<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += 2) {
    results.push(...(await Promise.all(items.slice(at, at + 2).map(work))));
  }
  return results;
}

async function bare(images: Buffer[], marks: PictureMark[], file: string): Promise<void> {
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

async function probe(input: PackInput) {
  const pictures = new Pictures(input.documents);
  const files = [];
  for (const index of input.documents.keys()) files.push(await pictures.probe(index));
  await pictures.close();
  return files;
}

/** A4 at 300 dpi in colour, with paper grain so that they compress like scans. */
async function drawScans(folder: string): Promise<PackDocument[]> {
  const [width, height] = [2480, 3508];
  const lines = Array.from(
    { length: 60 },
    (_, row) =>
      `<rect x="250" y="${300 + row * 50}" width="${1200 + ((row * 397) % 800)}" height="18" fill="#222"/>`,
  ).join('');
  const page = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#faf8f0"/>${lines}<circle cx="1800" cy="3000" r="240" fill="none" stroke="#c81e1e" stroke-width="30"/></svg>`,
    ),
  )
    .png()
    .toBuffer();
  const grain = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 70 },
    },
  })
    .png()
    .toBuffer();
  const scan = await sharp(page)
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 85 })
    .toBuffer();
  const documents: PackDocument[] = [];
  for (let index = 0; index < scans; index++) {
    const file = join(folder, `scan-${index}.jpg`);
    await sharp(scan)
      .composite([{ input: stamp(index), left: 100, top: 100 }])
      .jpeg({ quality: 85 })
      .toFile(file);
    documents.push({
      file,
      fileName: `scan-${index}.jpg`,
      sha256: String(index).padStart(64, '0'),
      mediaType: 'image/jpeg',
      bytes: (await stat(file)).size,
      material: 'access-contract',
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

function inputOf(documents: PackDocument[]): PackInput {
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
      },
    },
    evaluation: { findings: [], materials: [{ material: 'form-poa-owner', ...demand }], unchecked: [] },
    documents,
    draft: false,
    options: { twoSided: false, separators: false },
    on: '2026-11-21',
    fonts: findFonts(),
  });
}

if (process.argv[1] === import.meta.filename) printTable(await run());
