import type { Ink } from './ink.ts';
import { sides, type Side } from './page-area.ts';
import type { Plane } from './raster.ts';

export interface CutFacts {
  /** How many strokes run into the border of the picture, on the side where they stand closest. */
  strokes: number;
  /** The same on 1000 pixels of that side of the working size. */
  per1000Px: number;
  side: Side | null;
}

/** A speck is shorter; a frame, a shadow or a picture that reaches the border is longer than this share of the side. */
const minStrokePx = 2;
const maxStrokeShare = 0.06;
/** Rows from the border that a stroke fills at least: rims of paper and the pattern of its tint do not go deeper. */
const minDepthPx = 3;
/** A rule of lined paper runs deeper, as a share of the picture. */
const maxDepthShare = 0.25;
/** Fainter ones, against the print of the page, are patterns and the next page shining through. */
const minContrastShare = 0.5;
/** How far from a stroke its paper is looked for. */
const paperReachPx = 12;
const paperDepthsPx = [1, 4, 8];

/**
 * Counts the letters and lines that the border of the picture cuts through.
 *
 * @param surroundings sides at which the paper ends before the picture does
 */
export function measureCut(ink: Ink, luma: Plane, mask: Uint8Array, surroundings: Side[]): CutFacts {
  let most: CutFacts = { strokes: 0, per1000Px: 0, side: null };
  for (const side of sides) {
    if (surroundings.includes(side)) continue;
    const border = new Border(side, ink, luma, mask);
    const strokes = border.strokes();
    const per1000Px = (strokes * 1000) / border.length;
    if (per1000Px > most.per1000Px) most = { strokes, per1000Px, side };
  }
  return most;
}

/** A side of the picture, seen from outside: places along it, and inward from it. */
class Border {
  readonly length: number;
  readonly #depth: number;
  readonly #isUpright: boolean;
  readonly #isFar: boolean;
  readonly #width: number;
  readonly #ink: Ink;
  readonly #luma: Uint8Array;
  readonly #mask: Uint8Array;
  readonly #inked: Uint8Array;

  constructor(side: Side, ink: Ink, luma: Plane, mask: Uint8Array) {
    this.#isUpright = side === 'left' || side === 'right';
    this.#isFar = side === 'right' || side === 'bottom';
    this.length = this.#isUpright ? ink.height : ink.width;
    this.#depth = this.#isUpright ? ink.width : ink.height;
    this.#width = ink.width;
    this.#ink = ink;
    this.#luma = luma.data;
    this.#mask = mask;
    this.#inked = ink.border[side];
  }

  strokes(): number {
    let strokes = 0;
    let from = 0;
    for (let k = 0; k <= this.length; k++) {
      if (this.#inked[k] === 1) continue;
      const size = k - from;
      const isStroke = size >= minStrokePx && size < this.length * maxStrokeShare;
      if (isStroke && this.#isPrint(from, k) && this.#isCut(from, k)) strokes++;
      from = k + 1;
    }
    return strokes;
  }

  /** Whether it is nearly as dark against its paper as the print of the page. */
  #isPrint(from: number, to: number): boolean {
    let darkest = 255;
    for (let k = from; k < to; k++) darkest = Math.min(darkest, this.#luma[this.#at(k, 1)]!);
    let paper = 0;
    const end = Math.min(this.length, to + paperReachPx);
    for (let k = Math.max(0, from - paperReachPx); k < end; k++) {
      for (const inward of paperDepthsPx) {
        if (inward < this.#depth) paper = Math.max(paper, this.#luma[this.#at(k, inward)]!);
      }
    }
    return paper - darkest >= minContrastShare * this.#ink.contrast;
  }

  /** Follows the ink inward. */
  #isCut(from: number, to: number): boolean {
    let [first, last] = [from, to - 1];
    const maxDepth = this.#depth * maxDepthShare;
    let inward = 2;
    for (; inward < maxDepth; inward++) {
      let [nextFirst, nextLast] = [-1, -1];
      for (let k = Math.max(0, first - 1); k <= Math.min(this.length - 1, last + 1); k++) {
        if (this.#mask[this.#at(k, inward)] === 0) continue;
        if (nextFirst === -1) nextFirst = k;
        nextLast = k;
      }
      if (nextFirst === -1) break;
      [first, last] = [nextFirst, nextLast];
    }
    return inward >= minDepthPx && inward < maxDepth;
  }

  #at(along: number, inward: number): number {
    const across = this.#isFar ? this.#depth - 1 - inward : inward;
    return this.#isUpright ? along * this.#width + across : across * this.#width + along;
  }
}
