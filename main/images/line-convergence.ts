import type { Ink } from './ink.ts';
import { quantile } from './raster.ts';
import { RowSharpness, type EdgePoints } from './row-sharpness.ts';

/** How much lines may converge over the height of a page, and in which steps that is tried. */
const maxDegrees = 10;
const stepDegrees = 0.5;
const fineStepDegrees = 0.1;
const fineSteps = 4;
const rounds = 3;
/** How far the lines of one half of the page may turn from those of the whole. */
const reachDegrees = 4;
const points = 6000;
const rowsPerPx = 2;
/** Where parallel lines fit nearly as well, they are. */
const minGain = 1.1;
/** Lines of a curved page turn from left to right as well; straight ones hardly, in degrees or of what they converge. */
const maxBendDegrees = 0.3;
const maxBendShare = 0.5;

/**
 * By how many degrees the lines of text at the head and at the foot of a page converge, as they do when the camera
 * looks from one side; `null` on a curved page.
 *
 * @param lower lower edges of the ink, at least one line of it
 * @param degrees the angle of all lines together
 */
export function measureLineConvergence(lower: EdgePoints, ink: Ink, degrees: number): number | null {
  const sampled = sample(lower);
  let [convergence, level, best] = [0, degrees, 0];
  const look = (fan: number): number => {
    const score = rowsOf(fannedOut(sampled, ink, fan), ink).at(level);
    if (score > best) [convergence, best] = [fan, score];
    return score;
  };
  const parallel = look(0);
  // Where lines converge, the angle that fits most of them is not yet that of the middle one.
  for (let round = 0; round < rounds; round++) {
    for (let fan = -maxDegrees; fan <= maxDegrees; fan += stepDegrees) look(fan);
    if (best < parallel * minGain) return 0;
    const nearest = convergence;
    for (let k = -fineSteps; k <= fineSteps; k++) look(nearest + k * fineStepDegrees);
    level = angleOf(fannedOut(sampled, ink, convergence), ink, level);
  }
  const straight = fannedOut(sampled, ink, convergence);
  const middle = quantile(straight.xs, 0.5);
  const bend =
    angleOf(
      part(straight, (x) => x < middle),
      ink,
      degrees,
    ) -
    angleOf(
      part(straight, (x) => x >= middle),
      ink,
      degrees,
    );
  const size = Math.abs(convergence);
  return Math.abs(bend) <= Math.max(maxBendDegrees, maxBendShare * size) ? size : null;
}

function sample({ xs, ys }: EdgePoints): EdgePoints {
  const every = Math.max(1, xs.length / points);
  const at = (values: Float32Array) =>
    Float32Array.from({ length: Math.floor(values.length / every) }, (_, k) => values[(k * every) | 0]!);
  return { xs: at(xs), ys: at(ys) };
}

/** Lines that converge by so much become parallel. */
function fannedOut({ xs, ys }: EdgePoints, { height }: Ink, degrees: number): EdgePoints {
  const slope = Math.tan((degrees * Math.PI) / 180) / height;
  return { xs, ys: ys.map((y, k) => y - xs[k]! * slope * (y - height / 2)) };
}

const rowsOf = (edges: EdgePoints, { width, height }: Ink) =>
  new RowSharpness(edges, width, height, rowsPerPx, [rowsPerPx], points);

function part({ xs, ys }: EdgePoints, isIn: (x: number, y: number) => boolean): EdgePoints {
  const of = { xs: new Float32Array(xs.length), ys: new Float32Array(xs.length) };
  let count = 0;
  for (let i = 0; i < xs.length; i++) {
    if (!isIn(xs[i]!, ys[i]!)) continue;
    of.xs[count] = xs[i]!;
    of.ys[count++] = ys[i]!;
  }
  return { xs: of.xs.subarray(0, count), ys: of.ys.subarray(0, count) };
}

function angleOf(edges: EdgePoints, ink: Ink, around: number): number {
  const rows = rowsOf(edges, ink);
  let [best, degrees] = [-1, around];
  for (let at = around - reachDegrees; at <= around + reachDegrees; at += fineStepDegrees) {
    const score = rows.at(at);
    if (score > best) [best, degrees] = [score, at];
  }
  return degrees;
}
