export interface Point {
  x: number;
  y: number;
}

/** Row by row; maps (x, y, 1) up to scale. The last number is 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number, 1];

export function mapPoint(h: Homography, x: number, y: number): Point {
  const w = h[6] * x + h[7] * y + 1;
  return { x: (h[0] * x + h[1] * y + h[2]) / w, y: (h[3] * x + h[4] * y + h[5]) / w };
}

/** First `inner`, then `outer`. */
export function compose(outer: Homography, inner: Homography): Homography {
  const cell = (row: number, column: number) =>
    outer[row * 3]! * inner[column]! +
    outer[row * 3 + 1]! * inner[column + 3]! +
    outer[row * 3 + 2]! * inner[column + 6]!;
  const w = cell(2, 2);
  const [a, b, c, d, e, f, g, h] = [0, 1, 2, 3, 4, 5, 6, 7].map(
    (i) => cell(Math.floor(i / 3), i % 3) / w,
  ) as number[];
  return [a!, b!, c!, d!, e!, f!, g!, h!, 1];
}

/** Turns, moves and scales `from` onto `to` with the least squared error. */
export function fitSimilarity(from: Point[], to: Point[]): Homography {
  const n = from.length;
  const mean = (points: Point[]) => ({
    x: points.reduce((sum, p) => sum + p.x, 0) / n,
    y: points.reduce((sum, p) => sum + p.y, 0) / n,
  });
  const [f, t] = [mean(from), mean(to)];
  let [dot, cross, norm] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [ax, ay] = [from[i]!.x - f.x, from[i]!.y - f.y];
    const [bx, by] = [to[i]!.x - t.x, to[i]!.y - t.y];
    dot += ax * bx + ay * by;
    cross += ax * by - ay * bx;
    norm += ax * ax + ay * ay;
  }
  const [a, b] = [dot / norm, cross / norm];
  return [a, -b, t.x - a * f.x + b * f.y, b, a, t.y - b * f.x - a * f.y, 0, 0, 1];
}

/**
 * The plane seen from elsewhere: maps `from` onto `to` with the least squared algebraic error. Six parameters
 * (`affine`) hold parallels parallel. Coordinates should be of the order of 1.
 *
 * @returns `null` when the points lie on a line or are too few
 */
export function fitPlane(
  from: Point[],
  to: Point[],
  weights: ArrayLike<number>,
  model: 'affine' | 'homography',
): Homography | null {
  const size = model === 'affine' ? 6 : 8;
  const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
  const row = new Float64Array(size + 1);
  const add = (weight: number) => {
    for (let i = 0; i < size; i++) for (let j = 0; j <= size; j++) rows[i]![j]! += weight * row[i]! * row[j]!;
  };
  from.forEach(({ x, y }, i) => {
    const { x: u, y: v } = to[i]!;
    const perspectiveU = size === 8 ? [-u * x, -u * y] : [];
    const perspectiveV = size === 8 ? [-v * x, -v * y] : [];
    row.set([x, y, 1, 0, 0, 0, ...perspectiveU, u]);
    add(weights[i]!);
    row.set([0, 0, 0, x, y, 1, ...perspectiveV, v]);
    add(weights[i]!);
  });
  const solved = solve(rows);
  if (!solved) return null;
  const [a, b, c, d, e, f, g = 0, h = 0] = solved as unknown as number[];
  return [a!, b!, c!, d!, e!, f!, g, h, 1];
}

/** Gaussian elimination with pivoting; the last column is the right side. */
function solve(rows: Float64Array[]): Float64Array | null {
  const size = rows.length;
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    if (Math.abs(rows[k]![k]!) < 1e-12) return null;
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= size; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  }
  return Float64Array.from(rows, (row, i) => row[size]! / row[i]!);
}
