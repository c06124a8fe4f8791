import { mkdir, rename, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { AppError } from '../errors.ts';
import { pause, type WorkContext } from '../workers/task.ts';
import { readHeader } from './decode.ts';
import { hardLimits, openFile, type OpenedFile } from './open-file.ts';
import { openPdf } from './pdf-pages.ts';

export interface PreviewInput {
  file: string;
  fileName: string;
  /** From 1. */
  page: number;
  /** Long side; smaller pictures keep their size. */
  maxPx: number;
  /** Absolute path of the picture to write; its folder is made. Give it the extension `.jpg` or `.png`. */
  out: string;
}

export interface PreviewResult {
  widthPx: number;
  heightPx: number;
}

const jpegQuality = 85;

/**
 * Writes an upright copy of one page for the screen, whole or not at all; the original is only read.
 *
 * @throws AppError `files.unsupported` when the file or the page cannot be shown
 */
export async function renderPreview(input: PreviewInput, context: WorkContext = {}): Promise<PreviewResult> {
  const { file, fileName, page, maxPx, out } = input;
  let encoded: Encoded;
  try {
    const opened = await openFile(file, fileName);
    const picture = await pagePicture(opened, page);
    await pause(context);
    encoded = await encodePreview(picture, maxPx, out);
  } catch (cause) {
    context.signal?.throwIfAborted();
    // Whatever a decoder complains of means the same here: the page cannot be shown.
    throw new AppError('files.unsupported', { fileName }, { cause });
  }
  return keepPreview(encoded, out);
}

/** Whole or not at all. */
export async function writePreview(picture: Sharp, maxPx: number, out: string): Promise<PreviewResult> {
  return keepPreview(await encodePreview(picture, maxPx, out), out);
}

interface Encoded {
  data: Buffer;
  info: { width: number; height: number };
}

function encodePreview(picture: Sharp, maxPx: number, out: string): Promise<Encoded> {
  const sized = picture
    .resize({ width: maxPx, height: maxPx, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: hardLimits.maxDecodeSeconds });
  const encoded = out.endsWith('.png')
    ? sized.png()
    : sized.flatten({ background: '#fff' }).jpeg({ quality: jpegQuality });
  return encoded.toBuffer({ resolveWithObject: true });
}

async function keepPreview({ data, info }: Encoded, out: string): Promise<PreviewResult> {
  await mkdir(dirname(out), { recursive: true });
  const part = `${out}.${randomUUID()}.part`;
  await writeFile(part, data);
  await rename(part, out);
  return { widthPx: info.width, heightPx: info.height };
}

/** One page, upright, as large as it is; a page of a PDF as drawn for the checks. @throws Refusal */
export async function pagePicture(opened: OpenedFile, page: number): Promise<Sharp> {
  return opened.format === 'pdf' ? pdfPicture(opened, page) : imagePicture(opened, page);
}

async function imagePicture(opened: OpenedFile, page: number) {
  await readHeader(opened);
  return sharp(opened.bytes, { page: page - 1, failOn: 'none', limitInputPixels: hardLimits.maxPixels })
    .autoOrient()
    .toColourspace('srgb');
}

/** Drawn at the size the checks saw: enough to read a form on the screen. */
async function pdfPicture(opened: OpenedFile, page: number) {
  const pdf = await openPdf(opened);
  try {
    const { rgb, width, height } = await pdf.render(page);
    return sharp(rgb, { raw: { width, height, channels: 3 } });
  } finally {
    pdf.close();
  }
}
