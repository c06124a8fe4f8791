import type { Ink } from './ink.ts';
import type { Plane } from './raster.ts';

export interface EdgePoints {
  /** From the middle of the page. */
  xs: Float32Array;
  ys: Float32Array;
}

/** Farther a page is not turned. */
const maxDegrees = 15;
const marginShare = 0.015;
/** A prime above the number of points. */
const shuffleStride = 32_771;
const partBits = 8;
const parts = 1 << partBits;

/**
 * Where ink ends and paper begins below it, or above it, between the pixels: at the middle of the rise in luma.
 * Whole pixels would draw small angles on small pages to zero.
 */
export function edgePoints(ink: Ink, { data }: Plane, side: 'lower' | 'upper'): EdgePoints {
  const { width, height } = ink;
  const edges = side === 'lower' ? ink.lowerEdges : ink.upperEdges;
  const sign = side === 'lower' ? 1 : -1;
  const out = sign * width;
  const marginX = Math.round(width * marginShare);
  const marginY = Math.max(2, Math.round(height * marginShare));
  const xs = new Float32Array(edges.length);
  const ys = new Float32Array(edges.length);
  let count = 0;
  for (const i of edges) {
    const y = (i / width) | 0;
    const x = i - y * width;
    if (x < marginX || x >= width - marginX || y < marginY || y >= height - 1 - marginY) continue;
    const inner = Math.max(0, data[i]! - data[i - out]!);
    const here = Math.max(0, data[i + out]! - data[i]!);
    const outer = Math.max(0, data[i + 2 * out]! - data[i + out]!);
    const rise = inner + here + outer;
    xs[count] = x - (width >> 1);
    ys[count++] = rise > 0 ? y + sign * (0.5 + (outer - inner) / rise) : y;
  }
  return { xs: xs.subarray(0, count), ys: ys.subarray(0, count) };
}

/**
 * How unevenly points fall into rows after shearing by an angle: squared differences of neighbouring windows.
 * Everything is counted in small whole parts of a row, which takes half the time of fractions.
 */
export class RowSharpness {
  readonly #xs: Int16Array;
  /** In parts of a row, from the first row that any angle can reach. */
  readonly #ys: Int32Array;
  readonly #perPx: number;
  readonly #windows: number[];
  readonly #rows: Int32Array;

  constructor(
    { xs, ys }: EdgePoints,
    width: number,
    height: number,
    perPx: number,
    windows: number[],
    maxPoints: number,
  ) {
    const reach = Math.ceil((width / 2) * Math.tan(((maxDegrees + 1) * Math.PI) / 180)) + 4;
    const count = Math.min(xs.length, maxPoints);
    const every = xs.length / count;
    this.#xs = new Int16Array(count);
    this.#ys = new Int32Array(count);
    // Neighbours fall into one row, and counting in one place again and again waits for itself: mix them.
    const stride = count % shuffleStride === 0 ? 1 : shuffleStride % count;
    for (let k = 0, i = 0, to = 0; k < count; k++, i += every) {
      this.#xs[to] = xs[i | 0]!;
      this.#ys[to] = Math.round((ys[i | 0]! + reach) * perPx * parts);
      to += stride;
      if (to >= count) to -= count;
    }
    this.#perPx = perPx;
    this.#windows = windows;
    this.#rows = new Int32Array(Math.ceil((height + 2 * reach + 4) * perPx));
  }

  at(degrees: number): number {
    const xs = this.#xs;
    const ys = this.#ys;
    const rows = this.#rows;
    const perPx = this.#perPx;
    const slope = Math.round(Math.tan((degrees * Math.PI) / 180) * perPx * parts * 256);
    rows.fill(0);
    for (let i = 0; i < xs.length; i++) {
      rows[(ys[i]! - (Math.imul(xs[i]!, slope) >> 8)) >> partBits]!++;
    }
    let score = 0;
    for (const size of this.#windows) score += unevenness(rows, size) / (size / perPx) ** 1.5;
    return score;
  }
}

/** Squared differences of the sums of neighbouring windows of `size` rows. */
export function unevenness(rows: Int32Array, size: number): number {
  let difference = 0;
  for (let row = 0; row < size; row++) difference += rows[size + row]! - rows[row]!;
  let score = difference * difference;
  for (let row = 2 * size; row < rows.length; row++) {
    difference += rows[row]! - 2 * rows[row - size]! + rows[row - 2 * size]!;
    score += difference * difference;
  }
  return score;
}
