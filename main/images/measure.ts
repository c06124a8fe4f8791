import type { ImageFacts, ImageKind, Params } from '../../preload/contract/index.ts';
import { pause, type WorkContext } from '../workers/task.ts';
import { decodePage, readHeader, scanSidePx, workSidePx, type DecodedPage } from './decode.ts';
import type { PageFacts } from './facts.ts';
import { readJpegFacts } from './jpeg.ts';
import { measurePhoto } from './measure-photo.ts';
import { measureScan } from './measure-scan.ts';
import { openFile, type OpenedFile } from './open-file.ts';
import { openPdf } from './pdf-pages.ts';
import { Refusal } from './refusal.ts';
import { inspectionVersion } from './version.ts';

export interface MeasureInput {
  /** Absolute path of the bytes. */
  file: string;
  /** The name the person knows the file by. */
  fileName: string;
  kind: ImageKind;
}

/** One page: its facts, or why there are none. */
export interface MeasuredPage {
  facts: ImageFacts | null;
  /** Code of an image finding whose sentence gives the reason. */
  failure: string | null;
  params: Params;
}

/** What a dossier stores of an attachment's pictures. */
export interface MeasuredFile {
  version: number;
  kind: ImageKind;
  pages: MeasuredPage[];
}

/**
 * Measures every page of a file and judges nothing. A file that cannot be read is one page with a failure.
 * Holds one decoded page at a time; heavy, so run it in a worker.
 *
 * @throws the signal's reason when cancelled
 */
export async function measureFile(input: MeasureInput, context: WorkContext = {}): Promise<MeasuredFile> {
  const pages: MeasuredPage[] = [];
  try {
    for await (const page of measurePages(input, context)) pages.push(page);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    pages.push(refusedPage(cause));
  }
  return { version: inspectionVersion, kind: input.kind, pages };
}

/** A file of which nothing is known but why it cannot be read. */
export function refusedFile({ kind }: MeasureInput, refusal: Refusal): MeasuredFile {
  return { version: inspectionVersion, kind, pages: [refusedPage(refusal)] };
}

function refusedPage({ code, params }: Refusal): MeasuredPage {
  return { facts: null, failure: code, params: { ...params } };
}

/** The whole way of a file: bytes, header, one decode a page, facts. */
async function* measurePages(
  { file, fileName, kind }: MeasureInput,
  context: WorkContext,
): AsyncGenerator<MeasuredPage> {
  const opened = await openFile(file, fileName);
  await pause(context);
  const source = await openPages(opened, kind);
  try {
    for (let page = 1; page <= source.pages; page++) {
      const decoded = await source.decode(page);
      await pause(context);
      yield { facts: factsOf(opened, decoded, kind, source.pages), failure: null, params: {} };
      context.onProgress?.({ done: page, total: source.pages });
    }
  } finally {
    source.close?.();
  }
}

interface Pages {
  pages: number;
  decode(page: number): Promise<DecodedPage>;
  close?(): void;
}

async function openPages(opened: OpenedFile, kind: ImageKind): Promise<Pages> {
  const sidePx = kind === 'owner-photo' ? workSidePx : scanSidePx;
  if (opened.format === 'pdf') {
    const pdf = await openPdf(opened);
    return { pages: pdf.pages, decode: (page) => pdf.decode(page, sidePx), close: () => pdf.close() };
  }
  const header = await readHeader(opened);
  return { pages: header.pages, decode: (page) => decodePage(opened, header, page, sidePx) };
}

function factsOf(
  opened: OpenedFile,
  decoded: DecodedPage,
  kind: ImageKind,
  pages: number,
): PageFacts & ImageFacts {
  const measured = kind === 'owner-photo' ? measurePhoto(decoded) : measureScan(decoded, kind);
  const bytes = opened.bytes.length;
  return {
    ...measured,
    format: opened.format,
    bytes,
    jpeg: opened.format === 'jpeg' ? readJpegFacts(opened.bytes) : null,
    bitsPerPixel: (bytes * 8) / (decoded.widthPx * decoded.heightPx) / pages,
  };
}
