import type { Corners } from '../../../preload/contract/index.ts';
import type { Point } from '../homography.ts';
import { rectangleTo, type Quad } from './quad.ts';
import type { Size, Step } from './turn.ts';

/** How far a measured proportion may be off and still be the paper's. */
const paperTolerance = 0.12;

/**
 * Lays a page that was photographed from aside flat, so that it fills the picture. The result has as many pixels as
 * the page had, never more.
 *
 * @param paper longer over shorter side of the paper this document is on; `null` when it may be any
 */
export function straighten(size: Size, corners: Corners, paper: number | null): Step {
  const quad = corners.map(({ x, y }) => ({ x: x * size.width, y: y * size.height })) as unknown as Quad;
  const proportion = paperProportion(proportionOf(quad, size), paper);
  const area = areaOf(quad);
  const width = Math.max(1, Math.round(Math.sqrt(area * proportion)));
  const height = Math.max(1, Math.round(width / proportion));
  return { width, height, toSource: rectangleTo(width, height, quad) };
}

function paperProportion(measured: number, paper: number | null): number {
  if (paper === null) return measured;
  const known = [paper, 1 / paper].find((one) => Math.abs(measured / one - 1) < paperTolerance);
  return known ?? measured;
}

/**
 * Width over height of the rectangle that looks like this from a camera whose axis goes through the middle of the
 * picture (Zhang and He 2007, "Whiteboard scanning and image enhancement", 3.2). Seen straight on, or where the
 * camera cannot be told, the mean of opposite sides.
 */
export function proportionOf(quad: Quad, { width, height }: Size): number {
  const centred = quad.map(({ x, y }) => [x - width / 2, y - height / 2, 1] as Vector);
  const [topLeft, topRight, bottomRight, bottomLeft] = centred as [Vector, Vector, Vector, Vector];
  const k2 = dot(cross(topLeft, bottomRight), bottomLeft) / dot(cross(topRight, bottomRight), bottomLeft);
  const k3 = dot(cross(topLeft, bottomRight), topRight) / dot(cross(bottomLeft, bottomRight), topRight);
  const n2 = combine(k2, topRight, topLeft);
  const n3 = combine(k3, bottomLeft, topLeft);
  // Both pairs of sides must converge, or the distance of the camera says nothing.
  const focal2 = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2]);
  const longSide = Math.max(width, height);
  if (Number.isFinite(focal2) && focal2 > (0.4 * longSide) ** 2 && focal2 < (6 * longSide) ** 2) {
    const length = ([x, y, z]: Vector) => (x * x + y * y) / focal2 + z * z;
    return Math.sqrt(length(n2) / length(n3));
  }
  const side = (a: 0 | 1 | 2 | 3, b: 0 | 1 | 2 | 3) => distance(quad[a], quad[b]);
  return (side(0, 1) + side(3, 2)) / (side(0, 3) + side(1, 2));
}

type Vector = readonly [number, number, number];

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** `factor * a - b` */
function combine(factor: number, a: Vector, b: Vector): Vector {
  return [factor * a[0] - b[0], factor * a[1] - b[1], factor * a[2] - b[2]];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Shoelace formula. */
function areaOf(quad: Quad): number {
  const twice = quad.reduce((sum, { x, y }, i) => {
    const next = quad[(i + 1) % 4]!;
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(twice) / 2;
}
