import { fieldEn, fieldZh, idTypeEn, idTypeZh, roleEn, roleZh, says } from './sentence.ts';

type Names = { principal: string | null; owner: string | null };
type Regional = {
  role: string;
  idProvinceZh: string;
  idProvinceEn: string;
  regionZh: string;
  regionEn: string;
};

export const peopleFindings = {
  'person.principal-not-legal-representative': says<{
    principal: string | null;
    legalRepresentative: string | null;
    /** Who else may be named: only when the legal representative is foreign, or not from the mainland. */
    unless: 'foreign' | 'not-mainland' | null;
  }>(
    (p) => [
      `主体负责人${p.principal ?? ''}不是法定代表人${p.legalRepresentative ?? ''}`,
      p.unless === null
        ? `将主体负责人改为法定代表人${p.legalRepresentative ?? ''}`
        : `将主体负责人改为法定代表人${p.legalRepresentative ?? ''}；只有法定代表人为${p.unless === 'foreign' ? '外籍' : '非内地居民'}时才可授权他人`,
    ],
    (p) => [
      `The principal ${p.principal ?? ''} is not the legal representative ${p.legalRepresentative ?? ''}`,
      p.unless === null
        ? `Make the legal representative ${p.legalRepresentative ?? ''} the principal`
        : `Make the legal representative ${p.legalRepresentative ?? ''} the principal; only one ${p.unless === 'foreign' ? 'of foreign nationality' : 'who is not a mainland resident'} may delegate`,
    ],
  ),
  'person.owner-must-be-principal': says<Names>(
    (p) => [
      `互联网信息服务负责人${p.owner ?? ''}与主体负责人${p.principal ?? ''}不是同一人，本地此情形下须为同一人`,
      `将互联网信息服务负责人改为${p.principal ?? '主体负责人'}`,
    ],
    (p) => [
      `The service owner ${p.owner ?? ''} is not the principal ${p.principal ?? ''}; in this case the region wants one person`,
      `Make ${p.principal ?? 'the principal'} the service owner as well`,
    ],
  ),
  'person.owner-must-not-be-principal': says<{ name: string | null }>(
    (p) => [
      `${p.name ?? '同一人'}兼任主体负责人与互联网信息服务负责人，本地不允许`,
      '另选一名员工任互联网信息服务负责人',
    ],
    (p) => [
      `${p.name ?? 'One person'} is both principal and service owner, which this region refuses`,
      'Name another employee as service owner',
    ],
  ),
  'person.foreign-representative-must-delegate': says<{ name: string | null; mainlandOnly: boolean }>(
    (p) => [
      `法定代表人${p.name ?? ''}不是内地居民，不能由其本人或外籍人员任主体负责人`,
      `授权一名${p.mainlandOnly ? '内地居民' : '中国公民'}任主体负责人，并附授权书`,
    ],
    (p) => [
      `The legal representative ${p.name ?? ''} is not a mainland resident and cannot be the principal, nor can another foreigner`,
      `Authorise a ${p.mainlandOnly ? 'mainland resident' : 'Chinese citizen'} as principal and attach the letter`,
    ],
  ),
  'person.id-type-not-accepted': says<{ role: string; idType: string; allowed: string[] }>(
    (p) => [
      `${roleZh(p.role)}的证件“${idTypeZh(p.idType)}”不被接受`,
      p.allowed.length > 0 ? `改用${p.allowed.map(idTypeZh).join('、')}` : '改用其他有效证件',
    ],
    (p) => [
      `The ${roleEn(p.role)}'s ${idTypeEn(p.idType)} is not accepted`,
      p.allowed.length > 0
        ? `Use one of: ${p.allowed.map(idTypeEn).join(', ')}`
        : 'Use another valid document',
    ],
  ),
  'person.id-type-not-for-origin': says<{ role: string; idType: string; origin: string }>(
    (p) => [
      `${roleZh(p.role)}的证件“${idTypeZh(p.idType)}”与其身份不符`,
      `${originZh(p.origin)}；更正证件类型或身份`,
    ],
    (p) => [
      `The ${roleEn(p.role)}'s ${idTypeEn(p.idType)} does not go with the person's origin`,
      `${originEn(p.origin)}; correct the ID type or the origin`,
    ],
  ),
  'person.too-young': says<{ role: string; age: number; atLeast: number; from: string }>(
    (p) => [
      `${roleZh(p.role)}提交时 ${p.age} 周岁，须满 ${p.atLeast} 周岁`,
      `${p.from} 起方可任职，或另选他人`,
    ],
    (p) => [
      `The ${roleEn(p.role)} is ${p.age} on submission and must be ${p.atLeast}`,
      `Wait until ${p.from} or name someone else`,
    ],
  ),
  'person.too-old': says<{ role: string; age: number; atMost: number; problemFrom: string }>(
    (p) => [`${roleZh(p.role)}提交时 ${p.age} 周岁，不得超过 ${p.atMost} 周岁`, '另选一名员工'],
    (p) => [
      `The ${roleEn(p.role)} is ${p.age} on submission; at most ${p.atMost} is accepted`,
      'Name another employee',
    ],
  ),
  'person.id-not-local': says<Regional>(
    (p) => [
      `${roleZh(p.role)}的身份证户籍在${p.idProvinceZh}，${p.regionZh}只受理本地户籍`,
      '在户籍所在地备案，或以单位名义备案',
    ],
    (p) => [
      `The ${roleEn(p.role)}'s ID is from ${p.idProvinceEn}; ${p.regionEn} only accepts its own`,
      'File in the region of the ID, or in the name of an organisation',
    ],
  ),
  'person.residence-proof-missing': says<Regional & { acceptedZh: string; acceptedEn: string }>(
    (p) => [
      `${roleZh(p.role)}的身份证户籍在${p.idProvinceZh}，在${p.regionZh}备案缺居住证明`,
      `上传${p.acceptedZh}`,
    ],
    (p) => [
      `The ${roleEn(p.role)}'s ID is from ${p.idProvinceEn}; a proof of residence in ${p.regionEn} is missing`,
      `Attach ${p.acceptedEn}`,
    ],
  ),
  'person.residence-proof-refused': says<
    Regional & { acceptedZh: string; acceptedEn: string; refusedZh: string; refusedEn: string }
  >(
    (p) => [`${p.regionZh}不接受以${p.refusedZh}作居住证明`, `改为上传${p.acceptedZh}`],
    (p) => [
      `${p.regionEn} does not take ${p.refusedEn} as a proof of residence`,
      `Attach ${p.acceptedEn} instead`,
    ],
  ),
  'person.residence-permit-too-short': says<{
    role: string;
    validTo: string;
    months: number;
    problemFrom: string;
  }>(
    (p) => [
      `${roleZh(p.role)}的居住证 ${p.validTo} 到期，提交时剩余须超过 ${p.months} 个月`,
      '先办理居住证签注或换发',
    ],
    (p) => [
      `The ${roleEn(p.role)}'s residence permit ends on ${p.validTo}; more than ${p.months} months must be left`,
      'Have the permit renewed first',
    ],
  ),
  'person.foreigners-not-accepted': says<{ role: string; regionZh: string; regionEn: string }>(
    (p) => [`${p.regionZh}不受理外籍个人备案（${roleZh(p.role)}）`, '以单位名义备案'],
    (p) => [
      `${p.regionEn} does not accept foreign individuals (${roleEn(p.role)})`,
      'File in the name of an organisation',
    ],
  ),
  'person.name-not-real': says<{ role: string; name: string | null }>(
    (p) => [
      p.name === null ? `${roleZh(p.role)}姓名未填` : `${roleZh(p.role)}姓名“${p.name}”不是真实全名`,
      '按证件填写姓名全称',
    ],
    (p) => [
      p.name === null
        ? `The ${roleEn(p.role)}'s name is empty`
        : `“${p.name}” is not the ${roleEn(p.role)}'s real full name`,
      'Enter the full name as on the ID',
    ],
  ),
  'person.id-number-missing': says<{ role: string }>(
    (p) => [`${roleZh(p.role)}证件号码未填`, '按证件填写'],
    (p) => [`The ${roleEn(p.role)}'s ID number is empty`, 'Enter it as on the ID'],
  ),
  'person.taiwan-permit-letters': says<{ role: string }>(
    (p) => [`${roleZh(p.role)}的台胞证号码未含字母`, '连同证件上的字母一并填写'],
    (p) => [
      `The number of the ${roleEn(p.role)}'s Taiwan travel permit lacks its letters`,
      'Enter it with the letters printed on the permit',
    ],
  ),
  'person.same-name-other-id': says<{ name: string }>(
    (p) => [
      `两个负责人都叫${p.name}，证件号码却不同`,
      '同一人的，两处证件号码须一致；确为两人的，在清单中说明',
    ],
    (p) => [
      `Both roles are filled by ${p.name}, with different ID numbers`,
      'For one person enter the same number twice; for two people of one name, waive this with the reason',
    ],
  ),
  'person.same-id-other-name': says<{ principal: string; owner: string }>(
    (p) => [`同一证件号码下有两个姓名：${p.principal}、${p.owner}`, '按证件统一姓名'],
    (p) => [
      `One ID number stands under two names: ${p.principal} and ${p.owner}`,
      'Use the name on the ID in both places',
    ],
  ),
  'person.same-person-other-contact': says<{ field: string; principal: string; owner: string }>(
    (p) => [
      `同一人任两职，${fieldZh(p.field)}却不同：主体负责人处为“${p.principal}”，服务负责人处为“${p.owner}”`,
      `两处${fieldZh(p.field)}填写一致`,
    ],
    (p) => [
      `One person fills both roles with different ${fieldEn(p.field)}s: “${p.principal}” and “${p.owner}”`,
      `Enter the same ${fieldEn(p.field)} in both places`,
    ],
  ),
};

const origins: Record<string, [string, string]> = {
  mainland: ['内地居民用居民身份证', 'Mainland residents use the resident ID card'],
  'hong-kong': [
    '中国香港居民用来往内地通行证或居住证',
    'Hong Kong residents use the travel or residence permit',
  ],
  macao: ['中国澳门居民用来往内地通行证或居住证', 'Macao residents use the travel or residence permit'],
  taiwan: ['中国台湾居民用来往大陆通行证或居住证', 'Taiwan residents use the travel or residence permit'],
  foreign: ['外籍人员用护照或永久居留身份证', 'Foreigners use the passport or permanent resident ID'],
};
const originZh = (origin: string): string => origins[origin]?.[0] ?? origin;
const originEn = (origin: string): string => origins[origin]?.[1] ?? origin;
