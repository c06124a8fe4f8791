import { splitDomain, suffixStatus } from '../../identifiers/domain-name.ts';
import { checkDomainName } from '../../identifiers/domain-name.ts';
import { addDays, addMonths, addWorkingDays, firstDayTooLate, isInCalendar, submissionDay } from './dates.ts';
import { flag, items, text, textOf, type Item } from './facts.ts';
import { personText, sameName } from './people.ts';
import type { CheckParams } from './params.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';
import { namesAgree, isNumberOfEntity } from './domain-holder.ts';

/** Key and value of the domain that is filed. */
function domainOf(ctx: CheckContext): { key: string; domain: string | null | undefined } {
  const name = text(ctx, 'service.domain');
  return name === undefined
    ? { key: 'domain.name', domain: text(ctx, 'domain.name') }
    : { key: 'service.domain', domain: name };
}

function domainMinValidityMonths(
  params: CheckParams['domainMinValidityMonths'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'domain.expiresOn';
  const expiresOn = text(ctx, path);
  if (!expiresOn) return verdict.unknown(path).result();
  const on = submissionDay(ctx);
  const { value: months, prudentValue } = params;
  const problemFrom = firstDayTooLate(expiresOn, months, 'month', 'more-than');
  verdict.problemFrom(problemFrom, 'domain-too-short', { expiresOn, months }, path);
  if (expiresOn <= on) verdict.say('domain.expired', { expiresOn, on, problemFrom }, path);
  else if (problemFrom <= on)
    verdict.say(
      'domain.expires-soon',
      { expiresOn, on, months, needed: addMonths(on, months), problemFrom },
      path,
    );
  if (prudentValue === undefined) return verdict.result();
  const riskFrom = firstDayTooLate(expiresOn, prudentValue, 'month', 'more-than');
  const prudent = { expiresOn, months: prudentValue };
  verdict.problemFrom(riskFrom, 'domain-too-short-prudent', prudent, path, { severity: 'warning' });
  if (riskFrom <= on && on < problemFrom)
    verdict.say(
      'domain.expires-prudent',
      { ...prudent, on, needed: addMonths(on, prudentValue), problemFrom: riskFrom },
      path,
      'warning',
    );
  return verdict.result();
}

function domainRegistrarMustBeDomestic(
  params: CheckParams['domainRegistrarMustBeDomestic'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'domain.registrarIsDomestic';
  const isDomestic = flag(ctx, path);
  const registrar = text(ctx, 'domain.registrar');
  if (typeof isDomestic !== 'boolean') return verdict.unknown(path).result();
  if (isDomestic) return verdict.result();
  return verdict
    .say(
      'domain.registrar-foreign',
      { registrar: registrar ?? null, before: params.alsoForDomainsFiledBefore ?? null },
      'domain.registrar',
    )
    .result();
}

/** The suffix as stated, else as the domain has it; with its dot. */
export function suffixOf(ctx: CheckContext): string | undefined {
  const stated = text(ctx, 'domain.suffix');
  if (stated) return stated.startsWith('.') ? stated.toLowerCase() : `.${stated.toLowerCase()}`;
  const { domain } = domainOf(ctx);
  const parts = domain ? splitDomain(domain) : null;
  return parts ? `.${parts.suffix}` : undefined;
}

/** `.政务.cn` is the older registry of `.政务`, `.公益.cn` that of `.公益`. */
const isUnder = (suffix: string, wanted: string): boolean =>
  suffix.endsWith(wanted) || (/^\.(政务|公益)$/.test(wanted) && suffix === `${wanted}.cn`);

/** “2018-01-01前已备案的.org可接入”: a day before which a suffix was filed, for filings of a new access. */
function isExcepted(ctx: CheckContext, exception: string | undefined, suffix: string): boolean {
  const [, day, excepted] = /^(\d{4}-\d{2}-\d{2})前已备案的(\.\S+?)可接入/.exec(exception ?? '') ?? [];
  const filedOn = text(ctx, 'domain.firstFiledOn');
  return Boolean(day && excepted === suffix && ctx.filing === 'new-access' && filedOn && filedOn < day);
}

function domainSuffixAllowed(params: CheckParams['domainSuffixAllowed'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'domain.suffix';
  const suffix = suffixOf(ctx);
  if (suffix === undefined) return verdict.unknown(path).result();
  const list = ctx.book.suffixes;
  if (isExcepted(ctx, params.exception, suffix)) return verdict.result();
  if (params.forbidden?.some((forbidden) => isUnder(suffix, forbidden)))
    return verdict.say('domain.suffix-refused', { suffix, refused: params.forbidden }, path).result();
  if (params.allowed && !params.allowed.some((allowed) => isUnder(suffix, allowed)))
    verdict.say('domain.suffix-not-for-group', { suffix, allowed: params.allowed }, path);
  if (params.useApprovedList) {
    const status = suffixStatus(suffix.slice(1), list);
    if (status === 'not-approved')
      verdict.sayProblem('domain.suffix-not-approved', { suffix, asOf: list.asOf }, path);
    else if (status !== 'approved')
      verdict.say('domain.suffix-doubtful', { suffix, asOf: list.asOf }, path, 'warning');
  }
  return verdict.result();
}

const NATIONAL_NAME = /^(中国|中华|国家|中央|全国)/;

function domainLabelForbiddenWords(
  params: CheckParams['domainLabelForbiddenWords'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'domain.label';
  const { domain } = domainOf(ctx);
  const label = text(ctx, path) ?? (domain ? splitDomain(domain)?.label : undefined);
  if (!label) return verdict.unknown(path).result();
  const found = params.words.filter((word) => label.includes(word));
  if (found.length === 0) return verdict.result();
  if (params.unless === 'state-body' && ['government', 'public-institution'].includes(ctx.entityGroup))
    return verdict.result();
  if (params.unless === 'national-level-entity' && NATIONAL_NAME.test(text(ctx, 'entity.name') ?? ''))
    return verdict.askPerson().result();
  return verdict.say('domain.label-word', { label, words: found }, path).result();
}

function domainRegistrationState(
  params: CheckParams['domainRegistrationState'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const on = submissionDay(ctx);
  const isPrivate = flag(ctx, 'domain.privacyOn');
  if (params.privacyMustBeOff) {
    if (isPrivate === undefined) verdict.unknown('domain.privacyOn');
    else if (isPrivate) verdict.say('domain.privacy-on', {}, 'domain.privacyOn');
  }
  const path = 'domain.realNameVerifiedOn';
  const verifiedOn = text(ctx, path);
  if (verifiedOn === undefined) return verdict.unknown(path).result();
  if (verifiedOn === null) return verdict.say('domain.not-verified', {}, path).result();
  const days = params.realNameAgeDays ?? 0;
  const from = addDays(verifiedOn, days);
  verdict.fineFrom(from, 'domain-verified', { verifiedOn, days }, path);
  if (on < from)
    return verdict.say('domain.verified-too-recently', { verifiedOn, days, from, on }, path).result();
  if (params.workingDays === undefined) return verdict.result();
  const { workingDays } = params;
  const prudentFrom = addWorkingDays(verifiedOn, workingDays);
  const isEstimate = !isInCalendar(verifiedOn, prudentFrom);
  verdict.fineFrom(prudentFrom, 'domain-synchronised', { verifiedOn, workingDays }, path, {
    severity: 'warning',
    isEstimate,
  });
  if (on < prudentFrom) {
    verdict.say(
      'domain.verified-recently',
      { verifiedOn, workingDays, from: prudentFrom, on },
      path,
      'warning',
    );
    if (isEstimate) verdict.say('calendar.unknown-year', { from: verifiedOn, to: prudentFrom }, path, 'info');
  }
  return verdict.result();
}

function domainFormat(params: CheckParams['domainFormat'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const { key, domain } = domainOf(ctx);
  if (!domain) return verdict.unknown(key).result();
  // Several domains in one field are the matter of another check.
  if (/[;,；，\s]/.test(domain)) return verdict.result();
  for (const { code, params: said, severity } of checkDomainName(domain, ctx.book.suffixes)) {
    if (code === 'domain.suffix-not-approved' || code === 'domain.suffix-disputed') continue;
    if (code === 'domain.subdomain' && !params.registrableOnly) continue;
    if (code === 'domain.punycode' && params.idnForm === 'punycode') continue;
    verdict.sayProblem(code, said, key, severity === 'error' ? undefined : severity);
  }
  const parts = splitDomain(domain);
  const chars = parts?.domain ? [...parts.domain].length : undefined;
  const { minLength = 0, maxLength = Infinity } = params;
  if (chars !== undefined && (chars < minLength || chars > maxLength))
    verdict.sayProblem('text.length', { length: chars, min: minLength, max: params.maxLength ?? 255 }, key);
  const other = text(ctx, 'domain.name');
  if (key === 'service.domain' && other && splitDomain(other)?.domain !== parts?.domain)
    verdict.say('domain.differs', { service: domain, domain: other }, key);
  return verdict.result();
}

const FOREIGN_COMPANY =
  /\b(ltd|limited|inc|incorporated|corp|corporation|llc|gmbh|ag|plc|s\.?a\.?|b\.?v\.?|n\.?v\.?|pte|k\.?k\.?)\b\.?/i;

function isCertificateCase(
  params: CheckParams['domainCertificateRequired'],
  ctx: CheckContext,
): boolean | undefined {
  if (params.when === 'always') return true;
  if (params.when === 'individual-to-enterprise') {
    const before = text(ctx, 'entity.previousName');
    const now = text(ctx, 'entity.name');
    if (before === undefined || now === undefined) return undefined;
    return Boolean(before && now && !sameName(before, now) && /公司|厂|店|中心|企业|合作社/.test(now));
  }
  const holder = text(ctx, 'domain.holderName');
  if (holder === undefined) return undefined;
  const number = text(ctx, 'domain.holderCertificateNumber');
  if (
    !holder ||
    namesAgree(holder, text(ctx, 'entity.name')) ||
    namesAgree(holder, personText(ctx, 'legal-representative', 'name'))
  )
    return false;
  return !(number && isNumberOfEntity(ctx, number)) && FOREIGN_COMPANY.test(holder);
}

function domainCertificateRequired(
  params: CheckParams['domainCertificateRequired'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const isCase = isCertificateCase(params, ctx);
  if (isCase === undefined)
    return verdict
      .unknown(params.when === 'individual-to-enterprise' ? 'entity.previousName' : 'domain.holderName')
      .result();
  if (!isCase) return verdict.notApplicable().result();
  for (const material of params.materials ?? ['domain-certificate']) verdict.demand([material]);
  return verdict.result();
}

/** Domains of one service of the order. */
export const domainsOf = (service: Item): string[] => {
  const listed = service['domains'];
  if (Array.isArray(listed) && listed.length > 0)
    return listed.filter((x): x is string => typeof x === 'string');
  const single = textOf(service, 'domain');
  return single === null ? [] : [single];
};

function maxDomainsPerService(params: CheckParams['maxDomainsPerService'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const { key, domain } = domainOf(ctx);
  const inOrder = items(ctx, 'order.services');
  if (domain === undefined) verdict.unknown(key);
  const written = (domain ?? '').split(/[;,；，\s]+/).filter((x) => x !== '');
  const services = (inOrder ?? []).filter((service) => (textOf(service, 'type') ?? 'website') === 'website');
  if (inOrder === undefined && written.length <= params.value) verdict.unknown('order.services');
  const tooMany = services.find((service) => domainsOf(service).length > params.value);
  const domains = tooMany ? domainsOf(tooMany) : written.length > params.value ? written : [];
  if (domains.length > 0)
    verdict.say(
      'service.too-many-domains',
      { count: domains.length, atMost: params.value, domains },
      tooMany ? 'order.services' : key,
    );
  if (params.remarkIfSameSite) {
    const names = services.flatMap((service) => textOf(service, 'name') ?? []);
    const isShared = names.some((name, i) => names.indexOf(name) !== i);
    const remark = text(ctx, 'service.remark');
    if (isShared && remark === undefined) verdict.unknown('service.remark');
    else if (isShared && !remark)
      verdict.say('remark.missing', { about: params.remarkIfSameSite }, 'service.remark');
  }
  return verdict.result();
}

export const domainEvaluators: Evaluators<
  | 'domainMinValidityMonths'
  | 'domainRegistrarMustBeDomestic'
  | 'domainSuffixAllowed'
  | 'domainLabelForbiddenWords'
  | 'domainRegistrationState'
  | 'domainFormat'
  | 'domainCertificateRequired'
  | 'maxDomainsPerService'
> = {
  domainMinValidityMonths,
  domainRegistrarMustBeDomestic,
  domainSuffixAllowed,
  domainLabelForbiddenWords,
  domainRegistrationState,
  domainFormat,
  domainCertificateRequired,
  maxDomainsPerService,
};
