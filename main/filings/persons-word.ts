import type { Filing, Finding, Service } from '../../preload/contract/index.ts';
import type { RuleOutcome } from '../rules/evaluate.ts';
import { ruleItemId } from './item-ids.ts';

/** The item of a demand, and its service where the services of a filing have to be told apart. */
export type DemandOf = (
  materials: string[],
  owner: string | null,
) => { itemId: string; ofService: string | null };

/** What a person has answered or set aside, put over what the rules found: the person knows what no file shows. */
export class PersonsWord {
  readonly #filing: Filing;
  readonly #service: Service | null;
  readonly #demandOf: DemandOf;

  constructor(filing: Filing, service: Service | null, demandOf: DemandOf) {
    this.#filing = filing;
    this.#service = service;
    this.#demandOf = demandOf;
  }

  over(outcome: RuleOutcome): RuleOutcome {
    const itemId = ruleItemId(outcome.rule, this.#service);
    if (itemId in this.#filing.waivers)
      return {
        ...outcome,
        outcome: 'pass',
        missing: [],
        findings: outcome.findings.map(asInfo),
        days: outcome.days.map((day) => ({ ...day, severity: 'info' })),
      };
    const answer = this.#filing.answers[itemId]?.value;
    const findings = outcome.findings.map(this.overDemand);
    if (outcome.outcome !== 'needs-human' || !answer) return { ...outcome, findings };
    return answer === 'yes'
      ? { ...outcome, findings, outcome: 'pass', missing: [] }
      : { ...outcome, outcome: 'fail', missing: [], findings: [...findings, saysNo(outcome)] };
  }

  /** A finding about a demanded document says of which service; one that was set aside is no fault any more. */
  overDemand = (finding: Finding): Finding => {
    const { materials, owner } = finding.params;
    if (!finding.code.startsWith('document.') || !Array.isArray(materials)) return finding;
    const named = materials.filter((material) => typeof material === 'string');
    const { itemId, ofService } = this.#demandOf(named, typeof owner === 'string' ? owner : null);
    const said = ofService ? { ...finding, params: { ...finding.params, serviceId: ofService } } : finding;
    return itemId in this.#filing.waivers ? asInfo(said) : said;
  };
}

function asInfo(finding: Finding): Finding {
  return { ...finding, severity: 'info' };
}

function saysNo({ rule }: RuleOutcome): Finding {
  const { 'zh-CN': zh, en } = rule.requirement;
  return {
    ruleId: rule.id,
    check: rule.check?.name ?? null,
    code: 'person.says-no',
    severity: rule.severity === 'required' ? 'error' : 'warning',
    params: {},
    path: null,
    message: {
      'zh-CN': `人工核对为不符合：${zh}`,
      en: `A person has answered that this does not hold: ${en}`,
    },
    fix: {
      'zh-CN': '改正后把这一项的回答改为“是”。',
      en: 'Put it right, then change the answer of this item to “yes”.',
    },
    sources: rule.sources,
  };
}
