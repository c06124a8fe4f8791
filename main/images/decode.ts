import sharp, { type Metadata, type SharpOptions } from 'sharp';
import { countScans } from './jpeg.ts';
import type { OpenedFile } from './open-file.ts';
import { demandPixelLimit, hardLimits } from './open-file.ts';
import { rasterOf, type Plane, type Raster } from './raster.ts';
import { Refusal } from './refusal.ts';
import { endsEarly } from './sniff.ts';

/** Long side of the one copy of a photo that every check works on. */
export const workSidePx = 1200;
/** The same of a scan: lines of text tell their angle as well as with more pixels. */
export const scanSidePx = 1000;

/** One page as the checks see it. */
export interface DecodedPage {
  /** Size of the upright page as filed, before it was made smaller. */
  widthPx: number;
  heightPx: number;
  readonly raster: Raster;
  /** The same where the file stores one channel, and therefore no colour; `null` otherwise. */
  grey: Plane | null;
  /** EXIF orientation 1..8, already applied; `null` when the file has none. */
  orientation: number | null;
  /** Dots per inch as the file claims, which is often wrong; `null` when it does not say. */
  densityDpi: number | null;
  /** Whether the file stores one channel, with or without transparency. */
  isStoredGrey: boolean;
  /** Along the top and the upper half of the sides. */
  border: BorderFacts;
  /** Size of the page on paper where the file knows it for sure (PDF). */
  pageMm: { width: number; height: number } | null;
}

export interface BorderFacts {
  /** Share of see-through pixels, 0..1. */
  transparent: number;
  /** Share of the others that are white, 0..1. */
  white: number;
}

export const opaqueBorder: BorderFacts = { transparent: 0, white: 0 };

export interface ImageHeader {
  metadata: Metadata;
  pages: number;
}

/**
 * Size, frames and colour model from the header; frames and passes are held against their limits.
 *
 * @throws Refusal
 */
export async function readHeader({ bytes, fileName, format }: OpenedFile): Promise<ImageHeader> {
  const passes = format === 'jpeg' ? countScans(bytes) : 1;
  if (passes > hardLimits.maxPasses) {
    throw new Refusal('files.too-many-passes', { fileName, passes, maxPasses: hardLimits.maxPasses });
  }
  const metadata = await sharp(bytes, { limitInputPixels: false }).metadata().catch(refuse);
  const pages = metadata.pages ?? 1;
  if (format !== 'tiff' && pages > 1) throw new Refusal('files.animated', { fileName, frames: pages });
  if (pages > hardLimits.maxPages) {
    throw new Refusal('files.too-many-pages', { fileName, pages, maxPages: hardLimits.maxPages });
  }
  return { metadata, pages };

  function refuse(cause: unknown): never {
    throw unreadable({ bytes, fileName, format }, cause);
  }
}

/**
 * Decodes one page once, upright, to the working size. Colour profiles are ignored: applying them doubles the
 * time and moves no check.
 *
 * @throws Refusal before a pixel is decoded when there are too many
 */
export async function decodePage(
  opened: OpenedFile,
  header: ImageHeader,
  page: number,
  sidePx = workSidePx,
): Promise<DecodedPage> {
  const options: SharpOptions = {
    failOn: 'error',
    limitInputPixels: hardLimits.maxPixels,
    ignoreIcc: true,
  };
  try {
    if (header.pages > 1) options.page = page - 1;
    const metadata =
      page === 1
        ? header.metadata
        : await sharp(opened.bytes, { page: page - 1, limitInputPixels: false }).metadata();
    demandPixelLimit(opened.fileName, metadata.width, metadata.height);
    const { data, info } = await sharp(opened.bytes, options)
      .autoOrient()
      .resize({ width: sidePx, height: sidePx, fit: 'inside', withoutEnlargement: true, kernel: 'linear' })
      .toColourspace(metadata.channels === 1 ? 'b-w' : 'srgb')
      .raw({ depth: 'uchar' })
      .timeout({ seconds: hardLimits.maxDecodeSeconds })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    const orientation = metadata.orientation ?? null;
    const isTurned = orientation !== null && orientation >= 5;
    const facts = {
      widthPx: isTurned ? metadata.height : metadata.width,
      heightPx: isTurned ? metadata.width : metadata.height,
      orientation,
      densityDpi: metadata.density ?? null,
      isStoredGrey: metadata.channels <= 2,
      pageMm: null,
    };
    if (channels === 1) return withRaster(facts, { width, height, data });
    const { rgb, border } = flatten(data, width, height, channels);
    return { ...facts, raster: { width, height, rgb }, grey: null, border };
  } catch (cause) {
    throw unreadable(opened, cause);
  }
}

/** Most checks of a grey page never ask for its three channels. */
function withRaster(page: Omit<DecodedPage, 'raster' | 'grey' | 'border'>, grey: Plane): DecodedPage {
  let raster: Raster | null = null;
  return {
    ...page,
    get raster() {
      return (raster ??= rasterOf(grey));
    },
    grey,
    border: opaqueBorder,
  };
}

/** What is said of a file that does not decode. */
export function unreadable({ bytes, fileName, format }: OpenedFile, cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  if (cause instanceof Error && cause.message.startsWith('timeout')) {
    const params = { fileName, limitSeconds: hardLimits.maxDecodeSeconds };
    return new Refusal('files.takes-too-long', params, { cause });
  }
  const code = endsEarly(format, bytes) ? 'files.truncated' : 'files.damaged';
  return new Refusal(code, { fileName }, { cause });
}

/** Lays see-through pixels on white, as every viewer and printer of a filing does. */
function flatten(data: Buffer, width: number, height: number, channels: number) {
  if (channels === 3) return { rgb: data as Uint8Array, border: opaqueBorder };
  const rgb = new Uint8Array(width * height * 3);
  const colours = channels >= 3 ? 3 : 1;
  const hasAlpha = channels === colours + 1;
  const upperRows = (width * height) / 2;
  let count = 0;
  let clear = 0;
  let white = 0;
  for (let i = 0, from = 0, to = 0; i < width * height; i++, from += channels, to += 3) {
    const alpha = hasAlpha ? data[from + colours]! : 255;
    for (let c = 0; c < 3; c++) {
      const value = data[from + (colours === 3 ? c : 0)]!;
      rgb[to + c] = alpha === 255 ? value : 255 + ((value - 255) * alpha) / 255;
    }
    const x = i % width;
    if (i < width || (i < upperRows && (x === 0 || x === width - 1))) {
      count++;
      if (alpha < 128) clear++;
      else if (Math.min(rgb[to]!, rgb[to + 1]!, rgb[to + 2]!) > 240) white++;
    }
  }
  return { rgb, border: { transparent: clear / count, white: white / Math.max(1, count - clear) } };
}
