import { quantile, type Plane } from './raster.ts';

/** An edge rises by more in two pixels, and by more altogether; both in quarters of luma. */
const minEdgeSlope = 40;
const minEdgeHeight = 120;
/** How far on either side its dark and light ends may be. */
const edgeReachPx = 7;
const minEdges = 50;
/** The weaker edges, up to this share, are not counted. */
const strongShare = 0.7;
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

export interface EdgeFacts {
  /** Pixels that strong upright edges take from dark to light, the median of many; `null` without edges. */
  widthPx: number | null;
  /** Luma between the dark and the light end of strong edges, 0..255; `null` without edges. */
  contrast: number | null;
}

/**
 * Width of an edge is the height of the step over its steepest slope. Rows are smoothed over their neighbours, so
 * that noise and moire make no steep slopes.
 */
export function measureEdges({ width, height, data }: Plane): EdgeFacts {
  const rowStep = rowStepOf(height);
  const row = new Int16Array(width);
  const steps: number[] = [];
  const widths: number[] = [];
  for (let y = 1; y < height - 1; y += rowStep) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      row[x] = data[i - width]! + 2 * data[i]! + data[i + width]!;
    }
    for (let x = edgeReachPx + 1; x < width - edgeReachPx - 1; x++) {
      const slope = Math.abs(row[x + 1]! - row[x - 1]!);
      if (slope < minEdgeSlope) continue;
      if (Math.abs(row[x + 2]! - row[x]!) > slope || Math.abs(row[x]! - row[x - 2]!) > slope) continue;
      let [least, most] = [row[x]!, row[x]!];
      for (let near = x - edgeReachPx; near <= x + edgeReachPx; near++) {
        if (row[near]! < least) least = row[near]!;
        if (row[near]! > most) most = row[near]!;
      }
      if (most - least < minEdgeHeight) continue;
      steps.push(most - least);
      widths.push((2 * (most - least)) / slope);
    }
  }
  if (widths.length < minEdges) return { widthPx: null, contrast: null };
  const strong = quantile(Float32Array.from(steps), strongShare);
  const strongWidths = widths.filter((_, k) => steps[k]! >= strong);
  return { widthPx: quantile(Float32Array.from(strongWidths), 0.5), contrast: strong / 4 };
}
