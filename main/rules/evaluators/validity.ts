import {
  addDays,
  addTime,
  addWorkingDays,
  firstDayTooLate,
  isInCalendar,
  submissionDay,
  workingDaysBack,
  type Unit,
} from './dates.ts';
import type { TurningParams } from '../../../preload/messages/timeline.ts';
import type { RuleBook } from '../book.ts';
import { mostOf, timeLimit } from '../time-limits.ts';
import { documentsOf, isAttached, naming, type Doc } from './documents.ts';
import { flag, text } from './facts.ts';
import { distinctPersons, personKey } from './people.ts';
import type { CheckParams } from './params.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

/** Working days an authority has for its review, by law. */
const reviewWorkingDays = (book: RuleBook): number => mostOf(timeLimit(book, 'authority-review-legal')) ?? 0;

interface Validity {
  /** What expires, for the sentence. */
  what: 'entity-certificate' | 'person-id' | 'residence-permit' | 'approval';
  role: string | null;
  path: string;
  /** `null`: long-term. `undefined`: unknown. */
  validTo: string | null | undefined;
}

function validities(kind: Validity['what'], ctx: CheckContext): Validity[] {
  if (kind === 'entity-certificate') {
    const path = 'entity.certificate.validTo';
    const isLongTerm = flag(ctx, 'entity.certificate.longTerm');
    const stated = text(ctx, path);
    // A certificate that is said not to be long-term must have an end.
    const validTo = isLongTerm ? null : stated === null && isLongTerm === false ? undefined : stated;
    return [{ what: kind, role: null, path, validTo }];
  }
  if (kind === 'person-id')
    return distinctPersons(ctx, ['principal', 'service-owner']).map((role) => {
      const path = personKey(role, 'idValidTo');
      return { what: kind, role, path, validTo: text(ctx, path) };
    });
  const isMeant = (doc: Doc): boolean =>
    kind === 'residence-permit'
      ? doc.material === 'proof-residence-permit'
      : doc.material.startsWith('preapp-');
  return (documentsOf(ctx) ?? [])
    .filter(isMeant)
    .map((doc) => ({ what: kind, role: doc.owner, path: 'documents.validTo', validTo: doc.validTo }));
}

function documentMinRemaining(params: CheckParams['documentMinRemaining'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const on = submissionDay(ctx);
  const needed = addTime(on, params.value, params.unit);
  for (const kind of params.documents)
    for (const { what, role, path, validTo } of validities(kind, ctx)) {
      if (validTo === undefined) verdict.unknown(path);
      if (!validTo) continue;
      const hasFallback = params.fallbackMaterials && isAttached(ctx, params.fallbackMaterials, role);
      if (hasFallback) continue;
      const { value, unit, comparison } = params;
      const problemFrom = firstDayTooLate(validTo, value, unit, comparison);
      const isMoreThan = comparison === 'more-than';
      verdict.problemFrom(
        problemFrom,
        'remaining-too-short',
        { what, role, validTo, value, unit, isMoreThan },
        path,
      );
      if (on < problemFrom) continue;
      if (validTo < on) verdict.say('document.expired', { what, role, validTo, on, problemFrom }, path);
      else
        verdict.say(
          'document.remaining-too-short',
          {
            what,
            role,
            validTo,
            on,
            value,
            unit,
            needed,
            isMoreThan,
            problemFrom,
          },
          path,
        );
    }
  return verdict.result();
}

/** The authority takes its time, and looks at the letter only then: says from which submission on it may be too old. */
function dayOfRisk(verdict: Verdict, lasts: TurningParams<'letter-too-old'>): string {
  const days = reviewWorkingDays(verdict.ctx.book);
  const on = workingDaysBack(lasts.goodUntil, days);
  verdict.problemFrom(on, 'letter-too-old-at-review', { ...lasts, days }, 'documents.issuedOn', {
    severity: 'info',
    isEstimate: !isInCalendar(on, lasts.goodUntil),
  });
  return on;
}

/** Judges the date of one letter; shared with forms whose rule sets an age of its own. */
export function judgeAge(
  verdict: Verdict,
  doc: Doc,
  limit: { value: number; unit: Unit; notAfterSubmission: boolean; reviewed: boolean },
): void {
  const { ctx } = verdict;
  const on = submissionDay(ctx);
  const path = 'documents.issuedOn';
  const named = naming(ctx, [doc.material]);
  if (doc.issuedOn === undefined) {
    verdict.unknown(path);
    return;
  }
  if (doc.issuedOn === null) {
    verdict.say('document.undated', named, path);
    return;
  }
  const { issuedOn } = doc;
  const goodUntil = addTime(issuedOn, limit.value, limit.unit);
  const isEstimate = limit.unit === 'working-day' && !isInCalendar(issuedOn, goodUntil);
  const problemFrom = addDays(goodUntil, 1);
  const lasts = { ...named, issuedOn, value: limit.value, unit: limit.unit, goodUntil };
  const said = { ...lasts, on, problemFrom };
  verdict.problemFrom(problemFrom, 'letter-too-old', lasts, path, { isEstimate });
  const riskFrom = limit.reviewed ? dayOfRisk(verdict, lasts) : null;
  if (limit.notAfterSubmission && issuedOn > on) {
    verdict.fineFrom(issuedOn, 'letter-dated', lasts, path);
    verdict.say('document.dated-after-submission', said, path);
  } else if (goodUntil < on) verdict.say('document.too-old', said, path);
  else if (riskFrom !== null && riskFrom <= on) {
    const reviewed = addWorkingDays(on, reviewWorkingDays(verdict.ctx.book));
    verdict.say('document.too-old-at-review', { ...said, problemFrom: riskFrom, reviewed }, path, 'info');
    if (!isInCalendar(on, reviewed))
      verdict.say('calendar.unknown-year', { from: on, to: reviewed }, path, 'info');
  }
  if (isEstimate) verdict.say('calendar.unknown-year', { from: issuedOn, to: goodUntil }, path, 'info');
}

function documentMaxAge(params: CheckParams['documentMaxAge'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const documents = documentsOf(ctx);
  if (!documents) return verdict.unknown('documents').result();
  const judged = documents.filter((doc) => params.materials.includes(doc.material));
  if (judged.length === 0) return verdict.notApplicable().result();
  for (const doc of judged)
    judgeAge(verdict, doc, {
      value: params.value,
      unit: params.unit,
      notAfterSubmission: params.notAfterSubmission,
      reviewed: params.countedTo === 'ca-review',
    });
  return verdict.result();
}

export const validityEvaluators: Evaluators<'documentMinRemaining' | 'documentMaxAge'> = {
  documentMinRemaining,
  documentMaxAge,
};
