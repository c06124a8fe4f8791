import type {
  Facts,
  FactsFile,
  Finding,
  MaterialDemand,
  Severity,
  Unchecked,
} from '../../preload/contract/index.ts';
import { findingSentences } from '../../preload/messages/findings.ts';
import type { RuleBook } from './book.ts';
import { isAttached, naming } from './evaluators/documents.ts';
import { runCheck } from './evaluators/index.ts';
import type {
  CheckContext,
  CheckResult,
  Demand,
  Outcome,
  RawFinding,
  TurningDay,
} from './evaluators/types.ts';
import { isAboutKind } from './kind-of-filing.ts';
import { refusedBecause } from './refusals/index.ts';
import { ruleService, selectRules } from './select.ts';
import type { Rule } from './schema.ts';

/** What one rule said of the dossier; or a documented refusal, which is shown like a rule. */
export interface RuleOutcome {
  rule: Rule;
  outcome: Outcome;
  /** `false`: the facts show that its condition is not met. */
  applies: boolean;
  findings: Finding[];
  missing: string[];
  demands: Demand[];
  days: TurningDay[];
}

export interface Evaluation {
  outcomes: RuleOutcome[];
  /** Every fault once, the gravest first where several rules find it; in the order of the rules. */
  findings: Finding[];
  unchecked: Unchecked[];
  materials: MaterialDemand[];
}

export type { CheckContext } from './evaluators/types.ts';

export const severityOfRule = { required: 'error', recommended: 'warning' } as const;
const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
const graver = (a: Severity, b: Severity): Severity => (RANK[a] <= RANK[b] ? a : b);
export const milder = (a: Severity, b: Severity): Severity => (RANK[a] <= RANK[b] ? b : a);

type Origin = Pick<Rule, 'id' | 'severity' | 'sources'> & { check: string | null };

function toFinding(raw: RawFinding, origin: Origin, book: RuleBook): Finding {
  const ofRule = severityOfRule[origin.severity];
  const subject = raw.path === null ? null : (book.facts.get(raw.path)?.name ?? null);
  return {
    ruleId: origin.id,
    check: origin.check,
    code: raw.code,
    severity: raw.severity === undefined ? ofRule : milder(ofRule, raw.severity),
    params: raw.params,
    path: raw.path,
    ...findingSentences(raw.code, raw.params, subject),
    sources: origin.sources,
  };
}

function evaluateRule(rule: Rule, ctx: CheckContext): RuleOutcome {
  // Nothing in a dossier can decide a rule without a check: a person reads it.
  if (rule.check === null)
    return { rule, outcome: 'needs-human', applies: true, findings: [], missing: [], demands: [], days: [] };
  return outcomeOf(rule, runCheck(rule.check.name, rule.check.params, { ...ctx, rule }), ctx);
}

function outcomeOf(rule: Rule, { findings, ...result }: CheckResult, ctx: CheckContext): RuleOutcome {
  const origin = { ...rule, check: rule.check?.name ?? null };
  return { rule, ...result, findings: findings.map((raw) => toFinding(raw, origin, ctx.book)) };
}

/**
 * What would come back although no rule asks for it. An empty field is not named twice, nor that another filing is to
 * be made where something says why this one is not.
 */
function refusalOutcomes(ctx: CheckContext, found: RuleOutcome[]): RuleOutcome[] {
  const outcomes = refusedBecause(ctx).map(({ rule, result }) => outcomeOf(rule, result, ctx));
  const said = found.flatMap(({ findings }) => findings);
  const paths = new Set(said.map(({ path }) => path));
  const saysWhy = [...said, ...outcomes.flatMap(({ findings }) => findings)].some(
    ({ code, check, severity }) =>
      severity === 'error' &&
      code !== 'order.other-filing' &&
      // A service found again by its name alone may be another one of that name.
      (code === 'name.used-twice' || isAboutKind({ code, check })),
  );
  const isNew = ({ code, path }: Finding): boolean =>
    code === 'field.missing' ? !paths.has(path) : code !== 'order.other-filing' || !saysWhy;
  return outcomes
    .map((outcome) => ({ ...outcome, findings: outcome.findings.filter(isNew) }))
    .filter(({ findings }) => findings.length > 0);
}

const sourceKey = (source: Finding['sources'][number]): string =>
  `${source.publisher}|${source.title}|${source.url ?? ''}|${source.asOf ?? ''}`;

function mergeSources(a: Finding['sources'], b: Finding['sources']): Finding['sources'] {
  const known = new Set(a.map(sourceKey));
  return [...a, ...b.filter((source) => !known.has(sourceKey(source)))];
}

/** The same fault found by several rules is one finding: of the gravest rule, with the sources of all. */
function distinct(findings: Finding[]): Finding[] {
  const byFault = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.path, finding.params]);
    const known = byFault.get(key);
    if (!known) {
      byFault.set(key, finding);
      continue;
    }
    const sources = mergeSources(known.sources, finding.sources);
    const isGraver = graver(finding.severity, known.severity) !== known.severity;
    byFault.set(key, isGraver ? { ...finding, sources } : { ...known, sources });
  }
  return [...byFault.values()];
}

const SEEN_BY_PERSON = /^external\.|^documents\.image$/;

/** Whether what is missing cannot be typed in, but only be looked at by a person. */
export function isForPerson(missing: string[], book: RuleBook): boolean {
  return missing.every((key) => SEEN_BY_PERSON.test(key) || book.facts.get(key)?.needsHuman === true);
}

