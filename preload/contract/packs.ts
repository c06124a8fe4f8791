import * as v from 'valibot';
import { Bilingual, Day, Id, Sha256 } from './common.ts';
import { Failure } from './errors.ts';
import { RuleOrigin, Severity } from './findings.ts';

/** How a pack is made, besides from what. */
export const PackOptions = v.strictObject({
  /** Every document starts on an odd page; a page that is left blank for it says so. */
  twoSided: v.optional(v.boolean(), false),
  /** A page before the forms and one before the documents says what follows. */
  separators: v.optional(v.boolean(), true),
  /**
   * Words across the printed copies of certificates, such as for what and for whom they are; `null`: none. Where only
   * the purpose may be written, that is written instead; where nothing accepts a watermark, there is none.
   */
  watermark: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(40))), null),
});
export type PackOptions = v.InferOutput<typeof PackOptions>;

/** One thing the pack is checked for before or after it is written. */
export const PreflightItem = v.strictObject({
  code: v.string(),
  severity: Severity,
  message: Bilingual,
  /** 1-based page of the pack, `null` when it is about the whole. */
  page: v.nullable(v.number()),
  ruleIds: v.array(v.string()),
});
export type PreflightItem = v.InferOutput<typeof PreflightItem>;

/** What compression left of the print of a picture. */
export const Legibility = v.strictObject({
  /** How much of the strokes' contrast is left in the worst tenth, 0..1; `null` without print. */
  contrastKept: v.nullable(v.number()),
  /** Of small letters or of Chinese characters; `null` without lines of text. */
  textHeightPx: v.nullable(v.number()),
});
export type Legibility = v.InferOutput<typeof Legibility>;

/** A picture compressed to what the official interface takes, as its provider will. Tried, not written. */
export const OfficialFit = v.strictObject({
  maxBytesBase64: v.number(),
  bytesBase64: v.number(),
  widthPx: v.number(),
  heightPx: v.number(),
  /** `null` where nothing had to be compressed. */
  legibility: v.nullable(Legibility),
  fits: v.boolean(),
  isLegible: v.boolean(),
});
export type OfficialFit = v.InferOutput<typeof OfficialFit>;

export const ManifestFile = v.strictObject({
  path: v.string(),
  bytes: v.number(),
  sha256: Sha256,
  material: v.nullable(v.string()),
  ruleIds: v.array(v.string()),
  /** Pages of pack.pdf on which it stands, 1-based. */
  pages: v.array(v.number()),
  /** Of an image for upload; `null` where its pixels were not touched. */
  legibility: v.optional(v.nullable(Legibility)),
  /** Of an image for upload; `null` for what is not sent to the official interface. */
  official: v.optional(v.nullable(OfficialFit)),
});

/** A demand or rule that a person has set aside for this filing. */
export const PackWaiver = v.strictObject({
  itemId: v.string(),
  ruleIds: v.array(v.string()),
  what: Bilingual,
  reason: v.string(),
  waivedOn: Day,
});
export type PackWaiver = v.InferOutput<typeof PackWaiver>;

export const PackManifest = v.strictObject({
  createdOn: Day,
  draft: v.boolean(),
  options: PackOptions,
  entity: v.nullable(v.string()),
  region: v.string(),
  filing: v.string(),
  service: v.string(),
  provider: v.nullable(v.string()),
  pages: v.number(),
  contents: v.array(
    v.strictObject({
      title: Bilingual,
      material: v.nullable(v.string()),
      page: v.number(),
      pages: v.number(),
    }),
  ),
  files: v.array(ManifestFile),
  rules: v.array(v.string()),
  /** The rule pack laid over the built-in rules; `null`: none. */
  rulePack: v.nullable(RuleOrigin.entries.pack),
  waivers: v.array(PackWaiver),
  preflight: v.array(PreflightItem),
});
export type PackManifest = v.InferOutput<typeof PackManifest>;

export const PackPageKind = v.picklist([
  'cover',
  'contents',
  'signing-sheet',
  'separator',
  'form',
  'document',
  'blank',
]);
export type PackPageKind = v.InferOutput<typeof PackPageKind>;

/** The pack as it would be printed, without writing it. */
export const PackPreview = v.strictObject({
  complete: v.boolean(),
  pages: v.array(
    v.strictObject({
      number: v.number(),
      title: Bilingual,
      kind: PackPageKind,
      material: v.nullable(v.string()),
    }),
  ),
  upload: v.array(v.strictObject({ name: v.string(), material: v.string(), attachmentId: v.nullable(Id) })),
  preflight: v.array(PreflightItem),
});
export type PackPreview = v.InferOutput<typeof PackPreview>;

const ofFiling = { dossierId: Id, filingId: Id };
const options = v.optional(PackOptions, {});

export const packsMethods = {
  'packs.preview': { input: v.strictObject({ ...ofFiling, options }), output: PackPreview },
  /**
   * Draws the pack so that it can be looked at. `pictures`: add `/<page>/small` or `/<page>/large` for a JPEG of a page;
   * `null` while some character cannot be printed.
   */
  'packs.drawPages': {
    input: v.strictObject({ ...ofFiling, options }),
    output: v.strictObject({ pictures: v.nullable(v.string()) }),
  },
  /** Asks where to (a folder), or keeps it for download where the host has no folders. Answers when it has begun. */
  'packs.export': {
    input: v.strictObject({ ...ofFiling, draft: v.boolean(), options }),
    output: v.strictObject({ taskId: v.nullable(Id) }),
  },
  /**
   * The packs of several filings in one folder, each in a folder of its own. One that cannot be written does not stop
   * the others: the task's result says which and why.
   */
  'packs.exportMany': {
    input: v.strictObject({
      filings: v.pipe(v.array(v.strictObject(ofFiling)), v.minLength(1)),
      /** What becomes of a filing whose material is not complete. */
      incomplete: v.picklist(['skip', 'draft']),
      options,
    }),
    output: v.strictObject({ taskId: v.nullable(Id) }),
  },
};

/** Same-origin addresses of what waits to be downloaded. */
const downloads = v.array(v.strictObject({ name: v.string(), url: v.string(), bytes: v.number() }));

/** What a finished `packs.export` task carries. */
export const PackResult = v.strictObject({
  manifest: PackManifest,
  /** Folder it was written to, or `null` when it waits for download. */
  folder: v.nullable(v.string()),
  downloads,
});
export type PackResult = v.InferOutput<typeof PackResult>;

/** What became of one filing of a batch. */
export const BatchedPack = v.strictObject({
  dossierId: Id,
  filingId: Id,
  entity: v.nullable(v.string()),
  /** Its folder inside the batch; `null` when nothing was written, and `failure` says why. */
  folder: v.nullable(v.string()),
  draft: v.boolean(),
  pages: v.number(),
  failure: v.nullable(Failure),
});
export type BatchedPack = v.InferOutput<typeof BatchedPack>;

/** What a finished `packs.exportMany` task carries, in the order that was asked for. */
export const PackBatch = v.strictObject({
  packs: v.array(BatchedPack),
  folder: v.nullable(v.string()),
  downloads,
});
export type PackBatch = v.InferOutput<typeof PackBatch>;
