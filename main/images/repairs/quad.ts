import { compose, type Homography, type Point } from '../homography.ts';

/** Four corners, clockwise from the top left one (y downwards). */
export type Quad = readonly [Point, Point, Point, Point];

export const identity: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export function invert(m: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = m;
  const A = e * i - f * h;
  const B = f * g - d * i;
  const C = d * h - e * g;
  const cells = [
    A,
    c * h - b * i,
    b * f - c * e,
    B,
    a * i - c * g,
    c * d - a * f,
    C,
    b * g - a * h,
    a * e - b * d,
  ];
  // The last number of such a map is 1.
  return cells.map((cell) => cell / cells[8]!) as unknown as Homography;
}

/**
 * Maps the corners of a rectangle of that size, clockwise from its top left one, to four points (Heckbert 1989,
 * "Fundamentals of Texture Mapping", 2.2.3).
 */
export function rectangleTo(width: number, height: number, [p0, p1, p2, p3]: Quad): Homography {
  const dx1 = p1.x - p2.x;
  const dx2 = p3.x - p2.x;
  const dx3 = p0.x - p1.x + p2.x - p3.x;
  const dy1 = p1.y - p2.y;
  const dy2 = p3.y - p2.y;
  const dy3 = p0.y - p1.y + p2.y - p3.y;
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (dx3 * dy2 - dx2 * dy3) / determinant;
  const h = (dx1 * dy3 - dx3 * dy1) / determinant;
  const square: Homography = [
    p1.x - p0.x + g * p1.x,
    p3.x - p0.x + h * p3.x,
    p0.x,
    p1.y - p0.y + g * p1.y,
    p3.y - p0.y + h * p3.y,
    p0.y,
    g,
    h,
    1,
  ];
  return compose(square, [1 / width, 0, 0, 0, 1 / height, 0, 0, 0, 1]);
}

/** Whether the points go round clockwise (y downwards) with a corner at each, so that a page can lie there. */
export function isConvex(quad: Quad): boolean {
  return quad.every((point, i) => {
    const next = quad[(i + 1) % 4]!;
    const after = quad[(i + 2) % 4]!;
    return (next.x - point.x) * (after.y - next.y) - (next.y - point.y) * (after.x - next.x) > 1e-9;
  });
}
