import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { drawPdf } from '../main/packs/draw.ts';
import type { PackInput } from '../main/packs/input.ts';
import type { PictureMark, PictureRef } from '../main/packs/page.ts';
import { Pictures } from '../main/packs/pictures.ts';
import { planPack } from '../main/packs/plan.ts';
import { writePack } from '../main/packs/write.ts';
import { bare, drawFiles, inputOf, prepareJpegs, probe } from './pack-samples.ts';
import { median, printTable, timeMs, type Row } from './rows.ts';

const rounds = 5;
const wholeRounds = 3;
const photographs = 60;
/** Photographs of a telephone: 12 megapixels, about 3 MB, which providers take as they are. */
const photograph = { width: 3024, height: 4032, quality: 88, grain: 18, material: 'access-contract' };
const maxMemoryMb = 400;
const maxGrowth = 1.15;

/** A pack of 100 pages with 60 photographs against the bare work, and the memory of packs of 100 and of 500 pages. */
export async function run(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'beian-bench-'));
  try {
    const input = await packOf(folder, 100);
    const plan = planPack(input, await probe(input));
    const wanted = plan.pages.flatMap((page) =>
      page.marks.filter((mark): mark is PictureMark => mark.kind === 'picture'),
    );
    const pictures = new Pictures(input.documents);
    const prepare = () => prepareJpegs(pictures, wanted);
    const prepared = await prepare();
    const byFile = new Map(wanted.map(({ picture }, index) => [picture.document, prepared[index]!]));
    const ready = (ref: PictureRef) => Promise.resolve(byFile.get(ref.document)!);
    const drawing = { ...plan, ...input, entityName: '示例有限公司', title: '示例' };
    const target = (name: string, round: number) => join(folder, `${name}-${round}`);
    const [ours, placed]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds + 2; round++) {
      const one = await timeMs(() => drawPdf(drawing, ready, createWriteStream(target('ours', round))));
      const other = await timeMs(() => bare(prepared, wanted, target('placed', round)));
      // Both sides are warm before they are counted.
      if (round >= 2) [ours, placed].forEach((times, side) => times.push(side === 0 ? one : other));
    }
    const [whole, unseen, bareWhole]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < wholeRounds; round++) {
      whole.push(await timeMs(() => writePack(input, target('whole', round))));
      unseen.push(await timeMs(() => writePack(uninspected(input), target('unseen', round))));
      bareWhole.push(await timeMs(async () => bare(await prepare(), wanted, target('bare', round))));
      for (const name of ['whole', 'unseen']) await rm(target(name, round), { recursive: true });
    }
    await pictures.close();
    const memory = [await peaksMb(folder, input), await peaksMb(folder, await packOf(folder, 500))] as const;
    return report([ours, placed, whole, unseen, bareWhole].map(median), memory);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function uninspected(input: PackInput): PackInput {
  const documents = input.documents.map(({ inspected: _, ...document }) => document);
  return { ...input, documents };
}

/** 60 of every 100 pages are photographs, the others forms and lists. */
async function packOf(folder: string, pages: number): Promise<PackInput> {
  const count = (photographs / 100) * pages;
  const documents = await drawFiles(folder, { name: `photo-${pages}`, count, ...photograph });
  // Websites are added until their forms, and the lists that grow with them, fill the pack.
  let input = inputOf(documents, 1);
  const facts = documents.map(() => ({
    pages: [{ widthPx: photograph.width, heightPx: photograph.height, sizeMm: null, isColour: true }],
    failure: null,
  }));
  for (let websites = 2; planPack(input, facts).pages.length < pages; websites++)
    input = inputOf(documents, websites);
  return input;
}

interface Peaks {
  reading: number;
  writing: number;
  checking: number;
}

/** Largest memory, in MB, of a process that writes the pack and nothing else, in each of its phases. */
async function peaksMb(folder: string, input: PackInput): Promise<Peaks> {
  const file = join(folder, 'input.json');
  await writeFile(file, JSON.stringify(input));
  const script = resolve('bench/write-one-pack.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, file, join(folder, 'peak')]);
  await rm(join(folder, 'peak'), { recursive: true });
  return JSON.parse(stdout) as Peaks;
}

function report([ours, placed, whole, unseen, bareWhole]: number[], peaks: readonly [Peaks, Peaks]): Row[] {
  const [small, large] = peaks.map((phases) => Math.max(...Object.values(phases)));
  const info = (name: string, value: number, unit: string): Row => ({
    name,
    value,
    unit,
    goal: null,
    ok: null,
  });
  const atMost = (name: string, value: number, unit: string, limit: number): Row => ({
    name,
    value,
    unit,
    goal: `<= ${limit}`,
    ok: value <= limit,
  });
  return [
    info('100-page pack with 60 photographs, drawn from prepared images', ours!, 'ms'),
    info('pdfkit placing the same 60 prepared images bare', placed!, 'ms'),
    atMost('100-page pack drawn against pdfkit bare', ours! / placed!, 'x', 1.3),
    info('whole export of it: hashing, images, PDF, upload set, reading back', whole!, 'ms'),
    info('the same of files that nobody has inspected: each is decoded once more', unseen!, 'ms'),
    info('sharp preparing and pdfkit placing the images bare', bareWhole!, 'ms'),
    atMost('whole export against sharp and pdfkit bare', whole! / bareWhole!, 'x', 1.2),
    atMost('peak memory of a process writing 100 pages', small!, 'MB', maxMemoryMb),
    atMost('peak memory of a process writing 500 pages', large!, 'MB', maxMemoryMb),
    atMost('peak memory, 500 pages against 100', large! / small!, 'x', maxGrowth),
    ...peaks.flatMap(({ reading, writing, checking }, index) => {
      const of = index === 0 ? '100 pages' : '500 pages';
      return [
        info(`${of}, while the files are read`, reading, 'MB'),
        info(`${of}, while pages are drawn and uploads made`, writing, 'MB'),
        info(`${of}, while the file is read back`, checking, 'MB'),
      ];
    }),
  ];
}

if (process.argv[1] === import.meta.filename) printTable(await run());
