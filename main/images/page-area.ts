import type { Box } from '../../preload/contract/index.ts';
import type { Plane } from './raster.ts';

/** Where the paper lies in the picture. */
export interface PageArea {
  /** Sides along which something other than the paper shows. */
  surroundings: Side[];
  /** The paper, in fractions of the picture; the whole picture when no surroundings show. */
  page: Box;
  /** Darkest over lightest part of the paper: (p90 - p10) / p90 of its blocks, 0..1. */
  unevenness: number;
  /** Luma of the paper in the middle of the page. */
  paperLuma: number;
}

export type Side = 'top' | 'right' | 'bottom' | 'left';

const blocks = 32;
/** Luma by which the surroundings differ from the paper. */
const minStep = 22;
const minSideShare = 0.6;

/** Works on the lightest fifth of small blocks: that is paper wherever there is any, whatever is printed on it. */
export function measurePageArea(luma: Plane): PageArea {
  const light = blockLightness(luma);
  const inner: number[] = [];
  for (let y = 2; y < blocks - 2; y++)
    for (let x = 2; x < blocks - 2; x++) inner.push(light[y * blocks + x]!);
  inner.sort((a, b) => a - b);
  const at = (share: number) => inner[Math.round(share * (inner.length - 1))]!;
  const paperLuma = at(0.6);
  const isOther = (x: number, y: number) => Math.abs(light[y * blocks + x]! - paperLuma) > minStep;

  const depth = {
    top: surroundingDepth((line, along) => isOther(along, line)),
    bottom: surroundingDepth((line, along) => isOther(along, blocks - 1 - line)),
    left: surroundingDepth((line, along) => isOther(line, along)),
    right: surroundingDepth((line, along) => isOther(blocks - 1 - line, along)),
  };
  const sides = (['top', 'right', 'bottom', 'left'] as const).filter((side) => depth[side] > 0);
  return {
    surroundings: sides,
    page: {
      x: depth.left / blocks,
      y: depth.top / blocks,
      width: 1 - (depth.left + depth.right) / blocks,
      height: 1 - (depth.top + depth.bottom) / blocks,
    },
    unevenness: at(0.9) === 0 ? 0 : (at(0.9) - at(0.1)) / at(0.9),
    paperLuma,
  };
}

/** How many lines of blocks from one side are mostly not paper; at most two fifths of the picture. */
function surroundingDepth(isOther: (line: number, along: number) => boolean): number {
  for (let line = 0; line < blocks * 0.4; line++) {
    let other = 0;
    for (let along = 0; along < blocks; along++) if (isOther(line, along)) other++;
    if (other < blocks * minSideShare) return line;
  }
  return 0;
}

/** 80th percentile of luma in each of 32 x 32 blocks. */
function blockLightness({ width, height, data }: Plane): Float32Array {
  const light = new Float32Array(blocks * blocks);
  const histogram = new Int32Array(256);
  for (let by = 0; by < blocks; by++) {
    const top = Math.floor((by * height) / blocks);
    const bottom = Math.max(top + 1, Math.floor(((by + 1) * height) / blocks));
    for (let bx = 0; bx < blocks; bx++) {
      const left = Math.floor((bx * width) / blocks);
      const right = Math.max(left + 1, Math.floor(((bx + 1) * width) / blocks));
      histogram.fill(0);
      for (let y = top; y < Math.min(bottom, height); y++) {
        for (let i = y * width + left; i < y * width + Math.min(right, width); i++)
          histogram[data[i]! | 0]!++;
      }
      let left20 = (bottom - top) * (right - left) * 0.2;
      let value = 255;
      while (value > 0 && (left20 -= histogram[value]!) > 0) value--;
      light[by * blocks + bx] = value;
    }
  }
  return light;
}
