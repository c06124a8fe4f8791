import type { PdfEngine } from '../../images/pdf-engine.ts';
import { Unfit } from './unfit.ts';

/** Functions of PDFium that copying pages needs; all numbers but counts are addresses in its memory. */
interface Copying {
  memory: WebAssembly.Memory;
  __indirect_function_table: { set(index: number, value: unknown): void };
  malloc(bytes: number): number;
  free(at: number): void;
  FPDF_LoadMemDocument(at: number, bytes: number, password: number): number;
  FPDF_GetSecurityHandlerRevision(document: number): number;
  FPDF_CreateNewDocument(): number;
  FPDF_ImportPagesByIndex(to: number, from: number, indices: number, count: number, at: number): number;
  FPDF_SaveAsCopy(document: number, writer: number, flags: number): number;
  FPDF_CloseDocument(document: number): void;
}

const maxBytes = 64 * 1024 * 1024;
const withoutEncryption = -1;
const notIncremental = 2;
/**
 * `(module (import "e" "f" (func (param i32 i32 i32) (result i32))) (export "f" (func 0)))`: makes one of our functions
 * callable from the engine.
 */
const callable = WebAssembly.compile(
  // prettier-ignore
  Uint8Array.from([
    0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    1, 8, 1, 0x60, 3, 0x7f, 0x7f, 0x7f, 1, 0x7f,
    2, 7, 1, 1, 0x65, 1, 0x66, 0, 0,
    7, 5, 1, 1, 0x66, 0, 0,
  ]),
);

/**
 * All pages of a PDF in a new one as PDFium writes it: whatever the file was like, its objects are now plain, each page
 * has what it inherited, and scripts, forms, layers and attached files of the document are gone.
 *
 * @throws Unfit
 */
export async function copyWithPdfium(engine: PdfEngine, bytes: Buffer): Promise<Buffer> {
  const pdfium = engine.exports as unknown as Copying;
  const [source, writer] = [pdfium.malloc(bytes.length), pdfium.malloc(8)];
  let [from, to] = [0, 0];
  try {
    if (source === 0 || writer === 0) throw new Unfit('complex');
    new Uint8Array(pdfium.memory.buffer).set(bytes, source);
    from = pdfium.FPDF_LoadMemDocument(source, bytes.length, 0);
    if (from === 0) throw new Unfit('damaged');
    if (pdfium.FPDF_GetSecurityHandlerRevision(from) !== withoutEncryption) throw new Unfit('encrypted');
    to = pdfium.FPDF_CreateNewDocument();
    if (to === 0 || pdfium.FPDF_ImportPagesByIndex(to, from, 0, 0, 0) === 0) throw new Unfit('damaged');
    return saved(pdfium, to, writer, await callable);
  } finally {
    if (to !== 0) pdfium.FPDF_CloseDocument(to);
    if (from !== 0) pdfium.FPDF_CloseDocument(from);
    pdfium.free(writer);
    pdfium.free(source);
  }
}

function saved(pdfium: Copying, document: number, writer: number, module: WebAssembly.Module): Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  const write = (_writer: number, at: number, count: number): number => {
    size += count;
    if (size > maxBytes) return 0;
    chunks.push(Buffer.from(new Uint8Array(pdfium.memory.buffer, at, count)));
    return 1;
  };
  const { exports } = new WebAssembly.Instance(module, { e: { f: write } });
  // The table cannot grow; its first place, the address that no function has, is free.
  const table = pdfium.__indirect_function_table;
  table.set(0, exports['f']);
  try {
    new Uint32Array(pdfium.memory.buffer, writer, 2).set([1, 0]);
    if (pdfium.FPDF_SaveAsCopy(document, writer, notIncremental) === 0)
      throw new Unfit(size > maxBytes ? 'complex' : 'damaged');
  } finally {
    table.set(0, null);
  }
  return Buffer.concat(chunks);
}
