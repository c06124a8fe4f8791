import type { Ink } from './ink.ts';
import type { Plane } from './raster.ts';
import { edgePoints, RowSharpness, type EdgePoints } from './row-sharpness.ts';

export interface SkewFacts {
  /** How far the lines of text are turned, in degrees, clockwise positive; `null` when that cannot be told. */
  degrees: number | null;
  /** Best score over the middle score of all angles; 1 means no direction stands out. */
  confidence: number;
}

/** Lower edges over columns of the page: less is no line of text. */
const minEdgesPerColumn = 0.25;
/** The same over the columns that have any: a ring or a blot has at most two in each, a page of text six and more. */
const minLines = 3;
/** A full page of text reaches 10 and more, a short letter 4; a disc has 2. */
const minConfidence = 3;
/** Of a page full of text every second or third edge is enough. */
const coarsePoints = 10_000;
/** To compare two directions, still fewer. */
const comparedPoints = 4000;
const finePoints = 20_000;
const coarseRowsPerPx = 0.5;
const nearRowsPerPx = 4;
/** Rows are counted in eighths of a pixel, so that no angle gains by where whole pixels happen to lie. */
const rowsPerPx = 8;
/** Heights of the windows that slide over the rows, in pixels of a page that is `fullSidePx` long. */
const windowsPx = [1, 2];
const fullSidePx = 1200;

/**
 * Turns the page in thought until the lower edges of its ink fall into the sharpest rows: baselines of text line
 * up, while pictures, frames and blots have few lower edges.
 */
export function measureSkew(ink: Ink, luma: Plane, edges = edgePoints(ink, luma, 'lower')): SkewFacts {
  if (!hasLines(edges, ink.width)) return { degrees: null, confidence: 0 };
  const { degrees: nearest, confidence } = sweep(edges, ink, coarsePoints);
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
  let degrees = sharpest(nearer, nearest, 0.1, 6);
  const fine = new RowSharpness(edges, ink.width, ink.height, rowsPerPx, windowsOf(rowsPerPx), finePoints);
  degrees = sharpest(fine, degrees, 0.03, 4);
  return { degrees: peak(fine, degrees), confidence };
}

/** How much the best direction of lines stands out, without its angle: enough to compare two pictures. */
export function lineConfidence(ink: Ink, luma: Plane): number {
  const edges = edgePoints(ink, luma, 'lower');
  return hasLines(edges, ink.width) ? sweep(edges, ink, comparedPoints).confidence : 0;
}

function hasLines(edges: EdgePoints, width: number): boolean {
  const count = edges.xs.length;
  return count >= width * minEdgesPerColumn && count >= usedColumns(edges, width) * minLines;
}

/** All angles, roughly. */
function sweep(edges: EdgePoints, ink: Ink, maxPoints: number): { degrees: number; confidence: number } {
  const coarse = new RowSharpness(edges, ink.width, ink.height, coarseRowsPerPx, [1], maxPoints);
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
  return { degrees, confidence: middle > 0 ? best / middle : 0 };
}

/** In how many columns there is an edge at all. */
function usedColumns({ xs }: EdgePoints, width: number): number {
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

/** The top of the parabola through three scores around the best angle. */
function peak(score: RowSharpness, degrees: number): number {
  const step = 0.04;
  const before = score.at(degrees - step);
  const after = score.at(degrees + step);
  const bend = before - 2 * score.at(degrees) + after;
  if (bend >= 0) return degrees;
  return degrees + Math.max(-step, Math.min(step, (0.5 * step * (before - after)) / bend));
}
