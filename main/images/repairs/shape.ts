import type { RepairPlan } from '../../../preload/contract/index.ts';
import { deskew } from './deskew.ts';
import { compose } from '../homography.ts';
import { identity } from './quad.ts';
import { straighten } from './straighten.ts';
import { turn, type Size, type Step } from './turn.ts';

export interface ShapeOptions {
  /** Longer over shorter side of the paper; `null` when unknown. */
  paper: number | null;
  /** Whether deskewing may leave the corners away that fall outside. */
  keepsSize: boolean;
}

/** What happens to the shape of a picture before it is cropped, as one map: pixels are mixed only once. */
export function shapeOf(size: Size, plan: RepairPlan, { paper, keepsSize }: ShapeOptions): Step {
  let shape: Step = { ...size, toSource: identity };
  const then = (next: Step) => {
    shape = { ...next, toSource: compose(shape.toSource, next.toSource) };
  };
  if (plan.corners) then(straighten(shape, plan.corners, paper));
  then(turn(shape, plan.quarterTurns));
  if (plan.skewDegrees) then(deskew(shape, plan.skewDegrees, keepsSize));
  return shape;
}

/** Whether every pixel of the result is one of the source. */
export function isOnlyTurned({ corners, skewDegrees }: RepairPlan): boolean {
  return corners === null && !skewDegrees;
}
