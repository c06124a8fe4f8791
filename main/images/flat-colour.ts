import { sides, type Side } from './page-area.ts';
import type { Raster } from './raster.ts';

/** What only a picture that was never paper has: areas of exactly one colour, without the noise of a sensor. */
export interface FlatColourFacts {
  /** Share of the pixels, of those neither white nor black, whose neighbours have exactly their colour, 0..1. */
  flatShare: number;
  /** Bars of exactly one colour that run along a side and end at once, as those of a window or of a viewer do. */
  bars: Bar[];
  /** Longer over shorter side is exactly that of a screen: 16:9, 16:10, or longer than any paper. */
  isScreenShaped: boolean;
}

export interface Bar {
  side: Side;
  /** As `#rrggbb`. */
  colour: string;
}

/** White and black are also what is left of overexposed paper and of the lid of a scanner. */
const [darkest, lightest] = [8, 248];
/** A bar is so thick, of the depth of the picture; and one colour fills this share of its rows, between icons. */
const minBarShare = 0.012;
const minRowShare = 0.6;
const minFilled = 0.9;
/** At its end this much of the side changes colour within so many rows. */
const minJump = 0.6;
const jumpRows = 2;
const maxDepth = 1 / 3;
const maxGround = 0.6;
const groundStep = 8;
/** Phones; receipts are as long, but have no such bar. */
const longScreen = 1.9;

export function measureFlatColour(raster: Raster, widthPx: number, heightPx: number): FlatColourFacts {
  return {
    flatShare: flatShareOf(raster),
    bars: sides.flatMap((side) => {
      const colour = barColour(side, raster);
      return colour === null ? [] : [{ side, colour: `#${colour.toString(16).padStart(6, '0')}` }];
    }),
    isScreenShaped: isScreenShaped(Math.max(widthPx, heightPx), Math.min(widthPx, heightPx)),
  };
}

function isScreenShaped(long: number, short: number): boolean {
  return long * 9 === short * 16 || long * 10 === short * 16 || long >= short * longScreen;
}

function flatShareOf({ width, height, rgb }: Raster): number {
  const row = width * 3;
  let toned = 0;
  let flat = 0;
  for (let y = 1; y < height; y += 2) {
    for (let x = 1, p = y * row + 3; x < width; x++, p += 3) {
      const [r, g, b] = [rgb[p]!, rgb[p + 1]!, rgb[p + 2]!];
      if (Math.min(r, g, b) >= lightest || Math.max(r, g, b) <= darkest) continue;
      toned++;
      const above = p - row;
      if (r !== rgb[p - 3]! || g !== rgb[p - 2]! || b !== rgb[p - 1]!) continue;
      if (r === rgb[above]! && g === rgb[above + 1]! && b === rgb[above + 2]!) flat++;
    }
  }
  return toned === 0 ? 0 : flat / toned;
}

function barColour(side: Side, { width, height, rgb }: Raster): number | null {
  const isUpright = side === 'left' || side === 'right';
  const isFar = side === 'right' || side === 'bottom';
  const length = isUpright ? height : width;
  const depth = isUpright ? width : height;
  const colourAt = (along: number, inward: number) => {
    const across = isFar ? depth - 1 - inward : inward;
    const p = 3 * (isUpright ? along * width + across : across * width + along);
    return (rgb[p]! << 16) | (rgb[p + 1]! << 8) | rgb[p + 2]!;
  };
  const colour = commonest(length, (along) => colourAt(along, Math.min(1, depth - 1)));
  const shareAt = (inward: number) => {
    let same = 0;
    for (let along = 0; along < length; along++) if (colourAt(along, inward) === colour) same++;
    return same / length;
  };
  /** Whether what lies inside is mostly of that colour too: then it is a margin inside a frame. */
  const isGround = (from: number) => {
    let [sum, count] = [0, 0];
    for (let inward = from; inward < depth - from; inward += groundStep, count++) sum += shareAt(inward);
    return sum > count * maxGround;
  };
  let filled = 0;
  let last = 0;
  for (let inward = 0; inward < depth * maxDepth; inward++) {
    const share = shareAt(inward);
    if (share < minRowShare) {
      if (inward < depth * minBarShare || filled / inward < minFilled) return null;
      const after = shareAt(Math.min(depth - 1, inward - 1 + jumpRows));
      return last - after >= minJump && !isGround(inward) ? colour : null;
    }
    filled += share;
    last = share;
  }
  return null;
}

function commonest(count: number, at: (k: number) => number): number {
  const counts = new Map<number, number>();
  let best = -1;
  for (let k = 0; k < count; k++) {
    const value = at(k);
    const seen = (counts.get(value) ?? 0) + 1;
    counts.set(value, seen);
    if (best === -1 || seen > counts.get(best)!) best = value;
  }
  return best;
}
