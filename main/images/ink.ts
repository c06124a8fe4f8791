import type { Plane } from './raster.ts';

export interface Ink {
  width: number;
  height: number;
  /** Positions of ink with paper right below it, in reading order. */
  lowerEdges: Int32Array;
  /** Positions of ink with paper right above it. */
  upperEdges: Int32Array;
  /** 1 where there is ink beside the border, along each side. */
  border: { top: Uint8Array; right: Uint8Array; bottom: Uint8Array; left: Uint8Array };
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
/** The neighbourhood is this share of the width, and at least so many pixels. */
const windowShare = 1 / 24;
const minWindowPx = 15;
/** How much ink there is and how dark is told by every so many rows. */
const sampledRows = 3;

/** Kept from picture to picture: clearing a new one would take as long as finding the edges. */
let scratch = new Int32Array(0);

/**
 * Parts ink from paper by the mean of a window around each pixel (Bradley and Roth 2007), so that shadows and
 * yellowed paper do not matter.
 *
 * @param coarse the same picture, halved or not: means of large windows need no fine pixels
 */
export function findInk(luma: Plane, coarse = luma): Ink {
  const { width, height, data } = luma;
  const means = localMeans(coarse, Math.round(width / coarse.width), width);
  const size = width * height;
  if (scratch.length < 2 * size) scratch = new Int32Array(2 * size);
  const lower = scratch.subarray(0, size);
  const upper = scratch.subarray(size);
  /** Luma from which on a pixel is paper, and below which it is ink. */
  const paperFrom = new Uint8Array(width);
  const inkBelow = new Uint8Array(width);
  const above = new Uint8Array(width);
  const tally = new Tally();
  const border = {
    top: new Uint8Array(width),
    right: new Uint8Array(height),
    bottom: new Uint8Array(width),
    left: new Uint8Array(height),
  };
  let lowerCount = 0;
  let upperCount = 0;
  for (let y = 0, i = 0; y < height; y++) {
    if (y % means.cellPx === 0) {
      const row = Math.min(means.rows - 1, y / means.cellPx) * means.columns;
      for (let column = 0, x = 0; x < width; column++) {
        const mean = means.values[row + Math.min(means.columns - 1, column)]!;
        const paper = Math.max(0, Math.ceil(mean - minStep));
        const ink = Math.min(paper, Math.ceil(mean * (1 - minRatio)));
        for (const end = Math.min(width, x + means.cellPx); x < end; x++) {
          paperFrom[x] = paper;
          inkBelow[x] = ink;
        }
      }
    }
    if (y % sampledRows === 0) tally.addRow(data, i, paperFrom, inkBelow);
    for (let x = 0; x < width; x++, i++) {
      // The sign instead of a branch: what comes next is anybody's guess, the processor's too.
      const isInk = (data[i]! - inkBelow[x]!) >>> 31;
      if (isInk === above[x]) continue;
      above[x] = isInk;
      if (isInk === 1) upper[upperCount++] = i;
      else lower[lowerCount++] = i - width;
    }
    border.left[y] = above[Math.min(1, width - 1)]!;
    border.right[y] = above[Math.max(0, width - 2)]!;
    if (y === 1) border.top.set(above);
    if (y === height - 2) border.bottom.set(above);
  }
  return {
    width,
    height,
    lowerEdges: lower.slice(0, lowerCount),
    upperEdges: upper.slice(0, upperCount),
    border,
    ...tally.facts(),
  };
}

const isLast = 2;

/** 1 where ink is, else 0. */
export function inkMask({ width, height, upperEdges, lowerEdges }: Ink): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (const i of lowerEdges) mask[i] = isLast;
  for (const top of upperEdges) {
    let i = top;
    for (; mask[i] !== isLast && i + width < mask.length; i += width) mask[i] = 1;
    mask[i] = 1;
  }
  return mask;
}

class Tally {
  #count = 0;
  #sum = 0;
  #marks = 0;
  #markSum = 0;
  #inks = 0;
  #inkSum = 0;

