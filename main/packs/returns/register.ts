import {
  compose,
  fitPlane,
  fitSimilarity,
  mapPoint,
  type Homography,
  type Point,
} from '../../images/homography.ts';
import { paper } from '../page.ts';
import type { GreyPicture } from './barcode.ts';

/** Where a printed page lies in a scan, and how much of it is there. */
export interface Registration {
  /** From millimetres of the paper to pixels of the scan. */
  toScan: Homography;
  /** Share of the printed tiles that are found in their place, 0..1. */
  found: number;
  /** Share of the printed tiles that lie outside the picture, 0..1. */
  outside: number;
}

/** Printing is compared in squares of this size; they overlap a little. */
const tileMm = 16;
const stepMm = 12;
/** A tile says something when its pixels differ by at least this much. */
const minDeviation = 9;
/** Correlation from which a tile counts as found. */
const minMatch = 0.5;

/** Coarse to fine: pixels of the paper's grid per millimetre, and how far a tile may be off. */
const levels = [
  { perMm: 1, reachMm: 10, model: 'affine' },
  { perMm: 2, reachMm: 3, model: 'affine' },
  { perMm: 3, reachMm: 1.7, model: 'homography' },
  { perMm: 5, reachMm: 0.6, model: 'homography' },
] as const;

/**
 * Lays the page as printed over its scan: from the corners of its code, then by what is printed on it. Pens and seals
 * only add ink, so the tiles they disturb are outvoted.
 *
 * @param printed the page as drawn, `printedPerMm` pixels a millimetre
 */
export function registerPage(
  printed: GreyPicture,
  printedPerMm: number,
  scan: GreyPicture,
  codeOnPaper: Point[],
  codeInScan: Point[],
): Registration {
  let toScan = fitSimilarity(codeOnPaper, codeInScan);
  let matches: Match[] = [];
  for (const { perMm, reachMm, model } of levels) {
    const expected = resample(printed, scaling(printedPerMm), perMm);
    for (let round = 0; round < 2; round++) {
      const seen = resample(scan, toScan, perMm);
      matches = matchTiles(expected, seen, perMm, round === 0 ? reachMm : reachMm / 2);
      const correction = fitRobustly(matches, model);
      if (!correction) break;
      toScan = compose(toScan, correction);
    }
  }
  const isInside = ({ at }: Match) => {
    const { x, y } = mapPoint(toScan, at.x, at.y);
    return x >= 0 && y >= 0 && x < scan.width && y < scan.height;
  };
  const count = Math.max(1, matches.length);
  return {
    toScan,
    found: matches.filter((match) => match.score >= minMatch && isInside(match)).length / count,
    outside: matches.filter((match) => !isInside(match)).length / count,
  };
}

const scaling = (perMm: number): Homography => [perMm, 0, 0, 0, perMm, 0, 0, 0, 1];

/**
 * The paper on a grid of `perMm` pixels a millimetre. Pixels of the source that share a pixel of the grid are
 * averaged; what lies outside is white.
 */
export function resample(source: GreyPicture, fromPaper: Homography, perMm: number): GreyPicture {
  const width = Math.round(paper.widthMm * perMm);
  const height = Math.round(paper.heightMm * perMm);
  const luma = new Uint8Array(width * height);
  const origin = mapPoint(fromPaper, paper.widthMm / 2, paper.heightMm / 2);
  const beside = mapPoint(fromPaper, paper.widthMm / 2 + 1 / perMm, paper.heightMm / 2);
  const samples = Math.max(1, Math.min(6, Math.round(Math.hypot(beside.x - origin.x, beside.y - origin.y))));
  const step = 1 / (perMm * samples);
  const [a, b, c, d, e, f, g, h] = fromPaper;
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to++) {
      let sum = 0;
      for (let j = 0; j < samples; j++) {
        const v = y / perMm + (j + 0.5) * step;
        for (let i = 0; i < samples; i++) {
          // As `mapPoint`, without an object for each of millions of points.
          const u = x / perMm + (i + 0.5) * step;
          const w = g * u + h * v + 1;
          sum += sampleAt(source, (a * u + b * v + c) / w - 0.5, (d * u + e * v + f) / w - 0.5);
        }
      }
      luma[to] = sum / (samples * samples);
    }
  }
  return { width, height, luma };
}

function sampleAt({ width, height, luma }: GreyPicture, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const [fx, fy] = [x - left, y - top];
  const i = top * width + left;
  const upper = luma[i]! * (1 - fx) + luma[i + 1]! * fx;
  const lower = luma[i + width]! * (1 - fx) + luma[i + width + 1]! * fx;
  return upper * (1 - fy) + lower * fy;
}

interface Match {
  /** Middle of the tile on paper, and where its printing was found, in millimetres. */
  at: Point;
  found: Point;
  /** Correlation, -1..1. */
  score: number;
}

