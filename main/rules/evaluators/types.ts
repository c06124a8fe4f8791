import type { Facts, Params, Severity } from '../../../preload/contract/index.ts';
import type { AnyFindingCode } from '../../../preload/messages/findings.ts';
import type { TurningCode } from '../../../preload/messages/timeline.ts';
import type { Rule, RuleBook } from '../book.ts';
import type { CheckName, CheckParams } from './params.ts';

/** What an evaluator may look at. */
export interface CheckContext {
  /** An absent key is unknown; `null` is known to be none. */
  facts: Facts;
  /** Day of the evaluation; the planned submission when the facts do not say another. */
  on: string;
  /** Province code. */
  region: string;
  entityGroup: string;
  filing: string;
  service: string;
  provider: string | null;
  book: RuleBook;
  /** The rule that asks; absent where no rule does. */
  rule?: Pick<Rule, 'id' | 'appliesTo'>;
}

/** A finding before it has sentences. `severity`: lower than the rule's own; absent = the rule's. */
export interface RawFinding {
  code: AnyFindingCode;
  params: Params;
  path: string | null;
  severity?: Exclude<Severity, 'error'>;
}

/** From `on` a check says something else of the same facts: the day of submission alone makes the difference. */
export interface TurningDay {
  on: string;
  turns: 'problem' | 'fine';
  code: TurningCode;
  params: Params;
  path: string;
  /** Lower than the rule's own; absent = the rule's. */
  severity?: Exclude<Severity, 'error'>;
  isEstimate: boolean;
}

/** Any one of `materials`, of one owner. `required: false`: asked for only in cases that a person has to judge. */
export interface Demand {
  materials: string[];
  owner: string | null;
  required: boolean;
  attached: boolean;
}

export type Outcome = 'pass' | 'fail' | 'needs-material' | 'needs-human';

export interface CheckResult {
  outcome: Outcome;
  /** `false`: known facts say that the rule's condition is not met; the outcome is then `pass`. */
  applies: boolean;
  findings: RawFinding[];
  demands: Demand[];
  /** Keys of facts without which the check could not be decided. */
  missing: string[];
  days: TurningDay[];
}

/** Pure: the same parameters and context give the same result. */
export type Evaluator<N extends CheckName> = (params: CheckParams[N], ctx: CheckContext) => CheckResult;
export type Evaluators<N extends CheckName = CheckName> = { [K in N]: Evaluator<K> };
