import * as v from 'valibot';
import { AdviceLine } from './advice.ts';
import { Bilingual, Day, Id, RegionCode } from './common.ts';
import { Confidence, Finding, RuleHistory, RuleOrigin, Source } from './findings.ts';
import { Timeline } from './timeline.ts';

export const WalkStep = v.picklist(['gather', 'fill', 'sign', 'scan', 'submit']);
export type WalkStep = v.InferOutput<typeof WalkStep>;

export const WalkState = v.picklist([
  'missing',
  'attached',
  'has-problems',
  /** Something to look at that would not send the filing back. */
  'has-warnings',
  'satisfied',
  'waived',
  'not-applicable',
  'question',
]);
export type WalkState = v.InferOutput<typeof WalkState>;

/** One thing to do for a filing, and why. */
export const WalkItem = v.strictObject({
  /** Stable while rule and filing are the same; answers and waivers are kept under it. */
  id: v.string(),
  step: WalkStep,
  kind: v.picklist(['material', 'constraint', 'process']),
  severity: v.picklist(['required', 'recommended']),
  state: WalkState,
  ruleId: v.string(),
  /** Province code, or `national`. */
  scope: v.string(),
  requirement: Bilingual,
  note: v.nullable(Bilingual),
  check: v.nullable(v.string()),
  confidence: Confidence,
  checkedOn: Day,
  sources: v.array(Source),
  /** The rule pack its rule comes from; `null`: built in. */
  origin: v.nullable(RuleOrigin),
  /** Days since the newest text among the sources, on the day of the walk; `null` when none is dated. */
  sourceAgeDays: v.nullable(v.number()),
  /** What other sources say, or said before. */
  history: RuleHistory,
  /** The facts of the dossier that the rule looks at, as far as they are known. */
  facts: v.array(v.strictObject({ fact: v.string(), value: Bilingual })),
  /** Any one of these satisfies the item (materials only). */
  materials: v.array(v.string()),
  /** Whose document it is, when the item is about one person or thing. */
  owner: v.nullable(v.string()),
  /** The service of the filing it is about; `null`: the entity as a whole. */
  serviceId: v.nullable(Id),
  attachmentIds: v.array(Id),
  findings: v.array(Finding),
  /** Facts a person has to supply before the item can be judged. */
  missingFacts: v.array(v.string()),
  waiver: v.nullable(v.string()),
  answer: v.nullable(v.picklist(['yes', 'no'])),
  answerNote: v.nullable(v.string()),
  next: v.picklist(['attach', 'print-sign-scan', 'fill', 'correct', 'consider', 'answer', 'wait', 'none']),
});
export type WalkItem = v.InferOutput<typeof WalkItem>;

/** How far a filing is, in items of its walk that apply; `errors` and `warnings` are findings. */
export const WalkProgress = v.strictObject({
  done: v.number(),
  total: v.number(),
  needSignature: v.number(),
  waitForPerson: v.number(),
  errors: v.number(),
  warnings: v.number(),
});
export type WalkProgress = v.InferOutput<typeof WalkProgress>;

/** That another kind of filing is to be made than the stated one, or none for now. */
export const KindNotice = v.strictObject({
  /** The filing type that the facts call for; `null`: none for now, or they do not tell. */
  advised: v.nullable(v.string()),
  because: v.array(AdviceLine),
  /** What says so; `info` once the person has decided to go on all the same. */
  findings: v.array(Finding),
  /** Items to set aside, and with them the notice. */
  itemIds: v.array(v.string()),
  /** Why the person goes on all the same; `null`: not decided. */
  waiver: v.nullable(v.string()),
});
export type KindNotice = v.InferOutput<typeof KindNotice>;

export const Walk = v.strictObject({
  dossierId: Id,
  filingId: Id,
  on: Day,
  region: v.nullable(RegionCode),
  provider: v.nullable(v.string()),
  /** No rule of this region and filing is known for the day: said, never hidden. */
  noRules: v.boolean(),
  /** What must be filled before rules can be chosen: `entity.region`, `entity.group` ... */
  missing: v.array(v.string()),
  /** `null`: nothing speaks against this kind of filing. */
  kindNotice: v.nullable(KindNotice),
  items: v.array(WalkItem),
  steps: v.array(v.strictObject({ step: WalkStep, done: v.number(), total: v.number() })),
  progress: WalkProgress,
  readyForPack: v.boolean(),
  timeline: Timeline,
});
export type Walk = v.InferOutput<typeof Walk>;

export const checklistMethods = {
  'checklist.get': { input: v.strictObject({ dossierId: Id, filingId: Id }), output: Walk },
};
