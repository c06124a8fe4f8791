import { addTime, addWorkingDays, isInCalendar, submissionDay, type Unit } from './dates.ts';
import { documentsOf, isAttached, naming, type Doc } from './documents.ts';
import { flag, text } from './facts.ts';
import { distinctPersons, personKey } from './people.ts';
import type { CheckParams } from './params.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

/** Working days an authority has for its review (Order 33, article 12). */
const AUTHORITY_REVIEW_DAYS = 20;

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
      const isEnough = params.comparison === 'more-than' ? validTo > needed : validTo >= needed;
      if (isEnough) continue;
      const hasFallback = params.fallbackMaterials && isAttached(ctx, params.fallbackMaterials, role);
      if (hasFallback) continue;
      if (validTo < on) verdict.say('document.expired', { what, role, validTo, on }, path);
      else
        verdict.say(
          'document.remaining-too-short',
          {
            what,
            role,
            validTo,
            on,
            value: params.value,
            unit: params.unit,
            needed,
            isMoreThan: params.comparison === 'more-than',
          },
          path,
        );
    }
  return verdict.result();
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
  const said = { ...named, issuedOn, value: limit.value, unit: limit.unit, goodUntil, on };
  if (limit.notAfterSubmission && issuedOn > on) verdict.say('document.dated-after-submission', said, path);
  else if (goodUntil < on) verdict.say('document.too-old', said, path);
  else if (limit.reviewed) {
    const reviewed = addWorkingDays(on, AUTHORITY_REVIEW_DAYS);
    if (goodUntil < reviewed) verdict.say('document.too-old-at-review', { ...said, reviewed }, path, 'info');
  }
  if (limit.unit === 'working-day' && !isInCalendar(issuedOn, goodUntil))
    verdict.say('calendar.unknown-year', { from: issuedOn, to: goodUntil }, path, 'info');
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
