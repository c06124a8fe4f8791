import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { Bilingual, ImageKind, RepairPlan } from '../../../preload/contract/index.ts';
import { repairNote } from '../../../preload/messages/image-repairs.ts';
import { AppError } from '../../errors.ts';
import { pause, type WorkContext } from '../../workers/task.ts';
import { bestWithin, type Encoded } from '../encode-within.ts';
import { measureFile, type MeasuredFile } from '../measure.ts';
import { paperProportionOf } from '../paper-size.ts';
import { crop, type Raster } from '../raster.ts';
import { Refusal } from '../refusal.ts';
import { sniffFormat } from '../sniff.ts';
import { cropBox } from './crop.ts';
import { losesInk } from './lost-ink.ts';
import { shrunkSize } from './resize.ts';
import { isOnlyTurned, shapeOf } from './shape.ts';
import { maxWorkPixels, readSource, type Source } from './source.ts';
import { warp } from './warp.ts';

export interface RepairInput {
  /** Absolute path of the original, which is only read. */
  file: string;
  fileName: string;
  kind: ImageKind;
  plan: RepairPlan;
  /** Absolute path of the copy to write. */
  out: string;
  /** Absolute path of a JPEG for the screen that shows the picture before it is cropped. */
  uncropped: string;
}

export interface RepairOutput {
  format: 'jpeg' | 'png';
  sha256: string;
  bytes: number;
  measured: MeasuredFile;
  notes: Bilingual[];
}

/** Reading, shaping, encoding, measuring. */
const steps = 4;
const uncroppedSidePx = 1600;

/**
 * Writes a repaired copy of a file of one page and measures it like any other.
 *
 * @throws AppError `files.unsupported` for an original that cannot be read; the signal's reason when cancelled
 */
export async function repairFile(input: RepairInput, context: WorkContext = {}): Promise<RepairOutput> {
  const { plan, kind, out, uncropped } = input;
  const source = await readSource(input.file, input.fileName).catch((cause: unknown) => {
    throw cause instanceof Refusal
      ? new AppError('files.unsupported', { fileName: input.fileName }, { cause })
      : cause;
  });
  await step(1);
  const shaped = await shape(source, plan, paperProportionOf(kind), context);
  await step(2);
  await mkdir(dirname(out), { recursive: true });
  if (plan.crop) await sharpOf(shaped).resize(fitted(uncroppedSidePx)).jpeg().toFile(uncropped);
  const cropped = plan.crop ? crop(shaped, cropBox(shaped, plan.crop)) : shaped;
  const sized = await resized(cropped, plan.maxSidePx);
  const encoded = await encode(sized, plan, source, {
    signal: context.signal,
    onProgress: ({ done, total }) => context.onProgress?.({ done: 2 + done / total, total: steps }),
  });
  await writeFile(out, encoded.bytes);
  await step(3);
  const format = sniffFormat(encoded.bytes) === 'png' ? 'png' : 'jpeg';
  const measured = await measureFile(
    { file: out, fileName: `repaired.${format}`, kind },
    { signal: context.signal },
  );
  context.onProgress?.({ done: steps, total: steps });
  return {
    format,
    sha256: createHash('sha256').update(encoded.bytes).digest('hex'),
    bytes: encoded.bytes.length,
    measured,
    notes: notesOn(plan, { source, shaped, cropped, sized, encoded, format }),
  };

  async function step(done: number): Promise<void> {
    await pause(context);
    context.onProgress?.({ done, total: steps });
  }
}

async function shape(
  source: Raster,
  plan: RepairPlan,
  paper: number | null,
  context: WorkContext,
): Promise<Raster> {
  if (!isOnlyTurned(plan)) {
    const keepsSize = !losesInk(source, plan, paper);
    return warp(source, shapeOf(source, plan, { paper, keepsSize }), context);
  }
  if (plan.quarterTurns === 0) return source;
  return rasterOf(sharpOf(source).rotate(plan.quarterTurns * 90));
}

async function resized(picture: Raster, maxSidePx: number | null): Promise<Raster> {
  const size = shrunkSize(picture, maxSidePx);
  if (size.width === picture.width) return picture;
  return rasterOf(sharpOf(picture).resize({ ...size, fit: 'fill' }));
}

function encode(
  { rgb, width, height }: Raster,
  { format, maxBytes, minBytes }: RepairPlan,
  source: Source,
  context: WorkContext,
): Promise<Encoded> {
  const limits = { maxBytes: maxBytes ?? Number.MAX_SAFE_INTEGER, minBytes };
  const target = format ?? (source.format === 'png' ? 'png' : 'jpeg');
  return bestWithin({ data: rgb, width, height }, { format: target, limits }, context);
}

interface Made {
  source: Source;
  shaped: Raster;
  cropped: Raster;
  sized: Raster;
  encoded: Encoded;
  format: 'jpeg' | 'png';
}

/** What the person did not ask for or might not expect. */
function notesOn(plan: RepairPlan, { source, shaped, cropped, sized, encoded, format }: Made): Bilingual[] {
  const notes: Bilingual[] = [];
  const longSide = Math.max(cropped.width, cropped.height);
  if (source.isReduced) notes.push(repairNote('read-smaller', { maxMegapixels: maxWorkPixels / 1_000_000 }));
  if (plan.skewDegrees && !plan.corners && shaped.width * shaped.height > source.width * source.height)
    notes.push(repairNote('white-corners', {}));
  if (plan.maxSidePx !== null && plan.maxSidePx > longSide)
    notes.push(repairNote('not-enlarged', { longSidePx: longSide, maxSidePx: plan.maxSidePx }));
  if (encoded.widthPx < sized.width) {
    const { widthPx, heightPx } = encoded;
    notes.push(
      repairNote('smaller-for-bytes', {
        widthPx,
        heightPx,
        fromWidthPx: sized.width,
        fromHeightPx: sized.height,
      }),
    );
  }
  if (plan.format === 'png' && format === 'jpeg') notes.push(repairNote('jpeg-for-bytes', {}));
  const sizeKb = (bytes: number) => Math.ceil(bytes / 1024);
  const { length } = encoded.bytes;
  if (plan.maxBytes !== null && length > plan.maxBytes)
    notes.push(
      repairNote('bytes-missed', { sizeKb: sizeKb(length), maxKb: Math.floor(plan.maxBytes / 1024) }),
    );
  if (plan.minBytes !== null && length < plan.minBytes)
    notes.push(repairNote('too-few-bytes', { sizeKb: sizeKb(length), minKb: sizeKb(plan.minBytes) }));
  return notes;
}

function sharpOf({ rgb, width, height }: Raster) {
  return sharp(rgb, { raw: { width, height, channels: 3 }, limitInputPixels: false });
}

async function rasterOf(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgb: data };
}

function fitted(side: number) {
  return { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const;
}
