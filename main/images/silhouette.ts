import type { Box } from '../../preload/contract/index.ts';

/** The person as the shape that is not background; fractions of the picture. */
export interface Silhouette {
  subject: Box;
  head: Box;
  /** From the line where the shape widens most steeply, about half a head down; `null` when it does not widen. */
  shoulders: Box | null;
  /** Heads that stand out of the upper outline. */
  persons: number;
  /** Height of the shape over its width, in pixels; `null` where a side of the picture cuts it. */
  tallness: number | null;
  /** The shape's outline is cut by the top edge, or by a side above the shoulders. */
  isHeadCut: boolean;
  /** Largest width of the head over the width of the picture. */
  headWidth: number;
  /** The shape fills most of both sides: it is no person. */
  reachesAcross: boolean;
}

/** A head this wide (of the picture) leaves no room for the upper body. */
export const closeUpHeadWidth = 0.7;
/** Seen down to the waist a person is about 1.8 times as tall as wide, down to the knees 3 times. */
export const fullFigureTallness = 2.8;

interface Row {
  count: number;
  left: number;
  right: number;
}

/** `null` when no shape reaches the lower part of the picture. */
export function measureSilhouette(background: Uint8Array, width: number, height: number): Silhouette | null {
  const shape = personShape(background, width, height);
  const rows = rowsOf(shape, width, height);
  const topRow = firstSteadyRow(rows, width * 0.05);
  if (topRow < 0) return null;
  const subjectRows = rows.slice(topRow);
  const left = Math.min(...subjectRows.filter(({ count }) => count > 0).map((row) => row.left));
  const right = Math.max(...subjectRows.filter(({ count }) => count > 0).map((row) => row.right)) + 1;
  const bottom = topRow + subjectRows.findLastIndex(({ count }) => count > 0) + 1;
  if (bottom < height * 0.7) return null;

  const shoulder = shoulderRow(rows, topRow, bottom, height);
  const headRows = rows.slice(topRow, Math.max(topRow + 1, shoulder));
  const extents = headRows.map((row) => row.right - row.left + 1).sort((a, b) => a - b);
  const headWidthPx = extents[Math.floor(0.9 * (extents.length - 1))] ?? 0;
  const centres = headRows
    .slice(0, Math.ceil(headRows.length * 0.7))
    .map((row) => (row.left + row.right + 1) / 2);
  const centre = centres.sort((a, b) => a - b)[centres.length >> 1] ?? width / 2;
  // A head is about 1.35 times as high as wide; long hair hides where the neck begins.
  const headBottom = Math.min(
    bottom,
    Math.max(topRow + headWidthPx, Math.min(shoulder, topRow + headWidthPx * 1.4)),
  );
  const headLeft = Math.max(0, centre - headWidthPx / 2);
  const headRight = Math.min(width, centre + headWidthPx / 2);
  const shoulderBottom = Math.min(bottom, shoulder + Math.round((headBottom - topRow) / 2));
  const shoulderRows = rows.slice(shoulder, shoulderBottom).filter(({ count }) => count > 0);
  const shouldersLeft = Math.min(...shoulderRows.map((row) => row.left));
  const shouldersRight = Math.max(...shoulderRows.map((row) => row.right)) + 1;
  const touchesSide = headRows.some((row) => row.left === 0 || row.right === width - 1);
  return {
    subject: {
      x: left / width,
      y: topRow / height,
      width: (right - left) / width,
      height: (bottom - topRow) / height,
    },
    head: {
      x: headLeft / width,
      y: topRow / height,
      width: (headRight - headLeft) / width,
      height: (headBottom - topRow) / height,
    },
    shoulders:
      shoulderRows.length === 0
        ? null
        : {
            x: shouldersLeft / width,
            y: shoulder / height,
            width: (shouldersRight - shouldersLeft) / width,
            height: (shoulderBottom - shoulder) / height,
          },
    persons: countHeads(upperOutline(shape, width, height), topRow, bottom),
    tallness: left === 0 || right === width ? null : (bottom - topRow) / (right - left),
    isHeadCut: (topRow === 0 && rows[0]!.count > width * 0.04) || touchesSide,
    headWidth: headWidthPx / width,
    reachesAcross:
      sideShare(shape, 0, width, height) > 0.5 && sideShare(shape, width - 1, width, height) > 0.5,
  };
}

/** Parts smaller than this share of the picture that hang in the upper part are specks on the wall. */
const minPartShare = 0.006;

