import type { Plane } from './raster.ts';

/** Luma per pixel above which something is an edge and not noise. */
const minEdgeSlope = 12;
const strongShare = 0.015;
const maxReachPx = 12;
/** So many rows tell as much as all of them. */
const maxRows = 160;
const rowStepOf = (height: number) => Math.max(1, Math.floor(height / maxRows));

/**
 * Fine detail against contrast: variance of the Laplacian over the mean squared gradient, so that contrast divides
 * out. It depends on the picture's size: measure on the working size only.
 */
export function measureDetail({ width, height, data }: Plane): number {
  if (width < 3 || height < 3) return 0;
  const rowStep = rowStepOf(height);
  let sum = 0;
  let squares = 0;
  let gradients = 0;
  for (let y = 1; y < height - 1; y += rowStep) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const west = data[i - 1]!;
      const east = data[i + 1]!;
      const north = data[i - width]!;
      const south = data[i + width]!;
      const laplacian = 4 * data[i]! - west - east - north - south;
      sum += laplacian;
      squares += laplacian * laplacian;
      gradients += ((east - west) * (east - west) + (south - north) * (south - north)) / 4;
    }
  }
  const count = (width - 2) * Math.ceil((height - 2) / rowStep);
  const mean = sum / count;
  return (squares / count - mean * mean) / (gradients / count + 1);
}

/**
 * How many pixels the strongest upright edges take from dark to light: the height of the step over its steepest
 * slope, the median of many. `null` without edges.
 */
export function measureEdgeWidth(luma: Plane): number | null {
  const { width, height, data } = luma;
  const limit = Math.max(minEdgeSlope, strongSlope(luma));
  const widths: number[] = [];
  const rowStep = rowStepOf(height);
  for (let y = 1; y < height - 1; y += rowStep) {
    const rowStart = y * width;
    for (let x = 2; x < width - 2; x++) {
      const i = rowStart + x;
      const gx = (data[i + 1]! - data[i - 1]!) / 2;
      const slope = Math.abs(gx);
      if (slope < limit) continue;
      const isSteepest =
        Math.abs(data[i + 2]! - data[i]!) / 2 <= slope && Math.abs(data[i]! - data[i - 2]!) / 2 <= slope;
      if (!isSteepest) continue;
      const rising = Math.sign(gx);
      let from = i;
      let to = i;
      while (from > rowStart && i - from < maxReachPx && (data[from]! - data[from - 1]!) * rising > 0) from--;
      while (to < rowStart + width - 1 && to - i < maxReachPx && (data[to + 1]! - data[to]!) * rising > 0)
        to++;
      widths.push((0.8 * Math.abs(data[to]! - data[from]!)) / slope);
    }
  }
  if (widths.length < 30) return null;
  widths.sort((a, b) => a - b);
  return widths[widths.length >> 1]!;
}

/** The slope that only the strongest edges exceed. */
function strongSlope({ width, height, data }: Plane): number {
  const slopes = new Int32Array(256);
  const rowStep = rowStepOf(height);
  let count = 0;
  for (let y = 1; y < height - 1; y += rowStep) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++, count++) {
      slopes[Math.min(255, Math.abs(data[i + 1]! - data[i - 1]!) >> 1)]!++;
    }
  }
  let seen = 0;
  for (let slope = 255; slope > 0; slope--) {
    seen += slopes[slope]!;
    if (seen > count * strongShare) return slope;
  }
  return 0;
}
