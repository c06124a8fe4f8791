import type { Ink } from './ink.ts';

export interface SkewFacts {
  /** How far the lines of text are turned, in degrees, clockwise positive; `null` when that cannot be told. */
  degrees: number | null;
  /** Best score over the middle score of all angles; 1 means no direction stands out. */
  confidence: number;
}

const maxDegrees = 15;
/** A full page of text reaches 10 and more, a short letter 4; a disc has 2. */
const minConfidence = 3;
const coarsePoints = 30_000;
const marginShare = 0.015;

/**
 * Turns the page in thought until the lower edges of its ink fall into the sharpest rows: baselines of text line
 * up, while pictures, frames and blots have few lower edges.
 */
export function measureSkew(ink: Ink): SkewFacts {
  const { xs, ys } = lowerEdges(ink);
  if (xs.length < ink.width * 0.25) return { degrees: null, confidence: 0 };
  const score = rowSharpness(xs, ys, ink.width, ink.height);

  const step = Math.max(1, Math.floor(xs.length / coarsePoints));
  const coarse: number[] = [];
  let best = { degrees: 0, score: -1 };
  const look = (degrees: number, every: number) => {
    const value = score(degrees, every);
    if (value > best.score) best = { degrees, score: value };
    return value;
  };
  for (let k = -37; k <= 37; k++) coarse.push(look(k * 0.4, step));
  const middle = coarse.sort((a, b) => a - b)[coarse.length >> 1]!;
  const confidence = middle > 0 ? best.score / middle : 0;
  if (confidence < minConfidence) return { degrees: null, confidence };

  for (const [steps, size] of [
    [5, 0.1],
    [6, 0.02],
  ] as const) {
    const around = best.degrees;
    best = { degrees: around, score: -1 };
    for (let k = -steps; k <= steps; k++) look(around + k * size, 1);
  }
  return { degrees: peak(best.degrees, score), confidence };
}

/** Pixels of ink with paper below them, x from the middle. */
function lowerEdges({ width, height, mask }: Ink): { xs: Float32Array; ys: Float32Array } {
  const marginX = Math.round(width * marginShare);
  const marginY = Math.round(height * marginShare);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = marginY; y < height - 1 - marginY; y++) {
    for (let x = marginX, i = y * width + marginX; x < width - marginX; x++, i++) {
      if (mask[i] === 1 && mask[i + width] === 0) {
        xs.push(x - width / 2);
        ys.push(y);
      }
    }
  }
  return { xs: Float32Array.from(xs), ys: Float32Array.from(ys) };
}

/** Sum of squared differences of neighbouring rows after shearing by an angle; each point is shared by two rows. */
function rowSharpness(xs: Float32Array, ys: Float32Array, width: number, height: number) {
  const offset = Math.ceil((width / 2) * Math.tan((maxDegrees * Math.PI) / 180)) + 4;
  const rows = new Float64Array(height + 2 * offset + 4);
  return (degrees: number, every: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    rows.fill(0);
    for (let i = 0; i < xs.length; i += every) {
      const position = ys[i]! - xs[i]! * slope + offset;
      const row = position | 0;
      const part = position - row;
      rows[row]! += 1 - part;
      rows[row + 1]! += part;
    }
    let sum = 0;
    for (let row = 1; row < rows.length; row++) {
      const difference = rows[row]! - rows[row - 1]!;
      sum += difference * difference;
    }
    return sum;
  };
}

/** The top of the parabola through three scores around the best angle. */
function peak(degrees: number, score: (degrees: number, every: number) => number): number {
  const step = 0.04;
  const before = score(degrees - step, 1);
  const after = score(degrees + step, 1);
  const bend = before - 2 * score(degrees, 1) + after;
  if (bend >= 0) return degrees;
  return degrees + Math.max(-step, Math.min(step, (0.5 * step * (before - after)) / bend));
}
