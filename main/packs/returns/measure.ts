import { Writable } from 'node:stream';
import { readHeader } from '../../images/decode.ts';
import type { Point } from '../../images/homography.ts';
import { openFile, type OpenedFile } from '../../images/open-file.ts';
import { openPdf } from '../../images/pdf-pages.ts';
import { pagePicture } from '../../images/preview.ts';
import { lumaOf, type Raster } from '../../images/raster.ts';
import { Refusal } from '../../images/refusal.ts';
import { pause, type WorkContext } from '../../workers/task.ts';
import { drawPdf } from '../draw.ts';
import type { FontFiles } from '../fonts.ts';
import { paper, type Page } from '../page.ts';
import { readCodes, type FoundCode, type GreyPicture } from './barcode.ts';
import type { FormCode, ReturnedPage } from './facts.ts';
import { codeArea, parseFormCode } from './form-code.ts';
import { registerPage } from './register.ts';
import { measureZone } from './zones.ts';

export interface ScannedFile {
  /** Absolute path of the bytes. */
  file: string;
  fileName: string;
}

/** A page of a scan on which one of our codes was read. */
export interface CodedPage {
  /** From 1. */
  page: number;
  code: FormCode;
  /** Corners of the code in fractions of the picture, clockwise from the upper left one. */
  corners: Point[];
}

/** Long sides the code is looked for at: a scan of A4 at 200 dpi first, then a photograph of a page on a desk. */
const readingSidesPx = [2400, 4200];
/** Long side at which ink is measured. */
const measuringSidePx = 2400;
/** Below this the page is not laid over its form: folded, covered or another sheet. */
const minFound = 0.6;

/** The codes on the pages of a file; none for a file that cannot be read. */
export async function findCodes(
  { file, fileName }: ScannedFile,
  context: WorkContext = {},
): Promise<CodedPage[]> {
  const found: CodedPage[] = [];
  try {
    const opened = await openFile(file, fileName);
    const pages = await pageCount(opened);
    for (let page = 1; page <= pages; page++) {
      const coded = await codeOfPage(opened, page, context);
      if (coded) found.push(coded);
      context.onProgress?.({ done: page, total: pages });
    }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
  }
  return found;
}

async function codeOfPage(opened: OpenedFile, page: number, context: WorkContext): Promise<CodedPage | null> {
  let longSide = 0;
  for (const sidePx of readingSidesPx) {
    const picture = greyOf(await rasterOf(opened, page, sidePx));
    if (Math.max(picture.width, picture.height) === longSide) break;
    longSide = Math.max(picture.width, picture.height);
    await pause(context);
    for (const { content, corners } of await readCodes(picture)) {
      const code = parseFormCode(content);
      if (code) return { page, code, corners: fractions(corners, picture) };
    }
  }
  return null;
}

function fractions(corners: FoundCode['corners'], { width, height }: GreyPicture): Point[] {
  return corners.map(({ x, y }) => ({ x: x / width, y: y / height }));
}

export interface MeasureReturnsInput extends ScannedFile {
  pages: (CodedPage & {
    /** The page as it was printed; `null` when that is not known here. */
    printed: Page | null;
  })[];
  fonts: FontFiles;
}

/** Lays each page over the form it was printed as and measures the ink in its fields. Heavy: run it in a worker. */
export async function measureReturns(
  { file, fileName, pages, fonts }: MeasureReturnsInput,
  context: WorkContext = {},
): Promise<ReturnedPage[]> {
  const opened = await openFile(file, fileName);
  const measured: ReturnedPage[] = [];
  for (const { page, code, corners, printed } of pages) {
    const seen = printed ? await seePage(opened, page, corners, printed, fonts) : null;
    measured.push({ page, code, seen });
    context.onProgress?.({ done: measured.length, total: pages.length });
    await pause(context);
  }
  return measured;
}

async function seePage(
  opened: OpenedFile,
  page: number,
  corners: Point[],
  printed: Page,
  fonts: FontFiles,
): Promise<ReturnedPage['seen']> {
  const scan = await rasterOf(opened, page, measuringSidePx);
  const form = greyOf(await drawPage(printed, fonts));
  const perMm = form.width / paper.widthMm;
  const inScan = corners.map(({ x, y }) => ({ x: x * scan.width, y: y * scan.height }));
  const { toScan, found, outside } = registerPage(form, perMm, greyOf(scan), codeCorners, inScan);
  const zones =
    found + outside < minFound
      ? null
      : printed.zones.map((zone) => measureZone(zone, form, perMm, scan, toScan));
  return { found: share(found), outside: share(outside), zones };
}

const share = (value: number) => Math.round(value * 1000) / 1000;

const codeCorners: Point[] = [
  { x: codeArea.x, y: codeArea.y },
  { x: codeArea.x + codeArea.width, y: codeArea.y },
  { x: codeArea.x + codeArea.width, y: codeArea.y + codeArea.height },
  { x: codeArea.x, y: codeArea.y + codeArea.height },
];

/** The form alone, as its page of the pack was drawn. */
async function drawPage(printed: Page, fonts: FontFiles): Promise<Raster> {
  const chunks: Buffer[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const drawing = { outline: [], fonts, entityName: '', title: '', on: '2000-01-01', draft: false };
  const noPicture = () => Promise.reject(new Error('forms hold no pictures'));
  await drawPdf({ ...drawing, pages: [printed] }, noPicture, out);
  const pdf = await openPdf({ fileName: 'form.pdf', format: 'pdf', bytes: Buffer.concat(chunks) });
  try {
    return await pdf.render(1);
  } finally {
    pdf.close();
  }
}

async function pageCount(opened: OpenedFile): Promise<number> {
  if (opened.format !== 'pdf') return (await readHeader(opened)).pages;
  const pdf = await openPdf(opened);
  pdf.close();
  return pdf.pages;
}

async function rasterOf(opened: OpenedFile, page: number, sidePx: number): Promise<Raster> {
  const { data, info } = await (
    await pagePicture(opened, page)
  )
    .flatten({ background: '#fff' })
    .resize({ width: sidePx, height: sidePx, fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw new Refusal('files.damaged', { fileName: opened.fileName }, { cause });
    });
  return { width: info.width, height: info.height, rgb: data };
}

function greyOf(raster: Raster): GreyPicture {
  const { width, height, data } = lumaOf(raster);
  return { width, height, luma: Uint8Array.from(data) };
}
