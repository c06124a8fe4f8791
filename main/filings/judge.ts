import type {
  Dossier,
  FactsFile,
  Filing,
  Finding,
  MaterialDemand,
  Service,
  Unchecked,
} from '../../preload/contract/index.ts';
import { duplicatesSignature } from '../attachments/duplicates.ts';
import { openSession, type Context } from '../context.ts';
import { peopleOf } from '../people/roles.ts';
import type { RuleBook } from '../rules/book.ts';
import { evaluate, natureIn, type Evaluation, type RuleOutcome } from '../rules/evaluate.ts';
import { selectRules } from '../rules/select.ts';
import type { Workspace } from '../workspaces/workspace.ts';
import { documentFindings } from './document-findings.ts';
import { missingForRules } from './facts-of.ts';
import { factsOfService, judgedDay } from './filing-facts.ts';
import { isOfService } from './document-owners.ts';
import { withGroupFindings } from './group-findings.ts';
import { demandItemId, ruleItemId, serviceOfRule } from './item-ids.ts';
import { ledgerOf } from './ledger.ts';
import { PersonsWord, type DemandOf } from './persons-word.ts';

/** A rule's outcome and the id under which the walk shows it. */
export interface JudgedRule extends RuleOutcome {
  itemId: string;
  /** The service it is about; `null`: the entity as a whole. */
  serviceId: string | null;
}

/** A demanded document, likewise. */
export interface JudgedDemand extends MaterialDemand {
  itemId: string;
  serviceId: string | null;
}

/** One service of a filing (or the entity alone) held against every rule. */
export interface ServiceJudgement {
  service: Service | null;
  factsFile: FactsFile;
  evaluation: Evaluation;
}

/** A filing held against every rule of its region, with what a person has answered or set aside. */
export interface Judgement {
  on: string;
  region: string;
  /** `false`: no rule is known for this region and day. */
  hasRules: boolean;
  services: ServiceJudgement[];
  rules: JudgedRule[];
  /** Everything to correct; those of items set aside are `info`. */
  findings: Finding[];
  unchecked: Unchecked[];
  materials: JudgedDemand[];
}

const kept = new WeakMap<Filing, { from: unknown[]; judgement: Judgement }>();

/**
 * Judges a filing for its planned day, or today when that has passed, unless another day is asked for. Kept until
 * something it was made from changes.
 *
 * @returns `null` while region or group are not filled in: then no rules can be chosen
 */
export function judgeFiling(
  context: Context,
  dossier: Dossier,
  filing: Filing,
  on = judgedDay(context, filing),
): Judgement | null {
  if (missingForRules(dossier).length > 0) return null;
  const { workspace, inspections } = openSession(context);
  const from = [
    context.book,
    dossier,
    on,
    ledgerOf(workspace).sharedWith(dossier.id).signature,
    inspections.stateOf(dossier.id),
    duplicatesSignature(openSession(context), dossier.id),
    ...peopleOf(workspace, dossier),
  ];
  const found = kept.get(filing);
  if (found && found.from.length === from.length && found.from.every((item, i) => item === from[i]))
    return found.judgement;
  const judgement = judge(context, workspace, dossier, filing, on);
  kept.set(filing, { from, judgement });
  return judgement;
}

/** How a filing would be judged by other rules than those in force. Nothing is kept. */
export function judgeBy(
  book: RuleBook,
  context: Context,
  dossier: Dossier,
  filing: Filing,
): Judgement | null {
  if (missingForRules(dossier).length > 0) return null;
  const { workspace } = openSession(context);
  return judge({ ...context, book }, workspace, dossier, filing, judgedDay(context, filing));
}

function judge(
  context: Context,
  workspace: Workspace,
  dossier: Dossier,
  filing: Filing,
  on: string,
): Judgement {
  const inFiling = dossier.services.filter((service) => filing.serviceIds.includes(service.id));
  const demandOf = (service: Service | null): DemandOf => {
    const tellsApart = inFiling.length > 1 && service !== null;
    return (materials, owner) => {
      const ofService = tellsApart && isOfService(context.book, materials[0]!, owner) ? service.id : null;
      return { itemId: demandItemId(materials, owner, ofService), ofService };
    };
  };
  const services = (inFiling.length > 0 ? inFiling : [null]).map((service) =>
    judgeService(context, workspace, dossier, filing, service, demandOf(service), on),
  );
  const rules = distinctRules(services);
  const materials = distinctDemands(context.book, services, demandOf);
  return {
    on,
    region: services[0]!.factsFile.region,
    hasRules: rules.length > 0,
    services,
    rules,
    findings: [
      ...distinct(services.flatMap((judged) => judged.evaluation.findings)),
      ...documentFindings(context, dossier, filing, rules, materials),
    ],
    unchecked: distinct(services.flatMap((judged) => judged.evaluation.unchecked)),
    materials,
  };
}

function judgeService(
  context: Context,
  workspace: Workspace,
  dossier: Dossier,
  filing: Filing,
  service: Service | null,
  demandOf: DemandOf,
  on: string,
): ServiceJudgement {
  const factsFile = factsOfService(workspace, dossier, filing, service, on);
  const { region, entityGroup, facts } = factsFile;
  const wanted = { region, entityGroup, filing: filing.type, service: factsFile.service, on };
  const word = new PersonsWord(filing, service, demandOf);
  const shared = ledgerOf(workspace).sharedWith(dossier.id);
  const evaluation = evaluate(
    selectRules(context.book, { ...wanted, entityNature: natureIn(facts) }),
    { ...wanted, facts, provider: filing.provider, book: context.book },
    (outcome) => word.over(withGroupFindings(outcome, service, filing, shared)),
  );
  return {
    service,
    factsFile,
    evaluation: { ...evaluation, findings: evaluation.findings.map(word.overDemand) },
  };
}

/** Rules about the entity as a whole come once, whatever the number of services. */
function distinctRules(services: ServiceJudgement[]): JudgedRule[] {
  const byId = new Map<string, JudgedRule>();
  for (const { service, evaluation } of services)
    for (const outcome of evaluation.outcomes) {
      const itemId = ruleItemId(outcome.rule, service);
      if (!byId.has(itemId))
        byId.set(itemId, { ...outcome, itemId, serviceId: serviceOfRule(outcome.rule, service) });
    }
  return [...byId.values()];
}

/** A document that serves the whole filing is demanded once, whatever the number of services. */
function distinctDemands(
  book: RuleBook,
  services: ServiceJudgement[],
  demandOf: (service: Service | null) => DemandOf,
): JudgedDemand[] {
  const byId = new Map<string, JudgedDemand>();
  for (const { service, evaluation } of services)
    for (const demand of evaluation.materials) {
      const { material, alternatives, owner } = demand;
      const { itemId } = demandOf(service)([material, ...alternatives], owner);
      const serviceId = isOfService(book, material, owner) ? (service?.id ?? null) : null;
      const known = byId.get(itemId);
      byId.set(itemId, {
        ...demand,
        itemId,
        serviceId,
        required: demand.required || known?.required === true,
        attached: demand.attached || known?.attached === true,
        ruleIds: [...new Set([...(known?.ruleIds ?? []), ...demand.ruleIds])],
      });
    }
  return [...byId.values()];
}

function distinct<T>(items: T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
