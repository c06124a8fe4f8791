import { checkEmail } from '../../identifiers/email.ts';
import { checkLandline } from '../../identifiers/landline.ts';
import { checkMobile } from '../../identifiers/mobile.ts';
import { isKnown, text } from './facts.ts';
import {
  distinctPersons,
  identityKeys,
  isOwnerUnsaid,
  isSamePerson,
  personKey,
  personText,
  sameId,
  sameName,
} from './people.ts';
import type { CheckParams, Role } from './params.ts';
import { sayProblems } from './problems.ts';
import { anyRemark } from './roles.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

const BOTH: Role[] = ['principal', 'service-owner'];

/** Fact field of a field of the vocabulary. */
const keyOfField: Record<string, string> = {
  'id-number': 'idNumber',
  mobile: 'mobile',
  email: 'email',
  'emergency-phone': 'emergencyPhone',
};
export const factField = (field: string): string => keyOfField[field] ?? field;

/** Numbers are equal whatever their spelling, e-mail addresses whatever their case. */
export const sameValue = (field: string, a: string, b: string): boolean => {
  const plain = (value: string): string =>
    field === 'email'
      ? value.trim().toLowerCase()
      : value
          .replace(/[\s-]/g, '')
          .toUpperCase()
          .replace(/^\+?86(?=1\d{10}$)/, '');
  return plain(a) === plain(b);
};

