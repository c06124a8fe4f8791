import type { ImageFacts, ImageKind } from '../../preload/contract/index.ts';

const photoMaterials = new Set(['photo-backdrop', 'photo-handheld-id', 'photo-handheld-licence']);

/** What a material of the catalogue is inspected as; a material nobody has named is any document. */
export function imageKindOf(material: string | null): ImageKind {
  if (material === null) return 'scan';
  if (photoMaterials.has(material)) return 'owner-photo';
  if (material.startsWith('id-')) return 'id-card';
  if (material === 'cert-business-licence') return 'business-licence';
  if (material === 'form-verification') return 'verification-form';
  return material.startsWith('form-') ? 'letter' : 'scan';
}

/** Words of file names, the more telling first. */
const wordsOfMaterials: readonly (readonly [RegExp, string])[] = [
  [/手持.*(营业执照|执照)|hand-?held.*licen[cs]e/, 'photo-handheld-licence'],
  [/手持|hand-?held/, 'photo-handheld-id'],
  [/幕布|核验照|负责人照|本人照|backdrop|portrait|owner.?photo/, 'photo-backdrop'],
  [/法人.*身份证|法定代表人.*身份证|legal.?rep.*\bid\b/, 'id-legal-representative'],
  [/(身份证|id.?card|resident.?id).*(反面|背面|国徽|back|reverse)/, 'id-resident-back'],
  [/国徽面/, 'id-resident-back'],
  [/身份证|人像面|id.?card|resident.?id/, 'id-resident-front'],
  [/护照|passport/, 'id-passport'],
  [/营业执照|business.?licen[cs]e|licen[cs]e.*(copy|scan)/, 'cert-business-licence'],
  [/组织机构代码/, 'cert-org-code'],
  [/核验单|verification.?form/, 'form-verification'],
  [/域名.*(授权|使用)|domain.*authori[sz]ation/, 'domain-use-authorization'],
  [/域名.*实名|domain.*real.?name/, 'domain-real-name-screenshot'],
  [/域名.*证书|domain.*certificate/, 'domain-certificate'],
  [
    /(网站|icp|app|服务)负责人.*授权|授权.*(网站|icp|app|服务)负责人|owner.*(authori[sz]ation|attorney)/,
    'form-poa-owner',
  ],
  [/授权书|委托书|authori[sz]ation|power.?of.?attorney|\bpoa\b/, 'form-poa-principal'],
  [/备案承诺书|commitment/, 'form-filing-commitment'],
  [/情况说明|statement/, 'form-situation-statement'],
  [/增值电信|telecom.?licen[cs]e/, 'licence-telecom'],
  [/licen[cs]e/, 'cert-business-licence'],
  [/照片|photo/, 'photo-backdrop'],
];

/**
 * The material a file probably is, or `null`. The name decides; without a telling name only a picture in the
 * proportions of an ID card is worth a guess.
 */
export function guessMaterial(fileName: string, facts: ImageFacts | null): string | null {
  const name = fileName
    .toLowerCase()
    .replace(/\.[a-z0-9]+$/, '')
    .replace(/[_\s]+/g, ' ');
  const byWord = wordsOfMaterials.find(([words]) => words.test(name));
  if (byWord) return byWord[1];
  if (facts === null || facts.format === 'pdf') return null;
  const proportion = Math.max(facts.widthPx, facts.heightPx) / Math.min(facts.widthPx, facts.heightPx);
  const isCard = facts.widthPx > facts.heightPx && Math.abs(proportion / (85.6 / 54) - 1) < 0.03;
  return isCard && facts.isColour === true ? 'id-resident-front' : null;
}

/** What a guess is most often mistaken for, the likelier first. */
const mistakenFor: Record<string, readonly string[]> = {
  'id-resident-front': ['id-resident-back', 'id-legal-representative'],
  'id-resident-back': ['id-resident-front', 'id-legal-representative'],
  'id-legal-representative': ['id-resident-front', 'id-resident-back'],
  'photo-backdrop': ['photo-handheld-id', 'id-resident-front'],
  'photo-handheld-id': ['photo-backdrop', 'photo-handheld-licence'],
  'photo-handheld-licence': ['photo-handheld-id', 'cert-business-licence'],
  'cert-business-licence': ['cert-org-code', 'licence-telecom'],
  'form-poa-principal': ['form-poa-owner', 'domain-use-authorization'],
  'form-poa-owner': ['form-poa-principal', 'domain-use-authorization'],
  'domain-use-authorization': ['form-poa-principal', 'form-poa-owner'],
  'form-verification': ['form-filing-commitment', 'form-poa-principal'],
  'form-filing-commitment': ['form-verification', 'form-situation-statement'],
  'form-situation-statement': ['form-filing-commitment', 'form-poa-principal'],
  'domain-certificate': ['domain-real-name-screenshot', 'domain-use-authorization'],
  'domain-real-name-screenshot': ['domain-certificate', 'domain-use-authorization'],
};

/** What else a file may be whose material is a guess or unknown: two at most, to be chosen with one press. */
export function otherMaterials(guessed: string | null, facts: ImageFacts | null): readonly string[] {
  if (guessed !== null) return mistakenFor[guessed] ?? [];
  if (facts === null || facts.isColour === null) return [];
  const proportion = facts.widthPx / facts.heightPx;
  if (proportion > 1.5) return ['id-resident-front', 'id-resident-back'];
  if (proportion > 1) return ['cert-business-licence', 'domain-certificate'];
  return proportion < 0.73
    ? ['form-verification', 'form-poa-principal']
    : ['photo-backdrop', 'form-verification'];
}
