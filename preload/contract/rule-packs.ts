import * as v from 'valibot';
import { Bilingual, Day, Id, Instant, Params, Sha256 } from './common.ts';
import { Severity } from './findings.ts';

/** What can be wrong with a rule pack; each has its sentence in `messages/rule-packs.ts`. */
export const RulePackProblemCode = v.picklist([
  'not-utf8',
  'too-deep',
  'syntax',
  'key-twice',
  'not-a-pack',
  'newer-format',
  'missing',
  'unknown-key',
  'wrong-type',
  'wrong-form',
  'empty',
  'too-long',
  'unknown-value',
  'dates-reversed',
  'id-of-region',
  'id-twice',
  'id-in-use',
  'id-unknown',
  'ended-already',
  'overrides-unknown',
  'overrides-other-check',
  'overrides-elsewhere',
  'overridden-by',
  'no-material',
  'param-unknown',
  'param-missing',
  'param-wrong',
  'unsafe-pattern',
]);
export type RulePackProblemCode = v.InferOutput<typeof RulePackProblemCode>;

/** A mistake in a rule pack and where it stands; line and column from 1, as editors count them. */
export const RulePackProblem = v.strictObject({
  line: v.number(),
  column: v.number(),
  /** Id of the rule it is about; `null`: of the pack as a whole. */
  rule: v.nullable(v.string()),
  /** Dotted path inside the rule, or inside the pack when it is about no rule. */
  field: v.string(),
  code: RulePackProblemCode,
  params: Params,
});
export type RulePackProblem = v.InferOutput<typeof RulePackProblem>;

/** What a pack says of itself, and how much it changes. */
export const RulePackHead = v.strictObject({
  sha256: Sha256,
  name: v.string(),
  issuedOn: Day,
  author: v.nullable(v.string()),
  note: v.nullable(v.string()),
  added: v.number(),
  replaced: v.number(),
  ended: v.number(),
});
export type RulePackHead = v.InferOutput<typeof RulePackHead>;

/** A pack that was in force in this workspace at some time. */
export const KeptRulePack = v.strictObject({
  ...RulePackHead.entries,
  fileName: v.string(),
  bytes: v.number(),
  /** Who first put it in force, when, with which version of the application. */
  keptBy: v.string(),
  keptAt: Instant,
  appVersion: v.string(),
});
export type KeptRulePack = v.InferOutput<typeof KeptRulePack>;

export const RulePacks = v.strictObject({
  /** `null`: the built-in rules alone. */
  inForce: v.nullable(Sha256),
  /** Newest first. */
  packs: v.array(KeptRulePack),
  /** What was put in force when, newest first. `by: null`: by undo or redo. `sha256: null`: the built-in rules. */
  log: v.array(v.strictObject({ at: Instant, by: v.nullable(v.string()), sha256: v.nullable(Sha256) })),
  /** The pack in force cannot be used: the built-in rules work on. */
  setAside: v.nullable(
    v.strictObject({
      sha256: Sha256,
      name: v.string(),
      because: v.picklist(['missing', 'damaged', 'does-not-fit']),
      problems: v.array(RulePackProblem),
    }),
  ),
});
export type RulePacks = v.InferOutput<typeof RulePacks>;

/** What should be in force: a received file, a pack kept here, or the built-in rules. */
export const RulePackTarget = v.variant('kind', [
  v.strictObject({ kind: v.literal('file'), handle: Id }),
  v.strictObject({ kind: v.literal('kept'), sha256: Sha256 }),
  v.strictObject({ kind: v.literal('built-in') }),
]);
export type RulePackTarget = v.InferOutput<typeof RulePackTarget>;

/** One rule that would be another than now. `fields`: leaves that differ, as text; `null` is absent. */
export const RuleChange = v.strictObject({
  id: v.string(),
  /** Province code, or `national`. */
  region: v.string(),
  change: v.picklist(['added', 'changed', 'ended', 'removed']),
  severity: v.picklist(['required', 'recommended']),
  requirement: Bilingual,
  validTo: v.nullable(Day),
  reason: v.nullable(Bilingual),
  fields: v.array(
    v.strictObject({ field: v.string(), before: v.nullable(v.string()), after: v.nullable(v.string()) }),
  ),
});
export type RuleChange = v.InferOutput<typeof RuleChange>;

/** What would be said of an open filing and is not now, or the other way round. */
export const FilingChange = v.strictObject({
  what: v.picklist(['finding', 'material', 'question']),
  appears: v.boolean(),
  severity: Severity,
  text: Bilingual,
  ruleId: v.string(),
});
export type FilingChange = v.InferOutput<typeof FilingChange>;

export const FilingEffect = v.strictObject({
  dossierId: Id,
  filingId: Id,
  entity: v.nullable(v.string()),
  province: v.nullable(v.string()),
  type: v.string(),
  /** The gravest first; at most some dozens, `more` is the number of the others. */
  changes: v.array(FilingChange),
  more: v.number(),
});
export type FilingEffect = v.InferOutput<typeof FilingEffect>;

export const RulePackPreview = v.variant('ok', [
  v.strictObject({
    ok: v.literal(false),
    /** In the order of the text, at most some hundreds. */
    problems: v.array(RulePackProblem),
    count: v.number(),
  }),
  v.strictObject({
    ok: v.literal(true),
    /** `null`: the built-in rules. */
    pack: v.nullable(RulePackHead),
    /** Of the rules in the file that say nothing new. */
    unchanged: v.number(),
    rules: v.array(RuleChange),
    /** Open filings that could be judged, and those whose entity lacks region or group. */
    judged: v.number(),
    notJudged: v.number(),
    filings: v.array(FilingEffect),
  }),
]);
export type RulePackPreview = v.InferOutput<typeof RulePackPreview>;

export const rulePacksMethods = {
  'rulePacks.list': { input: v.strictObject({}), output: RulePacks },
  /** What would change for which open filings; changes nothing. */
  'rulePacks.preview': { input: v.strictObject({ target: RulePackTarget }), output: RulePackPreview },
  /** Puts the target in force, as one undoable step. `by`: who answers for it, kept with the workspace. */
  'rulePacks.apply': {
    input: v.strictObject({
      target: RulePackTarget,
      by: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
    }),
    output: RulePacks,
  },
  /** Writes a file to download. `scope`: `changes`, `all`, `national`, a province code, or `schema`. */
  'rulePacks.export': {
    input: v.strictObject({ scope: v.string() }),
    output: v.strictObject({ url: v.string(), name: v.string(), bytes: v.number() }),
  },
};
