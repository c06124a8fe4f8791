import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawPdf } from '../main/packs/draw.ts';
import type { PictureMark, PictureRef } from '../main/packs/page.ts';
import { Pictures } from '../main/packs/pictures.ts';
import { planPack } from '../main/packs/plan.ts';
import { writePack } from '../main/packs/write.ts';
import { bare, drawFiles, inputOf, prepareJpegs, probe } from './pack-samples.ts';
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
    const scan = { name: 'scan', count: scans, width: 2480, height: 3508, quality: 85, grain: 70 };
    const input = inputOf(await drawFiles(folder, { ...scan, material: 'access-contract' }));
    const files = await probe(input);
    const plan = planPack(input, files);
    const wanted = plan.pages.flatMap((page) =>
      page.marks.filter((mark): mark is PictureMark => mark.kind === 'picture'),
    );
    if (plan.pages.length !== 30) throw new Error(`the pack has ${plan.pages.length} pages`);

    const pictures = new Pictures(input.documents);
    const prepare = () => prepareJpegs(pictures, wanted);
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

if (process.argv[1] === import.meta.filename) printTable(await run());
