import type { Corner, Corners, ImageKind, RepairOffer, RepairPlan } from '../../../preload/contract/index.ts';
import type { PageFacts, PhotoFacts, ScanFacts } from '../facts.ts';
import type { KindLimits } from '../limits.ts';
import { rounded } from '../numbers.ts';
import { paperLongSidePx } from '../paper-size.ts';
import { turnBox, within } from './crop.ts';
import { cropToHead } from './photo-crop.ts';

/** What scans are asked for; more is only bytes. */
const scanDpi = 300;
/** Twice the 800 px that photos are asked for leave room for every provider. */
const photoSidePx = 1600;
/** A picture that is hardly larger stays as it is. */
const worthShrinking = 1.1;
/** Less cannot be seen. */
const minSkewDegrees = 0.1;
/** Left around the paper, as a share of the picture: where it ends is known to a block of a 32nd. */
const pageMargin = 1 / 64;

/**
 * Repairs that the facts of a picture call for, each as the plan it was made by with one more repair. Facts and limits
 * alone decide; nothing is done.
 *
 * @param facts of the copy that `plan` makes; of the original while it is empty
 */
export function repairOffers(
  plan: RepairPlan,
  facts: PageFacts,
  limits: KindLimits,
  kind: ImageKind,
): RepairOffer[] {
  const offers: RepairOffer[] = [];
  const offer = (of: RepairOffer['kind'], change: Partial<RepairPlan>) =>
    offers.push({ kind: of, plan: { ...plan, ...change } });

  if (facts.orientation !== null && facts.orientation !== 1) offer('upright', { upright: true });
  if (facts.measuredAs === 'photo') offerForPhoto(plan, facts, limits, offer);
  else offerForScan(plan, facts, offer);

  const sidePx = facts.measuredAs === 'photo' ? photoSidePx : paperLongSidePx(kind, scanDpi);
  if (sidePx !== null && Math.max(facts.widthPx, facts.heightPx) > sidePx * worthShrinking)
    offer('resize', { maxSidePx: sidePx });

  const accepted = limits.formats.find(({ value }) => !value.includes(facts.format))?.value;
  const format = accepted?.find((one) => one === 'jpeg' || one === 'png');
  if (format) offer('convert', { format });

  const maxBytes = Math.min(...limits.maxBytes.map(({ value }) => value));
  const minBytes = Math.max(...limits.minBytes.map(({ value }) => value));
  if (facts.bytes > maxBytes || facts.bytes < minBytes) {
    offer('fit-bytes', {
      maxBytes: Number.isFinite(maxBytes) ? maxBytes : null,
      minBytes: Number.isFinite(minBytes) ? minBytes : null,
    });
  }
  return offers;
}

type Offer = (kind: RepairOffer['kind'], change: Partial<RepairPlan>) => void;

/** Quarter turns that bring the side a person enters from to the bottom. */
const turnsFrom = { right: 1, top: 2, left: 3 } as const;

function offerForPhoto(plan: RepairPlan, facts: PhotoFacts, limits: KindLimits, offer: Offer): void {
  if (facts.entersFrom !== null) offer('turn', turned(plan, turnsFrom[facts.entersFrom]));
  const box = facts.pictureInsideBars ?? cropToHead(facts, limits);
  if (box) offer('crop', { crop: within(plan.crop, box) });
}

/** Quarter turns that bring a turned page upright. */
const turnsBack = { 0: 0, 90: 3, 180: 2, 270: 1 } as const;

/** Of the picture: corners nearer than this to those of an upright rectangle are left to cropping. */
const minLean = 0.015;

function offerForScan(plan: RepairPlan, facts: ScanFacts, offer: Offer): void {
  // Corners are marked on the original, so they are taken from it as long as nothing has moved.
  const isInPlace = !plan.corners && !plan.quarterTurns && !plan.skewDegrees && !plan.crop;
  if (facts.corners && isInPlace && leanOf(facts.corners) > minLean)
    offer('straighten', { corners: facts.corners.map(insidePicture) as Corners });
  // Where the letters do not tell which side is up, one press more turns it on.
  const turns = facts.isSideways || facts.turnedDegrees ? turnsBack[facts.turnedDegrees ?? 270] : 0;
  if (turns !== 0) offer('turn', turned(plan, turns));
  const { skewDegrees, surroundings, page } = facts;
  if (skewDegrees !== null && Math.abs(skewDegrees) >= minSkewDegrees)
    offer('deskew', { skewDegrees: rounded((plan.skewDegrees ?? 0) + skewDegrees, 2) });
  if (surroundings.length > 0) {
    const left = Math.max(0, page.x - pageMargin);
    const top = Math.max(0, page.y - pageMargin);
    const right = Math.min(1, page.x + page.width + pageMargin);
    const bottom = Math.min(1, page.y + page.height + pageMargin);
    const box = { x: left, y: top, width: right - left, height: bottom - top };
    offer('crop', { crop: within(plan.crop, box) });
  }
}

/** How far corners lie from those of the rectangle around them. */
function leanOf([topLeft, topRight, bottomRight, bottomLeft]: Corners): number {
  return Math.max(
    Math.abs(topLeft.x - bottomLeft.x),
    Math.abs(topRight.x - bottomRight.x),
    Math.abs(topLeft.y - topRight.y),
    Math.abs(bottomLeft.y - bottomRight.y),
  );
}

function insidePicture({ x, y }: Corner): Corner {
  return { x: Math.max(0, Math.min(1, x)), y: Math.max(0, Math.min(1, y)) };
}

/** What was cropped turns along. */
export function turned(
  { quarterTurns, crop }: RepairPlan,
  by: 1 | 2 | 3,
): Pick<RepairPlan, 'quarterTurns' | 'crop'> {
  let box = crop;
  for (let i = 0; i < by; i++) box &&= turnBox(box);
  return { quarterTurns: ((quarterTurns + by) % 4) as RepairPlan['quarterTurns'], crop: box };
}
