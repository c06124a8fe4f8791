import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/** An A0 scan needs 200 MB; a file made to exhaust the machine is stopped here. */
const maxMemoryBytes = 512 * 1024 * 1024;
/** The engine never gives memory back: one that has grown beyond this is not used for another file. */
const largeMemoryBytes = 128 * 1024 * 1024;

export interface PdfEngine {
  library: PDFiumLibrary;
  /** PDFium's own functions, for what the library does not offer. */
  exports: WebAssembly.Exports;
  /** It was refused memory since it was started; what it did then has failed. */
  hasRunOut(): boolean;
  isLarge(): boolean;
  /** The next file gets a new engine; the memory of this one goes with it. */
  discard(): void;
}

let running: Promise<PdfEngine> | null = null;

/** The engine of this thread, started on first use. */
export function pdfEngine(): Promise<PdfEngine> {
  running ??= startEngine();
  return running;
}

async function startEngine(): Promise<PdfEngine> {
  const wasm = await pdfiumModule();
  const globals = new Set(Object.getOwnPropertyNames(globalThis));
  let exports: WebAssembly.Exports | null = null;
  const memory = () => exports?.['memory'] as WebAssembly.Memory | undefined;
  let hasRunOut = false;
  const library = await PDFiumLibrary.init({
    instantiateWasm: (imports, done) => {
      const env = imports['env'] as { emscripten_resize_heap: (bytes: number) => number };
      const grow = env.emscripten_resize_heap;
      // Called by the engine whenever its memory is full; 0 makes that allocation fail.
      env.emscripten_resize_heap = (bytes) => {
        const isRefused = bytes >>> 0 > maxMemoryBytes || grow(bytes) === 0;
        hasRunOut ||= isRefused;
        return isRefused ? 0 : 1;
      };
      const instance = new WebAssembly.Instance(wasm, imports);
      exports = instance.exports;
      // The library's type says module; what its loader reads is the instance.
      (done as unknown as (instance: WebAssembly.Instance) => void)(instance);
      return instance.exports;
    },
  });
  forgetTraps(globals);
  return {
    library,
    exports: exports!,
    hasRunOut: () => hasRunOut,
    isLarge: () => (memory()?.buffer.byteLength ?? 0) > largeMemoryBytes,
    discard: () => {
      running = null;
    },
  };
}

/**
 * The library leaves getters on the global object that complain of names it does not have; the first engine's would
 * keep its memory for as long as the thread lives.
 *
 * @param before names that were there already
 */
function forgetTraps(before: Set<string>): void {
  for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(globalThis)))
    if (get && !before.has(name)) Reflect.deleteProperty(globalThis, name);
}

let compiled: Promise<WebAssembly.Module> | null = null;

/** PDFium, compiled once in this thread. */
export function pdfiumModule(): Promise<WebAssembly.Module> {
  compiled ??= readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')).then((bytes) =>
    WebAssembly.compile(bytes),
  );
  return compiled;
}
