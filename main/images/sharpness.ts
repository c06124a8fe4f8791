import type { PixelBox, Plane } from './raster.ts';

export interface SharpnessFacts {
  /** Fine detail against contrast: variance of the Laplacian over the mean squared gradient. Contrast divides out. */
  detail: number;
  /** How many pixels the strongest edges take from dark to light; `null` without edges. */
  edgeWidthPx: number | null;
}

/** Luma per pixel above which something is an edge and not noise. */
const minEdgeSlope = 12;
const maxReachPx = 12;

/** Both numbers depend on the picture's size: measure on the working size only. */
export function measureSharpness(luma: Plane, box?: PixelBox): SharpnessFacts {
  const { width, height, data } = luma;
  const left = Math.max(1, box?.left ?? 0);
  const right = Math.min(width - 1, box?.right ?? width);
  const top = Math.max(1, box?.top ?? 0);
  const bottom = Math.min(height - 1, box?.bottom ?? height);
  const slopes = new Int32Array(256);
  let sum = 0;
  let squares = 0;
  let gradients = 0;
  let count = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left, i = y * width + left; x < right; x++, i++) {
      const west = data[i - 1]!;
      const east = data[i + 1]!;
      const north = data[i - width]!;
      const south = data[i + width]!;
      const laplacian = 4 * data[i]! - west - east - north - south;
      const gx = (east - west) / 2;
      const gy = (south - north) / 2;
      sum += laplacian;
      squares += laplacian * laplacian;
      gradients += gx * gx + gy * gy;
      slopes[Math.min(255, Math.abs(gx) | 0)]!++;
      count++;
    }
  }
  if (count === 0) return { detail: 0, edgeWidthPx: null };
  const mean = sum / count;
  return {
    detail: (squares / count - mean * mean) / (gradients / count + 1),
    edgeWidthPx: edgeWidth(luma, { left, top, right, bottom }, strongSlope(slopes, count * 0.015)),
  };
}

/** The slope that only `many` pixels exceed. */
function strongSlope(slopes: Int32Array, many: number): number {
  let seen = 0;
  for (let slope = 255; slope > 0; slope--) {
    seen += slopes[slope]!;
    if (seen > many) return slope;
  }
  return 0;
}

/** Median over upright edges of the height of the step divided by its steepest slope. */
function edgeWidth({ width, data }: Plane, box: PixelBox, slope: number): number | null {
  const limit = Math.max(minEdgeSlope, slope);
  const widths: number[] = [];
  for (let y = box.top; y < box.bottom; y += 2) {
    for (let x = box.left; x < box.right; x++) {
      const i = y * width + x;
      const gx = (data[i + 1]! - data[i - 1]!) / 2;
      const steepness = Math.abs(gx);
      if (steepness < limit) continue;
      if (
        Math.abs(data[i + 2]! - data[i]!) / 2 > steepness ||
        Math.abs(data[i]! - data[i - 2]!) / 2 > steepness
      )
        continue;
      const rising = Math.sign(gx);
      let from = i;
      let to = i;
      const rowStart = y * width;
      while (from > rowStart && i - from < maxReachPx && (data[from]! - data[from - 1]!) * rising > 0) from--;
      while (to < rowStart + width - 1 && to - i < maxReachPx && (data[to + 1]! - data[to]!) * rising > 0)
        to++;
      widths.push((0.8 * Math.abs(data[to]! - data[from]!)) / steepness);
    }
  }
  if (widths.length < 30) return null;
  widths.sort((a, b) => a - b);
  return widths[widths.length >> 1]!;
}
