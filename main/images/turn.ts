import { findInk, type Ink } from './ink.ts';
import { transpose, type Plane } from './raster.ts';
import { lineConfidence, measureSkew } from './skew.ts';
import { textLines, type TextLine } from './text-height.ts';
import { uprightEvidence } from './upside-down.ts';

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

/** What was found of the page as it is. */
interface LevelPage {
  ink: Ink;
  luma: Plane;
  lines: TextLine[];
  /** See `SkewFacts`. */
  degrees: number | null;
}

/**
 * Tells by how many quarters a page is turned: from the direction of its lines, and from the letters in them.
 *
 * @param coarse the same page, smaller: enough to see which way lines run
 */
export function measureTurn({ ink, luma, lines, degrees }: LevelPage, coarse: Plane): TurnFacts {
  const turnEvidence = degrees === null ? null : uprightEvidence(ink, luma, lines, degrees);
  const isLevel = (turnEvidence ?? 0) >= clearEvidence || linesAreLevel(coarse);
  if (isLevel === false) return leftOrRight(luma);
  if (!isLevel || turnEvidence === null)
    return { isSideways: isLevel === null ? null : false, turnedDegrees: null, turnEvidence };
  const isSure = Math.abs(turnEvidence) >= minEvidence;
  return { isSideways: false, turnedDegrees: isSure ? (turnEvidence > 0 ? 0 : 180) : null, turnEvidence };
}

/** `null` when neither direction stands out. */
function linesAreLevel(luma: Plane): boolean | null {
  const level = lineConfidence(findInk(luma), luma);
  const exchanged = transpose(luma);
  const upright = lineConfidence(findInk(exchanged), exchanged);
  if (level >= minConfidence && level >= upright * minConfidenceRatio) return true;
  return upright >= minConfidence && upright >= level * minConfidenceRatio ? false : null;
}

/** With rows and columns exchanged, the top of a page turned to the right is at the bottom. */
function leftOrRight(luma: Plane): TurnFacts {
  const exchanged = transpose(luma);
  const ink = findInk(exchanged);
  const { degrees } = measureSkew(ink, exchanged);
  if (degrees === null) return { isSideways: true, turnedDegrees: null, turnEvidence: null };
  const turnEvidence = uprightEvidence(ink, exchanged, textLines(ink, degrees), degrees);
  const isSure = Math.abs(turnEvidence) >= minEvidence;
  return { isSideways: true, turnedDegrees: isSure ? (turnEvidence > 0 ? 270 : 90) : null, turnEvidence };
}
