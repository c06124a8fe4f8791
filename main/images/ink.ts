import type { Plane } from './raster.ts';

export interface Ink {
  width: number;
  height: number;
  /** 1 where ink is, else 0. */
  mask: Uint8Array;
  /** Share of the page that is ink, 0..1. */
  share: number;
  /** The same with marks too faint to count as ink. */
  markShare: number;
  /** Mean luma of paper minus mean luma of ink, 0..255; 0 without ink. */
  contrast: number;
  paperLuma: number;
}

/** Ink is at least this much darker than its neighbourhood: in proportion, and in luma. */
const minRatio = 0.15;
const minStep = 10;
/** Less is not a page of print. */
export const minInkShare = 0.001;

/**
 * Parts ink from paper by the mean of a window around each pixel (Bradley and Roth 2007), so that shadows and
 * yellowed paper do not matter.
 */
export function findInk({ width, height, data }: Plane): Ink {
  const reach = Math.max(15, Math.round(width / 24) | 1) >> 1;
  const mask = new Uint8Array(width * height);
  const columns = new Float64Array(width);
  /** Sums of the columns left of each one. */
  const before = new Float64Array(width + 1);
  const perColumn = new Float64Array(width);
  for (let x = 0; x < width; x++)
    perColumn[x] = 1 / (Math.min(width, x + reach + 1) - Math.max(0, x - reach));
  let inkCount = 0;
  let inkSum = 0;
  let faintCount = 0;
  let faintSum = 0;
  let sumOfAll = 0;
  let firstRow = 0;
  let nextRow = 0;
  for (let y = 0; y < height; y++) {
    // Sums of the window's columns move down with it, one row in and one row out.
    for (const last = Math.min(height, y + reach + 1); nextRow < last; nextRow++) {
      for (let x = 0, i = nextRow * width; x < width; x++, i++) columns[x]! += data[i]!;
    }
    for (const first = Math.max(0, y - reach); firstRow < first; firstRow++) {
      for (let x = 0, i = firstRow * width; x < width; x++, i++) columns[x]! -= data[i]!;
    }
    const perRow = 1 / (nextRow - firstRow);
    let sum = 0;
    for (let x = 0; x < width; x++) before[x + 1] = sum += columns[x]!;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const from = x < reach ? 0 : x - reach;
      const to = x + reach >= width ? width : x + reach + 1;
      const mean = (before[to]! - before[from]!) * perColumn[x]! * perRow;
      const value = data[i]!;
      sumOfAll += value;
      if (mean - value <= minStep) continue;
      if (value < mean * (1 - minRatio)) {
        mask[i] = 1;
        inkCount++;
        inkSum += value;
      } else {
        faintCount++;
        faintSum += value;
      }
    }
  }
  const size = mask.length;
  const markCount = inkCount + faintCount;
  const paperLuma = markCount === size ? 0 : (sumOfAll - inkSum - faintSum) / (size - markCount);
  // On a faint page the faint marks are the print; elsewhere they are the rims of letters.
  const isFaint = inkCount < size * minInkShare;
  const inkLuma = isFaint ? faintSum / faintCount : inkSum / inkCount;
  return {
    width,
    height,
    mask,
    share: inkCount / size,
    markShare: markCount / size,
    contrast: (isFaint ? faintCount : inkCount) === 0 ? 0 : paperLuma - inkLuma,
    paperLuma,
  };
}
