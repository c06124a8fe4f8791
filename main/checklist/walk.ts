import type {
  Dossier,
  Facts,
  Filing,
  Finding,
  MaterialDemand,
  Walk,
  WalkItem,
  WalkState,
  WalkStep,
} from '../../preload/contract/index.ts';
import { answersDemand, attachmentsOfFiling } from '../filings/document-findings.ts';
import type { JudgedRule, Judgement } from '../filings/judge.ts';
import type { Rule, RuleBook } from '../rules/book.ts';
import { isForPerson } from '../rules/evaluate.ts';
import { sourceAgeDays } from '../rules/views.ts';
import { factsBehind } from './facts-behind.ts';

export interface WalkInput {
  book: RuleBook;
  dossier: Dossier;
  filing: Filing;
  judgement: Judgement;
}

const STEPS: WalkStep[] = ['gather', 'fill', 'sign', 'scan', 'submit'];

/** What is still to be done stands first; what waits for others after it, what is settled last. */
const STATE_ORDER: WalkState[] = [
  'has-problems',
  'missing',
  'has-warnings',
  'question',
  'attached',
  'waived',
  'satisfied',
  'not-applicable',
];

/** A walk before its days are put to it, and what speaks against the kind of filing. */
type BareWalk = Omit<Walk, 'timeline' | 'kindNotice'>;

/** The things to do for a filing, grouped the way a person works. */
export function buildWalk(input: WalkInput): BareWalk {
  const { dossier, filing, judgement } = input;
  const items = [...demandItems(input), ...ruleItems(input)].sort(
    (a, b) =>
      STEPS.indexOf(a.step) - STEPS.indexOf(b.step) ||
      STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state),
  );
  const applicable = items.filter(({ state }) => state !== 'not-applicable');
  return {
    dossierId: dossier.id,
    filingId: filing.id,
    on: judgement.on,
    region: judgement.region,
    provider: filing.provider,
    noRules: !judgement.hasRules,
    missing: [],
    items,
    steps: STEPS.map((step) => {
      const own = applicable.filter((item) => item.step === step);
      return { step, done: own.filter(isSettled).length, total: own.length };
    }),
    progress: {
      done: applicable.filter(isSettled).length,
      total: applicable.length,
      needSignature: items.filter((item) => item.next === 'print-sign-scan').length,
      waitForPerson: items.filter((item) => item.state === 'question').length,
      errors: judgement.findings.filter(({ severity }) => severity === 'error').length,
      warnings: judgement.findings.filter(({ severity }) => severity === 'warning').length,
    },
    readyForPack:
      judgement.hasRules &&
      items.every((item) => item.severity !== 'required' || item.step === 'submit' || !isBlocking(item)),
  };
}

/** The walk of a filing whose region or group is not known yet: only that is asked. */
export function emptyWalk(dossier: Dossier, filing: Filing, on: string, missing: string[]): BareWalk {
  return {
    dossierId: dossier.id,
    filingId: filing.id,
    on,
    region: null,
    provider: filing.provider,
    noRules: false,
    missing,
    items: [],
    steps: STEPS.map((step) => ({ step, done: 0, total: 0 })),
    progress: { done: 0, total: 0, needSignature: 0, waitForPerson: 0, errors: 0, warnings: 0 },
    readyForPack: false,
  };
}

function isSettled({ state }: WalkItem): boolean {
  return state === 'satisfied' || state === 'waived' || state === 'not-applicable';
}

/** As for the pack: warnings and questions stop nothing. */
function isBlocking({ state }: WalkItem): boolean {
  return state === 'has-problems' || state === 'missing';
}

