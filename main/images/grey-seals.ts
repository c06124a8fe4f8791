import type { Box } from '../../preload/contract/index.ts';
import { rasterOf, type Plane } from './raster.ts';
import type { InkPatch } from './red-ink.ts';
import { findSeals, overlap } from './seals.ts';

/**
 * Ink is darker than these shares of the paper: print that a seal was pressed over is darker than the seal, and tears
 * its outline at one of them but hardly at all.
 */
const darkShares = [0.8, 0.72, 0.6];
/** Of the long side: on A4 from 30 to 56 mm. Letters, logos and pictures in frames are smaller and larger. */
const minSizeShare = 0.1;
const maxSizeShare = 0.19;

/** Round and oval outlines of the size of a company seal on a page without colour. */
export function findGreySeals(luma: Plane): Box[] {
  const paper = paperLuma(luma);
  const picture = rasterOf(luma);
  const longSide = Math.max(luma.width, luma.height);
  const found: Box[] = [];
  for (const share of darkShares) {
    for (const { box, shape } of findSeals(darkInk(luma, paper, share), picture)) {
      const size = Math.max(box.width * luma.width, box.height * luma.height) / longSide;
      const isKnown = found.some((other) => overlap(other, box) > 0.3);
      if (shape !== 'square' && size >= minSizeShare && size <= maxSizeShare && !isKnown) found.push(box);
    }
  }
  return found;
}

/** More than half of a page is paper. */
function paperLuma({ data }: Plane): number {
  const counts = new Int32Array(256);
  for (const value of data) counts[value]!++;
  let value = 255;
  for (let seen = 0; value > 0; value--) if ((seen += counts[value]!) * 2 > data.length) break;
  return value;
}

function darkInk({ width, height, data }: Plane, paper: number, share: number): InkPatch {
  const limit = paper * share;
  let count = 0;
  for (const value of data) if (value < limit) count++;
  const ink = {
    width,
    height,
    xs: new Int16Array(count),
    ys: new Int16Array(count),
    excess: new Uint8Array(count),
  };
  let to = 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (data[i]! >= limit) continue;
      ink.xs[to] = x;
      ink.ys[to] = y;
      ink.excess[to++] = paper - data[i]!;
    }
  }
  return ink;
}
