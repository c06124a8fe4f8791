import type { LabPlanes } from './lab.ts';
import type { Side } from './page-area.ts';
import { quantile } from './raster.ts';
import { basisOf, fitSurface, surfaceAt, surfaceOver, type SmoothSurface } from './smooth-surface.ts';

/** What surrounds the person, measured in a ring along the top and the upper sides. */
export interface BackgroundMeasure {
  /** Share of the ring that one smoothly lit colour explains, 0..1. */
  uniformShare: number;
  /** Mean change of colour from pixel to pixel in the bands beside the person: weave, stone and leaves raise it. */
  texture: number;
  /** From the darkest to the lightest part of that colour, in L* (0..100). */
  lightnessRange: number;
  colour: BackgroundColour;
  lightness: number;
  /** 1 where the background is, else 0; the same size as the picture it was measured on. */
  mask: Uint8Array;
  /** Share of each whole side of the picture that has that colour, 0..1. */
  sides: Record<Side, number>;
  /** Where most of the ring differs from the colour, in fractions of the picture. */
  worst: { x: number; y: number; width: number; height: number } | null;
}

export type BackgroundColour =
  'white' | 'light-grey' | 'grey' | 'dark-grey' | 'black' | 'blue' | 'red' | 'green' | 'beige' | 'other';

/** What a plain wall or cloth reaches, a vignette or a lit side included. */
export const minUniformShare = 0.95;
/** Weave, stone and leaves have more. */
export const maxTexture = 1.6;

const ringShare = 0.035;
/** The ring ends here: below, shoulders and arms reach the sides. */
const ringBottom = 0.55;
const tightDistance = 4;
const rounds = 6;

export function measureBackground(lab: LabPlanes): BackgroundMeasure {
  const { width, height } = lab;
  const ring = ringOf(width, height);
  const { distances, inliers, spread } = explainRing(lab, everyOther(ring.pixels));

  const isTight = new Uint8Array(width * height);
  for (const i of ring.pixels) if (distances[i]! < tightDistance) isTight[i] = 1;
  const belongs = withoutShoulders(ring, isTight, width, height);
  const lightnesses = pick(lab.l, inliers);
  const lightness = quantile(lightnesses, 0.5);
  const a = quantile(pick(lab.a, inliers), 0.5);
  const b = quantile(pick(lab.b, inliers), 0.5);
  return {
    uniformShare: belongs.filter((i) => isTight[i] === 1).length / belongs.length,
    texture: bandTexture(lab),
    lightnessRange: quantile(lightnesses, 0.95) - quantile(lightnesses, 0.05),
    colour: colourName(lightness, a, b),
    lightness,
    mask: grow(lab, distances, inliers, Math.max(7, Math.min(14, 4 * spread + 5))),
    sides: sideShares(distances, width, height, ring.thickness),
    worst: worstPart(belongs, isTight, width, height),
  };
}

/**
 * Finds the one smoothly lit colour that explains most of the ring: starts near its most common colour and drops
 * what does not fit, a few times over.
 */
function explainRing(lab: LabPlanes, pixels: Int32Array) {
  const { width, height } = lab;
  const channels = [lab.l, lab.a, lab.b];
  const basis = basisOf(pixels, width, height);
  let chosen = nearMostCommonColour(lab, pixels);
  let surface = fitSurface(channels, pixels, basis, chosen);
  let spread = 0;
  for (let round = 0; round < rounds; round++) {
    if (round > 0) surface = fitSurface(channels, pixels, basis, chosen);
    const distances = ringDistances(surface, lab, pixels, basis);
    spread =
      1.4826 *
      quantile(
        Float32Array.from(chosen, (k) => distances[k]!),
        0.5,
      );
    const limit = Math.max(4, Math.min(14, 3 * spread + 2));
    const next: number[] = [];
    for (let k = 0; k < pixels.length; k++) if (distances[k]! < limit) next.push(k);
    if (next.length < pixels.length * 0.05) break;
    chosen = Int32Array.from(next);
  }
  return {
    distances: distancesTo(surface, lab),
    spread,
    inliers: Int32Array.from(chosen, (k) => pixels[k]!),
  };
}

/** The same as `distancesTo` for the ring alone, which is asked for many times. */
function ringDistances(
  surface: SmoothSurface,
  { l, a, b }: LabPlanes,
  pixels: Int32Array,
  basis: Float64Array,
) {
  const distances = new Float32Array(pixels.length);
  for (let k = 0; k < pixels.length; k++) {
    const i = pixels[k]!;
    distances[k] = distance(
      l[i]! - surfaceAt(surface, 0, basis, k),
      a[i]! - surfaceAt(surface, 1, basis, k),
      b[i]! - surfaceAt(surface, 2, basis, k),
    );
  }
  return distances;
}

