import { genderNaming } from '../../identifiers/contradictions.ts';
import { checkCreditCode, creditCodeFacts } from '../../identifiers/credit-code.ts';
import { checkLicence15 } from '../../identifiers/licence-15.ts';
import { checkOrganisationCode } from '../../identifiers/organisation-code.ts';
import { checkPersonId } from '../../identifiers/person-id.ts';
import { checkPersonName } from '../../identifiers/person-name.ts';
import { isMainlandRegion } from '../../identifiers/provinces.ts';
import { residentIdFacts } from '../../identifiers/resident-id.ts';
import { submissionDay } from './dates.ts';
import { naming } from './documents.ts';
import { provinceOf, text } from './facts.ts';
import { distinctPersons, genderOf, personKey, personText } from './people.ts';
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
  // A rule for one nature says nothing of the others.
  if (params.entityNature !== undefined && nature && nature !== params.entityNature)
    return verdict.notApplicable().result();
  if (!type) {
    verdict.unknown(path);
    if (params.entityNature === undefined && params.allowed) verdict.demand(params.allowed);
    return verdict.result();
  }
  if (params.entityNature !== undefined && nature === undefined) verdict.unknown('entity.nature');
  const isMeant = params.entityNature === undefined || params.entityNature === nature;
  // A sole trader without a trade name files as an individual in some regions, with the licence or the ID card.
  const isFiledAsIndividual = ctx.entityGroup === 'individual-business' && nature === 'individual';
  const isRefused =
    !(isFiledAsIndividual && type.nature === 'individual') &&
    (params.forbidden?.includes(type.material) || !(params.allowed?.includes(type.material) ?? true));
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
  else if (
    nature &&
    !isFiledAsIndividual &&
    type.nature !== undefined &&
    !type.natureUncertain &&
    type.nature !== nature
  ) {
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
  if (type && type !== 'business-licence') return verdict.notApplicable().result();
  if (type === undefined) verdict.unknown('entity.certificate.type');
  if (params.copy === 'duplicate') {
    const copy = text(ctx, 'entity.certificate.copy');
    if (!copy) verdict.unknown('entity.certificate.copy');
    else if (!/副|duplicate/i.test(copy))
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

/** Fact and code of a region that is none of the mainland's. */
function sayUnknownRegion(verdict: Verdict, path: string, code: string | null | undefined): boolean {
  const isUnknown = Boolean(code) && !isMainlandRegion(code!);
  if (isUnknown) verdict.sayProblem('region.unknown', { code: code! }, path);
  return isUnknown;
}

/** A certificate of another province is refused for every entity; a foreign-invested one is told so in its own words. */
function certificateRegionMustMatch(
  params: CheckParams['certificateRegionMustMatch'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const certificate = text(ctx, 'entity.certificate.region');
  const chosen = text(ctx, 'entity.region');
  const filing = chosen ?? ctx.region;
  const isUnknown = [
    sayUnknownRegion(verdict, 'entity.region', chosen),
    sayUnknownRegion(verdict, 'entity.certificate.region', certificate),
  ].includes(true);
  if (isUnknown) return verdict.result();
  if (!certificate) return verdict.unknown('entity.certificate.region').result();
  const isForeign =
    params.subtype === 'foreign-invested' && /外资|外商|foreign/i.test(text(ctx, 'entity.subtype') ?? '');
  if (provinceOf(certificate) !== provinceOf(filing))
    verdict.say(
      isForeign ? 'entity.foreign-invested-licence-elsewhere' : 'entity.certificate-of-other-province',
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

/** What the status says is not the case, or no longer: “未列入经营异常名录”, “已移出…”, “异常：无”. */
const DENIED =
  /(未|无|非|没有|不属于|not |no )[^，,；;。]*|[^，,；;。]*(移出|移除|removed)[^，,；;。]*|[^，,；;。]*[:：]\s*(无|否|none)/gi;

function entityMustNotBeAbnormal(_params: object, ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const status = text(ctx, 'entity.registryStatus');
  if (status === undefined) return verdict.unknown('entity.registryStatus').askPerson().result();
  const said = (status ?? '').replace(DENIED, '');
  const isGone = /吊销|注销|撤销|责令关闭|revoked|dissolved|deregistered|cancelled/i.test(said);
  const isAbnormal = /异常|严重违法|失信|abnormal/i.test(said);
  if (isGone || isAbnormal)
    verdict.say(
      isGone ? 'entity.dissolved' : 'entity.abnormal',
      { status: status! },
      'entity.registryStatus',
    );
  return verdict.result();
}

const UNIFIED_TYPES = /^(business-licence|unified-code-|rural-collective)/;

/**
 * Natures whose units one authority alone registers. A hospital, a notary's or a temple may be registered as public
 * institution, firm or association and still files under its own nature.
 */
const HAS_OWN_REGISTER = new Set([
  'government-organ',
  'public-institution',
  'enterprise',
  'social-organization',
  'private-non-enterprise',
  'foundation',
  'law-firm',
]);

function creditCodeValid(_params: object, ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'entity.certificate.number';
  const type = text(ctx, 'entity.certificate.type');
  const number = text(ctx, path);
  if (type === undefined) verdict.unknown('entity.certificate.type');
  if (number === undefined) verdict.unknown(path);
  if (number === null) verdict.say('entity.number-missing', {}, path);
  if (!number) return verdict.result();
  const isPersonal = ctx.book.enumerations.certificateTypes.some(
    (x) => x.id === type && x.nature === 'individual',
  );
  if (type && isPersonal) {
    sayProblems(verdict, checkPersonId(type, number, submissionDay(ctx)), path);
    return verdict.result();
  }
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
    verdict.sayProblem(
      'credit-code.nature-differs',
      { natureZh: name['zh-CN'], natureEn: name.en },
      path,
      HAS_OWN_REGISTER.has(nature) && HAS_OWN_REGISTER.has(coded) ? undefined : 'info',
    );
  }
  return verdict.result();
}

/** Placeholders; forms of address are known to the algorithm for names. */
const NOT_A_NAME =
  /^.$|管理员$|^(测试|test|admin)|^(网管|客服|前台|站长|法人|法人代表|法定代表人|负责人|联系人|本人|未知)$/iu;

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
    if (idType === 'resident-id-card' && !isWrong) sayContradictions(verdict, role, number);
  }
  representativesNumber(verdict, on);
  return verdict.result();
}

/** Nobody asks for it, but where it is written it stands on the letters. */
function representativesNumber(verdict: Verdict, on: string): void {
  const { ctx } = verdict;
  const role = 'legal-representative';
  const [idType, number] = [personText(ctx, role, 'idType'), personText(ctx, role, 'idNumber')];
  const isOther = distinctPersons(ctx, ['principal', 'service-owner', role]).includes(role);
  if (isOther && idType && number)
    sayProblems(verdict, checkPersonId(idType, number, on), personKey(role, 'idNumber'));
}

/** Only warned of: the number has its check digit, and the form takes birth and gender from it. */
function sayContradictions(verdict: Verdict, role: Role, number: string): void {
  const { ctx } = verdict;
  const read = residentIdFacts(number);
  const birth = personText(ctx, role, 'birthDate');
  if (read && birth && birth !== read.birthDate)
    verdict.sayProblem(
      'resident-id.birth-differs',
      { expected: read.birthDate },
      personKey(role, 'birthDate'),
      'warning',
    );
  const gender = genderOf(ctx, role);
  if (read && gender && gender !== read.gender)
    verdict.sayProblem(
      'resident-id.gender-differs',
      genderNaming(read.gender),
      personKey(role, 'gender'),
      'warning',
    );
}
export const entityEvaluators: Evaluators<
  | 'certificateTypeAllowed'
  | 'latestCertificateRequired'
  | 'licenceCopyRequirement'
  | 'certificateRegionMustMatch'
  | 'entityMustNotBeAbnormal'
  | 'creditCodeValid'
  | 'idNumberValid'
> = {
  certificateTypeAllowed,
  latestCertificateRequired,
  licenceCopyRequirement,
  certificateRegionMustMatch,
  entityMustNotBeAbnormal,
  creditCodeValid,
  idNumberValid,
};