/** One item for each demanded document, whatever the number of rules that ask for it. */
function demandItems(input: WalkInput): WalkItem[] {
  return input.judgement.materials
    .filter(({ required, attached }) => required || attached)
    .map((demand) => {
      const { book, dossier, filing, judgement } = input;
      const { itemId: id } = demand;
      const rule = ruleOfDemand(book, demand);
      const materials = [demand.material, ...demand.alternatives];
      const attachments = attachmentsOfFiling(dossier, filing).filter((attachment) =>
        answersDemand(dossier, filing, attachment, demand),
      );
      const findings = judgement.findings.filter(({ path }) =>
        attachments.some((attachment) => path === `documents.${attachment.id}`),
      );
      const waiver = filing.waivers[id]?.reason ?? null;
      const answer = filing.answers[id] ?? null;
      const how = howToGet(book, materials);
      // The evaluators know more ways to meet a demand: a representative's own ID scans are their ID.
      const isAttached = demand.attached || attachments.length > 0;
      const state = demandState(isAttached, findings, how, waiver, answer?.value ?? null);
      return {
        id,
        step: how === 'print-sign-scan' ? 'sign' : how === 'answer' ? 'submit' : 'gather',
        kind: 'material',
        severity: rule?.severity ?? 'required',
        state,
        ...(rule ? aboutRule(rule, book, judgement.on) : aboutMaterial(demand.material, book, judgement.on)),
        facts: rule ? factsBehind(book, rule, factsOfService(judgement, demand.serviceId)) : [],
        requirement: demandSentence(book, rule, materials),
        materials,
        owner: demand.owner,
        serviceId: demand.serviceId,
        attachmentIds: attachments.map((attachment) => attachment.id),
        findings,
        missingFacts: [],
        waiver,
        answer: answer?.value ?? null,
        answerNote: answer?.note ?? null,
        next: nextOfDemand(state, how),
      };
    });
}

type How = 'attach' | 'print-sign-scan' | 'answer';

/** A document that can be attached is; only what is done elsewhere alone is answered for by a person. */
function howToGet(book: RuleBook, materials: string[]): How {
  const origins = materials.map((id) => book.materials.get(id)?.origin);
  if (origins[0] === 'printed-by-app') return 'print-sign-scan';
  return origins.some((origin) => origin === 'performed-elsewhere' || origin === 'data-entry')
    ? 'answer'
    : 'attach';
}

function demandState(
  isAttached: boolean,
  findings: Finding[],
  how: How,
  waiver: string | null,
  answer: 'yes' | 'no' | null,
): WalkState {
  if (waiver !== null) return 'waived';
  if (isAttached) return findings.some(({ severity }) => severity === 'error') ? 'has-problems' : 'satisfied';
  if (answer === 'yes') return 'satisfied';
  return how === 'answer' && answer === null ? 'question' : 'missing';
}

function nextOfDemand(state: WalkState, how: How): WalkItem['next'] {
  if (state === 'missing' || state === 'question') return how;
  return state === 'has-problems' ? 'correct' : 'none';
}

/** Items for the rules themselves, but for those that only ask for documents. */
function ruleItems({ book, filing, judgement }: WalkInput): WalkItem[] {
  return judgement.rules
    .filter((judged) => !isOnlyDemand(judged))
    .map((judged) => {
      const { rule, itemId } = judged;
      const waiver = filing.waivers[itemId]?.reason ?? null;
      const state = waiver === null ? ruleState(judged, book) : 'waived';
      const answer = filing.answers[itemId] ?? null;
      return {
        id: itemId,
        step: stepOfRule(rule),
        kind: rule.kind,
        severity: rule.severity,
        state,
        ...aboutRule(rule, book, judgement.on),
        facts: factsBehind(book, rule, factsOfService(judgement, judged.serviceId)),
        requirement: rule.requirement,
        materials: [],
        owner: null,
        serviceId: judged.serviceId,
        attachmentIds: [],
        findings: judged.findings.filter((finding) => !isMissingDocument(finding)),
        missingFacts: judged.missing,
        waiver,
        answer: answer?.value ?? null,
        answerNote: answer?.note ?? null,
        next: nextOfRule(state),
      };
    });
}

function isMissingDocument({ code }: Finding): boolean {
  return code === 'document.missing' || code === 'document.not-done-yet';
}

