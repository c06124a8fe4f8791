import type { Filing, Finding, Severity, Service } from '../../preload/contract/index.ts';
import { findingSentences, type FindingCode, type FindingParams } from '../../preload/messages/findings.ts';
import type { RuleOutcome } from '../rules/evaluate.ts';
import type { Shared } from './ledger.ts';

/** Filings that take a service over from another entity, or give one up: there both dossiers may hold it. */
const MOVES = new Set(['migrate', 'claim', 'cancel-entity', 'cancel-service', 'cancel-access']);

const same = (a: string | null, b: string | null): boolean =>
  Boolean(a && b && a.trim().toLowerCase() === b.trim().toLowerCase());

/**
 * Domains, their holders and the names of sites, compared over all dossiers: what is found is added to the rules that
 * ask for the field.
 */
export function withGroupFindings(
  outcome: RuleOutcome,
  service: Service | null,
  filing: Filing,
  shared: Pick<Shared, 'services' | 'holders'>,
): RuleOutcome {
  if (service === null || MOVES.has(filing.type)) return outcome;
  const found = look(outcome, service, shared);
  if (found.length === 0) return outcome;
  const fails = found.some(({ severity }) => severity === 'error') && outcome.outcome !== 'needs-material';
  return {
    ...outcome,
    applies: true,
    outcome: fails ? 'fail' : outcome.outcome,
    findings: [...outcome.findings, ...found],
  };
}

function look(
  { rule }: RuleOutcome,
  service: Service,
  { services, holders }: Pick<Shared, 'services' | 'holders'>,
) {
  const findings: Finding[] = [];
  const say = <C extends FindingCode>(
    code: C,
    params: FindingParams<C>,
    severity: Severity,
    path: string,
  ): void => {
    const check = rule.check?.name ?? null;
    const said = findingSentences(code, params, null);
    findings.push({ ruleId: rule.id, check, code, severity, params, path, ...said, sources: rule.sources });
  };
  const { name: domain, holderName } = service.domain;
  const twin = services.find((other) => same(other.domain, domain));
  if (rule.check?.name === 'domainHolderMustMatch') {
    if (twin)
      say(
        'group.domain-of-other-entity',
        { domain: domain!, entity: twin.entity ?? '', number: twin.licenceNumber },
        twin.licenceNumber === null ? 'warning' : 'error',
        'service.domain',
      );
    const holder = holders.find((name) => same(name, holderName));
    if (holder && domain)
      say('group.domain-held-by-other-entity', { domain, holder }, 'warning', 'domain.holderName');
  }
  if (rule.check?.name === 'serviceNameUniqueInEntity') {
    const namesake = services.find((other) => other !== twin && same(other.name, service.name));
    if (namesake)
      say(
        'group.site-name-of-other-entity',
        { name: service.name!, entity: namesake.entity ?? '' },
        'warning',
        'service.name',
      );
  }
  return findings;
}
