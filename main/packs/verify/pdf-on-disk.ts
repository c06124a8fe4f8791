import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { pdfiumModule } from '../../images/pdf-engine.ts';

/** Functions of PDFium that reading back needs; all but the numbers are addresses in its memory. */
interface Engine {
  memory: { readonly buffer: ArrayBuffer };
  malloc(bytes: number): number;
  free(at: number): void;
  FPDF_LoadDocument(path: number, password: number): number;
  FPDF_CloseDocument(document: number): void;
  FPDF_GetPageCount(document: number): number;
  FPDF_LoadPage(document: number, index: number): number;
  FPDF_ClosePage(page: number): void;
  FPDF_GetPageWidthF(page: number): number;
  FPDF_GetPageHeightF(page: number): number;
  FPDFText_LoadPage(page: number): number;
  FPDFText_ClosePage(text: number): void;
  FPDFText_CountChars(text: number): number;
  FPDFText_GetText(text: number, start: number, count: number, to: number): number;
  FPDFPage_CountObjects(page: number): number;
  FPDFPage_GetObject(page: number, index: number): number;
  FPDFPageObj_GetType(object: number): number;
  FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  FPDFTextObj_GetFont(object: number): number;
  FPDFFont_GetIsEmbedded(font: number): number;
  FPDFFont_GetBaseFontName(font: number, to: number, bytes: number): number;
  FPDFPageObj_GetMatrix(object: number, to: number): number;
  FPDFFormObj_CountObjects(form: number): number;
  FPDFFormObj_GetObject(form: number, index: number): number;
  FPDFPageObj_GetClipPath(object: number): number;
  FPDFClipPath_CountPaths(clip: number): number;
  FPDFClipPath_CountPathSegments(clip: number, path: number): number;
  FPDFClipPath_GetPathSegment(clip: number, path: number, segment: number): number;
  FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  FPDFImageObj_GetImagePixelSize(object: number, width: number, height: number): number;
}

export interface Font {
  name: string;
  isEmbedded: boolean;
}

/** Something drawn on a page. Millimetres from the upper left corner; of a form, as far as it is not cut off. */
export interface DrawnObject {
  kind: 'text' | 'path' | 'image' | 'form' | 'other';
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** Of the text; of a form, of all texts in it. */
  fonts: Font[];
  /** Of the image. */
  widthPx: number;
  /** Of the form: how much larger what it holds stands on the page. */
  scale: number;
}

export interface ReadPage {
  widthMm: number;
  heightMm: number;
  text: string;
  objects: DrawnObject[];
}

export interface PdfOnDisk {
  pages: number;
  /** @param index 0-based */
  read(index: number): ReadPage;
  close(): void;
}

const kinds: Record<number, DrawnObject['kind']> = { 1: 'text', 2: 'path', 3: 'image', 5: 'form' };
const mm = (points: number) => (points / 72) * 25.4;
/** The engine keeps every picture it has met: after so many pages the file is opened anew. */
const pagesPerOpening = 20;
const descriptor = 1000;
const fileName = '/pack.pdf';

let running: Promise<{ engine: Engine; show(file: number): void }> | null = null;

/** Opens a PDF without loading it into memory: what the engine wants of it is read from the disk. */
export async function openPdfOnDisk(file: string): Promise<PdfOnDisk> {
  running ??= startEngine();
  const { engine, show } = await running;
  const handle = openSync(file, 'r');
  const path = engine.malloc(fileName.length + 1);
  const scratch = engine.malloc(256);
  bytesOf(engine).set(Buffer.from(`${fileName}\0`, 'latin1'), path);
  let readSinceOpening = 0;
  const open = () => {
    show(handle);
    readSinceOpening = 0;
    return engine.FPDF_LoadDocument(path, 0);
  };
  let document = open();
  return {
    pages: document === 0 ? 0 : engine.FPDF_GetPageCount(document),
    read(index) {
      if (readSinceOpening++ >= pagesPerOpening) {
        engine.FPDF_CloseDocument(document);
        document = open();
      }
      const page = engine.FPDF_LoadPage(document, index);
      try {
        return readPage(engine, page, scratch);
      } finally {
        engine.FPDF_ClosePage(page);
      }
    },
    close() {
      if (document !== 0) engine.FPDF_CloseDocument(document);
      engine.free(path);
      engine.free(scratch);
      closeSync(handle);
    },
  };
}

function bytesOf({ memory }: Engine): Uint8Array {
  return new Uint8Array(memory.buffer);
}

function readPage(engine: Engine, page: number, scratch: number): ReadPage {
  const heightMm = mm(engine.FPDF_GetPageHeightF(page));
  const fonts = new Map<number, Font>();
  const objects: DrawnObject[] = [];
  for (let index = 0; index < engine.FPDFPage_CountObjects(page); index++) {
    const object = engine.FPDFPage_GetObject(page, index);
    const kind = kinds[engine.FPDFPageObj_GetType(object)] ?? 'other';
    const { left, bottom, right, top } =
      (kind === 'form' ? clipOf(engine, object, scratch) : null) ?? boundsOf(engine, object, scratch);
    objects.push({
      kind,
      left: mm(left),
      right: mm(right),
      top: heightMm - mm(top),
      bottom: heightMm - mm(bottom),
      fonts: fontsOf(engine, object, scratch, fonts),
      widthPx: kind === 'image' ? widthOf(engine, object, scratch) : 0,
      scale: kind === 'form' ? scaleOf(engine, object, scratch) : 0,
    });
  }
  return { widthMm: mm(engine.FPDF_GetPageWidthF(page)), heightMm, text: textOf(engine, page), objects };
}

