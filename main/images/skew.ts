import type { Ink } from './ink.ts';
import type { Plane } from './raster.ts';

export interface SkewFacts {
  /** How far the lines of text are turned, in degrees, clockwise positive; `null` when that cannot be told. */
  degrees: number | null;
  /** Best score over the middle score of all angles; 1 means no direction stands out. */
  confidence: number;
}

const maxDegrees = 15;
/** Lower edges over columns of the page: less is no line of text. */
const minEdgesPerColumn = 0.25;
/** The same over the columns that have any: a ring or a blot has at most two in each, a page of text six and more. */
const minLines = 3;
/** A full page of text reaches 10 and more, a short letter 4; a disc has 2. */
const minConfidence = 3;
/** Of a page full of text every second or third edge is enough. */
const coarsePoints = 10_000;
const finePoints = 20_000;
const marginShare = 0.015;
const coarseRowsPerPx = 0.5;
const nearRowsPerPx = 4;
/** Rows are counted in eighths of a pixel, so that no angle gains by where whole pixels happen to lie. */
const rowsPerPx = 8;
/** A prime above the number of points. */
const shuffleStride = 32_771;
const partBits = 8;
const parts = 1 << partBits;
/** Heights of the windows that slide over the rows, in pixels of a page that is `fullSidePx` long. */
const windowsPx = [1, 2];
const fullSidePx = 1200;

/**
 * Turns the page in thought until the lower edges of its ink fall into the sharpest rows: baselines of text line
 * up, while pictures, frames and blots have few lower edges.
 */
export function measureSkew(ink: Ink, luma: Plane): SkewFacts {
  const edges = lowerEdges(ink, luma);
  const count = edges.xs.length;
  if (count < ink.width * minEdgesPerColumn) return { degrees: null, confidence: 0 };
  if (count < usedColumns(edges, ink.width) * minLines) return { degrees: null, confidence: 0 };

  const coarse = new RowSharpness(edges, ink.width, ink.height, coarseRowsPerPx, [1], coarsePoints);
  const scores = new Float32Array(75);
  let degrees = 0;
  let best = -1;
  for (let k = -37; k <= 37; k++) {
    const value = coarse.at(k * 0.4);
    scores[k + 37] = value;
    if (value > best) {
      best = value;
      degrees = k * 0.4;
    }
  }
  const middle = scores.sort()[37]!;
  const confidence = middle > 0 ? best / middle : 0;
  if (confidence < minConfidence) return { degrees: null, confidence };

  const scale = Math.min(1, Math.max(ink.width, ink.height) / fullSidePx);
  const windowsOf = (perPx: number) => windowsPx.map((px) => Math.max(1, Math.round(px * scale * perPx)));
  const nearer = new RowSharpness(
    edges,
    ink.width,
    ink.height,
    nearRowsPerPx,
    windowsOf(nearRowsPerPx),
    coarsePoints,
  );
  degrees = sharpest(nearer, degrees, 0.1, 6);
  const fine = new RowSharpness(edges, ink.width, ink.height, rowsPerPx, windowsOf(rowsPerPx), finePoints);
  degrees = sharpest(fine, degrees, 0.03, 4);
  return { degrees: peak(fine, degrees), confidence };
}

/** In how many columns there is an edge at all. */
function usedColumns({ xs }: Points, width: number): number {
  const isUsed = new Uint8Array(width + 1);
  for (const x of xs) isUsed[x + (width >> 1)] = 1;
  return isUsed.reduce((sum, value) => sum + value, 0);
}

function sharpest(score: RowSharpness, around: number, step: number, steps: number): number {
  let degrees = around;
  let best = -1;
  for (let k = -steps; k <= steps; k++) {
    const value = score.at(around + k * step);
    if (value > best) {
      best = value;
      degrees = around + k * step;
    }
  }
  return degrees;
}

interface Points {
  /** From the middle of the page. */
  xs: Float32Array;
  ys: Float32Array;
}

/**
 * Where ink ends and paper begins below it, between the pixels: at the middle of the rise in luma. Whole pixels
 * would draw small angles on small pages to zero.
 */
function lowerEdges({ width, height, lowerEdges }: Ink, { data }: Plane): Points {
  const marginX = Math.round(width * marginShare);
  const marginY = Math.max(2, Math.round(height * marginShare));
  const xs = new Float32Array(lowerEdges.length);
  const ys = new Float32Array(lowerEdges.length);
  let count = 0;
  for (const i of lowerEdges) {
    const y = (i / width) | 0;
    const x = i - y * width;
    if (x < marginX || x >= width - marginX || y < marginY || y >= height - 1 - marginY) continue;
    const above = Math.max(0, data[i]! - data[i - width]!);
    const here = Math.max(0, data[i + width]! - data[i]!);
    const below = Math.max(0, data[i + 2 * width]! - data[i + width]!);
    const rise = above + here + below;
    xs[count] = x - (width >> 1);
    ys[count++] = rise > 0 ? y + 0.5 + (below - above) / rise : y;
  }
  return { xs: xs.subarray(0, count), ys: ys.subarray(0, count) };
}

/**
 * How unevenly points fall into rows after shearing by an angle: squared differences of neighbouring windows.
 * Everything is counted in small whole parts of a row, which takes half the time of fractions.
 */
class RowSharpness {
  readonly #xs: Int16Array;
  /** In parts of a row, from the first row that any angle can reach. */
  readonly #ys: Int32Array;
  readonly #perPx: number;
  readonly #windows: number[];
  readonly #rows: Int32Array;

  constructor(
    { xs, ys }: Points,
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
function unevenness(rows: Int32Array, size: number): number {
  let difference = 0;
  for (let row = 0; row < size; row++) difference += rows[size + row]! - rows[row]!;
  let score = difference * difference;
  for (let row = 2 * size; row < rows.length; row++) {
    difference += rows[row]! - 2 * rows[row - size]! + rows[row - 2 * size]!;
    score += difference * difference;
  }
  return score;
}

/** The top of the parabola through three scores around the best angle. */
function peak(score: RowSharpness, degrees: number): number {
  const step = 0.04;
  const before = score.at(degrees - step);
  const after = score.at(degrees + step);
  const bend = before - 2 * score.at(degrees) + after;
  if (bend >= 0) return degrees;
  return degrees + Math.max(-step, Math.min(step, (0.5 * step * (before - after)) / bend));
}
