import type { Ink } from './ink.ts';
import { sides, type Side } from './page-area.ts';

export interface CutFacts {
  /** How many strokes run into the border of the picture, on the side where most do. */
  strokes: number;
  side: Side | null;
}

/** A speck is shorter; a frame, a shadow or a picture that reaches the border is longer than this share of the side. */
const minStrokePx = 2;
const maxStrokeShare = 0.06;

/**
 * Counts the letters and lines that the border of the picture cuts through.
 *
 * @param surroundings sides at which the paper ends before the picture does
 */
export function measureCut({ border }: Ink, surroundings: Side[]): CutFacts {
  let most: CutFacts = { strokes: 0, side: null };
  for (const side of sides) {
    if (surroundings.includes(side)) continue;
    const strokes = countStrokes(border[side]);
    if (strokes > most.strokes) most = { strokes, side };
  }
  return most;
}

function countStrokes(isInk: Uint8Array): number {
  let strokes = 0;
  let length = 0;
  for (let k = 0; k <= isInk.length; k++) {
    if (isInk[k] === 1) {
      length++;
      continue;
    }
    if (length >= minStrokePx && length < isInk.length * maxStrokeShare) strokes++;
    length = 0;
  }
  return strokes;
}
