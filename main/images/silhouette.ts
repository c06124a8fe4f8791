import type { Box } from '../../preload/contract/index.ts';

/** The person as the shape that is not background; fractions of the picture. */
export interface Silhouette {
  subject: Box;
  head: Box;
  /** The shape's outline is cut by the top edge, or by a side above the shoulders. */
  isHeadCut: boolean;
  /** Largest width of the head over the width of the picture. */
  headWidth: number;
  /** The shape fills most of both sides: it is no person. */
  reachesAcross: boolean;
}

/** A head this wide (of the picture) leaves no room for the upper body. */
export const closeUpHeadWidth = 0.7;

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

function sideShare(shape: Uint8Array, x: number, width: number, height: number): number {
  let filled = 0;
  for (let y = 0; y < height; y++) filled += shape[y * width + x]!;
  return filled / height;
}
