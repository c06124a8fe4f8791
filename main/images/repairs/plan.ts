import { RepairKind, type RepairPlan } from '../../../preload/contract/index.ts';

/** The original as it is. */
export const nothingDone: RepairPlan = {
  upright: false,
  corners: null,
  quarterTurns: 0,
  skewDegrees: null,
  crop: null,
  maxSidePx: null,
  format: null,
  maxBytes: null,
  minBytes: null,
};

/** The repairs of a plan, in the order in which they are done. */
export function repairsOf(plan: RepairPlan): RepairKind[] {
  const done: Record<RepairKind, boolean> = {
    upright: plan.upright,
    straighten: plan.corners !== null,
    turn: plan.quarterTurns !== 0,
    deskew: Boolean(plan.skewDegrees),
    crop: plan.crop !== null,
    resize: plan.maxSidePx !== null,
    convert: plan.format !== null,
    'fit-bytes': plan.maxBytes !== null || plan.minBytes !== null,
  };
  return RepairKind.options.filter((kind) => done[kind]);
}
