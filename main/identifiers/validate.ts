import type {
  EntityFields,
  FieldProblem,
  PersonFields,
  ServiceFields,
} from '../../preload/contract/index.ts';
import type { RuleBook } from '../rules/book.ts';
import { creditCodeContradictions, residentIdContradictions } from './contradictions.ts';
import { checkCreditCode } from './credit-code.ts';
import { checkAppDomain, checkDomainName } from './domain-name.ts';
import { checkEmail } from './email.ts';
import { checkHomeUrl } from './home-url.ts';
import { checkIpRange } from './ip-range.ts';
import { checkLandline } from './landline.ts';
import { checkLicence15 } from './licence-15.ts';
import { checkLicenceNumber } from './licence-number.ts';
import { checkMailingAddress } from './mailing-address.ts';
import { checkMobile, spellMobile } from './mobile.ts';
import { checkOrganisationCode } from './organisation-code.ts';
import { checkPersonId } from './person-id.ts';
import { checkPersonName } from './person-name.ts';
import { at, formBreakingProblems, problem, type Problem } from './problem.ts';
import { isMainlandRegion, provinceOfCode } from './provinces.ts';

type Enumerations = Pick<RuleBook, 'enumerations'>;

/** Runs a check on a field that is filled; an empty field is not a problem here. */
function field(path: string, value: string | null, check: (value: string) => Problem[]): FieldProblem[] {
  return value === null || value.trim() === '' ? [] : at(path, check(value));
}

const regionProblems = (code: string): Problem[] =>
  isMainlandRegion(code) ? [] : [problem('region.unknown', { code })];

function periodProblems(
  toPath: string,
  period: { from: string | null; to: string | null; isLongTerm: boolean },
): FieldProblem[] {
  const { from, to, isLongTerm } = period;
  if (to === null) return [];
  if (isLongTerm) return at(toPath, [problem('date.end-although-long-term', { date: to }, 'warning')]);
  return from !== null && to < from ? at(toPath, [problem('date.reversed', { from, to })]) : [];
}

/** Types whose number is a unified code; older certificates of the same kinds may bear another number. */
const UNIFIED_CODE =
  /^(business-licence|unified-code-.*|public-institution-certificate|social-organization-certificate|private-non-enterprise-certificate|social-service-certificate|foundation-certificate|law-firm-licence|rural-collective-certificate)$/;

/** The number of an entity's certificate, checked as its type says; without a type, as its form says. */
function certificateNumberProblems(type: string | null, isIndividual: boolean, number: string): Problem[] {
  const chars = number.replace(/[\s-]/g, '').length;
  if (type === null) {
    if (isIndividual) return chars === 18 ? checkPersonId('resident-id-card', number, '9999-12-31') : [];
    if (chars === 18) return checkCreditCode(number);
    if (/^\d{15}$/.test(number.replace(/[\s-]/g, ''))) return checkLicence15(number);
    if (chars === 9) return checkOrganisationCode(number);
    // Most numbers are unified codes; those of some other certificates are not.
    return checkCreditCode(number).map((found) => ({ ...found, severity: 'warning' }));
  }
  if (type === 'business-licence' && /^\d{15}$/.test(number.replace(/[\s-]/g, '')))
    return checkLicence15(number);
  if (type.startsWith('org-code-'))
    return chars === 18 ? checkCreditCode(number) : checkOrganisationCode(number);
  if (type === 'business-licence' || type.startsWith('unified-code-')) return checkCreditCode(number);
  // Certificates from before 2015 carry numbers of the issuing office.
  if (UNIFIED_CODE.test(type)) return chars === 18 ? checkCreditCode(number) : [];
  return checkPersonId(type, number, '9999-12-31');
}

/** What is wrong in the fields of an entity. Paths are relative to it: `certificate.number`. */
export function entityProblems(entity: EntityFields, book: Enumerations): FieldProblem[] {
  const { certificate } = entity;
  const { regions } = book.enumerations;
  const province = entity.region === null ? null : provinceOfCode(entity.region);
  const isIndividual = entity.group === 'individual' || entity.nature === 'individual';
  return [
    ...field('name', entity.name, formBreakingProblems),
    ...field('certificate.number', certificate.number, (number) =>
      certificateNumberProblems(certificate.type, isIndividual, number),
    ),
    ...field('certificate.address', certificate.address, formBreakingProblems),
    ...field('certificate.region', certificate.region, regionProblems),
    ...periodProblems('certificate.validTo', {
      from: certificate.validFrom,
      to: certificate.validTo,
      isLongTerm: certificate.longTerm === true,
    }),
    ...field('region', entity.region, regionProblems),
    ...creditCodeContradictions(entity, book),
    ...field('mailingAddress', entity.mailingAddress, (text) =>
      checkMailingAddress(text, regions, entity.region),
    ),
    ...field('investor', entity.investor, (text) => {
      const office = /工商行政管理局|工商局/.exec(text)?.[0];
      return office === undefined ? [] : [problem('text.forbidden-word', { word: office })];
    }),
    ...field('remark', entity.remark, formBreakingProblems),
    ...field('licenceNumber', entity.licenceNumber, (text) =>
      checkLicenceNumber(text, 'entity', regions, { province, letter: null }),
    ),
  ];
}

