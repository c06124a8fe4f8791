import { shrink, type Raster } from './raster.ts';

/**
 * What stays of a photo when it is compressed again or made smaller: the signs of its coarse waves and its colours in
 * large cells. Drawn and printed papers of one layout differ in too little for it: do not compare papers by it.
 */
const gridSide = 64;
const waves = 16;
const cells = 6;
const hexPerWord = 8;
const words = (waves * waves) / 32;

/** Of 255 signs. Different people before the same kind of wall differ in 83 at least, the same photo in 12 at most. */
const maxOtherSigns = 40;
/** Of 255, on average and in any cell: another jacket is another photo. */
const maxMeanColour = 10;
const maxCellColour = 40;

/** Hexadecimal, always equally long. */
export function fingerprintOf(raster: Raster): string {
  const small = shrink(raster, 256);
  return signs(small) + cellColours(small);
}

export interface Fingerprint {
  signs: Uint32Array;
  colours: Uint8Array;
}

export function parseFingerprint(hex: string): Fingerprint {
  const head = words * hexPerWord;
  return {
    signs: Uint32Array.from({ length: words }, (_, i) =>
      Number.parseInt(hex.slice(i * hexPerWord, (i + 1) * hexPerWord), 16),
    ),
    colours: Uint8Array.from(Buffer.from(hex.slice(head), 'hex')),
  };
}

export function isSamePhoto(a: Fingerprint, b: Fingerprint): boolean {
  let other = 0;
  for (let i = 0; i < words; i++) {
    other += bitsIn((a.signs[i]! ^ b.signs[i]!) >>> 0);
    if (other > maxOtherSigns) return false;
  }
  let sum = 0;
  for (let i = 0; i < a.colours.length; i++) {
    const step = Math.abs(a.colours[i]! - b.colours[i]!);
    if (step > maxCellColour) return false;
    sum += step;
  }
  return sum / a.colours.length <= maxMeanColour;
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const cosines = Array.from({ length: waves }, (_, u) =>
  Float64Array.from({ length: gridSide }, (_, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * gridSide))),
);

/** The signs of the coarsest cosine waves, the mean brightness left out. */
function signs(raster: Raster): string {
  const grid = gridOf(raster, gridSide);
  const rows = new Float64Array(waves * gridSide);
  for (let u = 0; u < waves; u++)
    for (let y = 0; y < gridSide; y++) {
      let sum = 0;
      for (let x = 0; x < gridSide; x++) {
        const p = (y * gridSide + x) * 3;
        sum += (0.299 * grid[p]! + 0.587 * grid[p + 1]! + 0.114 * grid[p + 2]!) * cosines[u]![x]!;
      }
      rows[u * gridSide + y] = sum;
    }
  const bits = new Uint32Array(words);
  for (let v = 0; v < waves; v++)
    for (let u = 0; u < waves; u++) {
      let sum = 0;
      for (let y = 0; y < gridSide; y++) sum += rows[u * gridSide + y]! * cosines[v]![y]!;
      const bit = v * waves + u;
      if (bit > 0 && sum > 0) bits[bit >> 5]! |= 1 << (bit & 31);
    }
  return Array.from(bits, (word) => word.toString(16).padStart(hexPerWord, '0')).join('');
}

function cellColours(raster: Raster): string {
  return Buffer.from(Uint8Array.from(gridOf(raster, cells), Math.round)).toString('hex');
}

/** Mean red, green and blue of each cell of a square grid laid over the whole picture. */
function gridOf({ width, height, rgb }: Raster, side: number): Float64Array {
  const means = new Float64Array(side * side * 3);
  const counts = new Float64Array(side * side);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const cell = Math.floor((y * side) / height) * side + Math.floor((x * side) / width);
      counts[cell]!++;
      for (let c = 0; c < 3; c++) means[cell * 3 + c]! += rgb[(y * width + x) * 3 + c]!;
    }
  return means.map((sum, i) => sum / Math.max(1, counts[Math.floor(i / 3)]!));
}
