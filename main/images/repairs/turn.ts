import type { RepairPlan } from '../../../preload/contract/index.ts';
import type { Homography } from '../homography.ts';
import { identity } from './quad.ts';

export interface Size {
  width: number;
  height: number;
}

/** One step of the shape of a picture: its size afterwards, and where each point of it was before; in pixels. */
export interface Step extends Size {
  toSource: Homography;
}

/** Clockwise by quarters. */
export function turn({ width, height }: Size, quarterTurns: RepairPlan['quarterTurns']): Step {
  switch (quarterTurns) {
    case 0:
      return { width, height, toSource: identity };
    case 1:
      return { width: height, height: width, toSource: [0, 1, 0, -1, 0, height, 0, 0, 1] };
    case 2:
      return { width, height, toSource: [-1, 0, width, 0, -1, height, 0, 0, 1] };
    case 3:
      return { width: height, height: width, toSource: [0, -1, width, 1, 0, 0, 0, 0, 1] };
  }
}
