import { ageOn, addMonths, firstDayTooLate, submissionDay } from './dates.ts';
import { attachedFor, naming } from './documents.ts';
import { provinceOf, text } from './facts.ts';
import {
  birthDateOf,
  distinctPersons,
  genderOf,
  idRegionOf,
  originOf,
  personKey,
  personText,
} from './people.ts';
import type { CheckParams, Role } from './params.ts';
import { regionNaming } from './regions.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { finding, Verdict } from './verdict.ts';

/** ID types that an origin may use at all; the list of a rule narrows it. */
const idTypesOfOrigin: Record<string, string[]> = {
  mainland: ['resident-id-card', 'temporary-id-card'],
  'hong-kong': ['hk-macao-travel-permit', 'hk-macao-residence-permit'],
  macao: ['hk-macao-travel-permit', 'hk-macao-residence-permit'],
  taiwan: ['taiwan-travel-permit', 'taiwan-residence-permit'],
  foreign: ['passport', 'foreign-permanent-resident-id'],
};

const RESIDENCE_PERMITS = ['hk-macao-residence-permit', 'taiwan-residence-permit'];

function personIdTypeAllowed(params: CheckParams['personIdTypeAllowed'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const persons = distinctPersons(ctx, params.roles);
  const { origins } = params;
  // A rule for some origins says nothing of a dossier without such a person.
  if (origins && !persons.some((role) => origins.includes(originOf(ctx, role)!))) verdict.notApplicable();
  for (const role of persons) {
    const origin = originOf(ctx, role);
    if (origins) {
      if (origin === undefined) verdict.unknown(personKey(role, 'origin'));
      if (origin === undefined || !origins.includes(origin)) continue;
    }
    const idType = personText(ctx, role, 'idType');
    const path = personKey(role, 'idType');
    if (!idType) {
      verdict.unknown(path);
      continue;
    }
    const isRefused = params.forbidden?.includes(idType) || !(params.allowed?.includes(idType) ?? true);
    const fits = origin === undefined || (idTypesOfOrigin[origin] ?? []).includes(idType);
    // The nation asks individuals from there for a residence permit; a list without it can only cast doubt.
    const isAskedFor =
      ctx.entityGroup === 'individual' && RESIDENCE_PERMITS.includes(idType) && params.origins;
    if (isRefused)
      verdict.say(
        'person.id-type-not-accepted',
        { role, idType, allowed: params.allowed ?? [] },
        path,
        isAskedFor ? 'warning' : undefined,
      );
    else if (!fits && !params.origins)
      verdict.say('person.id-type-not-for-origin', { role, idType, origin: origin! }, path);
  }
  return verdict.result();
}

function minAge(params: CheckParams['minAge'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const on = submissionDay(ctx);
  for (const role of distinctPersons(ctx, params.roles)) {
    const birthDate = birthDateOf(ctx, role);
    if (birthDate === undefined) {
      verdict.unknown(personKey(role, 'birthDate'));
      continue;
    }
    const age = ageOn(birthDate, on);
    if (params.value !== undefined && age < params.value) {
      const path = personKey(role, 'birthDate');
      const from = addMonths(birthDate, params.value * 12);
      verdict.fineFrom(from, 'old-enough', { role, years: params.value }, path);
      verdict.say('person.too-young', { role, age, atLeast: params.value, from }, path);
    } else if (params.proofBelow !== undefined && age < params.proofBelow)
      verdict.demand(params.materials ?? [], { owner: role });
  }
  return verdict.result();
}

function maxAge(params: CheckParams['maxAge'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const on = submissionDay(ctx);
  for (const role of distinctPersons(ctx, params.roles)) {
    const birthDate = birthDateOf(ctx, role);
    const gender = genderOf(ctx, role);
    const byGender = params.male !== undefined || params.female !== undefined;
    if (birthDate === undefined) verdict.unknown(personKey(role, 'birthDate'));
    if (byGender && gender === undefined) verdict.unknown(personKey(role, 'gender'));
    const limit = params.value ?? (gender === 'male' ? params.male : gender ? params.female : undefined);
    if (birthDate === undefined || limit === undefined) continue;
    const age = ageOn(birthDate, on);
    const path = personKey(role, 'birthDate');
    const problemFrom = addMonths(birthDate, (limit + 1) * 12);
    verdict.problemFrom(problemFrom, 'too-old', { role, years: limit }, path);
    if (age > limit) verdict.say('person.too-old', { role, age, atMost: limit, problemFrom }, path);
  }
  return verdict.result();
}

const TRADING = /贸易|商贸|百货|销售/;
const PERMIT = 'proof-residence-permit';

function residenceProof(
  params: CheckParams['idRegionPolicy'],
  verdict: Verdict,
  role: Role,
  idRegion: string,
): void {
  const { ctx } = verdict;
  const accepted = params.accepted ?? [PERMIT];
  const attached = attachedFor(ctx, accepted, role);
  const rejected = attachedFor(ctx, params.rejected ?? [], role);
  const choices = naming(ctx, accepted);
  const refused = naming(
    ctx,
    (rejected ?? []).map((doc) => doc.material),
    'and',
  );
  const named = {
    role,
    ...regionNaming(ctx, idRegion, 'idProvince'),
    ...regionNaming(ctx, ctx.region, 'region'),
    acceptedZh: choices.materialsZh,
    acceptedEn: choices.materialsEn,
  };
  const because = rejected?.length
    ? finding(
        'person.residence-proof-refused',
        { ...named, refusedZh: refused.materialsZh, refusedEn: refused.materialsEn },
        'documents',
      )
    : finding('person.residence-proof-missing', named, 'documents');
  verdict.demand(accepted, { owner: role, because });
  const permit = attached?.find((doc) => doc.material === PERMIT);
  if (permit && params.permitMinRemainingMonths !== undefined) {
    const { validTo } = permit;
    if (validTo === undefined) verdict.unknown('documents.validTo');
    else if (validTo !== null) {
      const months = params.permitMinRemainingMonths;
      const problemFrom = firstDayTooLate(validTo, months, 'month', 'more-than');
      const said = { role, validTo, months };
      verdict.problemFrom(problemFrom, 'permit-too-short', said, 'documents.validTo');
      if (problemFrom <= submissionDay(ctx))
        verdict.say('person.residence-permit-too-short', { ...said, problemFrom }, 'documents.validTo');
    }
  }
  const isOtherProof = attached !== undefined && attached.length > 0 && !permit;
  const city = params.additionalForCity;
  const isInCity = city === undefined || (text(ctx, 'entity.mailingAddress') ?? '').includes(city);
  if (!isOtherProof && isInCity)
    for (const material of params.additional ?? []) verdict.demand([material], { owner: role });
}

function idRegionPolicy(params: CheckParams['idRegionPolicy'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  if (params.when === 'individual-business-or-trading-company') {
    const name = text(ctx, 'entity.name');
    if (ctx.entityGroup !== 'individual-business') {
      if (name === undefined) return verdict.unknown('entity.name').result();
      if (!TRADING.test(name ?? '')) return verdict.notApplicable().result();
    }
  }
  for (const role of distinctPersons(ctx, params.roles)) {
    const origin = originOf(ctx, role);
    if (params.foreignersAccepted === false && origin === 'foreign')
      verdict.say(
        'person.foreigners-not-accepted',
        { role, ...regionNaming(ctx, ctx.region, 'region') },
        personKey(role, 'origin'),
      );
    if (params.policy === 'any-region') {
      if (params.foreignersAccepted === false && origin === undefined)
        verdict.unknown(personKey(role, 'origin'));
      continue;
    }
    // A residence or travel permit carries no region of registration.
    if (origin !== undefined && origin !== 'mainland') continue;
    const idRegion = idRegionOf(ctx, role);
    if (idRegion === undefined) {
      verdict.unknown(personKey(role, 'idRegion'));
      continue;
    }
    if (provinceOf(idRegion) === ctx.region) continue;
    if (params.policy === 'local-only')
      verdict.say(
        'person.id-not-local',
        { role, ...regionNaming(ctx, idRegion, 'idProvince'), ...regionNaming(ctx, ctx.region, 'region') },
        personKey(role, 'idRegion'),
      );
    else if (params.policy === 'local-phone-required') verdict.askPerson();
    else residenceProof(params, verdict, role, idRegion);
  }
  return verdict.result();
}

export const identityEvaluators: Evaluators<'personIdTypeAllowed' | 'minAge' | 'maxAge' | 'idRegionPolicy'> =
  { personIdTypeAllowed, minAge, maxAge, idRegionPolicy };