/**
 * What is wrong in the fields of a person. Paths are relative to the person: `idNumber`.
 *
 * @param on the day on which validity is judged
 */
export function personProblems(person: PersonFields, on: string): FieldProblem[] {
  const isSameNumber =
    person.mobile !== null &&
    person.emergencyPhone !== null &&
    spellMobile(person.mobile) === spellMobile(person.emergencyPhone);
  const hasExpired = person.idValidTo !== null && person.idValidTo < on && !person.idLongTerm;
  return [
    ...field('name', person.name, checkPersonName),
    ...field('idNumber', person.idNumber, (number) => {
      if (person.idType !== null) return checkPersonId(person.idType, number, on);
      return /^\d{17}[\dXx]$/.test(number.trim()) ? checkPersonId('resident-id-card', number, on) : [];
    }),
    ...residentIdContradictions(person, on),
    ...periodProblems('idValidTo', {
      from: person.idValidFrom,
      to: person.idValidTo,
      isLongTerm: person.idLongTerm,
    }),
    ...(hasExpired ? at('idValidTo', [problem('date.expired', { date: person.idValidTo! })]) : []),
    ...field('mobile', person.mobile, checkMobile),
    ...field('emergencyPhone', person.emergencyPhone, checkMobile),
    ...(isSameNumber ? at('emergencyPhone', [problem('emergency-phone.same-as-mobile', {})]) : []),
    ...field('officePhone', person.officePhone, checkLandline),
    ...field('email', person.email, checkEmail),
  ];
}

/** Parts joined by points: an Android package, an iOS bundle or a HarmonyOS bundle. */
export const isPackageName = (value: string): boolean => /^[A-Za-z][\w-]*(\.[A-Za-z0-9][\w-]*)+$/.test(value);

function appProblems(app: NonNullable<ServiceFields['app']>): FieldProblem[] {
  const hexDigits = (text: string): number => (/^[0-9a-f]*$/i.test(text) ? text.length : -1);
  return [
    ...app.platforms.flatMap(({ platform, packageName, fingerprint }, i) => [
      ...field(`app.platforms.${i}.packageName`, packageName, (value) =>
        isPackageName(value) ? [] : [problem('app.package-name', { value })],
      ),
      ...field(`app.platforms.${i}.fingerprint`, fingerprint, (value) => {
        const plain = value.replace(/[\s:]/g, '');
        if (platform === 'android' && hexDigits(plain) !== 32)
          return [problem('app.android-fingerprint', { length: plain.length })];
        if (platform === 'ios' && hexDigits(plain) !== 40)
          return [problem('app.ios-fingerprint', { length: plain.length })];
        return plain === value || platform === 'harmony'
          ? []
          : [problem('text.spelling', { expected: plain }, 'error', plain)];
      }),
    ]),
    ...app.domains.flatMap((domain, i) => field(`app.domains.${i}`, domain, checkAppDomain)),
  ];
}

/**
 * What is wrong in the fields of a service. Paths are relative to it: `domain.name`, `accesses.0.ipRanges.0.from`.
 *
 * @param on the day on which validity is judged
 */
export function serviceProblems(
  service: ServiceFields,
  book: Pick<RuleBook, 'enumerations' | 'suffixes'>,
  on: string,
): FieldProblem[] {
  const { domain } = service;
  const letter = book.enumerations.serviceTypes.find((type) => type.id === service.type)?.suffix ?? null;
  const notInFuture = (date: string): Problem[] => (date > on ? [problem('date.future', { date })] : []);
  return [
    ...field('name', service.name, formBreakingProblems),
    ...field('domain.name', domain.name, (name) => checkDomainName(name, book.suffixes)),
    ...field('domain.expiresOn', domain.expiresOn, (date) =>
      date < on ? [problem('date.expired', { date })] : [],
    ),
    ...field('domain.realNameVerifiedOn', domain.realNameVerifiedOn, notInFuture),
    ...field('domain.firstFiledOn', domain.firstFiledOn, notInFuture),
    ...field('homeUrl', service.homeUrl, (url) => checkHomeUrl(url, domain.name)),
    ...field('remark', service.remark, formBreakingProblems),
    ...field('licenceNumber', service.licenceNumber, (text) =>
      checkLicenceNumber(text, 'service', book.enumerations.regions, { province: null, letter }),
    ),
    ...field('numberIssuedOn', service.numberIssuedOn, notInFuture),
    ...(service.app ? appProblems(service.app) : []),
    ...service.accesses.flatMap((access, i) =>
      access.ipRanges.flatMap((range, j) => {
        const { from, to } = checkIpRange(range);
        const path = `accesses.${i}.ipRanges.${j}`;
        return [...at(`${path}.from`, from), ...at(`${path}.to`, to)];
      }),
    ),
  ];
}
