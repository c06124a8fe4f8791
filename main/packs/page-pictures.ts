import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { openPdf } from '../images/pdf-pages.ts';
import { writePreview } from '../images/preview.ts';
import type { WorkContext } from '../workers/task.ts';
import type { PackInput } from './input.ts';
import { drawPackFile } from './write.ts';

export interface DrawPagesTask {
  input: PackInput;
  /** Absolute path of the PDF to write. */
  file: string;
}

/** `packs.draw-pages` of the worker table. @throws AppError `packs.missing-glyphs` */
export async function runDrawPages({ input, file }: DrawPagesTask, context: WorkContext): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const part = `${file}.${randomUUID()}.part`;
  try {
    await drawPackFile(input, part, context);
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

export interface DrawPageTask {
  /** A PDF that we wrote. */
  pdf: string;
  /** From 1. */
  page: number;
  maxPx: number;
  out: string;
}

/** `packs.draw-page` of the worker table; `false` when there is no such page. */
export async function runDrawPage({ pdf, page, maxPx, out }: DrawPageTask): Promise<boolean> {
  const opened = { fileName: 'pack.pdf', format: 'pdf', bytes: await readFile(pdf) } as const;
  const file = await openPdf(opened, Number.POSITIVE_INFINITY);
  try {
    if (page > file.pages) return false;
    const { rgb, width, height } = await file.render(page);
    await writePreview(sharp(rgb, { raw: { width, height, channels: 3 } }), maxPx, out);
    return true;
  } finally {
    file.close();
  }
}