/** In points from the lower left corner. */
interface Bounds {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

function boundsOf(engine: Engine, object: number, scratch: number): Bounds {
  engine.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  const [left, bottom, right, top] = new Float32Array(engine.memory.buffer, scratch, 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  return { left, bottom, right, top };
}

/** Around the path that an object is clipped to; `null` when nothing is cut off it: the engine leaves such a path out. */
function clipOf(engine: Engine, object: number, scratch: number): Bounds | null {
  const clip = engine.FPDFPageObj_GetClipPath(object);
  if (clip === 0 || engine.FPDFClipPath_CountPaths(clip) < 1) return null;
  const bounds = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (let index = 0; index < engine.FPDFClipPath_CountPathSegments(clip, 0); index++) {
    const segment = engine.FPDFClipPath_GetPathSegment(clip, 0, index);
    engine.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    const [x, y] = new Float32Array(engine.memory.buffer, scratch, 2) as unknown as [number, number];
    bounds.left = Math.min(bounds.left, x);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.min(bounds.bottom, y);
    bounds.top = Math.max(bounds.top, y);
  }
  return bounds;
}

function scaleOf(engine: Engine, object: number, scratch: number): number {
  engine.FPDFPageObj_GetMatrix(object, scratch);
  const [a, b] = new Float32Array(engine.memory.buffer, scratch, 2) as unknown as [number, number];
  return Math.hypot(a, b);
}

/** Forms may stand in forms. */
function fontsOf(engine: Engine, object: number, scratch: number, known: Map<number, Font>): Font[] {
  const kind = kinds[engine.FPDFPageObj_GetType(object)];
  if (kind === 'text') return [fontOf(engine, engine.FPDFTextObj_GetFont(object), scratch, known)];
  if (kind !== 'form') return [];
  const fonts = new Set<Font>();
  for (let index = 0; index < engine.FPDFFormObj_CountObjects(object); index++) {
    const inner = engine.FPDFFormObj_GetObject(object, index);
    for (const font of fontsOf(engine, inner, scratch, known)) fonts.add(font);
  }
  return [...fonts];
}

function fontOf(engine: Engine, font: number, scratch: number, known: Map<number, Font>): Font {
  let found = known.get(font);
  if (!found) {
    const length = engine.FPDFFont_GetBaseFontName(font, scratch, 256);
    const name = Buffer.from(bytesOf(engine).subarray(scratch, scratch + Math.max(0, length - 1)));
    found = { name: name.toString('utf8'), isEmbedded: engine.FPDFFont_GetIsEmbedded(font) === 1 };
    known.set(font, found);
  }
  return found;
}

function widthOf(engine: Engine, image: number, scratch: number): number {
  const isKnown = engine.FPDFImageObj_GetImagePixelSize(image, scratch, scratch + 4) === 1;
  return isKnown ? new Uint32Array(engine.memory.buffer, scratch, 1)[0]! : 0;
}

function textOf(engine: Engine, page: number): string {
  const text = engine.FPDFText_LoadPage(page);
  const count = engine.FPDFText_CountChars(text);
  const buffer = engine.malloc(2 * (count + 1));
  const length = engine.FPDFText_GetText(text, 0, count, buffer);
  const bytes = Buffer.from(bytesOf(engine).subarray(buffer, buffer + 2 * Math.max(0, length - 1)));
  engine.free(buffer);
  engine.FPDFText_ClosePage(text);
  return bytes.toString('utf16le');
}

/** PDFium with one file in its file system, which is read from ours: `fopen` and what belongs to it are ours. */
async function startEngine(): Promise<{ engine: Engine; show(file: number): void }> {
  const wasm = await pdfiumModule();
  let engine!: Engine;
  let file = -1;
  let position = 0;
  const view = () => new DataView(engine.memory.buffer);
  await PDFiumLibrary.init({
    instantiateWasm: (imports, done) => {
      const { env, wasi_snapshot_preview1: wasi } = imports as {
        env: Record<string, (...args: number[]) => number>;
        wasi_snapshot_preview1: Record<string, (...args: (number | bigint)[]) => number>;
      };
      env!['__syscall_openat'] = () => {
        position = 0;
        return descriptor;
      };
      // `struct stat` of musl on wasm32: the size stands at 24.
      env!['__syscall_fstat64'] = (_descriptor, to) => {
        bytesOf(engine).fill(0, to, to! + 96);
        view().setBigInt64(to! + 24, BigInt(fstatSync(file).size), true);
        return 0;
      };
      wasi!['fd_seek'] = (_descriptor, offset, whence, to) => {
        const from = whence === 0 ? 0 : whence === 1 ? position : fstatSync(file).size;
        position = from + Number(offset);
        view().setBigInt64(to as number, BigInt(position), true);
        return 0;
      };
      wasi!['fd_read'] = (_descriptor, vectors, count, to) => {
        let total = 0;
        for (let i = 0; i < Number(count); i++) {
          const at = view().getUint32(Number(vectors) + 8 * i, true);
          const length = view().getUint32(Number(vectors) + 8 * i + 4, true);
          const read = readSync(file, bytesOf(engine), at, length, position);
          position += read;
          total += read;
          if (read < length) break;
        }
        view().setUint32(to as number, total, true);
        return 0;
      };
      wasi!['fd_close'] = () => 0;
      const instance = new WebAssembly.Instance(wasm, imports);
      engine = instance.exports as unknown as Engine;
      // The library's type says module; what its loader reads is the instance.
      (done as unknown as (instance: WebAssembly.Instance) => void)(instance);
      return instance.exports;
    },
  });
  return { engine, show: (handle) => (file = handle) };
}
