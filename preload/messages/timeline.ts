import type { Bilingual, Params, TimelineCode } from '../contract/index.ts';
import { whatEn, whatZh } from './findings/documents.ts';
import { amountEn, roleEn, roleZh, unitZh, type Named } from './findings/sentence.ts';

interface TimelineText<P extends Params> {
  title: Bilingual;
  zh: (p: P) => string;
  en: (p: P) => string;
}

const says = <P extends Params = Record<string, never>>(
  zhTitle: string,
  enTitle: string,
  zh: (p: P) => string,
  en: (p: P) => string,
): TimelineText<P> => ({ title: { 'zh-CN': zhTitle, en: enTitle }, zh, en });

type Letter = Named & { issuedOn: string; value: number; unit: string; goodUntil: string };

/** What a rule says of a day: the list of codes that an evaluator may name. */
const turningTexts = {
  'remaining-too-short': says<{
    what: string;
    role: string | null;
    validTo: string;
    value: number;
    unit: string;
    isMoreThan: boolean;
  }>(
    '证件剩余有效期不足',
    'Too little validity left',
    (p) =>
      `${whatZh(p)}剩余有效期${p.isMoreThan ? '不再超过' : '不足'} ${p.value} ${unitZh(p.unit)}（有效至 ${p.validTo}）`,
    (p) =>
      `The ${whatEn(p)}, valid to ${p.validTo}, ${p.isMoreThan ? 'no longer has more than' : 'has less than'} ${amountEn(p.value, p.unit)} left`,
  ),
  'letter-too-old': says<Letter>(
    '函件过期',
    'A letter is too old',
    (p) => `${p.materialsZh}落款已超过 ${p.value} ${unitZh(p.unit)}（${p.issuedOn} 签署），须重新签署`,
    (p) =>
      `${p.materialsEn}, dated ${p.issuedOn}, is older than ${amountEn(p.value, p.unit)} and has to be signed again`,
  ),
  'letter-too-old-at-review': says<Letter & { days: number }>(
    '函件可能在审核前过期',
    'A letter may be too old at the review',
    (p) => `${p.materialsZh}可能在管局审核前过期：有效至 ${p.goodUntil}，审核最长 ${p.days} 个工作日`,
    (p) =>
      `${p.materialsEn} may be too old when the authority reviews it: good until ${p.goodUntil}, the review takes up to ${amountEn(p.days, 'working-day')}`,
  ),
  'letter-dated': says<Letter>(
    '函件落款日',
    'Date of a letter',
    (p) => `${p.materialsZh}的落款日 ${p.issuedOn} 不再晚于提交日`,
    (p) => `The date of ${p.materialsEn}, ${p.issuedOn}, is no longer after submission`,
  ),
  'domain-too-short': says<{ expiresOn: string; months: number }>(
    '域名剩余有效期不足',
    'Domain runs out too soon',
    (p) => `域名剩余有效期不再超过 ${p.months} 个月（${p.expiresOn} 到期）`,
    (p) => `The domain expires on ${p.expiresOn}: no longer more than ${amountEn(p.months, 'month')} left`,
  ),
  'domain-too-short-prudent': says<{ expiresOn: string; months: number }>(
    '域名剩余有效期偏短',
    'Domain runs out soon',
    (p) => `域名剩余有效期不再超过 ${p.months} 个月（${p.expiresOn} 到期），有来源这样要求`,
    (p) =>
      `The domain expires on ${p.expiresOn}: no longer the more than ${amountEn(p.months, 'month')} that one source asks for`,
  ),
  'domain-verified': says<{ verifiedOn: string; days: number }>(
    '域名实名已满天数',
    'Domain verified long enough',
    (p) => `域名实名认证（${p.verifiedOn}）已满 ${p.days} 天，可以提交`,
    (p) =>
      `The domain was verified on ${p.verifiedOn}, ${amountEn(p.days, 'day')} before: it may be submitted`,
  ),
  'domain-synchronised': says<{ verifiedOn: string; workingDays: number }>(
    '域名实名信息已同步',
    'Domain verification synchronised',
    (p) => `域名实名认证（${p.verifiedOn}）已满 ${p.workingDays} 个工作日，信息应已同步`,
    (p) =>
      `The domain was verified on ${p.verifiedOn}, ${amountEn(p.workingDays, 'working-day')} before: the authority should know`,
  ),
  'permit-too-short': says<{ role: string; validTo: string; months: number }>(
    '居住证剩余有效期不足',
    'Residence permit runs out too soon',
    (p) => `${roleZh(p.role)}的居住证剩余有效期不再超过 ${p.months} 个月（有效至 ${p.validTo}）`,
    (p) =>
      `The residence permit of the ${roleEn(p.role)}, valid to ${p.validTo}, no longer has more than ${amountEn(p.months, 'month')} left`,
  ),
  'old-enough': says<{ role: string; years: number }>(
    '负责人已满年龄',
    'A person is old enough',
    (p) => `${roleZh(p.role)}年满 ${p.years} 周岁`,
    (p) => `The ${roleEn(p.role)} is ${p.years}`,
  ),
  'too-old': says<{ role: string; years: number }>(
    '负责人超过年龄',
    'A person is too old',
    (p) => `${roleZh(p.role)}超过 ${p.years} 周岁`,
    (p) => `The ${roleEn(p.role)} is older than ${p.years}`,
  ),
};

