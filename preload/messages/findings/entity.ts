import {
  fieldEn,
  fieldZh,
  groupEn,
  groupZh,
  listEn,
  listZh,
  roleEn,
  roleZh,
  says,
  type Named,
} from './sentence.ts';

type Change = { before: string; now: string };
type Recorded = { field: string; found: string; recorded: string };

export const entityFindings = {
  'entity.certificate-not-accepted': says<Named & { allowed: string; allowedEn: string }>(
    (p) => [`${p.materialsZh}不能作为主体证件`, p.allowed === '' ? '换用其他主体证件' : `改用${p.allowed}`],
    (p) => [
      `${p.materialsEn} cannot serve as the entity certificate`,
      p.allowedEn === '' ? 'Use another certificate' : `Use ${p.allowedEn}`,
    ],
  ),
  'entity.certificate-not-for-nature': says<Named & { natureZh: string; natureEn: string }>(
    (p) => [`主体证件${p.materialsZh}与单位性质“${p.natureZh}”不对应`, '更正证件类型或单位性质'],
    (p) => [
      `${p.materialsEn} does not go with the nature “${p.natureEn}”`,
      'Correct the certificate type or the nature',
    ],
  ),
  'entity.certificate-superseded': says<{ type: string }>(
    () => ['组织机构代码证已被统一社会信用代码证照取代', '改用载有 18 位统一社会信用代码的现行证照'],
    () => [
      'The organisation code certificate has been replaced by unified-code certificates',
      'Use the current certificate with the 18-character unified code',
    ],
  ),
  'entity.number-superseded': says<{ chars: number }>(
    (p) => [`营业执照号码为 ${p.chars} 位旧注册号`, '换用载有 18 位统一社会信用代码的现行执照'],
    (p) => [
      `The licence number is an old registration number of ${p.chars} digits`,
      'Use the current licence with the 18-character unified code',
    ],
  ),
  'entity.licence-not-duplicate': says<{ found: string | null }>(
    (p) => [`执照为“${p.found ?? '未注明'}”，须用副本`, '上传营业执照副本'],
    (p) => [
      `The licence is “${p.found ?? 'not said'}”; the duplicate copy (副本) is needed`,
      'Attach the duplicate copy',
    ],
  ),
  'entity.licence-mark-missing': says<{ marks: string[] }>(
    (p) => [`执照上未见${listZh(p.marks)}`, '换用有该标记的执照，或附变更证明'],
    (p) => [
      `The licence does not show ${listEn(p.marks)}`,
      'Use a licence that does, or attach the proof of change',
    ],
  ),
  'entity.certificate-of-other-province': says<
    Record<'certificateZh' | 'certificateEn' | 'filingZh' | 'filingEn', string>
  >(
    (p) => [
      `主体证件由${p.certificateZh}签发，却在${p.filingZh}备案`,
      `在${p.certificateZh}备案，或以${p.filingZh}分支机构的证照和负责人备案`,
    ],
    (p) => [
      `The certificate was issued in ${p.certificateEn} but the filing is in ${p.filingEn}`,
      `File in ${p.certificateEn}, or with the licence and the head of a branch in ${p.filingEn}`,
    ],
  ),
  'entity.foreign-invested-licence-elsewhere': says<
    Record<'certificateZh' | 'certificateEn' | 'filingZh' | 'filingEn', string>
  >(
    (p) => [
      `外资企业的执照由${p.certificateZh}签发，在${p.filingZh}备案须有本地签发的执照`,
      `在${p.certificateZh}备案，或取得${p.filingZh}签发的执照`,
    ],
    (p) => [
      `This foreign-invested company's licence was issued in ${p.certificateEn}; ${p.filingEn} wants one of its own`,
      `File in ${p.certificateEn}, or obtain a licence issued in ${p.filingEn}`,
    ],
  ),
  'entity.region-of-other-province': says<Record<'entityZh' | 'entityEn' | 'filingZh' | 'filingEn', string>>(
    (p) => [`所属区域选了${p.entityZh}，本次备案在${p.filingZh}`, '按证件所在地选择区域'],
    (p) => [
      `The region chosen is in ${p.entityEn}, the filing is in ${p.filingEn}`,
      'Choose the region on the certificate',
    ],
  ),
  'entity.region-not-county': says<{ code: string } & Record<'regionZh' | 'regionEn', string>>(
    (p) => [`所属区域代码 ${p.code}（${p.regionZh}）没有选到区县`, '选到证件住所所在的区县'],
    (p) => [
      `The region code ${p.code} (${p.regionEn}) names no county or district`,
      'Choose the county or district of the address on the certificate',
    ],
  ),
  'entity.abnormal': says<{ status: string }>(
    (p) => [`登记状态为“${p.status}”`, '先在登记机关移出异常名录'],
    (p) => [`The registry status is “${p.status}”`, 'Have the entity removed from the abnormal list first'],
  ),
  'entity.dissolved': says<{ status: string }>(
    (p) => [`登记状态为“${p.status}”，不能备案`, '换用存续的主体'],
    (p) => [`The registry status is “${p.status}”; such an entity cannot file`, 'Use an entity that exists'],
  ),
  'entity.name-missing': says(
    () => ['主办单位名称未填', '按证件逐字填写'],
    () => ['The entity name is empty', 'Copy it from the certificate'],
  ),
  'entity.name-not-own': says<{ name: string; expected: string }>(
    (p) => [`个人备案的主办人名称“${p.name}”与负责人姓名“${p.expected}”不一致`, `改为“${p.expected}”`],
    (p) => [
      `The individual's entity name “${p.name}” differs from the person's name “${p.expected}”`,
      `Change it to “${p.expected}”`,
    ],
  ),
  'entity.name-not-chinese': says<{ name: string }>(
    (p) => [`主办单位名称“${p.name}”没有汉字`, '按证件上的中文名称填写'],
    (p) => [
      `The entity name “${p.name}” has no Chinese characters`,
      'Enter the Chinese name on the certificate',
    ],
  ),
  'entity.name-traditional': says<{ name: string; characters: string[] }>(
    (p) => [`主办单位名称“${p.name}”含繁体字${listZh(p.characters)}`, '对照证件，按证件上的简体字填写'],
    (p) => [
      `The entity name “${p.name}” has traditional characters: ${listEn(p.characters)}`,
      'Enter the simplified characters of the certificate',
    ],
  ),
  'entity.name-shortened': says<{ name: string }>(
    (p) => [`主办单位名称“${p.name}”似为简称，缺组织形式`, '对照证件填写全称'],
    (p) => [
      `The entity name “${p.name}” looks shortened: its legal form is missing`,
      'Compare it with the certificate',
    ],
  ),
  'entity.name-brackets-mixed': says<{ name: string }>(
    (p) => [`主办单位名称“${p.name}”混用全角与半角括号`, '括号照证件统一'],
    (p) => [
      `The entity name “${p.name}” mixes full-width and half-width brackets`,
      'Write the brackets as on the certificate',
    ],
  ),
  'entity.name-brackets-half': says<{ name: string }>(
    (p) => [`主办单位名称“${p.name}”用了半角括号，证件上多为全角（）`, '对照证件核对括号'],
    (p) => [
      `The entity name “${p.name}” has half-width brackets; certificates mostly print （）`,
      'Compare the brackets with the certificate',
    ],
  ),
  'entity.investor-missing': says<{ policy: string }>(
    (p) => ['投资人或主管单位未填', `填写${investorZh(p.policy)}`],
    (p) => ['The investor or superior unit is empty', `Enter ${investorEn(p.policy)}`],
  ),
  'entity.investor-wrong': says<{ investor: string; policy: string; expected: string }>(
    (p) => [`投资人或主管单位填为“${p.investor}”，应为${investorZh(p.policy)}`, `改为“${p.expected}”`],
    (p) => [
      `The investor field says “${p.investor}”; it should be ${investorEn(p.policy)}`,
      `Change it to “${p.expected}”`,
    ],
  ),
  'entity.investor-registry': says<{ investor: string }>(
    (p) => [
      `投资人或主管单位不能填登记机关“${p.investor}”`,
      '企业填法定代表人或单位全称，其他单位填上级主管单位',
    ],
    (p) => [
      `The registry “${p.investor}” is not an investor or superior unit`,
      'Companies enter the legal representative or the full name, others the superior unit',
    ],
  ),
  'entity.investor-not-a-unit': says<{ investor: string }>(
    (p) => [`“${p.investor}”不是主管单位全称`, '填写上级主管单位的全称，不填个人、数字或字母'],
    (p) => [
      `“${p.investor}” is not the full name of a superior unit`,
      'Enter the full name of the unit above, no person, digits or letters',
    ],
  ),
  'entity.investor-is-self': says<{ investor: string }>(
    (p) => [`主管单位填了本单位“${p.investor}”`, '有上级主管单位的填上级全称'],
    (p) => [
      `The superior unit is the unit itself, “${p.investor}”`,
      'Enter the superior unit where there is one',
    ],
  ),
  'entity.number-missing': says(
    () => ['主体证件号码未填', '按证件填写'],
    () => ['The certificate number is empty', 'Copy it from the certificate'],
  ),
  'entity.no-filing-number': says(
    () => ['主体尚无备案号，不能新增、接入或变更', '没有备案过的主体办理首次备案'],
    () => ['The entity has no filing number yet', 'An entity that was never filed makes a first filing'],
  ),
  'entity.several-filing-numbers': says<{ numbers: string[] }>(
    (p) => [`主体名下有多个备案号：${p.numbers.join('、')}`, '保留一个，先注销其余'],
    (p) => [
      `The entity has several filing numbers: ${p.numbers.join(', ')}`,
      'Keep one and cancel the others first',
    ],
  ),
  'entity.shell': says(
    () => ['主体为空壳（名下已无服务），不能直接新增', '先向管局注销主体，再办首次备案'],
    () => [
      'The entity is an empty shell and cannot take a new service',
      'Cancel it at the authority, then make a first filing',
    ],
  ),
  'entity.too-many-services': says<{ count: number; atMost: number; unlessLicence: boolean }>(
    (p) => [
      `主体名下服务将达 ${p.count} 个，最多 ${p.atMost} 个${p.unlessLicence ? '（持增值电信业务许可证者除外）' : ''}`,
      '先注销不用的服务',
    ],
    (p) => [
      `The entity would have ${p.count} services; at most ${p.atMost} are allowed${p.unlessLicence ? ' without a value-added telecom licence' : ''}`,
      'Cancel services that are no longer used first',
    ],
  ),
  'individual-business.trade-name-needed': says(
    () => ['执照没有字号，本地不受理', '先为执照办理字号'],
    () => ['The licence has no trade name, which this region refuses', 'Have a trade name registered first'],
  ),
  'individual-business.seal-needed': says(
    () => ['没有公章，本地须有', '先刻制公章'],
    () => ['There is no official seal, which this region requires', 'Have a seal made first'],
  ),
  'individual-business.nature': says<{ expected: string; hasTradeName: boolean }>(
    (p) => [
      `个体工商户${p.hasTradeName ? '有' : '无'}字号，本地按“${groupZh(p.expected)}”性质备案`,
      `将主办单位性质改为“${groupZh(p.expected)}”`,
    ],
    (p) => [
      `An individual business ${p.hasTradeName ? 'with' : 'without'} a trade name files as “${groupEn(p.expected)}” here`,
      `Change the nature to “${groupEn(p.expected)}”`,
    ],
  ),
  'individual-business.name': says<{ name: string; expected: string }>(
    (p) => [`无字号个体工商户的名称为“${p.name}”，本地须写“${p.expected}”`, `改为“${p.expected}”`],
    (p) => [
      `Without a trade name the name should be “${p.expected}”, not “${p.name}”`,
      `Change it to “${p.expected}”`,
    ],
  ),
  'individual-business.only-operator': says<{ role: string; name: string | null }>(
    (p) => [`${roleZh(p.role)}${p.name ?? ''}不是经营者，本地只能由经营者本人任负责人`, '改为经营者本人'],
    (p) => [
      `The ${roleEn(p.role)} ${p.name ?? ''} is not the operator; only the operator may file here`,
      'Name the operator',
    ],
  ),
  'change.entity-not-changeable': says<Change>(
    (p) => [`主体由“${p.before}”改为“${p.now}”，本地不受理此类变更`, '注销后重新备案'],
    (p) => [`Changing the entity from “${p.before}” to “${p.now}” is not accepted`, 'Cancel and file again'],
  ),
  'change.other-entity': says<Change>(
    (p) => [`名称与证件号码同时改变（“${p.before}”→“${p.now}”），属更换主体`, '办理迁移，或注销后重新备案'],
    (p) => [
      `Name and number both change (“${p.before}” to “${p.now}”): that is another entity`,
      'Migrate the service, or cancel and file again',
    ],
  ),
  'change.new-code': says<Change>(
    (p) => [`“${p.now}”的统一社会信用代码已变，本地须注销重办`, '注销后重新备案'],
    (p) => [
      `The unified code of “${p.now}” has changed; this region wants a new filing`,
      'Cancel and file again',
    ],
  ),
  'change.to-individual': says<Change>(
    (p) => [`单位“${p.before}”不能变更为个人“${p.now}”`, '注销后以个人重新备案'],
    (p) => [
      `“${p.before}” cannot be changed to the individual “${p.now}”`,
      'Cancel and file again as an individual',
    ],
  ),
  'change.other-representative': says<Change>(
    (p) => [`“${p.before}”与“${p.now}”的法定代表人不同，本地只允许同一法定代表人之间变更`, '注销后重新备案'],
    (p) => [
      `“${p.before}” and “${p.now}” have different legal representatives; only a change under one is accepted`,
      'Cancel and file again',
    ],
  ),
  'change.not-own-company': says<Change & { representative: string | null }>(
    (p) => [
      `“${p.now}”的法定代表人为${p.representative ?? '（未填）'}，个人备案只能变更为“${p.before}”本人任法定代表人的单位`,
      '注销后以单位重新备案',
    ],
    (p) => [
      `The legal representative of “${p.now}” is ${p.representative ?? 'not given'}; an individual may only change to the company headed by “${p.before}”`,
      'Cancel and file again for the company',
    ],
  ),
  'change.not-to-owner': says<Change>(
    (p) => [`只能由“${p.before}”变更为其经营者本人，“${p.now}”不是`, '改为经营者本人，或注销后重新备案'],
    (p) => [
      `“${p.before}” may only be changed to its operator, which “${p.now}” is not`,
      'Name the operator, or cancel and file again',
    ],
  ),
  'record.none': says(
    () => ['管局没有该主体的备案记录', '改办首次备案'],
    () => ['The authority has no record of this entity', 'Make a first filing instead'],
  ),
  'record.must-match': says<Recorded>(
    (p) => [
      `${fieldZh(p.field)}为“${p.found}”，与备案记录“${p.recorded}”不一致`,
      '按记录填写；信息已变的先办变更',
    ],
    (p) => [
      `The ${fieldEn(p.field)} “${p.found}” differs from the record “${p.recorded}”`,
      'Enter what the record says, or file a change first',
    ],
  ),
  'record.change-first': says<Recorded>(
    (p) => [
      `${fieldZh(p.field)}为“${p.found}”，备案记录为“${p.recorded}”，本地须先变更`,
      '先提交变更备案，通过后再办本次',
    ],
    (p) => [
      `The ${fieldEn(p.field)} “${p.found}” differs from the record “${p.recorded}”; this region wants the change first`,
      'File the change, then come back to this filing',
    ],
  ),
  'record.change-afterwards': says<Recorded & { workingDays: number | null }>(
    (p) => [
      `${fieldZh(p.field)}为“${p.found}”，备案记录为“${p.recorded}”`,
      p.workingDays === null
        ? '可先办本次，通过后随即变更'
        : `可先办本次，通过后 ${p.workingDays} 个工作日内变更`,
    ],
    (p) => [
      `The ${fieldEn(p.field)} “${p.found}” differs from the record “${p.recorded}”`,
      p.workingDays === null
        ? 'This filing may go first; file the change right after it'
        : `This filing may go first; file the change within ${p.workingDays} working days after it`,
    ],
  ),
  'record.principal-not-legal-representative': says<{ principal: string }>(
    () => ['备案记录中的主体负责人不是法定代表人', '先到原接入商将负责人变更为法定代表人'],
    () => [
      'The principal on record is not the legal representative',
      'Change it at the original provider first',
    ],
  ),
};

const investors: Record<string, [string, string]> = {
  'legal-representative-name': ['法定代表人姓名', "the legal representative's name"],
  'entity-full-name': ['单位全称', 'the full name of the unit'],
  'legal-representative-or-entity': [
    '法定代表人姓名或单位全称',
    "the legal representative's name or the full name of the unit",
  ],
  'superior-unit-full-name': ['上级主管单位全称', 'the full name of the superior unit'],
  'own-or-superior-unit-full-name': [
    '本单位或上级主管单位全称',
    'the full name of the unit or the one above',
  ],
  'own-name': ['本人姓名', "the person's own name"],
};
const investorZh = (policy: string): string => investors[policy]?.[0] ?? policy;
const investorEn = (policy: string): string => investors[policy]?.[1] ?? policy;
