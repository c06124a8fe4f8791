import type { RepairPlan } from '../../../preload/contract/index.ts';
import { mapPoint, type Point } from '../homography.ts';
import { findInk, inkMask } from '../ink.ts';
import { lumaOf, shrink, type Raster } from '../raster.ts';
import { invert } from './quad.ts';
import { shapeOf } from './shape.ts';
import type { Size } from './turn.ts';

/** Marks are looked for on a copy of this size. */
const lookSidePx = 1200;
/** Share of the page that may be specks at its rim. */
const maxLostShare = 0.0003;

/** Whether print or writing would fall outside if a page that is turned back kept its size. */
export function losesInk(source: Raster, plan: RepairPlan, paper: number | null): boolean {
  if (!plan.skewDegrees) return false;
  const small = shrink(source, lookSidePx);
  const ink = findInk(lumaOf(small));
  const mask = inkMask(ink);
  const before = shapeOf(small, { ...plan, skewDegrees: null }, { paper, keepsSize: true });
  const after = shapeOf(small, plan, { paper, keepsSize: true });
  const toBefore = invert(before.toSource);
  const toAfter = invert(after.toSource);
  let lost = 0;
  for (let y = 0, i = 0; y < ink.height; y++) {
    for (let x = 0; x < ink.width; x++, i++) {
      if (mask[i] === 0) continue;
      const [atX, atY] = [x + 0.5, y + 0.5];
      if (isInside(mapPoint(toBefore, atX, atY), before) && !isInside(mapPoint(toAfter, atX, atY), after))
        lost++;
    }
  }
  return lost > maxLostShare * mask.length;
}

function isInside({ x, y }: Point, { width, height }: Size) {
  return x >= 0 && y >= 0 && x <= width && y <= height;
}