const recordTexts = {
  'certificate-expires': says<{ validTo: string }>(
    '主体证件到期',
    'Certificate expires',
    (p) => `主体证件失效（有效至 ${p.validTo}）`,
    (p) => `The entity certificate has expired, valid to ${p.validTo}`,
  ),
  'id-expires': says<{ role: string; name: string | null; validTo: string }>(
    '负责人证件到期',
    'A person’s ID expires',
    (p) => `${roleZh(p.role)}${p.name ? ` ${p.name} ` : ''}的证件失效（有效至 ${p.validTo}）`,
    (p) => `The ID of the ${roleEn(p.role)}${p.name ? ` ${p.name}` : ''} has expired, valid to ${p.validTo}`,
  ),
  'domain-expires': says<{ domain: string | null; expiresOn: string }>(
    '域名到期',
    'Domain expires',
    (p) => `域名${p.domain ? ` ${p.domain} ` : ''}到期`,
    (p) => `The domain${p.domain ? ` ${p.domain}` : ''} expires`,
  ),
  'document-expires': says<Named & { validTo: string }>(
    '材料到期',
    'A document expires',
    (p) => `${p.materialsZh}失效（有效至 ${p.validTo}）`,
    (p) => `${p.materialsEn} has expired, valid to ${p.validTo}`,
  ),
  'planned-submission': says(
    '计划提交',
    'Planned submission',
    () => '计划提交',
    () => 'Planned submission',
  ),
  'sms-deadline': says<{ hours: number }>(
    '短信核验截止',
    'SMS verification ends',
    (p) => `短信核验截止（${p.hours} 小时内有效），逾期订单退回`,
    (p) => `SMS verification ends ${p.hours} hours after it began; then the order is returned`,
  ),
  'change-after-approval': says<{ from: string; workingDays: number }>(
    '补办变更',
    'Change to follow',
    (p) => `接入时与备案记录不同的信息，须在 ${p.from} 通过后 ${p.workingDays} 个工作日内提交变更`,
    (p) =>
      `What differed from the record has to be changed within ${p.workingDays} working days of the approval on ${p.from}`,
  ),
  /** Name of a limit of the lifecycle; `value` the longest. */
  'time-limit': says<{
    nameZh: string;
    nameEn: string;
    value: number;
    unit: string;
    isLegal: boolean;
    fromZh: string;
    fromEn: string;
    from: string;
  }>(
    '办理时限',
    'Time limit',
    (p) =>
      `${p.nameZh}：${p.fromZh} ${p.from} 起 ${p.value} ${limitUnitZh(p.unit)}${p.isLegal ? '，法定' : ''}`,
    (p) =>
      `${p.nameEn}: ${limitAmountEn(p.value, p.unit)} from ${p.fromEn} ${p.from}${p.isLegal ? ', by law' : ''}`,
  ),
};

const texts = { ...turningTexts, ...recordTexts } satisfies { [C in TimelineCode]: unknown };

export type TurningCode = keyof typeof turningTexts;
export type TurningParams<C extends TimelineCode> = Parameters<(typeof texts)[C]['en']>[0];

/** Whose parameters are right was checked where the day was found. */
type Loose = (p: Params) => string;

/** What it is from that day on. */
export function timelineSentence(code: TimelineCode, params: Params): Bilingual {
  const { zh, en } = texts[code] as unknown as { zh: Loose; en: Loose };
  return { 'zh-CN': zh(params), en: en(params) };
}

/** In lists, where the sentence would be too long. */
export function timelineTitle(code: TimelineCode, params: Params): Bilingual {
  const { nameZh, nameEn } = params;
  return code === 'time-limit' && nameZh && nameEn
    ? { 'zh-CN': String(nameZh), en: String(nameEn) }
    : texts[code].title;
}

const limitUnits: Record<string, string> = {
  'calendar-day': 'day',
  hour: 'hour',
};
const limitUnitZh = (unit: string): string => (unit === 'hour' ? '小时' : unitZh(limitUnits[unit] ?? unit));
const limitAmountEn = (value: number, unit: string): string =>
  unit === 'hour' ? `${value} hours` : amountEn(value, limitUnits[unit] ?? unit);
