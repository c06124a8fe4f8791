import { formBreakingProblems } from '../../identifiers/problem.ts';
import { traditionalCharacters } from '../../identifiers/traditional-characters.ts';
import { flag, text } from './facts.ts';
import { isSamePerson, personKey, personText, sameName } from './people.ts';
import type { CheckParams, Role } from './params.ts';
import { sayProblems } from './problems.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

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
  // A firm's name always has one; the field is for sole traders.
  if (isSoleTrader && tradeName === null && asWhat === 'not-accepted')
    verdict.say('individual-business.trade-name-needed', {}, 'entity.tradeName');
  if (isSoleTrader && tradeName !== undefined && asWhat !== 'not-accepted') {
    if (!nature) verdict.unknown('entity.nature');
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
  return (isSoleTrader ? verdict : verdict.notApplicable()).result();
}

/** What the registered name of a unit ends in. */
const LEGAL_FORM =
  /(公司|集团|厂|店|中心|合作社|企业|（有限合伙）|\(有限合伙\)|（普通合伙）|（个体工商户）|行|部|院|所|社|会|局|厅|署|办|司|馆|站|校|大学|小学|中学|幼儿园|场|处|园|坊|铺|苑|台|团|队|政府|委|室|屋|房|市|城|庄|吧|楼|轩|阁|堂|寺|庙|观|宫|庵|栈|港|矿|军|组)$/;

/** Two to four Chinese characters, or names joined by a dot, that no unit's name would end in. */
export const looksLikePerson = (name: string): boolean =>
  !LEGAL_FORM.test(name) && (/^\p{Script=Han}{2,4}$/u.test(name) || /[·•]/.test(name));

/** A sole trader without a trade name bears the operator's name. */
const isNameless = (ctx: CheckContext): boolean =>
  ctx.entityGroup === 'individual-business' && text(ctx, 'entity.tradeName') === null;

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
    else if (!LEGAL_FORM.test(name) && !isNameless(ctx))
      verdict.say('entity.name-shortened', { name }, path, 'warning');
    const traditional = traditionalCharacters(name);
    if (traditional.length > 0)
      verdict.say('entity.name-traditional', { name, characters: traditional }, path, 'warning');
    if (params.punctuation) {
      const half = /[()]/.test(name);
      if (half && /[（）]/.test(name)) verdict.say('entity.name-brackets-mixed', { name }, path);
      else if (half) verdict.say('entity.name-brackets-half', { name }, path, 'warning');
    }
  }
  return verdict.askPerson().result();
}

const REGISTRY = /工商(行政管理)?局|市场监(督)?管(理)?局|市监局|行政审批(服务)?局|事业单位(登记)?管理局/;

function investorField(params: CheckParams['investorField'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'entity.investor';
  const isIndividual = ctx.entityGroup === 'individual';
  const isCompany = ['enterprise', 'individual-business'].includes(ctx.entityGroup);
  const policy = isIndividual ? params.individual : isCompany ? params.enterprise : params.others;
  if (policy === undefined) return verdict.notApplicable().result();
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
  const isPerson =
    is(representative) || is(personText(ctx, 'principal', 'name')) || looksLikePerson(investor);
  if (isPerson || /\d|[A-Za-z]/.test(investor)) verdict.say('entity.investor-not-a-unit', { investor }, path);
  // No list of endings is complete, so a long name without one only warns.
  else if (!LEGAL_FORM.test(investor))
    verdict.say('entity.investor-not-a-unit', { investor }, path, 'warning');
  return verdict.result();
}

export const entityFormEvaluators: Evaluators<
  'individualBusinessFiling' | 'investorField' | 'entityNameExact'
> = { individualBusinessFiling, investorField, entityNameExact };
