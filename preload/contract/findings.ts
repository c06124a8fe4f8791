import * as v from 'valibot';
import { Bilingual, Day, Params, Sha256 } from './common.ts';

export const Severity = v.picklist(['error', 'warning', 'info']);
export type Severity = v.InferOutput<typeof Severity>;
export const Confidence = v.picklist(['high', 'medium', 'low']);

/** Where a rule comes from. `asOf`: day, month, year or interval `from/to` of the source's text; `null` unknown. */
export const Source = v.strictObject({
  publisher: v.string(),
  title: v.string(),
  url: v.nullable(v.string()),
  asOf: v.nullable(v.string()),
  asOfEstimated: v.optional(v.boolean(), false),
  /** What a reader should know about this text, e.g. that only an excerpt was seen. */
  note: v.optional(Bilingual),
});
export type Source = v.InferOutput<typeof Source>;

/** A rectangle as fractions (0..1) of the upright image. */
export const Box = v.strictObject({ x: v.number(), y: v.number(), width: v.number(), height: v.number() });
export type Box = v.InferOutput<typeof Box>;

/** What a rule says of a dossier. A result, never an exception. */
export const Finding = v.strictObject({
  ruleId: v.string(),
  /** Name in the closed vocabulary of checks. */
  check: v.nullable(v.string()),
  /** Key of the sentence in the message catalogues. */
  code: v.string(),
  severity: Severity,
  params: Params,
  /** Fact key the finding is about, e.g. `principal.mobile`. */
  path: v.nullable(v.string()),
  message: Bilingual,
  fix: v.nullable(Bilingual),
  sources: v.array(Source),
});
export type Finding = v.InferOutput<typeof Finding>;

/** A problem beside a form field; `fix` is a value the user may take over with one press. */
export const FieldProblem = v.strictObject({
  /** Path inside the record, e.g. `entity.certificate.number`. */
  path: v.string(),
  code: v.string(),
  params: Params,
  severity: Severity,
  fix: v.nullable(v.string()),
});
export type FieldProblem = v.InferOutput<typeof FieldProblem>;

/** A rule that could not be decided: a person must look, or facts are missing. */
export const Unchecked = v.strictObject({
  ruleId: v.string(),
  check: v.nullable(v.string()),
  because: v.picklist(['needs-person', 'missing-facts']),
  missing: v.array(v.string()),
});
export type Unchecked = v.InferOutput<typeof Unchecked>;

/** A material the filing demands. `alternatives`: any one of them satisfies the demand. */
export const MaterialDemand = v.strictObject({
  material: v.string(),
  required: v.boolean(),
  attached: v.boolean(),
  ruleIds: v.array(v.string()),
  /** `null`: of the filing as a whole. */
  owner: v.nullable(v.string()),
  alternatives: v.array(v.string()),
});
export type MaterialDemand = v.InferOutput<typeof MaterialDemand>;

/** Which rule pack of the workspace a rule comes from, or was ended by. */
export const RuleOrigin = v.strictObject({
  change: v.picklist(['added', 'replaced', 'ended']),
  /** Why it was ended; packs say nothing of the others. */
  reason: v.nullable(Bilingual),
  pack: v.strictObject({
    name: v.string(),
    issuedOn: Day,
    author: v.nullable(v.string()),
    sha256: Sha256,
  }),
});
export type RuleOrigin = v.InferOutput<typeof RuleOrigin>;

/** Positions that a rule does not follow: superseded, or of a source that disagrees. */
export const RuleHistory = v.array(v.strictObject({ text: Bilingual, asOf: v.nullable(v.string()) }));

/** One rule of a region or of the nation as users see it. */
export const RuleView = v.strictObject({
  id: v.string(),
  scope: v.string(),
  kind: v.picklist(['material', 'constraint', 'process']),
  subject: v.string(),
  severity: v.picklist(['required', 'recommended']),
  confidence: Confidence,
  requirement: Bilingual,
  note: v.nullable(Bilingual),
  history: RuleHistory,
  check: v.nullable(v.string()),
  materials: v.array(v.string()),
  overrides: v.nullable(v.string()),
  validFrom: v.nullable(Day),
  validTo: v.nullable(Day),
  /** Day a person last compared the rule with its sources. */
  checkedOn: Day,
  sources: v.array(Source),
  /** `null`: built in. */
  origin: v.nullable(RuleOrigin),
});
export type RuleView = v.InferOutput<typeof RuleView>;
