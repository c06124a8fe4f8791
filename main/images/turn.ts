import { findInk, inkMask } from './ink.ts';
import { transpose, type Plane } from './raster.ts';
import { edgePoints } from './row-sharpness.ts';
import { lineConfidence, measureSkew, type SkewFacts } from './skew.ts';
import { textLines } from './text-height.ts';
import { uprightEvidence, type ReadPage } from './upside-down.ts';

export interface TurnFacts {
  isSideways: boolean | null;
  turnedDegrees: 0 | 90 | 180 | 270 | null;
  turnEvidence: number | null;
}

/** Less is no answer. Of print nearly all reaches it; without a comma and in capitals some does not. */
const minEvidence = 1.1;
/** Letters that say so much leave no doubt that their lines are level. */
const clearEvidence = 2.2;
/** Columns of Chinese print, and rules, stand out too: lines run the way that stands out so many times more. */
const minConfidence = 5;
const minConfidenceRatio = 1.6;

/**
 * Tells by how many quarters a page is turned: from the direction of its lines, and from the letters in them.
 *
 * @param page as it is; `degrees` is `null` without level lines
 * @param coarse the same page, smaller: enough to see which way lines run
 */
export function measureTurn(
  page: Omit<ReadPage, 'degrees'> & Pick<SkewFacts, 'degrees'>,
  coarse: Plane,
): TurnFacts {
  const { degrees } = page;
  const turnEvidence = degrees === null ? null : uprightEvidence({ ...page, degrees });
  const isLevel = (turnEvidence ?? 0) >= clearEvidence || linesAreLevel(coarse, degrees !== null);
  if (isLevel === false) return leftOrRight(page.luma);
  if (!isLevel || turnEvidence === null)
    return { isSideways: isLevel === null ? null : false, turnedDegrees: null, turnEvidence };
  const isSure = Math.abs(turnEvidence) >= minEvidence;
  return { isSideways: false, turnedDegrees: isSure ? (turnEvidence > 0 ? 0 : 180) : null, turnEvidence };
}

/**
 * `null` when neither direction stands out.
 *
 * @param hasLevelLines whether level lines are known
 */
function linesAreLevel(luma: Plane, hasLevelLines: boolean): boolean | null {
  const exchanged = transpose(luma);
  const upright = lineConfidence(findInk(exchanged), exchanged);
  if (upright < minConfidence) return hasLevelLines ? true : null;
  const level = lineConfidence(findInk(luma), luma);
  if (level >= upright * minConfidenceRatio) return true;
  return upright >= level * minConfidenceRatio ? false : null;
}

/** With rows and columns exchanged, the top of a page turned to the right is at the bottom. */
function leftOrRight(luma: Plane): TurnFacts {
  const exchanged = transpose(luma);
  const ink = findInk(exchanged);
  const lower = edgePoints(ink, exchanged, 'lower');
  const { degrees } = measureSkew(ink, exchanged, lower);
  if (degrees === null) return { isSideways: true, turnedDegrees: null, turnEvidence: null };
  const lines = textLines(ink, degrees);
  const turnEvidence = uprightEvidence({ ink, luma: exchanged, mask: inkMask(ink), lower, lines, degrees });
  const isSure = Math.abs(turnEvidence) >= minEvidence;
  return { isSideways: true, turnedDegrees: isSure ? (turnEvidence > 0 ? 270 : 90) : null, turnEvidence };
}
