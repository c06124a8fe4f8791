import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ReadResult } from 'zxing-wasm/reader';
import type { Point } from '../../images/homography.ts';

/** Square of modules, row by row; `true` is ink. */
export interface CodeModules {
  size: number;
  ink: boolean[];
}

export interface FoundCode {
  content: string;
  /** Corners of the code in pixels, clockwise from the one that was upper left on paper. */
  corners: [Point, Point, Point, Point];
}

/** What the readers look at. */
export interface GreyPicture {
  width: number;
  height: number;
  luma: Uint8Array;
}

const require = createRequire(import.meta.url);

/** The library would fetch its engine from the network by itself. */
async function engine(name: 'reader' | 'writer'): Promise<{ wasmBinary: ArrayBuffer }> {
  const bytes = await readFile(require.resolve(`zxing-wasm/${name}/zxing_${name}.wasm`));
  return { wasmBinary: new Uint8Array(bytes).buffer };
}

let writing: Promise<typeof import('zxing-wasm/writer')> | null = null;
let reading: Promise<typeof import('zxing-wasm/reader')> | null = null;

/** QR code, a quarter of which may be spoilt by a stamp or a fold. */
export async function codeModules(content: string): Promise<CodeModules> {
  writing ??= (async () => {
    const writer = await import('zxing-wasm/writer');
    writer.prepareZXingModule({ overrides: await engine('writer') });
    return writer;
  })();
  const { writeBarcode } = await writing;
  const { symbol, error } = await writeBarcode(content, { format: 'QRCode', ecLevel: 'M' });
  if (!symbol) throw new Error(error);
  return { size: symbol.width, ink: Array.from(symbol.data, (value) => value === 0) };
}

export async function readCodes({ width, height, luma }: GreyPicture): Promise<FoundCode[]> {
  reading ??= (async () => {
    const reader = await import('zxing-wasm/reader');
    reader.prepareZXingModule({ overrides: await engine('reader') });
    return reader;
  })();
  const { readBarcodesFromImageData } = await reading;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0, to = 0; i < luma.length; i++, to += 4) {
    data[to] = data[to + 1] = data[to + 2] = luma[i]!;
    data[to + 3] = 255;
  }
  const image = { data, width, height, colorSpace: 'srgb' } as Parameters<
    typeof readBarcodesFromImageData
  >[0];
  const found = await readBarcodesFromImageData(image, { formats: ['QRCode'], maxNumberOfSymbols: 4 });
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text, position }) => ({ content: text, corners: cornersOf(position) }));
}

function cornersOf({
  topLeft,
  topRight,
  bottomRight,
  bottomLeft,
}: ReadResult['position']): FoundCode['corners'] {
  return [topLeft, topRight, bottomRight, bottomLeft];
}
