import type { Dossier, Filing, Person, Timeline, TimelineEvent } from '../../preload/contract/index.ts';
import type { RuleBook } from '../rules/book.ts';
import { addDays, addTime, type Unit } from '../rules/evaluators/dates.ts';
import { naming } from '../rules/evaluators/documents.ts';
import type { TurningDay } from '../rules/evaluators/types.ts';
import { milder, severityOfRule } from '../rules/evaluate.ts';
import type { Rule } from '../rules/schema.ts';
import { attachmentsOfFiling } from './document-findings.ts';
import type { JudgedRule, Judgement } from './judge.ts';
import { changeDays } from './change-days.ts';
import { orderDays, stillShown } from './order-days.ts';
import { recordDays } from './record-days.ts';
import { event } from './timeline-event.ts';

export interface TimelineInput {
  book: RuleBook;
  dossier: Dossier;
  people: Person[];
  /** The orders whose days are wanted. */
  filings: Filing[];
  /** Of the filing that is under way; `null` where there is none or its rules cannot be chosen. */
  judgement: Judgement | null;
  today: string;
}

/**
 * Every day from which something is otherwise than before, with the rule or limit that says so: what expires or is too
 * short or too old for submission, what an order waits for. Pure: nothing but the arguments is looked at.
 */
export function timelineOf(input: TimelineInput): Timeline {
  const { book, dossier, people, filings, judgement, today } = input;
  const ofRules = judgement ? judgement.rules.flatMap(ruleDays) : [];
  const events = inOrder(
    distinct([
      ...recordDays(book, dossier, people),
      ...ofRules,
      ...filings
        .filter(({ state }) => state === 'draft')
        .flatMap((filing) => ageDays(input, filing, ofRules)),
      ...filings.flatMap((filing) => orderDays(book, filing, today)),
      ...filings.flatMap((filing) => stillShown(changeDays(book, dossier, filing), today)),
    ]).filter(({ kind, on }) => kind !== 'fine' || on > today),
  );
  return { events, submitBy: judgement && submitBy(ofRules, judgement.on) };
}

export const inOrder = (events: TimelineEvent[]): TimelineEvent[] =>
  events.toSorted((a, b) => a.on.localeCompare(b.on));

function ruleDays({ rule, itemId, serviceId, days }: JudgedRule): TimelineEvent[] {
  return days.map((day) => ruleDay(rule, day, { itemId, serviceId }));
}

/** A day that a rule names, as an event. */
export function ruleDay(
  { id: ruleId, severity: ofRule, sources }: Pick<Rule, 'id' | 'severity' | 'sources'>,
  { turns, severity, ...day }: TurningDay,
  where: Partial<Pick<TimelineEvent, 'itemId' | 'serviceId'>> = {},
): TimelineEvent {
  const ofRuleSeverity = severityOfRule[ofRule];
  return event({
    ...day,
    ...where,
    kind: turns,
    severity: turns === 'fine' ? 'info' : severity ? milder(ofRuleSeverity, severity) : ofRuleSeverity,
    ruleId,
    sources,
  });
}

/** Papers whose age the catalogue of materials limits where no rule does. */
function ageDays(
  { book, dossier }: TimelineInput,
  filing: Filing,
  ofRules: TimelineEvent[],
): TimelineEvent[] {
  const judged = new Set(
    ofRules.filter(({ code }) => code === 'letter-too-old').flatMap(({ params }) => params['materials']),
  );
  return attachmentsOfFiling(dossier, filing).flatMap(({ material, issuedOn, serviceId }) => {
    const known = material === null ? undefined : book.materials.get(material);
    const limit = known?.validity?.maxAge;
    if (!known || !limit || issuedOn === null || judged.has(known.id)) return [];
    const { value, unit } = limit;
    const goodUntil = addTime(issuedOn, value, unit as Unit);
    return event({
      on: addDays(goodUntil, 1),
      kind: 'problem',
      code: 'letter-too-old',
      severity: 'warning',
      params: { ...naming({ book }, [known.id]), issuedOn, value, unit, goodUntil },
      path: 'documents.issuedOn',
      serviceId,
      sources: known.sources,
    });
  });
}

/** Said twice by the nation and by the region it is one day, of whichever comes first. */
function distinct(events: TimelineEvent[]): TimelineEvent[] {
  const key = ({ on, code, path, params, serviceId }: TimelineEvent) =>
    JSON.stringify([on, code, path, params, serviceId]);
  return [...new Map(events.reverse().map((one) => [key(one), one])).values()].reverse();
}

/** The day before the first error that only waits for its day; none while there is one already. */
function submitBy(events: TimelineEvent[], on: string): string | null {
  const problems = events.filter(({ kind, severity }) => kind === 'problem' && severity === 'error');
  const days = problems.map((problem) => problem.on).sort();
  const first = days[0];
  return first === undefined || first <= on ? null : addDays(first, -1);
}

/**
 * The days of a timeline that somebody has to act by. Of what is over the last word only: a certificate that has
 * expired is no longer too short.
 */
export function daysToActBy({ events }: Timeline, today: string, withinDays: number): TimelineEvent[] {
  const subject = ({ path, serviceId, params }: TimelineEvent) =>
    JSON.stringify([path, serviceId, params['materials'] ?? null, path ? null : params]);
  const isOver = ({ kind, on }: TimelineEvent) => kind === 'problem' && on <= today;
  return events
    .filter(({ kind, on }) => kind !== 'fine' && kind !== 'forecast' && on <= addDays(today, withinDays))
    .filter(({ severity, code }) => severity !== 'info' || code !== 'letter-too-old-at-review')
    .filter(
      (one, i, all) =>
        !isOver(one) || !all.slice(i + 1).some((later) => isOver(later) && subject(later) === subject(one)),
    );
}
