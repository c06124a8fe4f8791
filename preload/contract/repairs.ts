import * as v from 'valibot';
import { Bilingual, Id, Instant, MediaType, Sha256 } from './common.ts';
import { Box } from './findings.ts';
import { PageInspection, RepairKind } from './images.ts';

const Fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** A point of a picture, in fractions of it. */
export const Corner = v.strictObject({ x: Fraction, y: Fraction });
export type Corner = v.InferOutput<typeof Corner>;

/** Of the paper, clockwise from its top left one. */
export const Corners = v.strictTuple([Corner, Corner, Corner, Corner]);
export type Corners = v.InferOutput<typeof Corners>;

const smallestCrop = 0.02;
const CropBox = v.pipe(
  Box,
  v.check(
    ({ x, y, width, height }) =>
      Math.min(x, y) >= 0 &&
      Math.min(width, height) >= smallestCrop &&
      Math.max(x + width, y + height) <= 1 + 1e-9,
  ),
);

/**
 * Everything that is done to an original, always in the order of these fields. Whatever the plan, the copy is upright,
 * in sRGB, on white, and holds no place, camera or time.
 */
export const RepairPlan = v.strictObject({
  /** Store the picture upright instead of telling viewers to turn it. */
  upright: v.boolean(),
  /** Where the paper lies in the original; it becomes a rectangle that fills the picture. */
  corners: v.nullable(Corners),
  /** Quarter turns, clockwise. */
  quarterTurns: v.picklist([0, 1, 2, 3]),
  /** How far the page is turned clockwise, to be taken back; degrees. */
  skewDegrees: v.nullable(v.pipe(v.number(), v.minValue(-45), v.maxValue(45))),
  /** In fractions of the picture so far. */
  crop: v.nullable(CropBox),
  /** Longer side at most; a smaller picture keeps its size. */
  maxSidePx: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(20_000))),
  /** `null`: as the original where that is JPEG or PNG, else JPEG. */
  format: v.nullable(v.picklist(['jpeg', 'png'])),
  maxBytes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(10_000))),
  minBytes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type RepairPlan = v.InferOutput<typeof RepairPlan>;

/** A repair that what was measured calls for: the plan so far with this added. */
export const RepairOffer = v.strictObject({ kind: RepairKind, plan: RepairPlan });
export type RepairOffer = v.InferOutput<typeof RepairOffer>;

/** What may be done to one document, before anything is done. */
export const RepairOptions = v.strictObject({
  /** What has been done to it already; empty for an original. */
  plan: RepairPlan,
  offers: v.array(RepairOffer),
  /** Address of a preview of the original, upright. */
  originalUrl: v.string(),
});
export type RepairOptions = v.InferOutput<typeof RepairOptions>;

/** A repaired copy that waits for the person's word. Nothing of the dossier has changed yet. */
export const RepairedCopy = v.strictObject({
  attachmentId: Id,
  plan: RepairPlan,
  format: v.picklist(['jpeg', 'png']),
  /** The copy, measured and judged like any file. */
  page: PageInspection,
  /** What the person should know, e.g. that a picture was not enlarged. */
  notes: v.array(Bilingual),
  /** What the copy in its turn calls for. */
  offers: v.array(RepairOffer),
  previewUrl: v.string(),
  /** The picture before it was cropped; the same as `previewUrl` when it was not. */
  uncroppedUrl: v.string(),
});
export type RepairedCopy = v.InferOutput<typeof RepairedCopy>;

/** Where a repaired document comes from; its bytes are kept. */
export const RepairedFrom = v.strictObject({
  sha256: Sha256,
  fileName: v.string(),
  mediaType: MediaType,
  bytes: v.number(),
  plan: RepairPlan,
  /** What the plan amounts to, in the order in which it is done. */
  repairs: v.array(RepairKind),
  at: Instant,
});
export type RepairedFrom = v.InferOutput<typeof RepairedFrom>;
