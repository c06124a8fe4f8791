import * as v from 'valibot';
import { Bilingual, Params } from './common.ts';
import { Box, Severity } from './findings.ts';

/** What an image is filed as; `../messages` has their names. */
export const ImageKind = v.picklist([
  'owner-photo',
  'id-card',
  'business-licence',
  'verification-form',
  'letter',
  'scan',
]);
export type ImageKind = v.InferOutput<typeof ImageKind>;

/** Facts about one page. Lengths in pixels of the upright image; boxes in fractions of it. */
export const ImageFacts = v.looseObject({
  widthPx: v.number(),
  heightPx: v.number(),
  format: v.string(),
  bytes: v.number(),
  isColour: v.nullable(v.boolean()),
  sharpness: v.nullable(v.number()),
  exposure: v.nullable(v.unknown()),
  orientation: v.nullable(v.number()),
});
export type ImageFacts = v.InferOutput<typeof ImageFacts>;

/** What can be done to a picture without taking it again. */
export const RepairKind = v.picklist([
  'upright',
  'straighten',
  'turn',
  'deskew',
  'crop',
  'resize',
  'convert',
  'fit-bytes',
]);
export type RepairKind = v.InferOutput<typeof RepairKind>;

export const ImageFinding = v.strictObject({
  code: v.string(),
  severity: Severity,
  params: Params,
  region: v.nullable(Box),
  message: Bilingual,
  /** One next step. */
  fix: v.nullable(Bilingual),
  /** The repair that answers it. */
  repair: v.nullable(RepairKind),
  /** Why no repair is offered, where a person might expect one. */
  whyNoRepair: v.nullable(Bilingual),
});
export type ImageFinding = v.InferOutput<typeof ImageFinding>;

/** A thin line or box drawn over the picture, in fractions of it. */
export const Overlay = v.strictObject({
  kind: v.picklist(['box', 'line', 'circle']),
  label: v.string(),
  x1: v.number(),
  y1: v.number(),
  x2: v.number(),
  y2: v.number(),
});
export type Overlay = v.InferOutput<typeof Overlay>;

export const Verdict = v.picklist(['pass', 'warn', 'fail', 'unreadable']);
export type Verdict = v.InferOutput<typeof Verdict>;

/** One page of one file, judged as one kind. `facts` is null when it could not be read. */
export const PageInspection = v.strictObject({
  page: v.number(),
  kind: ImageKind,
  verdict: Verdict,
  facts: v.nullable(ImageFacts),
  findings: v.array(ImageFinding),
  overlays: v.array(Overlay),
});
export type PageInspection = v.InferOutput<typeof PageInspection>;
