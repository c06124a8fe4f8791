import type { PixelBox, Plane } from './raster.ts';

export interface ExposureFacts {
  /** Share of pixels with no detail left because they are as bright as can be, 0..1. */
  clippedLight: number;
  /** The same at the dark end. */
  clippedDark: number;
  meanLuma: number;
}

const lightest = 250;
const darkest = 12;

/** Judged by lost detail and never by how light a skin is. */
export function measureExposure({ width, height, data }: Plane, box?: PixelBox): ExposureFacts {
  const left = box?.left ?? 0;
  const right = box?.right ?? width;
  const top = box?.top ?? 0;
  const bottom = box?.bottom ?? height;
  let light = 0;
  let dark = 0;
  let sum = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const value = data[y * width + x]!;
      if (value >= lightest) light++;
      else if (value <= darkest) dark++;
      sum += value;
    }
  }
  const count = Math.max(1, (right - left) * (bottom - top));
  return { clippedLight: light / count, clippedDark: dark / count, meanLuma: sum / count };
}
