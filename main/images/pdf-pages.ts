import type { PDFiumDocument, PDFiumImageObject, PDFiumPage } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { opaqueBorder, type DecodedPage } from './decode.ts';
import { demandPixelLimit, hardLimits, type OpenedFile } from './open-file.ts';
import { pdfEngine } from './pdf-engine.ts';
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

export interface PdfFile {
  pages: number;
  /** `page` counts from 1; the copy that is checked is at most `sidePx` long. */
  decode(page: number, sidePx: number): Promise<DecodedPage>;
  /** The page as drawn, as coarse as its longest side demands; without `dpi` as the checks see it. */
  render(page: number, at?: { dpi: number }): Promise<Raster>;
  /** Resolution of the one picture a scanned page consists of; `null` for other pages. */
  scanDpi(page: number): Promise<number | null>;
  close(): void;
}

/**
 * @param maxPages more are refused
 * @throws Refusal
 */
export async function openPdf(opened: OpenedFile, maxPages: number = hardLimits.maxPages): Promise<PdfFile> {
  const { fileName } = opened;
  const engine = await pdfEngine();
  const document = await engine.library.loadDocument(opened.bytes).catch((cause: unknown) => {
    throw engine.hasRunOut() ? tooHeavy(fileName, cause) : loadRefusal(opened, cause);
  });
  const pages = document.getPageCount();
  if (pages === 0) throw new Refusal('files.damaged', { fileName });
  if (pages > maxPages) {
    document.destroy();
    throw new Refusal('files.too-many-pages', { fileName, pages, maxPages });
  }
  let isBroken = false;

  /** Whatever goes wrong inside the engine may have broken it: the next file gets a new one. */
  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof Refusal) throw cause;
      isBroken = true;
      throw engine.hasRunOut()
        ? tooHeavy(fileName, cause)
        : new Refusal('files.damaged', { fileName }, { cause });
    }
  }

  return {
    pages,
    decode: (page, sidePx) => guarded(() => decodePdfPage(document, page, sidePx, fileName)),
    render: (page, at) => guarded(() => draw(document.getPage(page - 1), at?.dpi)),
    scanDpi: (page) => guarded(() => scanDpi(document.getPage(page - 1), fileName)),
    close: () => {
      if (!isBroken) document.destroy();
      if (isBroken || engine.isLarge()) engine.discard();
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

function tooHeavy(fileName: string, cause: unknown): Refusal {
  return new Refusal('files.needs-too-much-memory', { fileName }, { cause });
}

async function decodePdfPage(
  document: PDFiumDocument,
  number: number,
  sidePx: number,
  fileName: string,
): Promise<DecodedPage> {
  const page = document.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  // Drawing closes the page, so its objects are looked at before.
  const scan = await scanSize(page, originalWidth / originalHeight, fileName);
  const drawn = await draw(page);
  const { data, info } = await sharp(drawn.rgb, {
    raw: { width: drawn.width, height: drawn.height, channels: 3 },
  })
    .resize({ width: sidePx, height: sidePx, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const size = scan ?? drawn;
  return {
    widthPx: size.width,
    heightPx: size.height,
    raster: { width: info.width, height: info.height, rgb: data },
    grey: null,
    orientation: null,
    densityDpi: null,
    isStoredGrey: false,
    border: opaqueBorder,
    pageMm: { width: toMm(originalWidth), height: toMm(originalHeight) },
  };
}

const toMm = (points: number) => (points / pointsPerInch) * mmPerInch;

/** @param wantedDpi never more than twice of what the checks see: an A4 page then has 300 dpi and some to spare */
async function draw(page: PDFiumPage, wantedDpi = renderDpi): Promise<Raster> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const longInches = Math.max(originalWidth, originalHeight) / pointsPerInch;
  const maxSidePx = wantedDpi > renderDpi ? 2 * maxRenderSidePx : maxRenderSidePx;
  const dpi = Math.min(wantedDpi, maxSidePx / longInches);
  const { data, width, height } = await page.render({ scale: dpi / pointsPerInch, renderFormFields: true });
  if (width === 0 || height === 0) throw new Error('the page has no size');
  return { width, height, rgb: withoutAlpha(data) };
}

async function scanDpi(page: PDFiumPage, fileName: string): Promise<number | null> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scan = await scanSize(page, originalWidth / originalHeight, fileName);
  return scan && (scan.width / originalWidth) * pointsPerInch;
}

/**
 * Pixels of the picture a page consists of, when it is one picture and nothing else, as scanners write it.
 * Otherwise `null`: a drawn page has no resolution of its own.
 *
 * @throws Refusal `files.too-many-pixels`, before the engine unpacks such a picture
 */
async function scanSize(page: PDFiumPage, proportion: number, fileName: string) {
  if (page.getObjectCount() > maxSearchedObjects) return null;
  const objects = [...page.objects()];
  const sizes = await Promise.all(objects.filter((object) => object.type === 'image').map(pictureSize));
  for (const size of sizes) if (size) demandPixelLimit(fileName, size.width, size.height);
  const [only] = sizes;
  if (!only || sizes.length > 1 || objects.some(({ type }) => type === 'path' || type === 'text'))
    return null;
  const isTurned = only.width > only.height !== proportion > 1;
  const size = isTurned ? { width: only.height, height: only.width } : only;
  const fills = Math.abs(Math.log(size.width / size.height / proportion)) < 0.1;
  return fills ? size : null;
}

/** `null` for a picture without data, which the engine leaves out. */
async function pictureSize(picture: PDFiumImageObject): Promise<{ width: number; height: number } | null> {
  const { width, height } = await picture.getImageDataRaw().catch(() => ({ width: 0, height: 0 }));
  return width > 0 && height > 0 ? { width, height } : null;
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