/** What is not background, without specks. A white collar may part the head from the body on a white wall. */
function personShape(background: Uint8Array, width: number, height: number): Uint8Array {
  const shape = new Uint8Array(width * height);
  const seen = new Uint8Array(width * height);
  const part = new Int32Array(width * height);
  const lower = height * 0.67 * width;
  for (let start = 0; start < seen.length; start++) {
    if (background[start] === 1 || seen[start] === 1) continue;
    let count = 0;
    let reachesLower = false;
    const visit = (i: number) => {
      if (background[i] === 1 || seen[i] === 1) return;
      seen[i] = 1;
      part[count++] = i;
      reachesLower ||= i >= lower;
    };
    visit(start);
    for (let next = 0; next < count; next++) {
      const i = part[next]!;
      const x = i % width;
      if (x > 0) visit(i - 1);
      if (x < width - 1) visit(i + 1);
      if (i >= width) visit(i - width);
      if (i < width * (height - 1)) visit(i + width);
    }
    if (!reachesLower && count < minPartShare * width * height) continue;
    for (let k = 0; k < count; k++) shape[part[k]!] = 1;
  }
  return shape;
}

function rowsOf(shape: Uint8Array, width: number, height: number): Row[] {
  return Array.from({ length: height }, (_, y) => {
    const row = { count: 0, left: width, right: -1 };
    for (let x = 0; x < width; x++) {
      if (shape[y * width + x] === 0) continue;
      row.count++;
      row.left = Math.min(row.left, x);
      row.right = x;
    }
    return row;
  });
}

/** The first of four rows in a row that are at least `minCount` wide. */
function firstSteadyRow(rows: Row[], minCount: number): number {
  return rows.findIndex(
    (_, y) => y + 4 <= rows.length && rows.slice(y, y + 4).every(({ count }) => count > minCount),
  );
}

/** Where the shape widens most steeply below its upper quarter. */
function shoulderRow(rows: Row[], top: number, bottom: number, height: number): number {
  const window = Math.max(2, Math.round(height * 0.06));
  const extent = (y: number) => (rows[y]!.count === 0 ? 0 : rows[y]!.right - rows[y]!.left + 1);
  let steepest = 0;
  let found = bottom;
  for (let y = top + Math.round((bottom - top) * 0.25); y + window < bottom; y++) {
    const growth = extent(y + window) - extent(y);
    if (growth > steepest) {
      steepest = growth;
      found = y + (window >> 1);
    }
  }
  return found;
}

/** First row of the shape in each column; `height` where there is none. */
function upperOutline(shape: Uint8Array, width: number, height: number): Int32Array {
  const outline = new Int32Array(width).fill(height);
  for (let y = height - 1; y >= 0; y--)
    for (let x = 0; x < width; x++) if (shape[y * width + x] === 1) outline[x] = y;
  return outline;
}

/** A head stands out of the outline by this share of the figure; arms and hair tufts are narrower than a head. */
const minRise = 0.15;
const minHeadShare = 0.5;

/** Peaks of the outline that rise clearly between two valleys and are about as wide as the widest of them. */
function countHeads(outline: Int32Array, top: number, bottom: number): number {
  const tall = bottom - top;
  const widths: number[] = [];
  for (let x = 0; x < outline.length; x++) {
    const peak = outline[x]!;
    if (peak >= bottom) continue;
    const left = valleyBeside(outline, x, -1, bottom);
    const right = valleyBeside(outline, x, 1, bottom);
    if (Math.min(left, right) - peak < tall * minRise) continue;
    let from = x;
    let to = x;
    while (from > 0 && outline[from - 1]! <= peak + tall * minRise * 0.6) from--;
    while (to < outline.length - 1 && outline[to + 1]! <= peak + tall * minRise * 0.6) to++;
    widths.push(to - from + 1);
    x = to;
  }
  const widest = Math.max(0, ...widths);
  return widths.filter((width) => width >= widest * minHeadShare).length;
}

/** The lowest point of the outline before it rises above column `x`; the picture's edge bounds it. */
function valleyBeside(outline: Int32Array, x: number, step: 1 | -1, bottom: number): number {
  const peak = outline[x]!;
  let lowest = peak;
  for (let i = x + step; i >= 0 && i < outline.length; i += step) {
    if (outline[i]! < peak) return lowest;
    lowest = Math.max(lowest, Math.min(outline[i]!, bottom));
  }
  // What reaches the edge of the picture goes down beyond it.
  return bottom;
}

function sideShare(shape: Uint8Array, x: number, width: number, height: number): number {
  let filled = 0;
  for (let y = 0; y < height; y++) filled += shape[y * width + x]!;
  return filled / height;
}
