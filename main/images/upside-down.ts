import type { Ink } from './ink.ts';
import type { Plane } from './raster.ts';
import { edgePoints, RowSharpness, type EdgePoints } from './row-sharpness.ts';
import type { TextLine } from './text-height.ts';

/** In fewer a single edge outweighs the letters. */
const minLines = 3;
/** Sharpness of rows is told well enough by so many points, in quarters of a pixel. */
const rowsPerPx = 4;
const points = 20_000;
/** Text does not reach more either way; one straight edge, of light or of a frame, does. */
const maxRatio = 0.7;
const countedRatio = 0.35;
const ratioWeight = 6;
/** A few specks of dirt are outweighed by so many marks on either side. */
const assumedMarks = 3;
/** Lower lines show no marks; higher ones are headings and pictures. */
const minHeightPx = 5;
const maxHeightPx = 40;
/** Around the rows of a line, as shares of its height: for what rises above and hangs below small letters. */
const lineReach = 0.4;
/** Commas, full stops and ，。、 are so high and wide at most. */
const maxMarkHeight = 0.5;
/** Lower ones are what is left of rules. */
const minMarkHeight = 0.12;
const maxMarkWidth = 0.6;
/** Their middle lies beyond this share of the height of the line; turned by 180 degrees, before its complement. */
const lowShare = 0.62;

/** A page with level lines. */
export interface ReadPage {
  ink: Ink;
  luma: Plane;
  /** See `inkMask`. */
  mask: Uint8Array;
  lower: EdgePoints;
  lines: TextLine[];
  /** How far the lines are turned, clockwise positive. */
  degrees: number;
}

/**
 * Which way up level lines of text are: above 0 upright, below 0 turned by 180 degrees; the farther, the surer.
 * Baselines of Latin letters are straighter than their tops, and the small marks between letters and characters
 * stand low in the line, in Chinese as well. A mirrored page gives the same.
 */
export function uprightEvidence({ ink, luma, mask, lower, lines, degrees }: ReadPage): number {
  if (lines.length < minLines) return 0;
  const sharpness = (edges: EdgePoints) => {
    const counted = Math.min(points, edges.xs.length);
    const rows = new RowSharpness(edges, ink.width, ink.height, rowsPerPx, [rowsPerPx], points);
    return rows.at(degrees) / Math.max(1, counted) ** 2;
  };
  const ratio = Math.log(sharpness(lower) / sharpness(edgePoints(ink, luma, 'upper')));
  const counted = Math.abs(ratio) <= maxRatio ? Math.max(-countedRatio, Math.min(countedRatio, ratio)) : 0;
  const { low, high } = countMarks(mask, ink.width, lines, degrees);
  return ratioWeight * counted + Math.log((low + assumedMarks) / (high + assumedMarks));
}

/** Small pieces of ink with nothing above or below them in their line. */
function countMarks(
  mask: Uint8Array,
  width: number,
  lines: TextLine[],
  degrees: number,
): { low: number; high: number } {
  const height = mask.length / width;
  const slope = Math.tan((degrees * Math.PI) / 180);
  const marks = { low: 0, high: 0 };
  for (const line of lines) {
    if (line.height < minHeightPx || line.height > maxHeightPx) continue;
    const above = Math.round(line.height * lineReach);
    const below = line.height + above;
    let from = -1;
    let top = height;
    let bottom = -1;
    for (let x = 0; x <= width; x++) {
      const first = Math.round(line.top + (x - width / 2) * slope);
      let isEmpty = true;
      if (x < width) {
        const end = Math.min(height, first + below);
        for (let y = Math.max(0, first - above), i = y * width + x; y < end; y++, i += width) {
          if (mask[i] === 0) continue;
          isEmpty = false;
          if (y - first < top) top = y - first;
          if (y - first > bottom) bottom = y - first;
        }
      }
      if (!isEmpty) {
        if (from === -1) from = x;
        continue;
      }
      if (from === -1) continue;
      const markHeight = (bottom - top + 1) / line.height;
      const isSmall =
        markHeight >= minMarkHeight && markHeight <= maxMarkHeight && x - from <= maxMarkWidth * line.height;
      const middle = (top + bottom + 1) / 2 / line.height;
      if (isSmall && middle > lowShare) marks.low++;
      else if (isSmall && middle < 1 - lowShare) marks.high++;
      from = -1;
      top = height;
      bottom = -1;
    }
  }
  return marks;
}
