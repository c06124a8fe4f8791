import { text } from './facts.ts';
import { identityKeys, isSamePerson, originOf, personText, sameName } from './people.ts';
import type { CheckParams } from './params.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

const FINANCE = /金融|基金|投资|理财|支付|保险|证券|期货|信托|典当|小额贷款|融资/;

/** The remark of entity or service; `undefined` when neither is known and the other is empty. */
export function anyRemark(ctx: CheckContext): string | null | undefined {
  const entity = text(ctx, 'entity.remark');
  const service = text(ctx, 'service.remark');
  return entity ?? service ?? (entity === undefined || service === undefined ? undefined : null);
}

function wantRemark(verdict: Verdict, about: string): void {
  const remark = anyRemark(verdict.ctx);
  if (remark === undefined) verdict.unknown('entity.remark');
  else if (remark === null) verdict.say('remark.missing', { about }, 'entity.remark');
}

function delegated(params: CheckParams['principalMustBeLegalRepresentative'], verdict: Verdict): void {
  for (const material of params.materials ?? ['form-poa-principal'])
    verdict.demand([material], {
      owner: material.startsWith('id-') ? 'legal-representative' : 'principal',
    });
  if (params.remarkTemplate) wantRemark(verdict, params.remarkTemplate);
}

/** One ID number, two names: the person of the ID, or somebody else with a number copied. */
function sayOtherName(verdict: Verdict): Verdict {
  const [principal, representative] = (['principal', 'legal-representative'] as const).map((role) =>
    personText(verdict.ctx, role, 'name'),
  );
  if (principal && representative && !sameName(principal, representative))
    verdict.say('person.same-id-other-name', { principal, owner: representative }, 'principal.name');
  return verdict;
}

