import type { Box } from '../../preload/contract/index.ts';
import type { Side } from './page-area.ts';
import type { Plane } from './raster.ts';

export interface Point {
  x: number;
  y: number;
}

/** The straight edges of a sheet of paper, as far as they are seen. */
export interface PageEdges {
  /** Around the sheet, in fractions of the picture. */
  page: Box;
  /** Clockwise from the top left one; `null` unless all four edges are seen. */
  corners: [Point, Point, Point, Point] | null;
  /** How much opposite edges converge, the worse pair; `null` unless both of a pair are seen. */
  keystoneDegrees: number | null;
}

/** An edge across the picture: its place at the middle of the side, and how much that changes along it. */
interface Edge {
  at: number;
  slope: number;
}

/**
 * Share of a side along which the edge must be met, and of where it is seen at all; and how far from straight it may be
 * there, in squares. A sheet that reaches out of the picture shows only a part of its edge.
 */
const minSupport = 0.4;
const minStraightShare = 0.8;
const maxBendCells = 1.5;

/**
 * @param outside 1 where a square is not of the paper
 * @param shown sides along which surroundings show
 */
export function pageEdges(light: Plane, outside: Uint8Array, shown: Side[]): PageEdges {
  const { width, height } = light;
  const edgeOf = (side: Side) => (shown.includes(side) ? fitEdge(side, light, outside) : null);
  const [top, right, bottom, left] = [edgeOf('top'), edgeOf('right'), edgeOf('bottom'), edgeOf('left')];
  const isQuad = top?.isStraight && right?.isStraight && bottom?.isStraight && left?.isStraight;
  const x = inside(left?.at ?? 0, width);
  const y = inside(top?.at ?? 0, height);
  const page = {
    x,
    y,
    width: Math.max(0, inside(right?.at ?? width, width) - x),
    height: Math.max(0, inside(bottom?.at ?? height, height) - y),
  };
  const corner = (level: Edge, upright: Edge): Point => {
    // Each is given from the middle of the picture: y = level.at + slope * (x - w/2), x = upright.at + ...
    const dx =
      (upright.at - width / 2 + upright.slope * (level.at - height / 2)) / (1 - upright.slope * level.slope);
    return { x: (width / 2 + dx) / width, y: (level.at + level.slope * dx) / height };
  };
  return {
    page,
    corners: isQuad
      ? [corner(top!, left!), corner(top!, right!), corner(bottom!, right!), corner(bottom!, left!)]
      : null,
    keystoneDegrees: keystone([
      [top, bottom],
      [left, right],
    ]),
  };
}

/** A fraction of the side: an edge that is met at one end only may leave the picture before its middle. */
const inside = (at: number, length: number) => Math.max(0, Math.min(1, at / length));

function keystone(pairs: (FittedEdge | null)[][]): number | null {
  let worst: number | null = null;
  for (const [one, other] of pairs) {
    if (!one?.isStraight || !other?.isStraight) continue;
    const degrees = (Math.abs(Math.atan(one.slope) - Math.atan(other.slope)) * 180) / Math.PI;
    worst = Math.max(worst ?? 0, degrees);
  }
  return worst;
}

interface FittedEdge extends Edge {
  isStraight: boolean;
}

/** The line along which the surroundings end, by the middle slope of all pairs of points a third of the side apart. */
function fitEdge(side: Side, { width, height }: Plane, outside: Uint8Array): FittedEdge | null {
  const isUpright = side === 'left' || side === 'right';
  const isFar = side === 'right' || side === 'bottom';
  const length = isUpright ? height : width;
  const depth = isUpright ? width : height;
  const along: number[] = [];
  const across: number[] = [];
  for (let k = 0; k < length; k++) {
    let inward = 0;
    const cellAt = (n: number) => (isFar ? depth - 1 - n : n);
    while (
      inward < depth / 2 &&
      outside[isUpright ? k * width + cellAt(inward) : cellAt(inward) * width + k] === 1
    )
      inward++;
    if (inward === 0 || inward >= depth / 2) continue;
    along.push(k + 0.5);
    across.push(isFar ? depth - inward : inward);
  }
  if (along.length === 0) return null;
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
  const slopes: number[] = [];
  const far = Math.max(1, Math.floor(along.length / 3));
  for (let k = 0; k + far < along.length; k++) {
    slopes.push((across[k + far]! - across[k]!) / (along[k + far]! - along[k]!));
  }
  const slope = slopes.length === 0 ? 0 : middle(slopes);
  const at = middle(along.map((k, n) => across[n]! - slope * (k - length / 2)));
  const near = along.filter((k, n) => Math.abs(across[n]! - at - slope * (k - length / 2)) <= maxBendCells);
  const isStraight = near.length >= length * minSupport && near.length >= along.length * minStraightShare;
  return { at, slope, isStraight };
}
