import { findInk, inkMask } from './ink.ts';
import { lumaOf, quantile, shrink, type Plane, type Raster } from './raster.ts';
import { measureSkew } from './skew.ts';
import { textHeight, textLines } from './text-height.ts';

/** What compression and shrinking left of the print of a page. */
export interface LegibilityFacts {
  /** Height of small letters or of Chinese characters in pixels of the picture afterwards; `null` without lines of text. */
  textHeightPx: number | null;
  /** Luma between paper and strokes afterwards, 0..255: the middle of the page's parts. `null` without print. */
  strokeContrast: number | null;
  /** How much of that contrast is left in the worst tenth of the page, 0..1; `null` without print. */
  contrastKept: number | null;
}

/** Both pictures are compared at this size. */
const comparedSidePx = 1600;
const cellPx = 32;
/** Parts with less ink, or with more, hold no line of print. */
const minInk = 0.02;
const maxInk = 0.6;
/** Fewer parts tell nothing of a page. */
const minCells = 4;
/** Paler marks are the grain of the paper. */
const minContrast = 15;

/**
 * Compares a page as filed with the page as it will be uploaded. Both upright and of the same proportions; sizes
 * may differ.
 */
export function legibility(before: Raster, after: Raster): LegibilityFacts {
  const original = lumaOf(shrink(before, comparedSidePx));
  const ink = findInk(original);
  const { degrees } = measureSkew(ink, original);
  const height = degrees === null ? null : textHeight(textLines(ink, degrees));
  const cells = compareCells(
    inkMask(ink),
    original,
    stretched(lumaOf(shrink(after, comparedSidePx)), original),
  );
  const isPrinted = cells.after.length >= minCells;
  return {
    textHeightPx: height && (height / original.width) * after.width,
    strokeContrast: isPrinted ? quantile(Float32Array.from(cells.after), 0.5) : null,
    contrastKept: isPrinted ? Math.min(1, quantile(Float32Array.from(cells.kept), 0.1)) : null,
  };
}

/** Luma between paper and strokes in each part of the page that has print, and how much of it is left. */
function compareCells(mask: Uint8Array, before: Plane, after: Plane): { after: number[]; kept: number[] } {
  const result = { after: [] as number[], kept: [] as number[] };
  for (let top = 0; top + cellPx <= before.height; top += cellPx) {
    for (let left = 0; left + cellPx <= before.width; left += cellPx) {
      let inks = 0;
      const sums = { ink: [0, 0], paper: [0, 0] };
      for (let y = top; y < top + cellPx; y++) {
        for (let x = left, i = y * before.width + left; x < left + cellPx; x++, i++) {
          const sum = mask[i] === 1 ? sums.ink : sums.paper;
          inks += mask[i]!;
          sum[0]! += before.data[i]!;
          sum[1]! += after.data[i]!;
        }
      }
      const papers = cellPx * cellPx - inks;
      if (inks < minInk * cellPx * cellPx || inks > maxInk * cellPx * cellPx) continue;
      const contrast = (k: 0 | 1) => sums.paper[k]! / papers - sums.ink[k]! / inks;
      if (contrast(0) < minContrast) continue;
      result.after.push(contrast(1));
      result.kept.push(Math.max(0, contrast(1) / contrast(0)));
    }
  }
  return result;
}

/** The picture at another size that is not much smaller, by the four pixels around each place. */
function stretched(from: Plane, to: { width: number; height: number }): Plane {
  if (from.width === to.width && from.height === to.height) return from;
  const data = new Uint8Array(to.width * to.height);
  const columns = neighbours(from.width, to.width);
  const rows = neighbours(from.height, to.height);
  for (let y = 0, i = 0; y < to.height; y++) {
    const down = rows[y]!;
    const [upper, lower] = [down.first * from.width, down.last * from.width];
    for (let x = 0; x < to.width; x++, i++) {
      const { first, last, share } = columns[x]!;
      const above = from.data[upper + first]! * (1 - share) + from.data[upper + last]! * share;
      const below = from.data[lower + first]! * (1 - share) + from.data[lower + last]! * share;
      data[i] = above * (1 - down.share) + below * down.share + 0.5;
    }
  }
  return { width: to.width, height: to.height, data };
}

/** The two source pixels around the centre of each target pixel, and how near it is to the last. */
function neighbours(from: number, to: number): { first: number; last: number; share: number }[] {
  return Array.from({ length: to }, (_, k) => {
    const centre = Math.max(0, Math.min(from - 1, ((k + 0.5) * from) / to - 0.5));
    const first = Math.floor(centre);
    return { first, last: Math.min(from - 1, first + 1), share: centre - first };
  });
}
