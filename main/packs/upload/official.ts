import sharp from 'sharp';
import type { Legibility, OfficialFit } from '../../../preload/contract/index.ts';
import { pixelsOf, type Pixels } from '../../images/encode-within.ts';
import { legibility } from '../../images/legibility.ts';
import type { PackInput } from '../input.ts';
import type { OfficialLimit } from './limits.ts';

/** Long sides that are tried: a scan needs no more to be read on a screen, and a photo no less. */
const longSidesPx = [1600, 1240, 1000, 800];
/** Below this a JPEG shows its blocks: a smaller picture of a better quality is easier to read. */
const qualities = { best: 90, worst: 35 };

/**
 * Compresses a written upload again to what the official interface takes, with an ordinary encoder as a provider would, and
 * compares it with what it was made from.
 *
 * @param hasPrint what a photo of a person shows is judged by its pixels alone
 */
export async function tryOfficial(
  input: PackInput,
  upload: Buffer,
  limit: OfficialLimit,
  hasPrint: boolean,
): Promise<OfficialFit> {
  const { width, height } = await sharp(upload).metadata();
  const { maxBytesBase64 } = limit;
  if (upload.length <= limit.maxBytes) {
    const bytesBase64 = base64Length(upload.length);
    const size = { widthPx: width, heightPx: height };
    return { maxBytesBase64, bytesBase64, ...size, legibility: null, fits: true, isLegible: true };
  }
  const largest = longSidesPx[0]!;
  const before = await pixelsOf(
    sharp(upload)
      .resize({ width: largest, height: largest, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' }),
  );
  const small = await within(before, limit.maxBytes);
  const after = await pixelsOf(sharp(small.bytes).removeAlpha());
  const facts = hasPrint ? legibilityOf(before, after) : null;
  return {
    maxBytesBase64,
    bytesBase64: base64Length(small.bytes.length),
    widthPx: after.width,
    heightPx: after.height,
    legibility: facts,
    fits: small.bytes.length <= limit.maxBytes,
    isLegible: facts === null || isLegible(input, facts),
  };
}

/** The largest size at which an acceptable quality fits, at the best quality that does. */
async function within(pixels: Pixels, maxBytes: number): Promise<{ bytes: Buffer }> {
  let smallest: Buffer | null = null;
  for (const side of longSidesPx) {
    const resized = await pixelsOf(
      open(pixels).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }),
    );
    smallest = await open(resized).jpeg({ quality: qualities.worst }).toBuffer();
    if (smallest.length > maxBytes) continue;
    let [bytes, low, high]: [Buffer, number, number] = [smallest, qualities.worst + 1, qualities.best];
    while (low <= high) {
      const quality = (low + high) >> 1;
      const tried = await open(resized).jpeg({ quality }).toBuffer();
      if (tried.length <= maxBytes) [bytes, low] = [tried, quality + 1];
      else high = quality - 1;
    }
    return { bytes };
  }
  return { bytes: smallest! };
}

function open({ data, width, height }: Pixels) {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export function legibilityOf(before: Pixels, after: Pixels): Legibility {
  const raster = ({ data, width, height }: Pixels) => ({ rgb: data, width, height });
  const { contrastKept, textHeightPx } = legibility(raster(before), raster(after));
  return { contrastKept, textHeightPx };
}

/** Below the cut-offs the finest strokes run into each other. Without print there is nothing to read. */
export function isLegible(
  { legibility: least }: PackInput,
  { contrastKept, textHeightPx }: Legibility,
): boolean {
  if (contrastKept === null) return true;
  return (
    contrastKept >= least.minContrastKept && (textHeightPx === null || textHeightPx >= least.minTextHeightPx)
  );
}

function base64Length(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}
