import type { Plane } from './raster.ts';

export interface Ink {
  width: number;
  height: number;
  /** 1 where ink is, else 0. */
  mask: Uint8Array;
  /** Share of the page that is ink, 0..1. */
  share: number;
  /** Mean luma of paper minus mean luma of ink, 0..255; 0 without ink. */
  contrast: number;
  paperLuma: number;
}

/** Ink is at least this much darker than its neighbourhood: in proportion, and in luma. */
const minRatio = 0.15;
const minStep = 10;

/**
 * Parts ink from paper by the mean of a window around each pixel (Bradley and Roth 2007), so that shadows and
 * yellowed paper do not matter.
 */
export function findInk({ width, height, data }: Plane): Ink {
  const reach = Math.max(15, Math.round(width / 24) | 1) >> 1;
  const mask = new Uint8Array(width * height);
  const columns = new Float64Array(width);
  let inkCount = 0;
  let inkSum = 0;
  let paperSum = 0;
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
    const rows = nextRow - firstRow;
    let sum = 0;
    let from = 0;
    let to = 0;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      for (const last = Math.min(width, x + reach + 1); to < last; to++) sum += columns[to]!;
      for (const first = Math.max(0, x - reach); from < first; from++) sum -= columns[from]!;
      const mean = sum / (rows * (to - from));
      const value = data[i]!;
      if (value < mean * (1 - minRatio) && mean - value > minStep) {
        mask[i] = 1;
        inkCount++;
        inkSum += value;
      } else paperSum += value;
    }
  }
  const paperCount = mask.length - inkCount;
  const paperLuma = paperCount === 0 ? 0 : paperSum / paperCount;
  return {
    width,
    height,
    mask,
    share: inkCount / mask.length,
    contrast: inkCount === 0 ? 0 : paperLuma - inkSum / inkCount,
    paperLuma,
  };
}