/** Such a rule says nothing beyond its documents, which have items of their own. */
function isOnlyDemand({ demands, findings, missing, rule, outcome }: JudgedRule): boolean {
  if (demands.length === 0) return false;
  if (rule.kind !== 'material') return outcome === 'needs-material' && findings.every(isMissingDocument);
  return findings.every(isMissingDocument) && missing.every((key) => key === 'documents');
}

function ruleState({ outcome, applies, findings, missing }: JudgedRule, book: RuleBook): WalkState {
  if (!applies) return 'not-applicable';
  const others = findings.filter((finding) => !isMissingDocument(finding));
  if (others.some(({ severity }) => severity === 'error')) return 'has-problems';
  if (outcome === 'needs-human') return isForPerson(missing, book) ? 'question' : 'missing';
  return others.some(({ severity }) => severity === 'warning') ? 'has-warnings' : 'satisfied';
}

function nextOfRule(state: WalkState): WalkItem['next'] {
  if (state === 'has-problems') return 'correct';
  if (state === 'has-warnings') return 'consider';
  if (state === 'missing') return 'fill';
  return state === 'question' ? 'answer' : 'none';
}

/** Checks that look at the paper itself. */
const PAPER_CHECKS = new Set([
  'scanQuality',
  'photoRequirement',
  'signatureOrSealRequired',
  'licenceCopyRequirement',
]);

function stepOfRule(rule: Rule): WalkStep {
  if (rule.check && PAPER_CHECKS.has(rule.check.name)) return 'scan';
  if (rule.kind === 'process' || rule.subject === 'process' || rule.subject === 'site-state') return 'submit';
  return rule.subject === 'form' ? 'sign' : 'fill';
}

function factsOfService({ services }: Judgement, serviceId: string | null): Facts {
  const judged = services.find(({ service }) => service?.id === serviceId) ?? services[0];
  return judged?.factsFile.facts ?? {};
}

function aboutRule(rule: Rule, book: RuleBook, on: string) {
  return {
    ruleId: rule.id,
    scope: scopeOf(rule),
    note: rule.note,
    history: rule.history.map(({ text, asOf }) => ({ text, asOf })),
    check: rule.check?.name ?? null,
    confidence: rule.confidence,
    checkedOn: rule.checkedOn,
    sources: rule.sources,
    origin: book.origins.get(rule.id) ?? null,
    sourceAgeDays: sourceAgeDays(rule, on),
  };
}

/** What every filing of a kind needs without a rule of its own has the catalogue of materials for its source. */
function aboutMaterial(material: string, book: RuleBook, on: string) {
  const sources = book.materials.get(material)?.sources ?? [];
  return {
    ruleId: '',
    scope: 'national',
    note: null,
    history: [],
    check: null,
    confidence: 'medium' as const,
    checkedOn: book.national.checkedOn,
    sources,
    origin: null,
    sourceAgeDays: sourceAgeDays({ sources }, on),
  };
}

function scopeOf({ id }: Rule): string {
  return id.slice(0, id.indexOf('-'));
}

/** The rule that speaks for a demand: one that asks for documents before one with a condition, then the region's. */
function ruleOfDemand(book: RuleBook, { ruleIds }: MaterialDemand): Rule | null {
  const rank = (rule: Rule) => (rule.kind === 'material' ? 0 : 2) + (scopeOf(rule) === 'national' ? 1 : 0);
  const rules = ruleIds.flatMap((id) => book.rulesById.get(id) ?? []);
  return rules.sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

function demandSentence(book: RuleBook, rule: Rule | null, materials: string[]): WalkItem['requirement'] {
  // What a rule says to one kind of entity is not the reason why this one needs its certificate.
  if (rule && rule.check?.params['entityNature'] === undefined) return rule.requirement;
  const name = book.materials.get(materials[0]!)?.name;
  return {
    'zh-CN': `提交${name?.['zh-CN'] ?? materials[0]!}`,
    en: `Submit: ${name?.en ?? materials[0]!}`,
  };
}