function unchecked(outcomes: RuleOutcome[], book: RuleBook): Unchecked[] {
  return outcomes
    .filter(({ outcome, missing }) => outcome === 'needs-human' || missing.length > 0)
    .map(({ rule, missing }) => ({
      ruleId: rule.id,
      check: rule.check?.name ?? null,
      because: isForPerson(missing, book) ? ('needs-person' as const) : ('missing-facts' as const),
      missing,
    }));
}

const demandKey = (demand: Pick<Demand, 'materials' | 'owner'>): string =>
  JSON.stringify([[...demand.materials].sort(), demand.owner]);

function mergeDemands(outcomes: RuleOutcome[]): MaterialDemand[] {
  const merged = new Map<string, MaterialDemand>();
  for (const { rule, demands } of outcomes)
    for (const { materials, owner, required, attached } of demands) {
      const key = demandKey({ materials, owner });
      const isRequired = required && rule.severity === 'required';
      const known = merged.get(key);
      if (!known)
        merged.set(key, {
          material: materials[0]!,
          alternatives: materials.slice(1),
          required: isRequired,
          attached,
          ruleIds: [rule.id],
          owner,
        });
      else
        merged.set(key, {
          ...known,
          required: known.required || isRequired,
          attached: known.attached || attached,
          ruleIds: known.ruleIds.includes(rule.id) ? known.ruleIds : [...known.ruleIds, rule.id],
        });
    }
  return [...merged.values()];
}

/** Materials that a rule of the nation limits to other services are not part of this one's base. */
function isForOtherServices(materials: string[], ctx: CheckContext): boolean {
  const service = ruleService(ctx.book, ctx.service).service;
  return ctx.book.national.rules.some((rule) => {
    const listed = rule.check?.params['materials'];
    return (
      rule.check?.name === 'materialRequired' &&
      Array.isArray(listed) &&
      materials.some((material) => (listed as string[]).includes(material)) &&
      !rule.appliesTo.service.includes(service)
    );
  });
}

/** Of a list of certificates only those that belong to the certificate type stated. */
function fitting(materials: string[], ctx: CheckContext): string[] {
  const type = ctx.book.enumerations.certificateTypes.find(
    (x) => x.id === ctx.facts['entity.certificate.type'],
  );
  return type && materials.includes(type.material) ? [type.material] : materials;
}

/** What every filing of this kind needs and no rule in force has asked for. */
function baseDemands(
  materials: MaterialDemand[],
  ctx: CheckContext,
): { demands: MaterialDemand[]; findings: Finding[] } {
  const asked = new Set(materials.flatMap((demand) => [demand.material, ...demand.alternatives]));
  const demands: MaterialDemand[] = [];
  const findings: Finding[] = [];
  for (const set of ctx.book.baseSets) {
    if (!set.entity.includes(ctx.entityGroup) || !set.filing.includes(ctx.filing)) continue;
    for (const group of set.required) {
      if (group.some((material) => asked.has(material)) || isForOtherServices(group, ctx)) continue;
      const wanted = fitting(group, ctx);
      const attached = isAttached(ctx, wanted);
      demands.push({
        material: wanted[0]!,
        alternatives: wanted.slice(1),
        required: true,
        attached: attached === true,
        ruleIds: [],
        owner: null,
      });
      if (attached !== false) continue;
      const params = { ...naming(ctx, wanted), owner: null };
      const origin: Origin = { id: set.id, severity: 'required', check: null, sources: [] };
      findings.push(toFinding({ code: 'document.missing', params, path: 'documents' }, origin, ctx.book));
    }
  }
  return { demands, findings };
}

/**
 * Judges a dossier and filing by the given rules. Pure: nothing but the arguments is looked at.
 *
 * @param adjust puts what a person has answered or set aside over an outcome before they are summed up
 */
export function evaluate(
  rules: Rule[],
  ctx: CheckContext,
  adjust: (outcome: RuleOutcome) => RuleOutcome = (outcome) => outcome,
): Evaluation {
  const ofRules = rules.map((rule) => evaluateRule(rule, ctx));
  // Without rules of the region the rest alone would look complete.
  const ofForms = ctx.book.regions.has(ctx.region) ? refusalOutcomes(ctx, ofRules) : [];
  const outcomes = [...ofRules, ...ofForms].map(adjust);
  const materials = mergeDemands(outcomes);
  const base = rules.length === 0 ? { demands: [], findings: [] } : baseDemands(materials, ctx);
  return {
    outcomes,
    findings: [...distinct(outcomes.flatMap((outcome) => outcome.findings)), ...base.findings],
    unchecked: unchecked(outcomes, ctx.book),
    materials: [...materials, ...base.demands],
  };
}

/** The entity's nature as `selectRules` wants it. */
export function natureIn(facts: Facts): string | null {
  const nature = facts['entity.nature'];
  return typeof nature === 'string' ? nature : null;
}

/** A facts file with everything that judging needs. */
export type CompleteFactsFile = FactsFile & { filing: string; on: string };

/**
 * Chooses the rules of the case and judges by them; the rules of the day `on`.
 *
 * Facts that the envelope already states (group, filing, region, service) need not be repeated.
 */
export function evaluateFactsFile(book: RuleBook, file: CompleteFactsFile): Evaluation {
  const { region, entityGroup, filing, service, on } = file;
  const provider = file.provider ?? null;
  const facts: Facts = {
    'entity.group': entityGroup,
    'order.filingType': filing,
    'order.region': region,
    'service.type': service,
    ...(provider !== null && { 'access.provider': provider }),
    ...file.facts,
  };
  const entityNature = natureIn(facts);
  const rules = selectRules(book, { region, entityGroup, filing, service, on, entityNature });
  return evaluate(rules, { facts, on, region, entityGroup, filing, service, provider, book });
}
