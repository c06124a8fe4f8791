import * as v from 'valibot';
import { Box } from '../../../preload/contract/index.ts';

/** Raise it when a number changes its meaning: what an older version measured is measured again. */
export const returnsVersion = 1;

/** What the small code on a printed form says. No personal data: a stranger who reads it learns the kind of form. */
export const FormCode = v.strictObject({
  /** Stands for the filing; see `filingMark`. */
  filing: v.string(),
  /** Material id, `form-verification`. */
  material: v.string(),
  /** 1-based among the filing's pages of that material. */
  ordinal: v.number(),
  /** Stands for the data it was filled with; see `printMark`. */
  print: v.string(),
  draft: v.boolean(),
});
export type FormCode = v.InferOutput<typeof FormCode>;

/** What was added by hand in one field of a form. Ink in square millimetres. */
export const ZoneFacts = v.strictObject({
  kind: v.picklist(['signature', 'seal', 'date', 'handwriting', 'fingerprint']),
  by: v.string(),
  /** The field in fractions of the scan. */
  box: Box,
  /** Blue or black. */
  penMm2: v.number(),
  redMm2: v.number(),
  /** Share of the field that is in the picture, 0..1. */
  visible: v.number(),
});
export type ZoneFacts = v.InferOutput<typeof ZoneFacts>;

/** What a form that came back looks like; stored with the inspections. */
export const ReturnedPage = v.strictObject({
  /** From 1. */
  page: v.number(),
  code: FormCode,
  /** `null` when the form it was printed as is not known here. */
  seen: v.nullable(
    v.strictObject({
      /** Share of what is printed on the form that was found in its place, 0..1. */
      found: v.number(),
      /** Share of it that lies outside the picture, 0..1. */
      outside: v.number(),
      /** `null` when too little was found to say where the fields are. */
      zones: v.nullable(v.array(ZoneFacts)),
    }),
  ),
});
export type ReturnedPage = v.InferOutput<typeof ReturnedPage>;