function samePersonSameContacts(
  params: CheckParams['samePersonSameContacts'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const [principal, owner] = BOTH.map((role) => personText(ctx, role, 'name'));
  const ids = BOTH.map((role) => personText(ctx, role, 'idNumber'));
  const hasSameName = principal && owner ? sameName(principal, owner) : undefined;
  if (ids[0] && ids[1] && !sameId(ids[0], ids[1])) {
    if (hasSameName && params.fields.includes('id-number'))
      verdict.say('person.same-name-other-id', { name: owner! }, 'serviceOwner.idNumber');
    return verdict.notApplicable().result();
  }
  if (isOwnerUnsaid(ctx)) return verdict.notApplicable().result();
  const isSame = isSamePerson(ctx, 'principal', 'service-owner');
  if (isSame === undefined) return verdict.unknown(...identityKeys(ctx, ...BOTH)).result();
  if (!isSame) return verdict.notApplicable().result();
  if (hasSameName === false)
    verdict.say('person.same-id-other-name', { principal: principal!, owner: owner! }, 'serviceOwner.name');
  for (const field of params.fields) {
    const keys = BOTH.map((role) => personKey(role, factField(field)));
    const values = keys.map((key) => text(ctx, key));
    if (values.some((value) => value === undefined))
      verdict.unknown(...keys.filter((key) => !isKnown(ctx, key)));
    else if (values[0] !== values[1] && !(values[0] && values[1] && sameValue(field, values[0], values[1])))
      verdict.say(
        'person.same-person-other-contact',
        { field, principal: values[0] ?? '', owner: values[1] ?? '' },
        keys[1]!,
      );
  }
  return verdict.result();
}

function contactsMustDifferBetweenPersons(
  params: CheckParams['contactsMustDifferBetweenPersons'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const names = BOTH.map((role) => personText(ctx, role, 'name'));
  const isSame = isSamePerson(ctx, 'principal', 'service-owner');
  if (isSame === undefined) return verdict.unknown(...identityKeys(ctx, ...BOTH)).result();
  // One name with two ID numbers is one person with a slip in the number, which is said elsewhere.
  if (isSame || (names[0] && names[1] && sameName(names[0], names[1])))
    return verdict.notApplicable().result();
  for (const field of params.fields) {
    if (field === 'emergency-phone' && params.emergencyMayBeShared) continue;
    const keys = BOTH.map((role) => personKey(role, factField(field)));
    const [a, b] = keys.map((key) => text(ctx, key));
    if (a === undefined || b === undefined) verdict.unknown(...keys.filter((key) => !isKnown(ctx, key)));
    else if (a && b && sameValue(field, a, b))
      verdict.say('contact.shared-by-two-persons', { field, value: a }, keys[1]!);
  }
  return verdict.result();
}

const NUMBER_KEYS = BOTH.flatMap((role) => [personKey(role, 'mobile'), personKey(role, 'emergencyPhone')]);

function distinctPhoneCount(params: CheckParams['distinctPhoneCount'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const isSame = isSamePerson(ctx, 'principal', 'service-owner');
  if (isSame === undefined) return verdict.unknown(...identityKeys(ctx, ...BOTH)).result();
  const needed = isSame ? params.samePerson : params.differentPersons;
  if (needed === undefined) return verdict.notApplicable().result();
  const keys = isSame && !isKnown(ctx, 'serviceOwner.mobile') ? NUMBER_KEYS.slice(0, 2) : NUMBER_KEYS;
  const numbers = keys.flatMap((key) => text(ctx, key) ?? []);
  const distinct = numbers.filter(
    (n, i) => !numbers.slice(0, i).some((m) => sameValue('mobile', m, n)),
  ).length;
  const unknown = keys.filter((key) => !isKnown(ctx, key));
  if (distinct >= needed) return verdict.result();
  if (unknown.length > 0) return verdict.unknown(...unknown).result();
  return verdict
    .say('contact.too-few-numbers', { distinct, needed, samePerson: isSame }, 'serviceOwner.emergencyPhone')
    .result();
}

function phonesMustNotCross(_params: object, ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const isSame = isSamePerson(ctx, 'principal', 'service-owner');
  if (isSame === undefined) return verdict.unknown(...identityKeys(ctx, ...BOTH)).result();
  if (isSame) return verdict.notApplicable().result();
  for (const [role, other] of [BOTH, [...BOTH].reverse()] as [Role, Role][]) {
    const [mobileKey, emergencyKey] = [personKey(role, 'mobile'), personKey(other, 'emergencyPhone')];
    const [mobile, emergency] = [text(ctx, mobileKey), text(ctx, emergencyKey)];
    if (mobile === undefined) verdict.unknown(mobileKey);
    if (emergency === undefined) verdict.unknown(emergencyKey);
    if (mobile && emergency && sameValue('mobile', mobile, emergency))
      verdict.say('contact.numbers-crossed', { role, other, value: mobile }, emergencyKey);
  }
  return verdict.result();
}

const NUMBER_OWNERS = {
  'own-mobile': null,
  'principal-mobile': 'principal',
  'service-owner-mobile': 'service-owner',
} as const;

function emergencyUser(params: CheckParams['emergencyPhoneMustDiffer'], verdict: Verdict, role: Role): void {
  const { ctx } = verdict;
  const key = personKey(role, 'emergencyContact');
  if (params.user !== 'anyone') {
    const contact = text(ctx, key);
    if (contact === undefined) verdict.unknown(key);
    else if (contact === null)
      verdict.say('contact.emergency-user-missing', { role, user: params.user }, key);
  }
  if (params.remarkTemplate) {
    const remark = `${text(ctx, 'service.remark') ?? ''}${text(ctx, 'entity.remark') ?? ''}`;
    if (anyRemark(ctx) === undefined) verdict.unknown('service.remark');
    else if (!remark.includes('应急'))
      verdict.say('remark.text-missing', { template: params.remarkTemplate }, 'service.remark');
  }
}

function emergencyPhoneMustDiffer(
  params: CheckParams['emergencyPhoneMustDiffer'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const persons = distinctPersons(ctx, BOTH);
  for (const role of persons) {
    const path = personKey(role, 'emergencyPhone');
    const emergency = text(ctx, path);
    if (emergency === undefined) verdict.unknown(path);
    else if (emergency === null) verdict.say('contact.emergency-missing', { role }, path);
    else
      for (const from of params.from) {
        const owner: Role = NUMBER_OWNERS[from] ?? role;
        const mobileKey = personKey(owner, 'mobile');
        const mobile = text(ctx, mobileKey);
        if (mobile === undefined && persons.includes(owner)) verdict.unknown(mobileKey);
        if (mobile && sameValue('mobile', mobile, emergency))
          verdict.say('contact.emergency-equals-mobile', { role, owner, value: emergency }, path);
      }
    emergencyUser(params, verdict, role);
  }
  if (params.rolesMustDiffer && persons.length > 1) {
    const [a, b] = persons.map((role) => personText(ctx, role, 'emergencyPhone'));
    if (a && b && sameValue('mobile', a, b))
      verdict.say('contact.emergency-shared', { value: a }, 'serviceOwner.emergencyPhone');
  }
  return verdict.result();
}

/** Which number belongs to which city is a table that changes monthly and is not part of the data. */
function phoneMustBeLocal(params: CheckParams['phoneMustBeLocal'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  if (params.expectation === 'not-required') return verdict.notApplicable().result();
  for (const role of distinctPersons(ctx, params.roles)) {
    for (const kind of params.kinds) {
      const key = personKey(role, kind === 'mobile' ? 'mobile' : 'officePhone');
      if (!isKnown(ctx, key)) verdict.unknown(key);
    }
  }
  return verdict.askPerson().result();
}

const phoneMustBeReachable = (_params: CheckParams['phoneMustBeReachable'], ctx: CheckContext): CheckResult =>
  new Verdict(ctx).askPerson().result();

function contactFormat(params: CheckParams['contactFormat'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const pattern = params.mobilePattern === undefined ? null : new RegExp(params.mobilePattern);
  const maxChars = params.emailMaxLength;
  for (const role of distinctPersons(ctx, BOTH)) {
    for (const [field, isNeeded] of [
      ['mobile', true],
      ['emergencyPhone', false],
      ['officePhone', false],
      ['email', true],
    ] as const) {
      const path = personKey(role, field);
      const value = text(ctx, path);
      if (value === undefined && isNeeded) verdict.unknown(path);
      if (value === null && isNeeded) verdict.say('contact.missing', { role, field }, path);
      if (!value) continue;
      if (field === 'mobile') {
        const isWrong = sayProblems(verdict, checkMobile(value), path);
        if (!isWrong && pattern && !pattern.test(value))
          verdict.say('contact.mobile-not-accepted', { role, value }, path);
      } else if (field === 'email') {
        const isWrong = sayProblems(verdict, checkEmail(value), path);
        if (!isWrong && maxChars !== undefined && value.length > maxChars)
          verdict.say('contact.email-too-long', { role, chars: value.length, maxChars }, path);
      } else if (field === 'emergencyPhone') {
        // A landline is taken too; a number that starts like a mobile is judged as one.
        const isLandline =
          /^\D*0/.test(value) && checkLandline(value).every((problem) => problem.severity !== 'error');
        if (!isLandline) sayProblems(verdict, checkMobile(value), path);
      } else sayProblems(verdict, checkLandline(value), path);
    }
  }
  return verdict.result();
}

export const contactEvaluators: Evaluators<
  | 'samePersonSameContacts'
  | 'contactsMustDifferBetweenPersons'
  | 'distinctPhoneCount'
  | 'phonesMustNotCross'
  | 'emergencyPhoneMustDiffer'
  | 'phoneMustBeLocal'
  | 'phoneMustBeReachable'
  | 'contactFormat'
> = {
  samePersonSameContacts,
  contactsMustDifferBetweenPersons,
  distinctPhoneCount,
  phonesMustNotCross,
  emergencyPhoneMustDiffer,
  phoneMustBeLocal,
  phoneMustBeReachable,
  contactFormat,
};
