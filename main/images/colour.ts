import type { LabPlanes } from './lab.ts';

export interface ColourFacts {
  /** `grey`: no colour anywhere; `toned`: one tint all over, such as sepia. */
  kind: 'colour' | 'grey' | 'toned';
  /** How much the tint of equally light pixels differs, mean distance in L*a*b*: below 0.4 in any monochrome picture. */
  variety: number;
  /** Chroma that 1 % of the pixels exceed. */
  strongChroma: number;
  /** Share of pixels with a chroma no compression noise reaches. */
  vividShare: number;
}

const levels = 20;
const cells = 1024;
const cellsPerUnit = 4;
const vividChroma = 18;

/**
 * Tells colour from grey and from toned monochrome. A toned picture has one tint per lightness, so what is left
 * after taking away the median tint of each lightness is noise.
 */
export function measureColour({ l, a, b }: LabPlanes): ColourFacts {
  const histA = new Int32Array(levels * cells);
  const histB = new Int32Array(levels * cells);
  const chromas = new Int32Array(cells);
  const counts = new Int32Array(levels);
  let vivid = 0;
  for (let i = 0; i < l.length; i++) {
    const level = levelOf(l[i]!);
    counts[level]!++;
    histA[level * cells + cellOf(a[i]!)]!++;
    histB[level * cells + cellOf(b[i]!)]!++;
    const chroma = Math.hypot(a[i]!, b[i]!);
    chromas[Math.min(cells - 1, (chroma * cellsPerUnit) | 0)]!++;
    if (chroma > vividChroma) vivid++;
  }
  const middleA = medians(histA, counts);
  const middleB = medians(histB, counts);
  let sum = 0;
  for (let i = 0; i < l.length; i++) {
    const level = levelOf(l[i]!);
    sum += Math.hypot(a[i]! - middleA[level]!, b[i]! - middleB[level]!);
  }
  const variety = sum / l.length;
  const strongChroma = upperCell(chromas, l.length * 0.01) / cellsPerUnit;
  const vividShare = vivid / l.length;
  return { kind: kindOf(variety, strongChroma, vividShare), variety, strongChroma, vividShare };
}

function kindOf(variety: number, strongChroma: number, vividShare: number): ColourFacts['kind'] {
  if (strongChroma <= 3.4 && vividShare < 0.0004) return 'grey';
  // A page with one seal is grey nearly everywhere; its vivid pixels differ from their equally light neighbours.
  if (variety <= 0.8 && vividShare < 0.0004) return 'toned';
  return variety <= 0.5 && vividShare > 0.5 ? 'toned' : 'colour';
}

const levelOf = (lightness: number) => Math.min(levels - 1, Math.max(0, (lightness / 5) | 0));
const cellOf = (value: number) => Math.min(cells - 1, Math.max(0, Math.round((value + 128) * cellsPerUnit)));

function medians(histogram: Int32Array, counts: Int32Array): Float64Array {
  return Float64Array.from(counts, (count, level) => {
    let seen = 0;
    for (let cell = 0; cell < cells; cell++) {
      seen += histogram[level * cells + cell]!;
      if (seen * 2 >= count) return cell / cellsPerUnit - 128;
    }
    return 0;
  });
}

/** The cell above which at most `many` counts lie. */
function upperCell(histogram: Int32Array, many: number): number {
  let seen = 0;
  for (let cell = histogram.length - 1; cell > 0; cell--) {
    seen += histogram[cell]!;
    if (seen > many) return cell;
  }
  return 0;
}
