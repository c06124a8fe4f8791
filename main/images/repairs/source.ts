import sharp from 'sharp';
import { readHeader, unreadable } from '../decode.ts';
import { demandPixelLimit, hardLimits, openFile } from '../open-file.ts';
import { openPdf } from '../pdf-pages.ts';
import type { Raster } from '../raster.ts';
import type { ReadableFormat } from '../sniff.ts';

/** More pixels are not worked on: A4 at 600 dpi fits. Bounds the memory of a thread. */
export const maxWorkPixels = 40_000_000;
/** A page of a PDF that is drawn and not scanned has no resolution of its own. */
const drawnPageDpi = 300;

export interface Source extends Raster {
  format: ReadableFormat;
  /** The file holds more pixels than are worked on. */
  isReduced: boolean;
}

/**
 * All pixels of a file of one page: upright, in sRGB, on white.
 *
 * @throws Refusal
 */
export async function readSource(file: string, fileName: string): Promise<Source> {
  const opened = await openFile(file, fileName);
  const { format } = opened;
  if (format === 'pdf') {
    const pdf = await openPdf(opened);
    try {
      return {
        ...(await pdf.render(1, { dpi: (await pdf.scanDpi(1)) ?? drawnPageDpi })),
        format,
        isReduced: false,
      };
    } finally {
      pdf.close();
    }
  }
  const { metadata } = await readHeader(opened);
  demandPixelLimit(fileName, metadata.width, metadata.height);
  const pixels = metadata.width * metadata.height;
  const isReduced = pixels > maxWorkPixels;
  const scale = Math.sqrt(maxWorkPixels / pixels);
  const picture = sharp(opened.bytes, { failOn: 'error', limitInputPixels: hardLimits.maxPixels })
    .autoOrient()
    .resize(isReduced ? { width: Math.floor(metadata.autoOrient.width * scale) } : {})
    .toColourspace('srgb')
    .flatten({ background: '#ffffff' });
  const { data, info } = await picture
    .raw({ depth: 'uchar' })
    .timeout({ seconds: hardLimits.maxDecodeSeconds })
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      throw unreadable(opened, cause);
    });
  return { width: info.width, height: info.height, rgb: data, format, isReduced };
}
