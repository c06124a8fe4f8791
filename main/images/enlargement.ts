import type { Plane } from './raster.ts';

/**
 * What a picture loses when it is halved and doubled again, against its edges: 0 for a picture that was blown up to
 * twice its size or more, far from it when its pixels carry detail of their own. Measure on the working size.
 */
export function measureFineDetail({ width, height, data }: Plane): number | null {
  const halfWidth = width >> 1;
  const halfHeight = height >> 1;
  if (halfWidth < minHalfSidePx || halfHeight < minHalfSidePx) return null;
  const half = new Float32Array(halfWidth * halfHeight);
  for (let y = 0, to = 0; y < halfHeight; y++) {
    for (let x = 0, i = 2 * y * width; x < halfWidth; x++, i += 2, to++)
      half[to] = (data[i]! + data[i + 1]! + data[i + width]! + data[i + width + 1]!) / 4;
  }
  let lost = 0;
  let edges = 0;
  for (let y = 1; y < halfHeight - 1; y++) {
    for (let x = 1; x < halfWidth - 1; x++) {
      const h = y * halfWidth + x;
      // The curve of the doubled picture at this cell; taking it off leaves what no smaller picture holds.
      const slopeX = (half[h + 1]! - half[h - 1]!) / 8;
      const slopeY = (half[h + halfWidth]! - half[h - halfWidth]!) / 8;
      edges += slopeX * slopeX + slopeY * slopeY;
      const i = 2 * y * width + 2 * x;
      const middle = half[h]!;
      const a = data[i]! - middle + slopeX + slopeY;
      const b = data[i + 1]! - middle - slopeX + slopeY;
      const c = data[i + width]! - middle + slopeX - slopeY;
      const d = data[i + width + 1]! - middle - slopeX - slopeY;
      lost += a * a + b * b + c * c + d * d;
    }
  }
  return edges === 0 ? null : Math.sqrt(lost / 4 / edges);
}

const minHalfSidePx = 40;
