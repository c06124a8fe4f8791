import { readFile } from 'node:fs/promises';
import type { PDFiumDocument } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { measureColour } from '../images/colour.ts';
import { sha256Of } from '../store/sha256.ts';
import { labOf } from '../images/lab.ts';
import { hardLimits } from '../images/open-file.ts';
import { pdfEngine, type PdfEngine } from '../images/pdf-engine.ts';
import type { PictureReason } from '../../preload/messages/packs.ts';
import type { Area, PictureRef } from './page.ts';
import type { PackDocument } from './input.ts';
import { PageCopier, type VectorPage } from './vectors/page-copier.ts';
import { copyWithPdfium } from './vectors/pdfium-copy.ts';
import { Unfit } from './vectors/unfit.ts';

/** One page of a file as it stands upright. */
export interface PageFacts {
  widthPx: number;
  heightPx: number;
  /** Size on paper where the file says so (PDF), in millimetres. */
  sizeMm: { width: number; height: number } | null;
  isColour: boolean;
  /** Why a page of a PDF is printed as a picture of it; absent where it is printed as it is. */
  asPictureBecause?: PictureReason;
}

/** What is printed of one page of a file: pixels, or a PDF's page as it is. */
export type Picture = Buffer | VectorPicture;

export interface VectorPicture {
  page: VectorPage;
  /** A small picture of it. */
  look: () => Promise<Buffer>;
}

/** `pages` is empty when the file cannot be read; `failure` says why. */
export interface FileFacts {
  pages: PageFacts[];
  failure: 'unreadable' | 'too-large' | null;
}

/** What an image is printed at; more is only bytes. */
export const printDpi = 300;
/** Pages of a PDF are drawn at this resolution of the paper. */
const pdfDpi = 250;
/** At how many dots per inch a page is printed at most. */
export function dpiFor({ sizeMm }: PageFacts): number {
  return sizeMm ? pdfDpi : printDpi;
}
const printQuality = 90;
/** Whether a page is printed as the PDF has it. */
export function isVector({ sizeMm, asPictureBecause }: PageFacts): boolean {
  return sizeMm !== null && asPictureBecause === undefined;
}
/** Enough to see where a page is empty. */
const lookPx = { width: 480, height: 680 };

const thumbnailPx = 320;
const pdfThumbnailScale = 0.6;

const readOptions = {
  failOn: 'truncated',
  limitInputPixels: hardLimits.maxPixels,
  sequentialRead: true,
} as const;

interface OpenPdf {
  index: number;
  engine: PdfEngine;
  document: PDFiumDocument;
  /** Takes over its pages as they are, or says why none can be. */
  copier: PageCopier | PictureReason;
}

/** Reads the attached files: what they hold, and their pixels at a printed size. Close it to free what is open. */
export class Pictures {
  readonly #documents: readonly PackDocument[];
  #open: OpenPdf | null = null;
  /** The engine draws one page at a time. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(documents: readonly PackDocument[]) {
    this.#documents = documents;
  }

  /** Decodes every page once, small, unless it has been inspected: a file that is cut short shows here. */
  async probe(index: number): Promise<FileFacts> {
    const { mediaType, file, sha256, inspected } = this.#documents[index]!;
    try {
      if (inspected && (await sha256Of(await readFile(file))) === sha256)
        return { pages: inspected.map((page) => ({ ...page, sizeMm: null })), failure: null };
      if (mediaType === 'application/pdf') return await this.#exclusively(() => this.#probePdf(index));
      const { autoOrient, pages = 1 } = await sharp(file, readOptions).metadata();
      const isTiff = mediaType === 'image/tiff';
      const count = isTiff ? Math.min(pages, hardLimits.maxPages) : 1;
      const facts: PageFacts[] = [];
      for (let page = 0; page < count; page++) {
        const options = isTiff ? { ...readOptions, page } : readOptions;
        const size = page === 0 ? autoOrient : (await sharp(file, options).metadata()).autoOrient;
        const isColour = await hasColour(sharp(file, options));
        facts.push({ widthPx: size.width, heightPx: size.height, sizeMm: null, isColour });
      }
      return { pages: facts, failure: null };
    } catch (cause) {
      const isTooLarge = cause instanceof Error && /pixel limit/.test(cause.message);
      return { pages: [], failure: isTooLarge ? 'too-large' : 'unreadable' };
    }
  }

  /**
   * One page for that area of the paper: a PDF's as it is if it can be taken over, else a JPEG of at most `printDpi`,
   * never of more pixels than there are.
   */
  async forPrint(ref: PictureRef, area: Area): Promise<Picture> {
    const limit = (dpi: number) => ({
      width: Math.round((area.width / 25.4) * dpi),
      height: Math.round((area.height / 25.4) * dpi),
    });
    const { mediaType } = this.#documents[ref.document]!;
    if (mediaType === 'application/pdf') {
      const page = await this.#exclusively(async () =>
        vectorPage(await this.#openPdf(ref.document), ref.page),
      );
      if (typeof page === 'string') return asPrintJpeg(await this.drawPdf(ref, limit(pdfDpi)));
      return { page, look: async () => asPrintJpeg(await this.drawPdf(ref, lookPx)) };
    }
    const upright = this.upright(ref).resize({ ...limit(printDpi), fit: 'inside', withoutEnlargement: true });
    return asPrintJpeg(upright);
  }

