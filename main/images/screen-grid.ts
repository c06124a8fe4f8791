import type { Box } from '../../preload/contract/index.ts';
import type { Channel } from './raster.ts';
import { Spectrum } from './spectrum.ts';

/** The fine regular pattern that the pixels of a screen leave in a photograph of it: its grid, or moire of it. */
export interface ScreenGrid {
  /** Share of the smooth squares that one or two waves cross and little else, 0..1; `null` with too few squares. */
  share: number | null;
  /** Length of the wave in pixels of the plane, the middle one of those squares; `null` without any. */
  periodPx: number | null;
  /** Around those squares, in fractions. */
  region: Box | null;
}

/** Side of a square; a power of two. */
const sidePx = 64;
/** So many squares, taken evenly from all smooth ones, tell as much as all of them. */
const maxSquares = 24;
const passes = 3;
/** A small picture of a card has few, and its printed security pattern may fill them. */
const minSquares = 20;
/** A square with strokes in it deviates by more, in luma; an empty one by less. */
const maxDeviation = 32;
const minDeviation = 0.6;
const minLuma = 50;
/** In waves per pixel. Longer waves are ruled lines, rows of print and shadows. */
const minWave = 0.1;
const minCounted = 0.04;
/** Of the wave, in luma. Compression leaves weaker ones. */
const minAmplitude = 1.2;
/** Share of the power of a square in its strongest wave and the strongest of another direction; print has 0.2. */
const minTonal = 0.35;

const spectrum = new Spectrum(sidePx);

/** @param green the green channel: brightness of moire in the colours of a rainbow cancels out in luma */
export function measureScreenGrid(green: Channel): ScreenGrid {
  const smooth = smoothSquares(green);
  if (smooth.length < minSquares) return { share: null, periodPx: null, region: null };
  const count = Math.min(maxSquares, smooth.length);
  const periods: number[] = [];
  let region: Box | null = null;
  let examined = 0;
  // Every third one, then those between: a page without a wave in any of the first is not looked at further.
  for (let k = 0; examined < count; k = k + passes < count ? k + passes : (k % passes) + 1, examined++) {
    if (examined === Math.ceil(count / passes) && periods.length === 0) break;
    const { x, y, deviation } = smooth[((k / count) * smooth.length) | 0]!;
    const period = deviation < minDeviation ? null : periodIn(spectrum.of(green, x, y));
    if (period === null) continue;
    periods.push(period);
    region = around(region, {
      x: x / green.width,
      y: y / green.height,
      width: sidePx / green.width,
      height: sidePx / green.height,
    });
  }
  periods.sort((a, b) => a - b);
  return { share: periods.length / examined, periodPx: periods[periods.length >> 1] ?? null, region };
}

interface Square {
  x: number;
  y: number;
  /** Standard deviation of luma. */
  deviation: number;
}

function smoothSquares({ width, height, data, step, first }: Channel): Square[] {
  const squares: Square[] = [];
  for (let y = 0; y + sidePx <= height; y += sidePx) {
    for (let x = 0; x + sidePx <= width; x += sidePx) {
      let [sum, squaresSum] = [0, 0];
      for (let row = y; row < y + sidePx; row += 2) {
        for (let i = (row * width + x) * step + first, end = i + sidePx * step; i < end; i += step) {
          const value = data[i]!;
          sum += value;
          squaresSum += value * value;
        }
      }
      const count = (sidePx * sidePx) / 2;
      const mean = sum / count;
      const deviation = Math.sqrt(Math.max(0, squaresSum / count - mean * mean));
      if (mean >= minLuma && deviation <= maxDeviation) squares.push({ x, y, deviation });
    }
  }
  return squares;
}

/** Pixels per wave where one wave, or two of different directions, are nearly all there is; else `null`. */
function periodIn(power: Float64Array): number | null {
  const half = sidePx / 2;
  /** From -half to half - 1. */
  const signed = (k: number) => (k < half ? k : k - sidePx);
  let whole = 0;
  let first = 0;
  // The other half of the plane says the same again.
  for (let v = 0; v < sidePx; v++) {
    for (let u = 0; u <= half; u++) {
      const wave = Math.hypot(u, signed(v)) / sidePx;
      if (wave < minCounted) continue;
      const value = power[v * sidePx + u]!;
      whole += value;
      if (wave >= minWave && value > power[first]!) first = v * sidePx + u;
    }
  }
  if (first === 0 || Math.sqrt(power[first]!) < minAmplitude) return null;
  const [u1, v1] = [first % sidePx, signed((first / sidePx) | 0)];
  const length = Math.hypot(u1, v1);
  let second = 0;
  for (let v = 0; v < sidePx; v++) {
    for (let u = 0; u <= half; u++) {
      const other = Math.hypot(u, signed(v));
      if (other / sidePx < minWave || power[v * sidePx + u]! <= power[second]!) continue;
      // At least 30 degrees apart.
      if (Math.abs(u * v1 - signed(v) * u1) > 0.5 * other * length) second = v * sidePx + u;
    }
  }
  const tonal = peak(power, first) + (second === 0 ? 0 : peak(power, second));
  return tonal >= minTonal * whole ? sidePx / length : null;
}

/** A wave that does not fit the square spreads over the neighbours of its place. */
function peak(power: Float64Array, at: number): number {
  const [u, v] = [at % sidePx, (at / sidePx) | 0];
  let sum = 0;
  for (let dv = sidePx - 1; dv <= sidePx + 1; dv++) {
    for (let du = sidePx - 1; du <= sidePx + 1; du++) {
      sum += power[((v + dv) % sidePx) * sidePx + ((u + du) % sidePx)]!;
    }
  }
  return sum;
}

function around(box: Box | null, other: Box): Box {
  if (box === null) return other;
  const x = Math.min(box.x, other.x);
  const y = Math.min(box.y, other.y);
  return {
    x,
    y,
    width: Math.max(box.x + box.width, other.x + other.width) - x,
    height: Math.max(box.y + box.height, other.y + other.height) - y,
  };
}