function matchTiles(expected: GreyPicture, seen: GreyPicture, perMm: number, reachMm: number): Match[] {
  const size = Math.round(tileMm * perMm);
  const step = Math.round(stepMm * perMm);
  const reach = Math.ceil(reachMm * perMm);
  const matches: Match[] = [];
  for (let top = 0; top + size <= expected.height; top += step) {
    for (let left = 0; left + size <= expected.width; left += step) {
      const tile = tileOf(expected, left, top, size);
      if (tile.deviation < minDeviation) continue;
      const { dx, dy, score } = bestShift(tile, seen, left, top, size, reach);
      const at = { x: (left + size / 2) / perMm, y: (top + size / 2) / perMm };
      matches.push({ at, found: { x: at.x + dx / perMm, y: at.y + dy / perMm }, score });
    }
  }
  return matches;
}

interface Tile {
  /** Difference from the mean of the tile. */
  values: Float32Array;
  norm: number;
  deviation: number;
}

function tileOf({ luma, width }: GreyPicture, left: number, top: number, size: number): Tile {
  const values = new Float32Array(size * size);
  let sum = 0;
  for (let y = 0, to = 0; y < size; y++)
    for (let x = 0, from = (top + y) * width + left; x < size; x++) sum += values[to++] = luma[from++]!;
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    values[i]! -= mean;
    squares += values[i]! * values[i]!;
  }
  return { values, norm: Math.sqrt(squares), deviation: Math.sqrt(squares / values.length) };
}

function bestShift(tile: Tile, seen: GreyPicture, left: number, top: number, size: number, reach: number) {
  const scores = new Map<number, number>();
  const span = 2 * reach + 1;
  const scoreAt = (dx: number, dy: number): number => {
    const key = (dy + reach) * span + dx + reach;
    const known = scores.get(key);
    if (known !== undefined) return known;
    const score = correlation(tile, seen, left + dx, top + dy, size);
    scores.set(key, score);
    return score;
  };
  let best = { dx: 0, dy: 0, score: -1 };
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const score = scoreAt(dx, dy);
      if (score > best.score) best = { dx, dy, score };
    }
  }
  // Between the pixels: the top of the parabola through the neighbours.
  const { dx, dy, score } = best;
  const between = (before: number, after: number) => {
    const curve = before + after - 2 * score;
    return curve < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curve))) : 0;
  };
  const isAtEdge = Math.abs(dx) === reach || Math.abs(dy) === reach;
  if (isAtEdge) return best;
  return {
    dx: dx + between(scoreAt(dx - 1, dy), scoreAt(dx + 1, dy)),
    dy: dy + between(scoreAt(dx, dy - 1), scoreAt(dx, dy + 1)),
    score,
  };
}

function correlation(tile: Tile, seen: GreyPicture, left: number, top: number, size: number): number {
  if (left < 0 || top < 0 || left + size > seen.width || top + size > seen.height) return -1;
  let [sum, squares, product] = [0, 0, 0];
  for (let y = 0, i = 0; y < size; y++) {
    for (let x = 0, from = (top + y) * seen.width + left; x < size; x++, i++, from++) {
      const value = seen.luma[from]!;
      sum += value;
      squares += value * value;
      product += value * tile.values[i]!;
    }
  }
  const variance = squares - (sum * sum) / tile.values.length;
  return variance <= 0 ? 0 : product / (Math.sqrt(variance) * tile.norm);
}

/** The correction most tiles agree on; `null` when they do not. Fitted on coordinates of the order of 1. */
function fitRobustly(matches: Match[], model: 'affine' | 'homography'): Homography | null {
  const unit = 100;
  const from = matches.map(({ at }) => ({ x: at.x / unit, y: at.y / unit }));
  const to = matches.map(({ found }) => ({ x: found.x / unit, y: found.y / unit }));
  const trust = matches.map(({ score }) => Math.max(0, score) ** 2);
  let weights = trust;
  let fitted: Homography | null = null;
  for (let round = 0; round < 8; round++) {
    fitted = fitPlane(from, to, weights, model);
    if (!fitted) return null;
    const errors = from.map(({ x, y }, i) => {
      const { x: u, y: v } = mapPoint(fitted!, x, y);
      return Math.hypot(u - to[i]!.x, v - to[i]!.y);
    });
    const middle = [...errors].sort((a, b) => a - b)[errors.length >> 1]!;
    // Tukey's weights: what is far off has no vote.
    const limit = Math.max(0.002, middle * 4);
    weights = errors.map((error, i) => (error < limit ? trust[i]! * (1 - (error / limit) ** 2) ** 2 : 0));
  }
  if (!fitted) return null;
  return compose(compose(scaling(unit), fitted), scaling(1 / unit));
}