/** Lightness counts a little less than tint: it is what light changes. */
function distance(dl: number, da: number, db: number): number {
  return Math.sqrt(0.64 * dl * dl + da * da + db * db);
}

function pick(values: Float32Array, positions: Int32Array): Float32Array {
  const picked = new Float32Array(positions.length);
  for (let k = 0; k < positions.length; k++) picked[k] = values[positions[k]!]!;
  return picked;
}

/** Half of the ring says as much of its colour as the whole. */
function everyOther(pixels: Int32Array): Int32Array {
  const half = new Int32Array(pixels.length >> 1);
  for (let k = 0; k < half.length; k++) half[k] = pixels[k * 2]!;
  return half;
}

/** How far each pixel is from the surface's colour at its place. */
function distancesTo(
  surface: SmoothSurface,
  { l, a, b, width, height }: LabPlanes,
): Float32Array<ArrayBuffer> {
  const [l0, a0, b0] = [0, 1, 2].map((channel) => surfaceOver(surface, channel, width, height)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const distances = new Float32Array(width * height);
  for (let i = 0; i < distances.length; i++)
    distances[i] = distance(l[i]! - l0[i]!, a[i]! - a0[i]!, b[i]! - b0[i]!);
  return distances;
}

interface Ring {
  pixels: Int32Array;
  thickness: number;
  bottom: number;
}

function ringOf(width: number, height: number): Ring {
  const thickness = Math.max(3, Math.round(Math.min(width, height) * ringShare));
  const bottom = Math.round(height * ringBottom);
  const pixels: number[] = [];
  for (let y = 0; y < bottom; y++) {
    for (let x = 0; x < width; x++) {
      if (y < thickness || x < thickness || x >= width - thickness) pixels.push(y * width + x);
    }
  }
  return { pixels: Int32Array.from(pixels), thickness, bottom };
}

/** Positions in the ring near its most common colour: hair and shoulders touch the ring too. */
function nearMostCommonColour({ l, a, b }: LabPlanes, ring: Int32Array): Int32Array {
  const cellOf = (i: number) =>
    Math.min(15, (l[i]! / 12) | 0) * 1024 + (Math.round(a[i]! / 8) + 16) * 32 + Math.round(b[i]! / 8) + 16;
  const counts = new Int32Array(16 * 1024);
  let fullest = cellOf(ring[0]!);
  for (const i of ring) {
    const cell = cellOf(i);
    if (++counts[cell]! > counts[fullest]!) fullest = cell;
  }
  const l0 = (fullest >> 10) * 12 + 6;
  const a0 = (((fullest >> 5) & 31) - 16) * 8;
  const b0 = ((fullest & 31) - 16) * 8;
  const near: number[] = [];
  ring.forEach((i, k) => {
    if (Math.hypot((l[i]! - l0) * 0.6, a[i]! - a0, b[i]! - b0) < 20) near.push(k);
  });
  return near.length < ring.length * 0.1 ? Int32Array.from(ring, (_, k) => k) : Int32Array.from(near);
}

/**
 * The ring without what the person covers: the lower ends of both sides up to the first row of background, and
 * one stretch of the top edge with background on both of its sides.
 */
function withoutShoulders(ring: Ring, isTight: Uint8Array, width: number, height: number): Int32Array {
  const { thickness, bottom } = ring;
  const coveredTo = (fromX: number) => {
    for (let y = bottom - 1; y >= Math.round(height * 0.2); y--) {
      let tight = 0;
      for (let x = fromX; x < fromX + thickness; x++) tight += isTight[y * width + x]!;
      if (tight > thickness / 2) return y + 1;
    }
    // Nothing but covered rows is no shoulder.
    return bottom;
  };
  const left = coveredTo(0);
  const right = coveredTo(width - thickness);
  const head = headAtTop(isTight, thickness, width);
  return ring.pixels.filter((i) => {
    const x = i % width;
    const y = (i / width) | 0;
    if (y < thickness) return head === null || x < head.from || x >= head.to;
    return x < thickness ? y < left : y < right;
  });
}

/** A single stretch of the top edge that is not background, in the middle and not wider than half the picture. */
function headAtTop(
  isTight: Uint8Array,
  thickness: number,
  width: number,
): { from: number; to: number } | null {
  const isCovered = (x: number) => {
    let tight = 0;
    for (let y = 0; y < thickness; y++) tight += isTight[y * width + x]!;
    return tight < thickness / 2;
  };
  let from = -1;
  let to = -1;
  let covered = 0;
  for (let x = 0; x < width; x++) {
    if (!isCovered(x)) continue;
    if (from < 0) from = x;
    to = x + 1;
    covered++;
  }
  if (covered === 0 || to - from > width * 0.5 || covered < (to - from) * 0.9) return null;
  return from > width * 0.15 && to < width * 0.85 ? { from, to } : null;
}

function bandTexture({ l, a, b, width, height }: LabPlanes): number {
  const band = Math.round(width * 0.12);
  let sum = 0;
  let count = 0;
  for (let y = 1; y < height * 0.5; y++) {
    for (let x = 1; x < width - 1; x++) {
      if (x >= band && x <= width - band && y >= height * 0.05) continue;
      const i = y * width + x;
      const gx = (l[i + 1]! - l[i - 1]!) / 2;
      const gy = (l[i + width]! - l[i - width]!) / 2;
      const ga = (a[i + 1]! - a[i - 1]!) / 2;
      const gb = (b[i + 1]! - b[i - 1]!) / 2;
      sum += Math.sqrt(gx * gx + gy * gy + ga * ga + gb * gb);
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}

function sideShares(
  distances: Float32Array,
  width: number,
  height: number,
  thickness: number,
): Record<Side, number> {
  const share = (left: number, top: number, right: number, bottom: number) => {
    let tight = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) if (distances[y * width + x]! < tightDistance) tight++;
    }
    return tight / ((right - left) * (bottom - top));
  };
  return {
    top: share(0, 0, width, thickness),
    right: share(width - thickness, 0, width, height),
    bottom: share(0, height - thickness, width, height),
    left: share(0, 0, thickness, height),
  };
}

/** Spreads from the ring over everything near the surface's colour, stopping at sudden changes. */
function grow(lab: LabPlanes, distances: Float32Array, seeds: Int32Array, maxDistance: number): Uint8Array {
  const { l, a, b, width, height } = lab;
  const mask = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  let top = 0;
  for (const i of seeds) {
    mask[i] = 1;
    stack[top++] = i;
  }
  const visit = (from: number, to: number) => {
    if (mask[to] === 1) return;
    const dl = l[to]! - l[from]!;
    const da = a[to]! - a[from]!;
    const db = b[to]! - b[from]!;
    if (dl * dl + da * da + db * db >= 36 || distances[to]! >= maxDistance) return;
    mask[to] = 1;
    stack[top++] = to;
  };
  while (top > 0) {
    const i = stack[--top]!;
    const x = i % width;
    if (x > 0) visit(i, i - 1);
    if (x < width - 1) visit(i, i + 1);
    if (i >= width) visit(i, i - width);
    if (i < width * (height - 1)) visit(i, i + width);
  }
  return mask;
}

function colourName(lightness: number, a: number, b: number): BackgroundColour {
  const chroma = Math.hypot(a, b);
  if (chroma < 6) {
    if (lightness >= 88) return 'white';
    if (lightness >= 70) return 'light-grey';
    if (lightness >= 35) return 'grey';
    return lightness >= 12 ? 'dark-grey' : 'black';
  }
  const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  if (hue >= 230 && hue <= 300) return 'blue';
  if (hue >= 60 && hue <= 100 && chroma < 20) return 'beige';
  if (hue <= 40 || hue >= 340) return 'red';
  return hue >= 120 && hue <= 190 ? 'green' : 'other';
}

/** The box of the other colours in that part of the ring (left side, top, right side) that has most of them. */
function worstPart(ring: Int32Array, isTight: Uint8Array, width: number, height: number) {
  const parts = { left: newPart(), top: newPart(), right: newPart() };
  for (const i of ring) {
    const x = i % width;
    const share = x / width;
    const part = share < 0.2 ? parts.left : share > 0.8 ? parts.right : parts.top;
    part.all++;
    if (isTight[i] === 1) continue;
    const y = (i / width) | 0;
    part.off++;
    part.left = Math.min(part.left, x);
    part.right = Math.max(part.right, x + 1);
    part.top = Math.min(part.top, y);
    part.bottom = Math.max(part.bottom, y + 1);
  }
  const share = ({ off, all }: RingPart) => (all === 0 ? 0 : off / all);
  const worst = Object.values(parts).reduce((a, b) => (share(b) > share(a) ? b : a));
  if (share(worst) < 0.02) return null;
  return {
    x: worst.left / width,
    y: worst.top / height,
    width: (worst.right - worst.left) / width,
    height: (worst.bottom - worst.top) / height,
  };
}

interface RingPart {
  off: number;
  all: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const newPart = (): RingPart => ({ off: 0, all: 0, left: Infinity, right: 0, top: Infinity, bottom: 0 });