  /** An image as it should be looked at: turned upright, on white, in sRGB, without its metadata. */
  upright({ document, page }: PictureRef): Sharp {
    const { file, mediaType } = this.#documents[document]!;
    const options = mediaType === 'image/tiff' ? { ...readOptions, page } : readOptions;
    return sharp(file, options).autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb');
  }

  /** One page of a PDF, drawn to fit those pixels. */
  async drawPdf({ document, page }: PictureRef, fit: { width: number; height: number }): Promise<Sharp> {
    return this.#exclusively(async () => {
      const source = (await this.#openPdf(document)).document.getPage(page);
      const { originalWidth, originalHeight } = source.getOriginalSize();
      return drawn(source, Math.min(fit.width / originalWidth, fit.height / originalHeight));
    });
  }

  async close(): Promise<void> {
    await this.#queue.catch(() => undefined);
    this.#closePdf();
  }

  async #probePdf(index: number): Promise<FileFacts> {
    const open = await this.#openPdf(index);
    const { document } = open;
    const count = document.getPageCount();
    if (count > hardLimits.maxPages) return { pages: [], failure: 'too-large' };
    if (count === 0) return { pages: [], failure: 'unreadable' };
    const pages: PageFacts[] = [];
    for (let number = 0; number < count; number++) {
      const page = document.getPage(number);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const sizeMm = { width: (originalWidth / 72) * 25.4, height: (originalHeight / 72) * 25.4 };
      const isColour = await hasColour(await drawn(page, pdfThumbnailScale));
      const px = (mm: number) => Math.round((mm / 25.4) * pdfDpi);
      const vector = await vectorPage(open, number);
      const because = typeof vector === 'string' ? { asPictureBecause: vector } : {};
      pages.push({ widthPx: px(sizeMm.width), heightPx: px(sizeMm.height), sizeMm, isColour, ...because });
    }
    return { pages, failure: null };
  }

  async #openPdf(index: number): Promise<OpenPdf> {
    if (this.#open?.index === index) return this.#open;
    this.#closePdf();
    const bytes = await readFile(this.#documents[index]!.file);
    const engine = await pdfEngine();
    try {
      const copier = await orReason(async () => new PageCopier(await copyWithPdfium(engine, bytes)));
      this.#open = { index, engine, copier, document: await engine.library.loadDocument(bytes) };
      return this.#open;
    } catch (cause) {
      engine.discard();
      throw cause;
    }
  }

  #closePdf(): void {
    if (!this.#open) return;
    const { engine, document } = this.#open;
    document.destroy();
    this.#open = null;
    if (engine.isLarge()) engine.discard();
  }

  /** The engine does one thing at a time; whatever goes wrong in it may have broken it. */
  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work).catch((cause: unknown) => {
      this.#open?.engine.discard();
      this.#open = null;
      throw cause;
    });
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** @param number from 0 */
async function vectorPage(
  { document, copier }: OpenPdf,
  number: number,
): Promise<VectorPage | PictureReason> {
  if (typeof copier === 'string') return copier;
  return orReason(async () => {
    const page = copier.page(number);
    const { originalWidth, originalHeight } = document.getPage(number).getOriginalSize();
    const isUpright = page.turn === 0 || page.turn === 180;
    const [width, height] = isUpright ? [page.box.width, page.box.height] : [page.box.height, page.box.width];
    // Both readers see the same page.
    if (Math.abs(width - originalWidth) > 0.5 || Math.abs(height - originalHeight) > 0.5)
      throw new Unfit('damaged');
    return page;
  });
}

async function orReason<T>(work: () => Promise<T>): Promise<T | PictureReason> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Unfit) return cause.reason;
    throw cause;
  }
}

type PdfPage = ReturnType<PDFiumDocument['getPage']>;

/** On white: what a page leaves empty is paper. */
async function drawn(page: PdfPage, scale: number): Promise<Sharp> {
  const { data, width, height } = await page.render({ scale, renderFormFields: true });
  return sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' });
}

function asPrintJpeg(image: Sharp): Promise<Buffer> {
  // Optimised tables would save a tenth or two of the bytes, and cost 60 MB of memory for every picture being made.
  return image.jpeg({ quality: printQuality, chromaSubsampling: '4:4:4', optimiseCoding: false }).toBuffer();
}

async function hasColour(image: Sharp): Promise<boolean> {
  const { data, info } = await image
    .resize({ width: thumbnailPx, height: thumbnailPx, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels < 3) return false;
  return measureColour(labOf({ width: info.width, height: info.height, rgb: data })).kind !== 'grey';
}
