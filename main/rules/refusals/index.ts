import type { Bilingual } from '../../../preload/contract/index.ts';
import type { Reason } from '../data-schema.ts';
import type { CheckContext, CheckResult } from '../evaluators/types.ts';
import { Verdict } from '../evaluators/verdict.ts';
import type { Rule } from '../schema.ts';
import { accessRefusals } from './accesses.ts';
import { accountRefusals } from './accounts.ts';
import { appRefusals } from './apps.ts';
import { characterRefusals } from './characters.ts';
import { entityRefusals } from './entity.ts';
import { formRefusals } from './form-fields.ts';
import { providerRefusals } from './provider-form.ts';
import { recordRefusals } from './records.ts';
import { resourceRefusals } from './resources.ts';
import type { Refusals } from './types.ts';

/**
 * What the ministry's system and the forms of the providers refuse by themselves, in every region: no administration
 * has written it down as a rule, but the message with which it comes back is documented.
 */
export const refusals: Refusals[] = [
  entityRefusals,
  characterRefusals,
  appRefusals,
  recordRefusals,
  accessRefusals,
  resourceRefusals,
  accountRefusals,
  providerRefusals,
  formRefusals,
];

/** Where a problem of this kind is put right; any other is about the process. */
const SUBJECTS: Record<string, string> = {
  entity: 'entity',
  certificate: 'document',
  scan: 'document',
  file: 'document',
  contact: 'contact',
  'service-name': 'service-name',
  'service-info': 'service',
  access: 'service',
  domain: 'domain',
  form: 'form',
  'mini-program': 'service',
};

function requirement({ message, officialCode }: Reason): Bilingual {
  const code = officialCode === null ? null : Number(officialCode);
  return {
    'zh-CN': `会以“${message['zh-CN']}”退回${code === null ? '' : `（结果码 ${code}）`}`,
    en: `Would come back with “${message.en}”${code === null ? '' : ` (result code ${code})`}`,
  };
}

/** The reason as if it were a rule of the nation, so that it is shown, sourced and set aside like one. */
function asRule(reason: Reason, ctx: CheckContext): Rule {
  return {
    id: `national-refusal-${reason.id.toLowerCase()}`,
    kind: 'constraint',
    appliesTo: { entity: [ctx.entityGroup], filing: [ctx.filing], service: [ctx.service] },
    subject: SUBJECTS[reason.category] ?? 'process',
    requirement: requirement(reason),
    check: null,
    materials: [],
    severity: 'required',
    confidence: reason.evidence === 'official-message' ? 'high' : 'medium',
    validFrom: null,
    validTo: null,
    overrides: null,
    checkedOn: ctx.book.national.checkedOn,
    sources: reason.sources,
    note: reason.fix,
    history: [],
    statedFor: reason.regions,
  };
}

/** The reasons for which these facts would come back, each with what shows it. Those that do not apply are left out. */
export function refusedBecause(ctx: CheckContext): { rule: Rule; result: CheckResult }[] {
  return refusals.flatMap((table) =>
    Object.entries(table).flatMap(([id, look]) => {
      const verdict = new Verdict(ctx);
      look(verdict);
      const result = verdict.result();
      return result.findings.length > 0 ? [{ rule: asRule(ctx.book.reasons.get(id)!, ctx), result }] : [];
    }),
  );
}
