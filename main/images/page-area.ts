import type { Box } from '../../preload/contract/index.ts';
import { pageEdges, type Point } from './page-edges.ts';
import type { Plane } from './raster.ts';

/** Where the paper lies in the picture. */
export interface PageArea {
  /** Sides along which something other than the paper shows. */
  surroundings: Side[];
  /** The paper, in fractions of the picture; the whole picture when no surroundings show. */
  page: Box;
  /** Corners of the paper, clockwise from the top left one, in fractions; `null` unless all four edges are seen. */
  corners: [Point, Point, Point, Point] | null;
  /** How much opposite edges of the paper converge, in degrees; `null` unless both of a pair are seen. */
  keystoneDegrees: number | null;
  /** How light the paper is where it is dark over where it is light: (p90 - p10) / p90 of its squares, 0..1. */
  unevenness: number;
  /** Luma of the paper in the middle of the page. */
  paperLuma: number;
  /** Reflections of a lamp: share of the paper that is as white as can be while the rest is not, 0..1. */
  glareShare: number;
  glare: Box | null;
}

export type Side = 'top' | 'right' | 'bottom' | 'left';
export const sides = ['top', 'right', 'bottom', 'left'] as const;

/** The strip along a side, to be shown. */
export const sideBox: Record<Side, Box> = {
  top: { x: 0, y: 0, width: 1, height: 0.03 },
  right: { x: 0.97, y: 0, width: 0.03, height: 1 },
  bottom: { x: 0, y: 0.97, width: 1, height: 0.03 },
  left: { x: 0, y: 0, width: 0.03, height: 1 },
};

/** Side of the squares, in pixels, that are as light as their lightest pixel: paper wherever there is any. */
const cellPx = 4;
/** Surroundings are darker or lighter than the paper by this share of its luma. */
const minOtherShare = 0.28;
/** Surroundings cover at least this share of a side in one piece. */
const minSideRun = 0.25;
/** Across the edge of a sheet luma jumps; light that falls off has no edge. */
const minEdgeStep = 28;
const edgeReach = 3;
/** Squares darker than this share of the lightest are pictures, not paper in shadow. */
const minPaperShare = 0.45;
/** A lamp's reflection is so much lighter than the paper, or as light as can be on paper that is not. */
const minGlareRatio = 1.36;
const whiteLuma = 250;
const maxGlarePaper = 235;
/** On paper this white a thin dark line along nearly a whole side is where the sheet ends on the scanner's glass. */
const minScannedPaper = 245;
const minLineShare = 0.9;

export function measurePageArea(luma: Plane): PageArea {
  const { light, dark } = squares(luma);
  const inner = innerPart(light);
  const at = (values: Uint8Array, share: number) => values[Math.round(share * (values.length - 1))] ?? 0;
  const paperLuma = at(inner, 0.6);
  const outside = surroundingsOf(light, paperLuma);
  const wide = sides.filter((side) => isShown(side, light, outside));
  const edges = pageEdges(light, outside, wide);
  const lined = paperLuma < minScannedPaper ? [] : sides.filter((side) => isLined(side, luma, paperLuma));
  // Lines along all four sides are a drawn frame.
  const shown = sides.filter((side) => wide.includes(side) || (lined.length < 4 && lined.includes(side)));
  const paper = inner.filter((value) => value > at(inner, 0.9) * minPaperShare);
  const glare = paperLuma > maxGlarePaper ? null : glareIn(dark, outside, paperLuma);
  return {
    surroundings: shown,
    page: edges.page,
    corners: edges.corners,
    keystoneDegrees: edges.keystoneDegrees,
    unevenness: at(paper, 0.9) === 0 ? 0 : (at(paper, 0.9) - at(paper, 0.1)) / at(paper, 0.9),
    paperLuma,
    glareShare: glare?.share ?? 0,
    glare: glare?.box ?? null,
  };
}

/** Luma of the lightest and of the darkest pixel of each small square. */
function squares({ width, height, data }: Plane): { light: Plane; dark: Plane } {
  const columns = Math.max(1, Math.floor(width / cellPx));
  const rows = Math.max(1, Math.floor(height / cellPx));
  const light = new Uint8Array(columns * rows);
  const dark = new Uint8Array(columns * rows).fill(255);
  for (let y = 0; y < Math.min(height, rows * cellPx); y++) {
    const row = ((y / cellPx) | 0) * columns;
    for (let column = 0, i = y * width; column < columns; column++) {
      let most = light[row + column]!;
      let least = dark[row + column]!;
      for (const end = Math.min((y + 1) * width, i + cellPx); i < end; i++) {
        const value = data[i]!;
        if (value > most) most = value;
        if (value < least) least = value;
      }
      light[row + column] = most;
      dark[row + column] = least;
    }
  }
  return {
    light: { width: columns, height: rows, data: light },
    dark: { width: columns, height: rows, data: dark },
  };
}

