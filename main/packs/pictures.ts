import { readFile } from 'node:fs/promises';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { measureColour } from '../images/colour.ts';
import { labOf } from '../images/lab.ts';
import { hardLimits } from '../images/open-file.ts';
import type { Area, PictureRef } from './page.ts';
import type { PackDocument } from './input.ts';

/** One page of a file as it stands upright. */
export interface PageFacts {
  widthPx: number;
  heightPx: number;
  /** Size on paper where the file says so (PDF), in millimetres. */
  sizeMm: { width: number; height: number } | null;
  isColour: boolean;
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

const thumbnailPx = 320;
const pdfThumbnailScale = 0.6;

const readOptions = {
  failOn: 'truncated',
  limitInputPixels: hardLimits.maxPixels,
  sequentialRead: true,
} as const;

/** Reads the attached files: what they hold, and their pixels at a printed size. Close it to free the PDF engine. */
export class Pictures {
  readonly #documents: readonly PackDocument[];
  #engine: Promise<PDFiumLibrary> | null = null;
  #open: { index: number; document: PDFiumDocument } | null = null;
  /** The engine draws one page at a time. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(documents: readonly PackDocument[]) {
    this.#documents = documents;
  }

  /** Decodes every page once, small: a file that is cut short shows here. */
  async probe(index: number): Promise<FileFacts> {
    const { mediaType, file } = this.#documents[index]!;
    try {
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

  /** A JPEG of one page for that area of the paper: at most `printDpi`, never more pixels than there are. */
  async forPrint(ref: PictureRef, area: Area): Promise<Buffer> {
    const limit = (dpi: number) => ({
      width: Math.round((area.width / 25.4) * dpi),
      height: Math.round((area.height / 25.4) * dpi),
    });
    const { mediaType } = this.#documents[ref.document]!;
    if (mediaType === 'application/pdf')
      return this.drawPdf(ref, limit(pdfDpi)).then((page) => asPrintJpeg(page));
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
      const source = (await this.#openPdf(document)).getPage(page);
      const { originalWidth, originalHeight } = source.getOriginalSize();
      return drawn(source, Math.min(fit.width / originalWidth, fit.height / originalHeight));
    });
  }

  async close(): Promise<void> {
    await this.#queue.catch(() => undefined);
    this.#open?.document.destroy();
    this.#open = null;
    (await this.#engine)?.destroy();
    this.#engine = null;
  }

  async #probePdf(index: number): Promise<FileFacts> {
    const document = await this.#openPdf(index);
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
      pages.push({ widthPx: px(sizeMm.width), heightPx: px(sizeMm.height), sizeMm, isColour });
    }
    return { pages, failure: null };
  }

  async #openPdf(index: number): Promise<PDFiumDocument> {
    if (this.#open?.index === index) return this.#open.document;
    this.#open?.document.destroy();
    this.#open = null;
    this.#engine ??= PDFiumLibrary.init();
    const engine = await this.#engine;
    const document = await engine.loadDocument(await readFile(this.#documents[index]!.file));
    this.#open = { index, document };
    return document;
  }

  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work, work);
    this.#queue = result.catch(() => undefined);
    return result;
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
