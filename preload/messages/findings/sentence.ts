import type { Bilingual, Params } from '../../contract/index.ts';

/** What is wrong, with the measured value and the right one; and the next step. */
export type Sentence = readonly [message: string, fix: string];

export interface FindingText<P extends Params> {
  zh: (p: P) => Sentence;
  en: (p: P) => Sentence;
}

/** The sentence of one finding in both languages, with the parameters it needs. */
export function says<P extends Params = Record<string, never>>(
  zh: (p: P) => Sentence,
  en: (p: P) => Sentence,
): FindingText<P> {
  return { zh, en };
}

/** Names of materials in both languages, as every finding about documents carries them. */
export type Named = { materials: string[]; materialsZh: string; materialsEn: string };

const roles: Record<string, Bilingual> = {
  principal: { 'zh-CN': '主体负责人', en: 'principal' },
  'service-owner': { 'zh-CN': '互联网信息服务负责人', en: 'service owner' },
  'legal-representative': { 'zh-CN': '法定代表人', en: 'legal representative' },
};
export const roleZh = (role: string): string => roles[role]?.['zh-CN'] ?? role;
export const roleEn = (role: string): string => roles[role]?.en ?? role;

const fields: Record<string, Bilingual> = {
  'id-number': { 'zh-CN': '证件号码', en: 'ID number' },
  name: { 'zh-CN': '姓名', en: 'name' },
  mobile: { 'zh-CN': '手机号码', en: 'mobile number' },
  email: { 'zh-CN': '电子邮件', en: 'e-mail address' },
  'emergency-phone': { 'zh-CN': '应急联系电话', en: 'emergency number' },
  'office-phone': { 'zh-CN': '办公电话', en: 'office phone' },
  'entity-name': { 'zh-CN': '主办单位名称', en: 'entity name' },
  'certificate-number': { 'zh-CN': '主体证件号码', en: 'certificate number' },
  'certificate-type': { 'zh-CN': '主体证件类型', en: 'certificate type' },
  'service-name': { 'zh-CN': '服务名称', en: 'service name' },
  'business-scope': { 'zh-CN': '经营范围', en: 'business scope' },
  'service-content': { 'zh-CN': '服务内容', en: 'service content' },
  remark: { 'zh-CN': '备注', en: 'remark' },
  domain: { 'zh-CN': '域名', en: 'domain' },
  address: { 'zh-CN': '通信地址', en: 'mailing address' },
  principal: { 'zh-CN': '主体负责人', en: 'principal' },
  'service-owner': { 'zh-CN': '互联网信息服务负责人', en: 'service owner' },
};
export const fieldZh = (field: string): string => fields[field]?.['zh-CN'] ?? field;
export const fieldEn = (field: string): string => fields[field]?.en ?? field;

const units: Record<string, Bilingual> = {
  day: { 'zh-CN': '天', en: 'days' },
  'working-day': { 'zh-CN': '个工作日', en: 'working days' },
  month: { 'zh-CN': '个月', en: 'months' },
  year: { 'zh-CN': '年', en: 'years' },
};
export const unitZh = (unit: string): string => units[unit]?.['zh-CN'] ?? unit;
const unitEn = (unit: string): string => units[unit]?.en ?? unit;
/** `1 year`, `3 months`. */
export const amountEn = (value: number, unit: string): string =>
  `${value} ${value === 1 ? unitEn(unit).replace(/s$/, '') : unitEn(unit)}`;

const groups: Record<string, Bilingual> = {
  enterprise: { 'zh-CN': '企业', en: 'enterprise' },
  individual: { 'zh-CN': '个人', en: 'individual' },
};
export const groupZh = (group: string): string => groups[group]?.['zh-CN'] ?? group;
export const groupEn = (group: string): string => groups[group]?.en ?? group;

export const listZh = (words: string[]): string => words.map((word) => `“${word}”`).join('、');
export const listEn = (words: string[]): string => words.map((word) => `“${word}”`).join(', ');

const idTypes: Record<string, Bilingual> = {
  'resident-id-card': { 'zh-CN': '居民身份证', en: 'resident ID card' },
  passport: { 'zh-CN': '护照', en: 'passport' },
  'taiwan-travel-permit': { 'zh-CN': '台湾居民来往大陆通行证', en: 'travel permit for Taiwan residents' },
  'hk-macao-travel-permit': {
    'zh-CN': '港澳居民来往内地通行证',
    en: 'travel permit for Hong Kong and Macao residents',
  },
  'foreign-permanent-resident-id': { 'zh-CN': '外国人永久居留身份证', en: 'foreign permanent resident ID' },
  'hk-macao-residence-permit': {
    'zh-CN': '港澳居民居住证',
    en: 'residence permit for Hong Kong and Macao residents',
  },
  'taiwan-residence-permit': { 'zh-CN': '台湾居民居住证', en: 'residence permit for Taiwan residents' },
  'temporary-id-card': { 'zh-CN': '临时居民身份证', en: 'temporary ID card' },
};
export const idTypeZh = (id: string): string => idTypes[id]?.['zh-CN'] ?? id;
export const idTypeEn = (id: string): string => idTypes[id]?.en ?? id;

const filings: Record<string, Bilingual> = {
  'change-entity': { 'zh-CN': '变更主体', en: 'change of entity' },
  'change-service': { 'zh-CN': '变更互联网信息服务', en: 'change of service' },
  'change-access': { 'zh-CN': '变更接入', en: 'change of access' },
  'change-both': { 'zh-CN': '变更备案（主体与服务）', en: 'change of entity and service together' },
};
export const filingZh = (id: string): string => filings[id]?.['zh-CN'] ?? id;
export const filingEn = (id: string): string => filings[id]?.en ?? id;
