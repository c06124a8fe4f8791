import sharp, { type Sharp } from 'sharp';
import { pause, type WorkContext } from '../workers/task.ts';

export interface Encoded {
  bytes: Buffer;
  widthPx: number;
  heightPx: number;
}

/** Three bytes a pixel: red, green, blue. */
export interface Pixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** How a picture is to be written; bytes of the file. */
export interface Target {
  format: 'jpg' | 'jpeg' | 'png';
  limits: { maxBytes: number; minBytes: number | null };
}

const quality = { best: 95, good: 88, worst: 20 };
/** Sizes that are tried, relative to the original, until making it smaller stops helping. */
const scales = [1, 0.85, 0.72, 0.6, 0.5, 0.42, 0.35, 0.3, 0.25, 0.2];
/** Below this the encoder takes its time: every byte counts. */
const tightBytes = 512 * 1024;
/** Long side of the pictures that are compared with the original, and how far paper grain and noise are smoothed. */
const comparedPx = 1600;
const comparedBlur = 1;

export async function pixelsOf(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/**
 * The file that differs least from the original within the byte limit, searched over quality and size. Where nothing
 * fits, the smallest there is.
 */
export async function bestWithin(
  original: Pixels,
  { format, limits: { maxBytes, minBytes } }: Target,
  context: WorkContext = {},
): Promise<Encoded> {
  if (format === 'png') {
    const bytes = await open(original).png({ compressionLevel: 9 }).toBuffer();
    if (bytes.length <= maxBytes) return { bytes, widthPx: original.width, heightPx: original.height };
  }
  const isTight = maxBytes < tightBytes;
  const reference = await comparable(open(original), original);
  let best: (Encoded & { difference: number }) | null = null;
  for (const [tried, scale] of scales.entries()) {
    context.onProgress?.({ done: tried, total: scales.length });
    const size = { width: Math.round(original.width * scale), height: Math.round(original.height * scale) };
    if (best && Math.min(size.width, size.height) < 200) break;
    const scaled = scale === 1 ? original : await pixelsOf(open(original).resize({ ...size, fit: 'fill' }));
    const found = await highestQuality(scaled, maxBytes, isTight, context);
    if (!found) continue;
    const encoded = { bytes: found.bytes, widthPx: scaled.width, heightPx: scaled.height };
    if (scale === 1 && found.quality >= quality.good) return atLeast(original, encoded, minBytes, maxBytes);
    const difference = distance(reference, await comparable(sharp(found.bytes), original));
    if (best && difference >= best.difference) break;
    best = { ...encoded, difference };
  }
  if (best) return { bytes: best.bytes, widthPx: best.widthPx, heightPx: best.heightPx };
  const last = scales.at(-1)!;
  const smallest = await pixelsOf(
    open(original).resize({ width: Math.max(1, Math.round(original.width * last)) }),
  );
  return {
    bytes: await jpeg(smallest, quality.worst, isTight),
    widthPx: smallest.width,
    heightPx: smallest.height,
  };
}

/** The highest quality whose file fits, by bisection; `null` when not even the worst does. */
async function highestQuality(
  pixels: Pixels,
  maxBytes: number,
  isTight: boolean,
  context: WorkContext,
): Promise<{ bytes: Buffer; quality: number } | null> {
  const first = await jpeg(pixels, quality.best, isTight);
  if (first.length <= maxBytes) return { bytes: first, quality: quality.best };
  let found: { bytes: Buffer; quality: number } | null = null;
  let low: number = quality.worst;
  let high: number = quality.best - 1;
  while (low <= high) {
    await pause(context);
    const middle = Math.floor((low + high) / 2);
    const bytes = await jpeg(pixels, middle, isTight);
    if (bytes.length <= maxBytes) {
      found = { bytes, quality: middle };
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}

/** Some providers refuse small files: the same pixels again with less compression, never more pixels. */
async function atLeast(
  pixels: Pixels,
  encoded: Encoded,
  minBytes: number | null,
  maxBytes: number,
): Promise<Encoded> {
  if (minBytes === null || encoded.bytes.length >= minBytes) return encoded;
  const larger = await jpeg(pixels, 100, false);
  return larger.length <= maxBytes && larger.length > encoded.bytes.length
    ? { ...encoded, bytes: larger }
    : encoded;
}

function open({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false });
}

function jpeg(pixels: Pixels, value: number, isTight: boolean): Promise<Buffer> {
  return open(pixels)
    .jpeg({
      quality: value,
      chromaSubsampling: value >= quality.good ? '4:4:4' : '4:2:0',
      trellisQuantisation: isTight,
      overshootDeringing: isTight,
    })
    .toBuffer();
}

interface Grey {
  data: Buffer;
  width: number;
  height: number;
}

/** Lightness at the size in which pictures are compared, with paper grain smoothed: strokes and edges count. */
async function comparable(image: Sharp, original: Pixels): Promise<Buffer> {
  const scale = Math.min(1, comparedPx / Math.max(original.width, original.height));
  const [width, height] = [Math.round(original.width * scale), Math.round(original.height * scale)];
  const { data, info } = await image
    .resize({ width, height, fit: 'fill', withoutEnlargement: true })
    .greyscale()
    .blur(comparedBlur)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return enlarged({ data, width: info.width, height: info.height }, width, height);
}

/** Bilinear, centre on centre: libvips enlarges half a pixel aside, which would count as a difference. */
function enlarged(from: Grey, width: number, height: number): Buffer {
  if (from.width === width && from.height === height) return from.data;
  const to = Buffer.allocUnsafe(width * height);
  const columns = Array.from({ length: width }, (_, x) => neighbours(x, width, from.width));
  for (let y = 0; y < height; y++) {
    const row = neighbours(y, height, from.height);
    const [upper, lower] = [row.first * from.width, row.second * from.width];
    for (let x = 0; x < width; x++) {
      const { first, second, share } = columns[x]!;
      const above = from.data[upper + first]! * (1 - share) + from.data[upper + second]! * share;
      const below = from.data[lower + first]! * (1 - share) + from.data[lower + second]! * share;
      to[y * width + x] = Math.round(above * (1 - row.share) + below * row.share);
    }
  }
  return to;
}

/** The two source pixels beside the centre of a target pixel, and how much of the second. */
function neighbours(at: number, length: number, sourceLength: number) {
  const centre = Math.max(0, Math.min(sourceLength - 1, ((at + 0.5) * sourceLength) / length - 0.5));
  const first = Math.floor(centre);
  return { first, second: Math.min(sourceLength - 1, first + 1), share: centre - first };
}

/** Mean square difference of lightness. */
function distance(a: Buffer, b: Buffer): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum / a.length;
}
