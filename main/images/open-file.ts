import { readFile, stat } from 'node:fs/promises';
import { Refusal } from './refusal.ts';
import { claimedFormat, isReadable, sniffFormat, type ReadableFormat } from './sniff.ts';

/** Bounds that hold whatever a rule file says: they protect the machine, not the filing. */
export const hardLimits = {
  maxBytes: 60 * 1024 * 1024,
  maxPixels: 80_000_000,
  maxPages: 50,
  /** Of a progressive picture: camera and web software writes ten or so. Between them nothing can end the decoder. */
  maxPasses: 100,
  /**
   * By the clock, which runs on while a busy machine does other things. A picture's decoding cannot be ended from
   * outside: whoever waits has had the answer before, and sharp ends it by itself.
   */
  maxDecodeSeconds: 10,
} as const;

export interface OpenedFile {
  fileName: string;
  format: ReadableFormat;
  bytes: Buffer;
}

/**
 * Reads a file whose size, type and name agree; looks at no pixel.
 *
 * @param fileName the name the person knows it by; its extension is a claim about the type
 * @throws Refusal
 */
export async function openFile(file: string, fileName: string): Promise<OpenedFile> {
  const size = await sizeOf(file, fileName);
  if (size === 0) throw new Refusal('files.empty', { fileName });
  if (size > hardLimits.maxBytes) {
    throw new Refusal('files.too-large', { fileName, sizeMb: toMb(size), maxMb: toMb(hardLimits.maxBytes) });
  }
  const bytes = await readFile(file);
  const format = sniffFormat(bytes);
  const claimed = claimedFormat(fileName);
  if (format === null) {
    throw claimed === 'pdf'
      ? new Refusal('files.not-a-pdf', { fileName })
      : new Refusal('files.unsupported', { fileName });
  }
  if (!isReadable(format)) throw new Refusal('files.refused-format', { fileName, format });
  if (claimed !== null && claimed !== format) {
    throw new Refusal('files.mislabelled', { fileName, claimed, actual: format });
  }
  return { fileName, format, bytes };
}

/** Asked of a header, before a pixel is decoded. @throws Refusal `files.too-many-pixels` */
export function demandPixelLimit(fileName: string, widthPx: number, heightPx: number): void {
  const maxMegapixels = hardLimits.maxPixels / 1e6;
  if (widthPx * heightPx > hardLimits.maxPixels)
    throw new Refusal('files.too-many-pixels', { fileName, widthPx, heightPx, maxMegapixels });
}

async function sizeOf(file: string, fileName: string): Promise<number> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new Refusal('files.not-found', { fileName }, { cause });
  });
  if (!found.isFile()) throw new Refusal('files.not-found', { fileName });
  return found.size;
}

const toMb = (bytes: number) => Math.round((bytes / 1024 / 1024) * 10) / 10;
