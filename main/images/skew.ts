import type { Ink } from './ink.ts';
import type { Plane } from './raster.ts';

export interface SkewFacts {
  /** How far the lines of text are turned, in degrees, clockwise positive; `null` when that cannot be told. */
  degrees: number | null;
  /** Best score over the middle score of all angles; 1 means no direction stands out. */
  confidence: number;
}

const maxDegrees = 15;
/** A full page of text reaches 10 and more, a short letter 4; a disc has 2. */
const minConfidence = 3;
/** Of a page full of text every second or third edge is enough. */
const coarsePoints = 20_000;
const finePoints = 20_000;
const marginShare = 0.015;
/** Rows are counted in quarters of a pixel, so that no angle gains by where whole pixels happen to lie. */
const rowsPerPx = 4;
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
  if (count < ink.width * 0.25) return { degrees: null, confidence: 0 };

  const coarse = new RowSharpness(edges, ink.width, ink.height, 1, [1], coarsePoints);
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
  const windows = windowsPx.map((px) => Math.max(1, Math.round(px * scale * rowsPerPx)));
  const fine = new RowSharpness(edges, ink.width, ink.height, rowsPerPx, windows, finePoints);
  degrees = sharpest(fine, degrees, 0.1, 4);
  degrees = sharpest(fine, degrees, 0.03, 2);
  return { degrees: peak(fine, degrees), confidence };
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
function lowerEdges({ width, height, mask }: Ink, { data }: Plane): Points {
  const marginX = Math.round(width * marginShare);
  const marginY = Math.max(2, Math.round(height * marginShare));
  const xs = new Float32Array((width * height) / 2);
  const ys = new Float32Array((width * height) / 2);
  let count = 0;
  for (let y = marginY; y < height - 1 - marginY; y++) {
    for (let x = marginX, i = y * width + marginX; x < width - marginX; x++, i++) {
      if (mask[i] === 0 || mask[i + width] === 1) continue;
      const above = Math.max(0, data[i]! - data[i - width]!);
      const here = Math.max(0, data[i + width]! - data[i]!);
      const below = Math.max(0, data[i + 2 * width]! - data[i + width]!);
      const rise = above + here + below;
      xs[count] = x - width / 2;
      ys[count++] = rise > 0 ? y + 0.5 + (below - above) / rise : y;
    }
  }
  return { xs: xs.subarray(0, count), ys: ys.subarray(0, count) };
}

/** How unevenly points fall into rows after shearing by an angle: squared differences of neighbouring windows. */
class RowSharpness {
  readonly #points: Points;
  readonly #perPx: number;
  readonly #windows: number[];
  readonly #every: number;
  readonly #offset: number;
  readonly #rows: Float32Array;
  readonly #sums: Float32Array;

  constructor(
    points: Points,
    width: number,
    height: number,
    perPx: number,
    windows: number[],
    maxPoints: number,
  ) {
    this.#points = points;
    this.#perPx = perPx;
    this.#windows = windows;
    this.#every = Math.max(1, Math.round(points.xs.length / maxPoints));
    this.#offset = Math.ceil((width / 2) * Math.tan(((maxDegrees + 1) * Math.PI) / 180)) + 4;
    this.#rows = new Float32Array((height + 2 * this.#offset + 4) * perPx);
    this.#sums = new Float32Array(this.#rows.length);
  }

  at(degrees: number): number {
    const { xs, ys } = this.#points;
    const every = this.#every;
    const rows = this.#rows;
    const perPx = this.#perPx;
    const start = this.#offset * perPx;
    const slope = Math.tan((degrees * Math.PI) / 180) * perPx;
    rows.fill(0);
    for (let i = 0; i < xs.length; i += every) {
      const position = ys[i]! * perPx - xs[i]! * slope + start;
      const row = position | 0;
      const part = position - row;
      rows[row]! += 1 - part;
      rows[row + 1]! += part;
    }
    let score = 0;
    for (const size of this.#windows) score += unevenness(rows, this.#sums, size) / (size / perPx) ** 1.5;
    return score;
  }
}

/** Squared differences of the sums of neighbouring windows of `size` rows. */
function unevenness(rows: Float32Array, sums: Float32Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row++) sums[row] = sum += rows[row]!;
  let score = 0;
  for (let row = size; row < rows.length; row++) {
    sum += rows[row]! - rows[row - size]!;
    sums[row] = sum;
    const difference = sum - sums[row - size]!;
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