/** Without an eighth at each side, in order. */
function innerPart({ width, height, data }: Plane): Uint8Array {
  const [left, top] = [width >> 3, height >> 3];
  const inner = new Uint8Array((width - 2 * left) * (height - 2 * top));
  for (let y = top, to = 0; y < height - top; y++, to += width - 2 * left) {
    inner.set(data.subarray(y * width + left, (y + 1) * width - left), to);
  }
  return inner.sort();
}

/** 1 where a square is not paper and hangs together with the border of the picture. */
function surroundingsOf({ width, height, data }: Plane, paperLuma: number): Uint8Array {
  const outside = new Uint8Array(data.length);
  const stack = new Int32Array(data.length);
  let top = 0;
  const visit = (i: number) => {
    if (outside[i] === 1 || Math.abs(data[i]! - paperLuma) <= minOtherShare * paperLuma) return;
    outside[i] = 1;
    stack[top++] = i;
  };
  for (let x = 0; x < width; x++) {
    visit(x);
    visit((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    visit(y * width);
    visit(y * width + width - 1);
  }
  while (top > 0) {
    const i = stack[--top]!;
    const x = i % width;
    if (x > 0) visit(i - 1);
    if (x < width - 1) visit(i + 1);
    if (i >= width) visit(i - width);
    if (i < data.length - width) visit(i + width);
  }
  return outside;
}

/** Whether surroundings run along a side and end at an edge, not in falling light. */
function isShown(side: Side, { width, height, data }: Plane, outside: Uint8Array): boolean {
  const isUpright = side === 'left' || side === 'right';
  const length = isUpright ? height : width;
  const depth = isUpright ? width : height;
  const isFar = side === 'right' || side === 'bottom';
  const cellAt = (along: number, inward: number) => {
    const across = isFar ? depth - 1 - inward : inward;
    return isUpright ? along * width + across : across * width + along;
  };
  const steps: number[] = [];
  let run = 0;
  let longest = 0;
  for (let along = 0; along < length; along++) {
    let inward = 0;
    while (inward < depth / 2 && outside[cellAt(along, inward)] === 1) inward++;
    run = inward > 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
    if (inward === 0 || inward >= depth / 2) continue;
    const before = data[cellAt(along, Math.max(0, inward - edgeReach))]!;
    const after = data[cellAt(along, Math.min(depth - 1, inward + edgeReach - 1))]!;
    steps.push(Math.abs(after - before));
  }
  if (longest < length * minSideRun) return false;
  // Surroundings that reach the middle have no edge here; another side shows it.
  if (steps.length < length * 0.1) return longest > length * 0.9;
  return steps.sort((a, b) => a - b)[steps.length >> 1]! >= minEdgeStep;
}

/** Whether a dark line runs along the very border of a side. */
function isLined(side: Side, { width, height, data }: Plane, paperLuma: number): boolean {
  const isUpright = side === 'left' || side === 'right';
  const length = isUpright ? height : width;
  const isFar = side === 'right' || side === 'bottom';
  let dark = 0;
  for (let along = 0; along < length; along++) {
    for (let inward = 0; inward < 2; inward++) {
      const across = isFar ? (isUpright ? width : height) - 1 - inward : inward;
      const value = data[isUpright ? along * width + across : across * width + along]!;
      if (value >= paperLuma * (1 - minOtherShare)) continue;
      dark++;
      break;
    }
  }
  return dark >= length * minLineShare;
}

/** Squares that are light all over, in pixels of which no letter is. */
function glareIn(
  { width, height, data }: Plane,
  outside: Uint8Array,
  paperLuma: number,
): { share: number; box: Box } | null {
  const minGlare = Math.min(whiteLuma, paperLuma * minGlareRatio);
  let [left, right, top, bottom, count, paper] = [width, -1, height, -1, 0, 0];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (outside[i] === 1 && data[i]! < paperLuma) continue;
      paper++;
      if (data[i]! < minGlare) continue;
      count++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (count === 0) return null;
  const box = {
    x: left / width,
    y: top / height,
    width: (right - left + 1) / width,
    height: (bottom - top + 1) / height,
  };
  return { share: count / paper, box };
}