  addRow(data: Uint8Array, start: number, paperFrom: Uint8Array, inkBelow: Uint8Array): void {
    let sum = 0;
    let marks = 0;
    let markSum = 0;
    let inks = 0;
    let inkSum = 0;
    for (let x = 0, i = start; x < paperFrom.length; x++, i++) {
      const value = data[i]!;
      const isMark = (value - paperFrom[x]!) >>> 31;
      const isInk = (value - inkBelow[x]!) >>> 31;
      sum += value;
      marks += isMark;
      markSum += value & -isMark;
      inks += isInk;
      inkSum += value & -isInk;
    }
    this.#count += paperFrom.length;
    this.#sum += sum;
    this.#marks += marks;
    this.#markSum += markSum;
    this.#inks += inks;
    this.#inkSum += inkSum;
  }

  facts(): Pick<Ink, 'share' | 'markShare' | 'contrast' | 'paperLuma'> {
    const papers = this.#count - this.#marks;
    const paperLuma = papers === 0 ? 0 : (this.#sum - this.#markSum) / papers;
    // On a faint page the faint marks are the print; elsewhere they are the rims of letters.
    const isFaint = this.#inks < this.#count * minInkShare;
    const prints = isFaint ? this.#marks - this.#inks : this.#inks;
    const printSum = isFaint ? this.#markSum - this.#inkSum : this.#inkSum;
    return {
      share: this.#inks / this.#count,
      markShare: this.#marks / this.#count,
      contrast: prints === 0 ? 0 : paperLuma - printSum / prints,
      paperLuma,
    };
  }
}

interface LocalMeans {
  /** Side of the squares that share one mean, in pixels of the full picture. */
  cellPx: number;
  columns: number;
  rows: number;
  values: Float32Array;
}

/**
 * Mean of the window around each small square; a mean changes too slowly to be worth computing for every pixel.
 *
 * @param scale how many pixels of the full picture one of this stands for, along a side
 */
function localMeans({ width, height, data }: Plane, scale: number, fullWidth: number): LocalMeans {
  const windowPx = Math.max(minWindowPx, Math.round(fullWidth * windowShare)) / scale;
  const cellPx = windowPx >= 28 ? 4 : 2;
  const reach = Math.max(1, Math.round((windowPx / cellPx - 1) / 2));
  const columns = Math.ceil(width / cellPx);
  const rows = Math.ceil(height / cellPx);
  /** Sums and sizes of everything above and to the left. */
  const stride = columns + 1;
  const sums = new Float64Array(stride * (rows + 1));
  const inRow = new Int32Array(columns);
  for (let row = 0; row < rows; row++) {
    inRow.fill(0);
    const end = Math.min(height, (row + 1) * cellPx);
    for (let y = row * cellPx; y < end; y++) {
      let i = y * width;
      for (let column = 0, x = 0; column < columns; column++) {
        let sum = data[i++]!;
        for (const stop = Math.min(width, x + cellPx); ++x < stop;) sum += data[i++]!;
        inRow[column]! += sum;
      }
    }
    const at = (row + 1) * stride + 1;
    for (let column = 0, sum = 0; column < columns; column++) {
      sum += inRow[column]!;
      sums[at + column] = sums[at + column - stride]! + sum;
    }
  }
  const values = new Float32Array(columns * rows);
  for (let row = 0, i = 0; row < rows; row++) {
    const top = Math.max(0, row - reach);
    const bottom = Math.min(rows, row + reach + 1);
    const heightPx = Math.min(height, bottom * cellPx) - top * cellPx;
    for (let column = 0; column < columns; column++, i++) {
      const left = Math.max(0, column - reach);
      const right = Math.min(columns, column + reach + 1);
      const widthPx = Math.min(width, right * cellPx) - left * cellPx;
      const sum =
        sums[bottom * stride + right]! -
        sums[bottom * stride + left]! -
        sums[top * stride + right]! +
        sums[top * stride + left]!;
      values[i] = sum / (widthPx * heightPx);
    }
  }
  return { cellPx: cellPx * scale, columns, rows, values };
}
