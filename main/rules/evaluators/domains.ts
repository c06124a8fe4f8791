import { splitDomain, suffixStatus } from '../../identifiers/domain-name.ts';
import { checkDomainName } from '../../identifiers/domain-name.ts';
import { addDays, addMonths, addWorkingDays, isInCalendar, submissionDay } from './dates.ts';
import { isAttached } from './documents.ts';
import { flag, items, text, textOf, words, type Item } from './facts.ts';
import { isSamePerson, personText, sameId, sameName } from './people.ts';
import type { CheckParams } from './params.ts';
import { anyRemark } from './roles.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

/** Key and value of the domain that is filed. */
function domainOf(ctx: CheckContext): { key: string; domain: string | null | undefined } {
  const name = text(ctx, 'service.domain');
  return name === undefined
    ? { key: 'domain.name', domain: text(ctx, 'domain.name') }
    : { key: 'service.domain', domain: name };
}

/** Brackets and blanks differ between registrars and certificates. */
const plainName = (name: string): string =>
  name.replace(/[（(]/g, '(').replace(/[）)]/g, ')').replace(/\s/g, '').toLowerCase();
const isName = (a: string | null | undefined, b: string | null | undefined): boolean =>
  Boolean(a && b && plainName(a) === plainName(b));

function holderIsRepresentative(params: CheckParams['domainHolderMustMatch'], verdict: Verdict): void {
  const { ctx } = verdict;
  const number = text(ctx, 'domain.holderCertificateNumber');
  const own = personText(ctx, 'legal-representative', 'idNumber');
  if (number && own && !sameId(number, own))
    verdict.say(
      'domain.holder-number',
      { holder: text(ctx, 'domain.holderName')! },
      'domain.holderCertificateNumber',
    );
  if (!params.remarkIfNotPrincipal) return;
  const isPrincipal = isSamePerson(ctx, 'principal', 'legal-representative');
  if (isPrincipal !== false) return;
  for (const material of params.materials ?? [])
    verdict.demand([material], { owner: 'legal-representative' });
  const remark = anyRemark(ctx);
  if (remark === undefined) verdict.unknown('service.remark');
  else if (remark === null)
    verdict.say('remark.missing', { about: '域名持有者为法定代表人' }, 'service.remark');
}

function holderIsEntity(verdict: Verdict): void {
  const { ctx } = verdict;
  const number = text(ctx, 'domain.holderCertificateNumber');
  const own = text(ctx, 'entity.certificate.number');
  if (number && own && !sameId(number, own))
    verdict.say(
      'domain.holder-number',
      { holder: text(ctx, 'domain.holderName')! },
      'domain.holderCertificateNumber',
    );
  const types = ctx.book.enumerations.certificateTypes;
  const [theirs, ours] = [text(ctx, 'domain.holderCertificateType'), text(ctx, 'entity.certificate.type')];
  const known = types.find((type) => type.id === theirs || type.name['zh-CN'] === theirs);
  if (known && ours && known.id !== ours && number && own)
    verdict.say(
      'domain.holder-certificate-type',
      { found: known.name['zh-CN'], foundEn: known.name.en, holder: text(ctx, 'domain.holderName')! },
      'domain.holderCertificateType',
      'warning',
    );
}

