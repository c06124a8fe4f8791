import type { Box } from '../../../preload/contract/index.ts';
import type { PhotoFacts } from '../facts.ts';
import type { KindLimits } from '../limits.ts';

/** 800 x 600 of the notice by which photos are filed, standing or lying as the picture does. */
const sides = { long: 4, short: 3 };
/** Left free above the head, in heights of the head. */
const roomAbove = 0.35;
/** A half-length picture shows at least this much, in heights of the head from its top. */
const bodyShown = 2.6;
/** A head narrower than this, as a share of the width, is far away. */
const farHeadWidth = 0.16;

/**
 * The largest part of the picture in the proportions of a filed photo with the head in the middle. `null` when the head
 * is in the middle and near enough, when it is not known, or when too few pixels or too little of the person would be
 * left.
 */
export function cropToHead(facts: PhotoFacts, limits: KindLimits): Box | null {
  const { head, widthPx, heightPx } = facts;
  if (head === null || facts.isHeadCut) return null;
  const offset = Math.abs(head.x + head.width / 2 - 0.5);
  const isAside = limits.maxHeadOffset.some(({ value }) => offset > value);
  if (!isAside && head.width >= farHeadWidth) return null;
  const standing = sides.short / sides.long;
  const asItLies = heightPx >= widthPx ? standing : sides.long / sides.short;
  const neededPx = Math.max(0, ...limits.minShortSidePx.map(({ value }) => value));
  return (
    cropInProportion(head, widthPx, heightPx, asItLies, neededPx) ??
    cropInProportion(head, widthPx, heightPx, standing, neededPx)
  );
}

function cropInProportion(
  head: Box,
  widthPx: number,
  heightPx: number,
  proportion: number,
  neededPx: number,
): Box | null {
  const centre = (head.x + head.width / 2) * widthPx;
  const headPx = head.height * heightPx;
  const headTop = head.y * heightPx;
  const top = Math.max(0, headTop - roomAbove * headPx);
  const widest = 2 * Math.min(centre, widthPx - centre);
  const height = Math.min(heightPx - top, widest / proportion);
  const width = height * proportion;
  const lowest = Math.min(heightPx, headTop + bodyShown * headPx);
  if (Math.min(width, height) < neededPx || top + height < lowest) return null;
  return {
    x: (centre - width / 2) / widthPx,
    y: top / heightPx,
    width: width / widthPx,
    height: height / heightPx,
  };
}
