import type { Ink } from './ink.ts';

/** Longer level edges are rules and frames, not letters. */
const maxRunShare = 1 / 30;
/** Rows belong to a line of text where they hold this share of the ink of its fullest row. */
const bandShare = 0.45;
/** How far around a row its line's fullest row may be, of the height of the page. */
const lineReachShare = 0.03;
/** Fewer are specks and strokes, and tell no height. */
const minBandPx = 3;
const minBands = 2;

/** A line of text: the rows of its small letters (x-height), or of whole Chinese characters. */
export interface TextLine {
  /** Its first row where it crosses the middle column of the page, in pixels of the ink's own picture. */
  top: number;
  height: number;
  /** How much ink it holds. */
  weight: number;
}

/** @param degrees how far the lines are turned, clockwise positive */
export function textLines(ink: Ink, degrees: number): TextLine[] {
  const { profile, reach } = inkPerRow(ink, degrees);
  const lines = bandsOf(profile, Math.max(8, Math.round(ink.height * lineReachShare)));
  return lines.map((line) => ({ ...line, top: line.top - reach }));
}

/** The middle height of all lines, by their ink; `null` without lines of text. */
export function textHeight(lines: TextLine[]): number | null {
  if (lines.length < minBands) return null;
  const whole = lines.reduce((sum, { weight }) => sum + weight, 0);
  const bands = lines.toSorted((a, b) => a.height - b.height);
  let seen = 0;
  for (const { height, weight } of bands) if ((seen += weight) * 2 >= whole) return height;
  return null;
}

/** How much ink each row holds once the page is straight; an upper edge begins some ink, a lower edge ends it. */
function inkPerRow(
  { width, height, upperEdges, lowerEdges }: Ink,
  degrees: number,
): { profile: Float64Array; reach: number } {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const reach = Math.ceil((width / 2) * Math.abs(slope)) + 1;
  const profile = new Float64Array(height + 2 * reach + 2);
  const maxRun = Math.max(8, Math.round(width * maxRunShare));
  const count = (edges: Int32Array, sign: number, below: number) => {
    for (let from = 0; from < edges.length;) {
      let to = from + 1;
      while (to < edges.length && edges[to] === edges[to - 1]! + 1) to++;
      for (let k = from; k < to && to - from <= maxRun; k++) {
        const y = (edges[k]! / width) | 0;
        const x = edges[k]! - y * width;
        profile[Math.round(y - (x - width / 2) * slope) + reach + below]! += sign;
      }
      from = to;
    }
  };
  count(upperEdges, 1, 0);
  count(lowerEdges, -1, 1);
  for (let row = 1; row < profile.length; row++) profile[row]! += profile[row - 1]!;
  return { profile, reach };
}

/** Runs of rows that are full of ink compared with the fullest row nearby, weighted by their ink. */
function bandsOf(profile: Float64Array, reach: number): TextLine[] {
  const bands: TextLine[] = [];
  const most = profile.reduce((max, value) => Math.max(max, value), 0);
  let start = -1;
  for (let row = 0; row <= profile.length; row++) {
    const value = profile[row] ?? 0;
    let localMost = most * 0.1;
    for (let near = Math.max(0, row - reach); near < Math.min(profile.length, row + reach); near++) {
      if (profile[near]! > localMost) localMost = profile[near]!;
    }
    const isFull = value > localMost * bandShare;
    if (isFull && start === -1) start = row;
    if (isFull || start === -1) continue;
    const height = row - start;
    const weight = profile.subarray(start, row).reduce((sum, one) => sum + one, 0);
    if (height >= minBandPx && height < 2 * reach) bands.push({ top: start, height, weight });
    start = -1;
  }
  return bands;
}