function domainHolderMustMatch(params: CheckParams['domainHolderMustMatch'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'domain.holderName';
  const holder = text(ctx, path);
  if (holder === undefined) return verdict.unknown(path).result();
  const entity = text(ctx, 'entity.name');
  const representative = personText(ctx, 'legal-representative', 'name');
  const principal = personText(ctx, 'principal', 'name');
  if (holder === null) return verdict.say('domain.holder-missing', {}, path).result();
  const { allowed } = params;
  const disputed = params.disputed ?? [];

  if (allowed.includes('entity') && isName(holder, entity)) {
    holderIsEntity(verdict);
    return verdict.result();
  }
  if (allowed.includes('self') && (isName(holder, entity) || isName(holder, principal)))
    return verdict.result();
  if (allowed.includes('legal-representative') && isName(holder, representative)) {
    holderIsRepresentative(params, verdict);
    return verdict.result();
  }
  if (allowed.includes('principal') && isName(holder, principal)) return verdict.result();
  if (!entity) return verdict.unknown('entity.name').result();

  const number = text(ctx, 'domain.holderCertificateNumber');
  const hasOwnNumber = Boolean(number && isNumberOfEntity(ctx, number));
  const isLatin = /^[\p{Script=Latin}\s.,'’()&-]+$/u.test(holder);
  // A name in Latin letters under our own certificate is the pinyin or the English name of the entity.
  if (isLatin && hasOwnNumber) {
    if (params.nameForms?.includes('full-pinyin')) return verdict.askPerson().result();
    return verdict.say('domain.holder-latin', { holder, entity }, path, 'warning').result();
  }
  const said = { holder, entity, representative: representative ?? null };
  const isDisputed =
    (disputed.includes('principal') && isName(holder, principal)) ||
    (disputed.includes('legal-representative') && isName(holder, representative));
  const hasProof = isAttached(ctx, ['domain-relation-proof', 'domain-use-authorization']);
  if (isDisputed || hasProof) return verdict.say('domain.holder-disputed', said, path, 'warning').result();
  if ((allowed.includes('shareholder') || allowed.includes('senior-manager')) && params.materials)
    return verdict
      .demand(params.materials, { because: { code: 'domain.holder-relation-unproved', params: said, path } })
      .result();
  if (allowed.includes('legal-representative') && representative === undefined)
    return verdict.unknown('legalRepresentative.name').result();
  return verdict.say('domain.holder-other', said, path).result();
}

const isNumberOfEntity = (ctx: CheckContext, number: string): boolean => {
  const own = text(ctx, 'entity.certificate.number');
  return Boolean(own && sameId(own, number));
};

function domainMinValidityMonths(
  params: CheckParams['domainMinValidityMonths'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'domain.expiresOn';
  const expiresOn = text(ctx, path);
  if (!expiresOn) return verdict.unknown(path).result();
  const on = submissionDay(ctx);
  const needed = addMonths(on, params.value);
  if (expiresOn <= on) verdict.say('domain.expired', { expiresOn, on }, path);
  else if (expiresOn <= needed)
    verdict.say('domain.expires-soon', { expiresOn, on, months: params.value, needed }, path);
  else if (params.prudentValue !== undefined && expiresOn <= addMonths(on, params.prudentValue))
    verdict.say(
      'domain.expires-prudent',
      { expiresOn, on, months: params.prudentValue, needed: addMonths(on, params.prudentValue) },
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
  if (isDomestic === undefined) return verdict.unknown(path).result();
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
function suffixOf(ctx: CheckContext): string | undefined {
  const stated = text(ctx, 'domain.suffix');
  if (stated) return stated.startsWith('.') ? stated.toLowerCase() : `.${stated.toLowerCase()}`;
  const { domain } = domainOf(ctx);
  const parts = domain ? splitDomain(domain) : null;
  return parts ? `.${parts.suffix}` : undefined;
}

const isUnder = (suffix: string, wanted: string): boolean => suffix === wanted || suffix.endsWith(wanted);

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
  if (on < from)
    return verdict.say('domain.verified-too-recently', { verifiedOn, days, from, on }, path).result();
  if (params.workingDays === undefined) return verdict.result();
  const prudentFrom = addWorkingDays(verifiedOn, params.workingDays);
  if (on < prudentFrom) {
    verdict.say(
      'domain.verified-recently',
      { verifiedOn, workingDays: params.workingDays, from: prudentFrom, on },
      path,
      'warning',
    );
    if (!isInCalendar(verifiedOn, prudentFrom))
      verdict.say('calendar.unknown-year', { from: verifiedOn, to: prudentFrom }, path, 'info');
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
    isName(holder, text(ctx, 'entity.name')) ||
    isName(holder, personText(ctx, 'legal-representative', 'name'))
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
  if (!isCase) return verdict.result();
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

export const knownDomains = (ctx: CheckContext): string[] | undefined => {
  const filed = words(ctx, 'ledger.filedDomains') ?? (ctx.filing === 'first' ? [] : undefined);
  return filed;
};

export const domainEvaluators: Evaluators<
  | 'domainHolderMustMatch'
  | 'domainMinValidityMonths'
  | 'domainRegistrarMustBeDomestic'
  | 'domainSuffixAllowed'
  | 'domainLabelForbiddenWords'
  | 'domainRegistrationState'
  | 'domainFormat'
  | 'domainCertificateRequired'
  | 'maxDomainsPerService'
> = {
  domainHolderMustMatch,
  domainMinValidityMonths,
  domainRegistrarMustBeDomestic,
  domainSuffixAllowed,
  domainLabelForbiddenWords,
  domainRegistrationState,
  domainFormat,
  domainCertificateRequired,
  maxDomainsPerService,
};
