import { addressEvaluators } from './addresses.ts';
import { contactEvaluators } from './contacts.ts';
import { contentEvaluators } from './contents.ts';
import { domainEvaluators } from './domains.ts';
import { domainHolderEvaluators } from './domain-holder.ts';
import { entityFormEvaluators } from './entity-form.ts';
import { entityEvaluators } from './entity.ts';
import { groupEvaluators } from './group.ts';
import { identityEvaluators } from './identity.ts';
import { keywordEvaluators } from './keywords.ts';
import { materialEvaluators } from './materials.ts';
import { nameEvaluators } from './names.ts';
import type { CheckName } from './params.ts';
import { orderEvaluators } from './orders.ts';
import { quotaEvaluators } from './quotas.ts';
import { recordEvaluators } from './records.ts';
import { roleEvaluators } from './roles.ts';
import { siteEvaluators } from './sites.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { validityEvaluators } from './validity.ts';

/** One evaluator per check of the vocabulary; a missing one does not compile. */
export const evaluators: Evaluators = {
  ...roleEvaluators,
  ...identityEvaluators,
  ...contactEvaluators,
  ...groupEvaluators,
  ...entityEvaluators,
  ...entityFormEvaluators,
  ...validityEvaluators,
  ...addressEvaluators,
  ...domainHolderEvaluators,
  ...domainEvaluators,
  ...nameEvaluators,
  ...keywordEvaluators,
  ...contentEvaluators,
  ...quotaEvaluators,
  ...materialEvaluators,
  ...recordEvaluators,
  ...orderEvaluators,
  ...siteEvaluators,
};

const isCheckName = (name: string): name is CheckName => name in evaluators;

/**
 * Runs the check of a rule. The parameters were compared with the vocabulary when the rule book was read.
 *
 * @param name a name of the vocabulary; a test holds the table and the data together
 */
export function runCheck(name: string, params: Record<string, unknown>, ctx: CheckContext): CheckResult {
  if (!isCheckName(name)) throw new Error(`No evaluator for check ${name}`);
  const evaluator = evaluators[name] as (params: unknown, ctx: CheckContext) => CheckResult;
  return evaluator(params, ctx);
}
