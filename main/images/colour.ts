import type { LabPlanes } from './lab.ts';

export interface ColourFacts {
  /** `grey`: no colour anywhere; `toned`: one tint all over, such as sepia. */
  kind: 'colour' | 'grey' | 'toned';
  /** How much the tint of equally light pixels differs, mean distance in L*a*b*: below 0.4 in any monochrome picture. */
  variety: number;
  /** Chroma that 1 % of the pixels exceed. */
  strongChroma: number;
  /** Share of pixels with a chroma that compression noise does not reach. */
  vividShare: number;
  /** Share of the half-dark pixels that have some tint. */
  tintedMidtones: number;
  /** How much the hues of tinted pixels agree: 1 when they are all the same. */
  hueAgreement: number;
}

const levels = 25;
const cells = 512;
const cellsPerUnit = 4;
const vividChroma = 18;
const tintChroma = 6;
/** Monochrome pictures stay below 0.4, strongly toned ones below 0.8; the palest colour photo has 1.5. */
const maxMonochromeVariety = 1;
const minVividShare = 0.0004;
const minTintedMidtones = 0.8;
const minHueAgreement = 0.95;

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
  let midtones = 0;
  let tintedMidtones = 0;
  let tinted = 0;
  let hueA = 0;
  let hueB = 0;
  for (let i = 0; i < l.length; i++) {
    const level = levelOf(l[i]!);
    counts[level]!++;
    histA[level * cells + cellOf(a[i]!)]!++;
    histB[level * cells + cellOf(b[i]!)]!++;
    const chroma = Math.sqrt(a[i]! * a[i]! + b[i]! * b[i]!);
    if (chroma > vividChroma) vivid++;
    if (chroma > tintChroma) {
      tinted++;
      hueA += a[i]! / chroma;
      hueB += b[i]! / chroma;
    }
    if (l[i]! > 25 && l[i]! < 75) {
      midtones++;
      if (chroma > tintChroma) tintedMidtones++;
    }
    chromas[Math.min(cells - 1, (chroma * cellsPerUnit) | 0)]!++;
  }
  const middleA = medians(histA, counts);
  const middleB = medians(histB, counts);
  let sum = 0;
  for (let i = 0; i < l.length; i++) {
    const level = levelOf(l[i]!);
    const da = a[i]! - middleA[level]!;
    const db = b[i]! - middleB[level]!;
    sum += Math.sqrt(da * da + db * db);
  }
  const variety = sum / l.length;
  const strongChroma = upperCell(chromas, l.length * 0.01) / cellsPerUnit;
  const vividShare = vivid / l.length;
  const measured = {
    variety,
    strongChroma,
    vividShare,
    tintedMidtones: tintedMidtones / Math.max(1, midtones),
    hueAgreement: Math.hypot(hueA, hueB) / Math.max(1, tinted),
  };
  return { kind: kindOf(measured), ...measured };
}

function kindOf(measured: Omit<ColourFacts, 'kind'>): ColourFacts['kind'] {
  const { variety, strongChroma, vividShare, tintedMidtones, hueAgreement } = measured;
  if (strongChroma <= 3.4 && vividShare < minVividShare) return 'grey';
  if (variety > maxMonochromeVariety) return 'colour';
  // A page with one seal differs as little as a toned one, but its grey parts have no tint.
  const isTintedAllOver = tintedMidtones > minTintedMidtones && hueAgreement > minHueAgreement;
  return vividShare < minVividShare || isTintedAllOver ? 'toned' : 'colour';
}

const levelOf = (lightness: number) => Math.min(levels - 1, Math.max(0, (lightness / 4) | 0));
const cellOf = (value: number) =>
  Math.min(cells - 1, Math.max(0, Math.round(value * cellsPerUnit) + cells / 2));

function medians(histogram: Int32Array, counts: Int32Array): Float64Array {
  return Float64Array.from(counts, (count, level) => {
    let seen = 0;
    if (count === 0) return 0;
    for (let cell = 0; cell < cells; cell++) {
      seen += histogram[level * cells + cell]!;
      if (seen * 2 >= count) return (cell - cells / 2) / cellsPerUnit;
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