function principalMustBeLegalRepresentative(
  params: CheckParams['principalMustBeLegalRepresentative'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  if (params.when === 'finance-entity') {
    const name = text(ctx, 'entity.name');
    if (name === undefined) return verdict.unknown('entity.name').result();
    if (!FINANCE.test(name ?? '')) return verdict.notApplicable().result();
  }
  const isSame = isSamePerson(ctx, 'principal', 'legal-representative');
  if (isSame === undefined)
    return verdict.unknown(...identityKeys(ctx, 'principal', 'legal-representative')).result();
  if (isSame) return sayOtherName(verdict).result();

  const refuse = (): Verdict =>
    verdict.say(
      'person.principal-not-legal-representative',
      {
        principal: personText(ctx, 'principal', 'name') ?? null,
        legalRepresentative: personText(ctx, 'legal-representative', 'name') ?? null,
        unless:
          params.delegation === 'only-if-foreign'
            ? 'foreign'
            : params.delegation === 'only-if-not-mainland-resident'
              ? 'not-mainland'
              : null,
      },
      'principal.idNumber',
    );
  switch (params.delegation) {
    case 'forbidden':
      refuse();
      break;
    case 'with-letter':
      delegated(params, verdict);
      break;
    case 'without-letter': {
      const position = personText(ctx, 'principal', 'position');
      const titles = params.delegateTitles ?? [];
      if (titles.length > 0 && !titles.some((title) => position?.includes(title.replace('负责人', ''))))
        verdict.askPerson();
      break;
    }
    case 'only-if-foreign':
    case 'only-if-not-mainland-resident': {
      const origin = originOf(ctx, 'legal-representative');
      const may = params.delegation === 'only-if-foreign' ? origin === 'foreign' : origin !== 'mainland';
      if (origin === undefined) verdict.unknown('legalRepresentative.origin');
      else if (may) delegated(params, verdict);
      else refuse();
    }
  }
  return verdict.result();
}

function serviceOwnerMustEqualPrincipal(
  params: CheckParams['serviceOwnerMustEqualPrincipal'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  if (params.when === 'principal-is-not-legal-representative') {
    const isSame = isSamePerson(ctx, 'principal', 'legal-representative');
    if (isSame === undefined) verdict.unknown(...identityKeys(ctx, 'principal', 'legal-representative'));
    if (isSame !== false) return verdict.notApplicable().result();
  }
  if (params.when === 'legal-representative-is-foreign') {
    const origin = originOf(ctx, 'legal-representative');
    if (origin === undefined) verdict.unknown('legalRepresentative.origin');
    if (origin !== 'foreign') return verdict.notApplicable().result();
  }
  const isOwner = isSamePerson(ctx, 'principal', 'service-owner');
  if (isOwner === undefined) verdict.unknown(...identityKeys(ctx, 'principal', 'service-owner'));
  if (isOwner === false)
    verdict.say(
      'person.owner-must-be-principal',
      {
        principal: personText(ctx, 'principal', 'name') ?? null,
        owner: personText(ctx, 'service-owner', 'name') ?? null,
      },
      'serviceOwner.idNumber',
    );
  return verdict.result();
}

function serviceOwnerMustDifferFromPrincipal(_params: object, ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const isSame = isSamePerson(ctx, 'principal', 'service-owner');
  if (isSame === undefined) verdict.unknown(...identityKeys(ctx, 'principal', 'service-owner'));
  if (isSame)
    verdict.say(
      'person.owner-must-not-be-principal',
      { name: personText(ctx, 'principal', 'name') ?? null },
      'serviceOwner.idNumber',
    );
  return verdict.result();
}

const PASSPORTS = ['passport', 'foreign-permanent-resident-id'];

function foreignLegalRepresentativePolicy(
  params: CheckParams['foreignLegalRepresentativePolicy'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const origin = originOf(ctx, 'legal-representative');
  if (origin === undefined) return verdict.unknown('legalRepresentative.origin').result();
  if (!params.origins.includes(origin)) return verdict.notApplicable().result();

  if (params.policy === 'passport-accepted') {
    const idType = personText(ctx, 'legal-representative', 'idType');
    if (!idType) verdict.unknown('legalRepresentative.idType');
    else if (origin === 'foreign' && !PASSPORTS.includes(idType))
      verdict.say(
        'person.id-type-not-for-origin',
        { role: 'legal-representative', idType, origin },
        'legalRepresentative.idType',
      );
    return verdict.result();
  }

  const isSelf = isSamePerson(ctx, 'principal', 'legal-representative');
  if (isSelf === undefined)
    return verdict.unknown(...identityKeys(ctx, 'principal', 'legal-representative')).result();
  if (params.policy === 'may-authorize') {
    if (!isSelf)
      for (const material of params.materials ?? []) verdict.demand([material], { owner: 'principal' });
    return (isSelf ? verdict.notApplicable() : verdict).result();
  }

  const delegate = originOf(ctx, 'principal');
  if (!isSelf && delegate === undefined) verdict.unknown('principal.origin');
  const isAllowed =
    params.policy === 'must-authorize-mainland-resident' ? delegate === 'mainland' : delegate !== 'foreign';
  if (isSelf || (delegate !== undefined && !isAllowed))
    return verdict
      .say(
        'person.foreign-representative-must-delegate',
        {
          name: personText(ctx, 'legal-representative', 'name') ?? null,
          mainlandOnly: params.policy === 'must-authorize-mainland-resident',
        },
        'principal.origin',
      )
      .result();
  if (params.delegateMustBeServiceOwner) {
    const isOwner = isSamePerson(ctx, 'principal', 'service-owner');
    if (isOwner === undefined) verdict.unknown(...identityKeys(ctx, 'principal', 'service-owner'));
    if (isOwner === false)
      verdict.say(
        'person.owner-must-be-principal',
        {
          principal: personText(ctx, 'principal', 'name') ?? null,
          owner: personText(ctx, 'service-owner', 'name') ?? null,
        },
        'serviceOwner.idNumber',
      );
  }
  if (params.remarkRequired) wantRemark(verdict, '法定代表人为外籍，授权负责人办理备案');
  for (const material of params.materials ?? [])
    verdict.demand([material], { owner: material.startsWith('id-') ? 'legal-representative' : 'principal' });
  return verdict.result();
}

/**
 * The age of the letter is left to `documentMaxAge`: regions set it there, and Hebei's six months must not fail by the
 * three of this national check.
 */
function authorizationLetterRequired(
  params: CheckParams['authorizationLetterRequired'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  if (params.when === 'never') return verdict.notApplicable().result();
  const giver = params.when === 'not-principal' ? 'principal' : 'legal-representative';
  const isSame = isSamePerson(ctx, params.role, giver);
  if (isSame === undefined) return verdict.unknown(...identityKeys(ctx, params.role, giver)).result();
  if (isSame) return verdict.notApplicable().result();
  const letters = params.materials ?? [params.role === 'principal' ? 'form-poa-principal' : 'form-poa-owner'];
  for (const letter of letters) verdict.demand([letter], { owner: params.role });
  return verdict.result();
}

function personNameConsistency(params: CheckParams['personNameConsistency'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const isSame = isSamePerson(ctx, 'principal', 'legal-representative');
  if (isSame === undefined)
    return verdict.unknown(...identityKeys(ctx, 'principal', 'legal-representative')).result();
  if (!isSame) return verdict.notApplicable().result();
  const onLicence = personText(ctx, 'legal-representative', 'name');
  const onId = personText(ctx, 'principal', 'name');
  if (!onLicence) verdict.unknown('legalRepresentative.name');
  if (!onId) verdict.unknown('principal.name');
  if (!onLicence || !onId || onLicence === onId) return verdict.result();
  if (params.rule === 'passport-shows-both-names') return verdict.askPerson().result();
  wantRemark(verdict, `${onLicence} 与 ${onId} 为同一人`);
  for (const material of params.materials ?? []) verdict.demand([material]);
  return verdict.result();
}

function faceVerificationRequired(
  params: CheckParams['faceVerificationRequired'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  for (const role of params.roles)
    verdict.demand(params.materials ?? ['photo-face-video', 'photo-backdrop'], { owner: role });
  return verdict.result();
}

export const roleEvaluators: Evaluators<
  | 'principalMustBeLegalRepresentative'
  | 'serviceOwnerMustEqualPrincipal'
  | 'serviceOwnerMustDifferFromPrincipal'
  | 'foreignLegalRepresentativePolicy'
  | 'authorizationLetterRequired'
  | 'personNameConsistency'
  | 'faceVerificationRequired'
> = {
  principalMustBeLegalRepresentative,
  serviceOwnerMustEqualPrincipal,
  serviceOwnerMustDifferFromPrincipal,
  foreignLegalRepresentativePolicy,
  authorizationLetterRequired,
  personNameConsistency,
  faceVerificationRequired,
};
