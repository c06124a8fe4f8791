import { checkCreditCode, creditCodeFacts } from '../../identifiers/credit-code.ts';
import { checkLicence15 } from '../../identifiers/licence-15.ts';
import { checkOrganisationCode } from '../../identifiers/organisation-code.ts';
import { checkPersonId } from '../../identifiers/person-id.ts';
import { checkPersonName } from '../../identifiers/person-name.ts';
import { formBreakingProblems } from '../../identifiers/problem.ts';
import { submissionDay } from './dates.ts';
import { naming } from './documents.ts';
import { flag, provinceOf, text } from './facts.ts';
import { distinctPersons, isSamePerson, personKey, personText, sameName } from './people.ts';
import type { CheckParams, Role } from './params.ts';
import { sayProblems } from './problems.ts';
import { regionNaming } from './regions.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

function certificateTypeAllowed(
  params: CheckParams['certificateTypeAllowed'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const typeId = text(ctx, 'entity.certificate.type');
  const nature = text(ctx, 'entity.nature');
  const path = 'entity.certificate.type';
  const type = ctx.book.enumerations.certificateTypes.find((x) => x.id === typeId);
  if (!type) {
    verdict.unknown(path);
    // A rule for one nature only says nothing of the others.
    if (params.entityNature === undefined && params.allowed) verdict.demand(params.allowed);
    return verdict.result();
  }
  if (params.entityNature !== undefined && nature === undefined) verdict.unknown('entity.nature');
  const isMeant = params.entityNature === undefined || params.entityNature === nature;
  const isRefused =
    params.forbidden?.includes(type.material) || !(params.allowed?.includes(type.material) ?? true);
  const certificate = naming(ctx, [type.material]);
  if (isMeant && isRefused)
    verdict.say(
      'entity.certificate-not-accepted',
      {
        ...certificate,
        allowed: naming(ctx, params.allowed ?? []).materialsZh,
        allowedEn: naming(ctx, params.allowed ?? []).materialsEn,
      },
      path,
    );
  else if (nature && type.nature !== undefined && !type.natureUncertain && type.nature !== nature) {
    const name = ctx.book.enumerations.entityNatures.find((x) => x.id === nature)?.name;
    verdict.say(
      'entity.certificate-not-for-nature',
      { ...certificate, natureZh: name?.['zh-CN'] ?? nature, natureEn: name?.en ?? nature },
      path,
    );
  }
  return verdict.demand([type.material]).result();
}

function latestCertificateRequired(_params: object, ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const type = text(ctx, 'entity.certificate.type');
  const number = text(ctx, 'entity.certificate.number');
  if (type === undefined) verdict.unknown('entity.certificate.type');
  if (number === undefined) verdict.unknown('entity.certificate.number');
  // Representative offices may still hold an organisation code alone.
  if (type?.startsWith('org-code-')) {
    if (/代表处|办事处|representative/i.test(text(ctx, 'entity.subtype') ?? '')) verdict.askPerson();
    else verdict.say('entity.certificate-superseded', { type }, 'entity.certificate.type');
  } else if (type === 'business-licence' && number && /^\d{15}$/.test(number))
    verdict.say('entity.number-superseded', { chars: number.length }, 'entity.certificate.number');
  return verdict.result();
}

function licenceCopyRequirement(
  params: CheckParams['licenceCopyRequirement'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const type = text(ctx, 'entity.certificate.type');
  if (type && type !== 'business-licence') return verdict.result();
  if (type === undefined) verdict.unknown('entity.certificate.type');
  if (params.copy === 'duplicate') {
    const copy = text(ctx, 'entity.certificate.copy');
    if (copy === undefined) verdict.unknown('entity.certificate.copy');
    else if (!/副|duplicate/i.test(copy ?? ''))
      verdict.say('entity.licence-not-duplicate', { found: copy }, 'entity.certificate.copy');
  }
  const wanted = [params.mark, params.sealText, params.serialMark].filter((x) => x !== undefined);
  if (wanted.length === 0) return verdict.result();
  const marks = text(ctx, 'entity.certificate.marks');
  if (marks === undefined) return verdict.unknown('entity.certificate.marks').result();
  const absent = wanted.filter((mark) => !marks?.includes(mark));
  if (absent.length === 0) return verdict.result();
  const said = {
    code: 'entity.licence-mark-missing',
    params: { marks: absent },
    path: 'entity.certificate.marks',
  } as const;
  if (params.fallbackMaterials) verdict.demand(params.fallbackMaterials, { because: said });
  else verdict.say(said.code, said.params, said.path);
  return verdict.result();
}

/**
 * The subtype of a rule only explains why it was written down: a certificate of another province is refused for every
 * entity, so the comparison does not depend on it.
 */
function certificateRegionMustMatch(
  params: CheckParams['certificateRegionMustMatch'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const certificate = text(ctx, 'entity.certificate.region');
  const filing = text(ctx, 'entity.region') ?? ctx.region;
  if (!certificate) return verdict.unknown('entity.certificate.region').result();
  if (provinceOf(certificate) !== provinceOf(filing))
    verdict.say(
      params.branch ? 'entity.certificate-of-other-province' : 'entity.foreign-invested-licence-elsewhere',
      { ...regionNaming(ctx, certificate, 'certificate'), ...regionNaming(ctx, filing, 'filing') },
      'entity.certificate.region',
    );
  else if (provinceOf(filing) !== ctx.region)
    verdict.say(
      'entity.region-of-other-province',
      { ...regionNaming(ctx, filing, 'entity'), ...regionNaming(ctx, ctx.region, 'filing') },
      'entity.region',
    );
  return verdict.result();
}

function individualBusinessName(params: CheckParams['individualBusinessFiling'], verdict: Verdict): void {
  const { ctx } = verdict;
  if (params.nameWithoutTradeName === undefined || params.nameWithoutTradeName === 'shop-name') return;
  const operator = personText(ctx, 'legal-representative', 'name');
  const name = text(ctx, 'entity.name');
  if (!operator) verdict.unknown('legalRepresentative.name');
  if (name === undefined) verdict.unknown('entity.name');
  if (!operator || !name) return;
  const isSuffixed = params.nameWithoutTradeName === 'legal-representative-name-with-suffix';
  const expected = operator + (isSuffixed ? (params.nameSuffix ?? '（个体工商户）') : '');
  if (name !== expected) verdict.say('individual-business.name', { name, expected }, 'entity.name');
}

function individualBusinessFiling(
  params: CheckParams['individualBusinessFiling'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const tradeName = text(ctx, 'entity.tradeName');
  const hasSeal = flag(ctx, 'entity.hasSeal');
  const isSoleTrader = ctx.entityGroup === 'individual-business';
  if (tradeName === undefined && isSoleTrader) verdict.unknown('entity.tradeName');
  const nature = text(ctx, 'entity.nature');
  const asWhat = tradeName ? params.withTradeName : params.withoutTradeName;
  if (tradeName === null && asWhat === 'not-accepted')
    verdict.say('individual-business.trade-name-needed', {}, 'entity.tradeName');
  if (isSoleTrader && tradeName !== undefined && asWhat !== 'not-accepted') {
    if (nature === undefined) verdict.unknown('entity.nature');
    else if (nature !== asWhat)
      verdict.say(
        'individual-business.nature',
        { expected: asWhat, hasTradeName: tradeName !== null },
        'entity.nature',
      );
    if (tradeName === null) individualBusinessName(params, verdict);
  }
  if (params.sealRequired) {
    if (hasSeal === undefined) verdict.unknown('entity.hasSeal');
    else if (!hasSeal) verdict.say('individual-business.seal-needed', {}, 'entity.hasSeal');
  }
  if (params.remark !== undefined && (tradeName === null || hasSeal === false)) {
    const remark = text(ctx, 'entity.remark');
    if (remark === undefined) verdict.unknown('entity.remark');
    else if (remark === null) verdict.say('remark.missing', { about: params.remark }, 'entity.remark');
  }
  if (params.onlyOperatorMayFile && isSoleTrader)
    for (const role of ['principal', 'service-owner'] as Role[]) {
      const isOperator = isSamePerson(ctx, role, 'legal-representative');
      if (isOperator === undefined) verdict.unknown(personKey(role, 'idNumber'));
      if (isOperator === false)
        verdict.say(
          'individual-business.only-operator',
          { role, name: personText(ctx, role, 'name') ?? null },
          personKey(role, 'idNumber'),
        );
    }
  if ((params.fingerprintIfNoSeal && hasSeal === false) || (params.ifNotInRegistry && isSoleTrader))
    verdict.askPerson();
  for (const material of params.materials ?? []) verdict.demand([material]);
  return verdict.result();
}

function entityMustNotBeAbnormal(_params: object, ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const status = text(ctx, 'entity.registryStatus');
  if (status === undefined) return verdict.unknown('entity.registryStatus').askPerson().result();
  const isGone = /吊销|注销|撤销|责令关闭|revoked|dissolved|deregistered|cancelled/i.test(status ?? '');
  const isAbnormal =
    /异常|严重违法|失信|abnormal/i.test(status ?? '') && !/^(无|非|未|not )/i.test(status ?? '');
  if (isGone || isAbnormal)
    verdict.say(
      isGone ? 'entity.dissolved' : 'entity.abnormal',
      { status: status! },
      'entity.registryStatus',
    );
  return verdict.result();
}

const LEGAL_FORM =
  /(公司|厂|店|中心|合作社|企业|\(有限合伙\)|（有限合伙）|（普通合伙）|集团|行|部|院|所|社|会|局|馆|站|学校|小学|中学|大学|幼儿园|场|处|园|坊|铺|苑|台|团|队|政府|委|室|（个体工商户）|屋|城|庄|吧|楼|轩|阁)$/;

/** The characters of the certificate itself can only be compared by a person, so a clean name still asks for one. */
function entityNameExact(params: CheckParams['entityNameExact'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'entity.name';
  const name = text(ctx, path);
  if (name === undefined) return verdict.unknown(path).result();
  if (name === null) return verdict.say('entity.name-missing', {}, path).result();
  sayProblems(verdict, formBreakingProblems(name), path);
  if (ctx.entityGroup === 'individual') {
    const own = personText(ctx, 'principal', 'name');
    if (own && !sameName(own, name)) verdict.say('entity.name-not-own', { name, expected: own }, path);
  } else {
    if (!/\p{Script=Han}/u.test(name)) verdict.say('entity.name-not-chinese', { name }, path);
    else if (!LEGAL_FORM.test(name)) verdict.say('entity.name-shortened', { name }, path, 'warning');
    if (params.punctuation) {
      const half = /[()]/.test(name);
      if (half && /[（）]/.test(name)) verdict.say('entity.name-brackets-mixed', { name }, path);
      else if (half) verdict.say('entity.name-brackets-half', { name }, path, 'warning');
    }
  }
  return verdict.askPerson().result();
}

const REGISTRY = /工商(行政管理)?局|市场监督管理局|市监局/;

function investorField(params: CheckParams['investorField'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'entity.investor';
  const isIndividual = ctx.entityGroup === 'individual';
  const isCompany = ['enterprise', 'individual-business'].includes(ctx.entityGroup);
  const policy = isIndividual ? params.individual : isCompany ? params.enterprise : params.others;
  if (policy === undefined) return verdict.result();
  const investor = text(ctx, path);
  if (investor === undefined) return verdict.unknown(path).result();
  if (investor === null) return verdict.say('entity.investor-missing', { policy }, path).result();
  const own = text(ctx, 'entity.name');
  const representative = personText(ctx, 'legal-representative', 'name');
  const is = (name: string | null | undefined): boolean => Boolean(name && sameName(name, investor));

  if (isIndividual) {
    const self = personText(ctx, 'principal', 'name') ?? own;
    if (!self) verdict.unknown('principal.name');
    else if (!is(self) && !is(own))
      verdict.say('entity.investor-wrong', { investor, policy, expected: self }, path);
    return verdict.result();
  }
  if (REGISTRY.test(investor)) return verdict.say('entity.investor-registry', { investor }, path).result();
  if (isCompany) {
    const takesName = policy !== 'legal-representative-name';
    const takesPerson = policy !== 'entity-full-name';
    if ((takesName && is(own)) || (takesPerson && is(representative))) return verdict.result();
    if (takesName && !own) verdict.unknown('entity.name');
    if (takesPerson && !representative) verdict.unknown('legalRepresentative.name');
    if ((takesName && !own) || (takesPerson && !representative)) return verdict.result();
    const expected = [takesPerson ? representative! : null, takesName ? own! : null]
      .filter((x) => x !== null)
      .join(' / ');
    return verdict.say('entity.investor-wrong', { investor, policy, expected }, path).result();
  }
  if (is(own)) {
    if (policy === 'superior-unit-full-name')
      verdict.say('entity.investor-is-self', { investor }, path, 'warning');
    return verdict.result();
  }
  const isPerson = is(representative) || is(personText(ctx, 'principal', 'name'));
  if (isPerson || /\d|[A-Za-z]/.test(investor) || !LEGAL_FORM.test(investor))
    verdict.say('entity.investor-not-a-unit', { investor }, path);
  return verdict.result();
}

const UNIFIED_TYPES = /^(business-licence|unified-code-|rural-collective)/;

function creditCodeValid(_params: object, ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'entity.certificate.number';
  const type = text(ctx, 'entity.certificate.type');
  const number = text(ctx, path);
  if (type === undefined) verdict.unknown('entity.certificate.type');
  if (number === undefined) verdict.unknown(path);
  if (number === null) verdict.say('entity.number-missing', {}, path);
  if (!number) return verdict.result();
  const length = number.replace(/[\s-]/g, '').length;
  if (type === 'business-licence' && length === 15) {
    sayProblems(verdict, checkLicence15(number), path);
    return verdict.result();
  }
  if (type?.startsWith('org-code-') && length < 18) {
    sayProblems(verdict, checkOrganisationCode(number), path);
    return verdict.result();
  }
  // Other certificates carry numbers of their own; where one has 18 characters it is a unified code.
  if (length !== 18 && type && !UNIFIED_TYPES.test(type)) return verdict.result();
  if (sayProblems(verdict, checkCreditCode(number), path)) return verdict.result();
  const nature = text(ctx, 'entity.nature');
  if (nature === undefined) verdict.unknown('entity.nature');
  const coded = creditCodeFacts(number)?.nature;
  if (nature && coded && coded !== nature && ctx.entityGroup !== 'individual-business') {
    const { entityNatures } = ctx.book.enumerations;
    const name = entityNatures.find((x) => x.id === coded)?.name ?? { 'zh-CN': coded, en: coded };
    verdict.sayProblem('credit-code.nature-differs', { natureZh: name['zh-CN'], natureEn: name.en }, path);
  }
  return verdict.result();
}

/** Placeholders; forms of address are known to the algorithm for names. */
const NOT_A_NAME = /^.$|管理员$|^(测试|test|admin)/iu;

function idNumberValid(params: CheckParams['idNumberValid'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const on = submissionDay(ctx);
  for (const role of distinctPersons(ctx, ['principal', 'service-owner'])) {
    const path = personKey(role, 'idNumber');
    const name = personText(ctx, role, 'name');
    if (name === undefined) verdict.unknown(personKey(role, 'name'));
    else if (name === null || NOT_A_NAME.test(name))
      verdict.say('person.name-not-real', { role, name }, personKey(role, 'name'));
    else sayProblems(verdict, checkPersonName(name), personKey(role, 'name'));
    const idType = personText(ctx, role, 'idType');
    const number = personText(ctx, role, 'idNumber');
    if (!idType) verdict.unknown(personKey(role, 'idType'));
    if (number === undefined) verdict.unknown(path);
    if (number === null) verdict.say('person.id-number-missing', { role }, path);
    if (!idType || !number) continue;
    if (idType === 'taiwan-travel-permit' && params.taiwanPermit === 'with-letters') {
      if (!/[A-Za-z]/.test(number)) verdict.say('person.taiwan-permit-letters', { role }, path);
      continue;
    }
    const problems = checkPersonId(idType, number, on);
    const isWrong = sayProblems(verdict, problems, path);
    const stated = personText(ctx, role, 'birthDate');
    const coded = idType === 'resident-id-card' && !isWrong ? birthDateInNumber(number) : undefined;
    if (stated && coded && stated !== coded)
      verdict.sayProblem(
        'resident-id.birth-differs',
        { expected: coded },
        personKey(role, 'birthDate'),
        'warning',
      );
  }
  return verdict.result();
}

const birthDateInNumber = (id: string): string =>
  `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;

export const entityEvaluators: Evaluators<
  | 'certificateTypeAllowed'
  | 'latestCertificateRequired'
  | 'licenceCopyRequirement'
  | 'certificateRegionMustMatch'
  | 'individualBusinessFiling'
  | 'entityMustNotBeAbnormal'
  | 'entityNameExact'
  | 'investorField'
  | 'creditCodeValid'
  | 'idNumberValid'
> = {
  certificateTypeAllowed,
  latestCertificateRequired,
  licenceCopyRequirement,
  certificateRegionMustMatch,
  individualBusinessFiling,
  entityMustNotBeAbnormal,
  entityNameExact,
  investorField,
  creditCodeValid,
  idNumberValid,
};
