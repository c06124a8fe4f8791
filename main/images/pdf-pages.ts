import { PDFiumLibrary, type PDFiumDocument, type PDFiumPage } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { opaqueBorder, workSidePx, type DecodedPage } from './decode.ts';
import { hardLimits, type OpenedFile } from './open-file.ts';
import type { Raster } from './raster.ts';
import { Refusal } from './refusal.ts';
import { endsEarly } from './sniff.ts';

const pointsPerInch = 72;
const mmPerInch = 25.4;
/** Enough for every check of an A4 page; larger pages are drawn coarser. */
const renderDpi = 150;
const maxRenderSidePx = 2600;
/** A page with more objects than this is drawn but not searched for its scan. */
const maxSearchedObjects = 40;

/** One engine per thread. Thrown away when a file breaks it; its memory goes with the thread. */
let engine: Promise<PDFiumLibrary> | null = null;

export interface PdfFile {
  pages: number;
  /** `page` counts from 1. */
  decode(page: number): Promise<DecodedPage>;
  /** The page as drawn, at most `maxRenderSidePx` long. */
  render(page: number): Promise<Raster>;
  close(): void;
}

/** @throws Refusal */
export async function openPdf(opened: OpenedFile): Promise<PdfFile> {
  const { fileName } = opened;
  engine ??= PDFiumLibrary.init();
  const library = await engine;
  const document = await library.loadDocument(opened.bytes).catch((cause: unknown) => {
    throw loadRefusal(opened, cause);
  });
  const pages = document.getPageCount();
  if (pages === 0) throw new Refusal('files.damaged', { fileName });
  if (pages > hardLimits.maxPages) {
    document.destroy();
    throw new Refusal('files.too-many-pages', { fileName, pages, maxPages: hardLimits.maxPages });
  }
  return {
    pages,
    decode: (page) => guarded(fileName, () => decodePdfPage(document, page)),
    render: (page) => guarded(fileName, () => draw(document.getPage(page - 1))),
    close: () => {
      // After a crash the document went with its engine.
      if (engine !== null) document.destroy();
    },
  };
}

function loadRefusal(opened: OpenedFile, cause: unknown): Refusal {
  const { fileName } = opened;
  const reason = cause instanceof Error ? cause.message : '';
  if (/password|security/i.test(reason))
    return new Refusal('files.password-protected', { fileName }, { cause });
  if (endsEarly('pdf', opened.bytes)) return new Refusal('files.truncated', { fileName }, { cause });
  return new Refusal('files.not-a-pdf', { fileName }, { cause });
}

/** Whatever goes wrong inside the engine may have broken it: the next file gets a new one. */
async function guarded<T>(fileName: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    engine = null;
    throw new Refusal('files.damaged', { fileName }, { cause });
  }
}

async function decodePdfPage(document: PDFiumDocument, number: number): Promise<DecodedPage> {
  const page = document.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  // Drawing closes the page, so its objects are looked at before.
  const scan = await scanSize(page, originalWidth / originalHeight);
  const drawn = await draw(page);
  const { data, info } = await sharp(drawn.rgb, {
    raw: { width: drawn.width, height: drawn.height, channels: 3 },
  })
    .resize({ width: workSidePx, height: workSidePx, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const size = scan ?? drawn;
  return {
    widthPx: size.width,
    heightPx: size.height,
    raster: { width: info.width, height: info.height, rgb: data },
    orientation: null,
    densityDpi: null,
    isStoredGrey: false,
    border: opaqueBorder,
    pageMm: { width: toMm(originalWidth), height: toMm(originalHeight) },
  };
}

const toMm = (points: number) => (points / pointsPerInch) * mmPerInch;

async function draw(page: PDFiumPage): Promise<Raster> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const longInches = Math.max(originalWidth, originalHeight) / pointsPerInch;
  const dpi = Math.min(renderDpi, maxRenderSidePx / longInches);
  const { data, width, height } = await page.render({ scale: dpi / pointsPerInch, renderFormFields: true });
  return { width, height, rgb: withoutAlpha(data) };
}

/**
 * Pixels of the picture a page consists of, when it is one picture and nothing else, as scanners write it.
 * Otherwise `null`: a drawn page has no resolution of its own.
 */
async function scanSize(page: PDFiumPage, proportion: number) {
  if (page.getObjectCount() > maxSearchedObjects) return null;
  const objects = [...page.objects()];
  const images = objects.filter((object) => object.type === 'image');
  if (images.length !== 1 || objects.some(({ type }) => type === 'path' || type === 'text')) return null;
  const { width, height } = await images[0]!.getImageDataRaw();
  const isTurned = width > height !== proportion > 1;
  const size = isTurned ? { width: height, height: width } : { width, height };
  const fills = Math.abs(Math.log(size.width / size.height / proportion)) < 0.1;
  return fills ? size : null;
}

/** The engine's bitmaps are red, green, blue, alpha, whatever the name of their format says. */
function withoutAlpha(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from]!;
    rgb[to + 1] = rgba[from + 1]!;
    rgb[to + 2] = rgba[from + 2]!;
  }
  return rgb;
}
