import type { Ink } from './ink.ts';
import { quantile } from './raster.ts';
import { unevenness, type EdgePoints } from './row-sharpness.ts';

/** How much lines may converge over the height of a page, and in which steps that is tried. */
const maxDegrees = 10;
const stepDegrees = 1;
const fineStepDegrees = 0.1;
const fineSteps = 9;
const rounds = 3;
/** How far the lines of one half of the page may turn from those of the whole. */
const reachDegrees = 4;
const points = 4000;
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
  const lines = new Fan(sample(lower), ink);
  let [convergence, level, best] = [0, degrees, 0];
  const look = (fan: number): number => {
    const score = lines.sharpness(level, fan);
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
    level = lines.level(level, convergence);
  }
  const [left, right] = lines.halves();
  const bend = left.level(level, convergence) - right.level(level, convergence);
  const size = Math.abs(convergence);
  return Math.abs(bend) <= Math.max(maxBendDegrees, maxBendShare * size) ? size : null;
}

function sample({ xs, ys }: EdgePoints): EdgePoints {
  const every = Math.max(1, xs.length / points);
  const at = (values: Float32Array) =>
    Float32Array.from({ length: Math.floor(values.length / every) }, (_, k) => values[(k * every) | 0]!);
  return { xs: at(xs), ys: at(ys) };
}

/** Points on lines that meet somewhere beside the page. */
class Fan {
  readonly #points: EdgePoints;
  readonly #ink: Ink;
  readonly #reach: number;
  readonly #rows: Int32Array;

  constructor(edges: EdgePoints, ink: Ink) {
    this.#points = edges;
    this.#ink = ink;
    this.#reach = Math.ceil(ink.width / 2);
    this.#rows = new Int32Array((ink.height + 2 * this.#reach) * rowsPerPx);
  }

  /** How unevenly the points fall into rows once the page is level and its lines are parallel. */
  sharpness(levelDegrees: number, fanDegrees: number): number {
    const { xs, ys } = this.#points;
    const rows = this.#rows.fill(0);
    const middle = this.#ink.height / 2;
    const slope = tan(levelDegrees);
    const fan = tan(fanDegrees) / this.#ink.height;
    for (let i = 0; i < xs.length; i++) {
      const y = ys[i]!;
      rows[((y - xs[i]! * (slope + fan * (y - middle)) + this.#reach) * rowsPerPx) | 0]!++;
    }
    return unevenness(rows, rowsPerPx);
  }

  /** The angle of the middle line. */
  level(around: number, fanDegrees: number): number {
    let [best, degrees] = [-1, around];
    for (let at = around - reachDegrees; at <= around + reachDegrees; at += fineStepDegrees) {
      const score = this.sharpness(at, fanDegrees);
      if (score > best) [best, degrees] = [score, at];
    }
    return degrees;
  }

  halves(): [Fan, Fan] {
    const { xs, ys } = this.#points;
    const middle = quantile(xs, 0.5);
    const half = (isLeft: boolean) => {
      const isIn = (_: number, k: number) => xs[k]! < middle === isLeft;
      return new Fan({ xs: xs.filter(isIn), ys: ys.filter(isIn) }, this.#ink);
    };
    return [half(true), half(false)];
  }
}

const tan = (degrees: number) => Math.tan((degrees * Math.PI) / 180);
