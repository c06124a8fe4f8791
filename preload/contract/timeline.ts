import * as v from 'valibot';
import { Bilingual, Day, Id, Params } from './common.ts';
import { Severity, Source } from './findings.ts';

/**
 * What a day of the timeline is. `problem`, `fine`: the first day on which something is wrong or right. `due`,
 * `expected`: the last day for what the applicant, or somebody else, has to do. `forecast`: the same for an order that
 * is not submitted yet.
 */
export const TimelineKind = v.picklist(['problem', 'fine', 'due', 'expected', 'forecast']);
export type TimelineKind = v.InferOutput<typeof TimelineKind>;

export const TimelineCode = v.picklist([
  'planned-submission',
  'certificate-expires',
  'id-expires',
  'domain-expires',
  'document-expires',
  'remaining-too-short',
  'letter-too-old',
  'letter-too-old-at-review',
  'letter-dated',
  'domain-too-short',
  'domain-too-short-prudent',
  'domain-verified',
  'domain-synchronised',
  'permit-too-short',
  'old-enough',
  'too-old',
  'sms-deadline',
  'change-after-approval',
  'time-limit',
]);
export type TimelineCode = v.InferOutput<typeof TimelineCode>;

/** A day from which something of a filing is otherwise than before, and the rule that says so. */
export const TimelineEvent = v.strictObject({
  on: Day,
  kind: TimelineKind,
  code: TimelineCode,
  /** What it is from that day on. */
  severity: Severity,
  /** What the sentence is made of. */
  params: Params,
  /** A few words for lists. */
  title: Bilingual,
  message: Bilingual,
  /** Fact key it is about. */
  path: v.nullable(v.string()),
  /** The service it is about; `null`: the entity as a whole. */
  serviceId: v.nullable(Id),
  /** `null` for what holds without a rule: an expiry, a plan, a limit of the lifecycle. */
  ruleId: v.nullable(v.string()),
  /** Item of the walk that the rule has. */
  itemId: v.nullable(v.string()),
  sources: v.array(Source),
  /** Counted in working days of a year whose holidays are not published yet: only weekends are left out. */
  isEstimate: v.boolean(),
});
export type TimelineEvent = v.InferOutput<typeof TimelineEvent>;

export const Timeline = v.strictObject({
  /** By day. */
  events: v.array(TimelineEvent),
  /** Last day of submission before the next error; `null` when none is in sight, or there is one already. */
  submitBy: v.nullable(Day),
});
export type Timeline = v.InferOutput<typeof Timeline>;
