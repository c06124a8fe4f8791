import { mkdir, rename } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { AppError } from '../errors.ts';
import { pause, type WorkContext } from '../workers/task.ts';
import { readHeader } from './decode.ts';
import { hardLimits, openFile, type OpenedFile } from './open-file.ts';
import { openPdf } from './pdf-pages.ts';
import { Refusal } from './refusal.ts';

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
  try {
    const opened = await openFile(file, fileName);
    const picture = await pagePicture(opened, page);
    await pause(context);
    return await writePreview(picture, maxPx, out);
  } catch (cause) {
    if (cause instanceof Refusal) throw new AppError('files.unsupported', { fileName }, { cause });
    throw cause;
  }
}

/** Whole or not at all. */
export async function writePreview(picture: Sharp, maxPx: number, out: string): Promise<PreviewResult> {
  await mkdir(dirname(out), { recursive: true });
  const part = `${out}.${randomUUID()}.part`;
  const sized = picture.resize({ width: maxPx, height: maxPx, fit: 'inside', withoutEnlargement: true });
  const encoded = out.endsWith('.png')
    ? sized.png()
    : sized.flatten({ background: '#fff' }).jpeg({ quality: jpegQuality });
  const { width, height } = await encoded.toFile(part);
  await rename(part, out);
  return { widthPx: width, heightPx: height };
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
