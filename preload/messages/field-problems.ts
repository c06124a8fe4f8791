import type { Language } from '../contract/index.ts';

/** Every problem a form field can have, with the parameters its sentence needs. Nothing here is a secret. */
export interface FieldProblemParams {
  /** Full-width characters, spaces, separators or case: the same value written as it is filed. */
  'text.spelling': { expected: string };
  'text.control-character': Record<string, never>;
  'text.rare-character': { character: string };
  'text.forbidden-word': { word: string };
  'text.length': { length: number; min: number; max: number };
  'date.reversed': { from: string; to: string };
  'date.expired': { date: string };
  'date.future': { date: string };
  'date.end-although-long-term': { date: string };
  'region.unknown': { code: string };

  'credit-code.length': { length: number };
  'credit-code.character': { character: string; position: number };
  'credit-code.authority': { character: string };
  'credit-code.class': { character: string; authority: string };
  'credit-code.region': { code: string };
  'credit-code.organisation-check': { found: string; expected: string };
  'credit-code.check': { found: string; expected: string };
  'credit-code.nature-differs': { natureZh: string; natureEn: string };
  'credit-code.group-differs': { groupZh: string; groupEn: string };
  'credit-code.province-differs': { provinceZh: string; provinceEn: string };
  'organisation-code.form': Record<string, never>;
  'organisation-code.check': { found: string; expected: string };
  'licence-15.form': { length: number };
  'licence-15.check': { found: string; expected: string };

  'resident-id.length': { length: number };
  'resident-id.old': Record<string, never>;
  'resident-id.character': { character: string; position: number };
  'resident-id.lower-case': Record<string, never>;
  'resident-id.region': { code: string };
  'resident-id.birth-date': { digits: string };
  'resident-id.birth-future': { date: string };
  'resident-id.check': { found: string; expected: string };
  'resident-id.birth-differs': { expected: string };
  'resident-id.gender-differs': { expectedZh: string; expectedEn: string };
  'resident-id.region-differs': { expected: string };
  'residence-permit.region': { found: string; expected: string[] };
  'passport.form': Record<string, never>;
  'hk-macao-permit.form': Record<string, never>;
  'taiwan-permit.form': Record<string, never>;
  'foreign-resident-id.form': Record<string, never>;

  'person-name.title': { word: string };
  'person-name.character': { character: string };

  'mobile.length': { length: number };
  'mobile.prefix': { prefix: string };
  'mobile.character': { character: string };
  'emergency-phone.same-as-mobile': Record<string, never>;
  'landline.character': { character: string };
  'landline.area-code': { found: string };
  'landline.no-area-code': Record<string, never>;
  'landline.number': { digits: number; expected: string };
  'landline.is-mobile': Record<string, never>;
  'email.at': Record<string, never>;
  'email.character': { character: string };
  'email.domain': { domain: string };
  'email.several': Record<string, never>;
  'email.length': { length: number; min: number; max: number };

  'address.symbol': { symbol: string };
  'address.no-detail': Record<string, never>;
  'address.post-box': { word: string };
  'address.registry-office': { word: string };
  'address.other-province': { provinceZh: string; provinceEn: string };

  'licence-number.form': Record<string, never>;
  'licence-number.commercial': Record<string, never>;
  'licence-number.digits': { digits: number };
  'licence-number.prefix-unknown': { prefix: string };
  'licence-number.prefix-unusual': { prefix: string; usual: string };
  'licence-number.province-differs': { prefix: string; expected: string };
  'licence-number.suffix-before': { expected: string };
  'licence-number.has-suffix': { suffix: string };
  'licence-number.no-suffix': Record<string, never>;
  'licence-number.letter': { found: string; expected: string };
  'licence-number.year': { year: string };

  'domain.not-a-name': { host: string };
  'domain.subdomain': { host: string; domain: string };
  'domain.subdomain-government': { host: string; domain: string };
  'domain.punycode': { unicode: string };
  'domain.character': { character: string };
  'domain.only-suffix': { suffix: string };
  'domain.suffix-not-approved': { suffix: string; asOf: string };
  'domain.suffix-disputed': { suffix: string; noteZh: string; noteEn: string };
  'home-url.more-than-host': Record<string, never>;
  'home-url.other-domain': { domain: string };

  'ip.form': { value: string };
  'ip.version-6': { value: string };
  'ip.not-public': { value: string };
  'ip.reserved': { value: string };
  'ip.reversed': { from: string; to: string };

  'app.android-fingerprint': { length: number };
  'app.ios-fingerprint': { length: number };
  'app.package-name': { value: string };
}

export type FieldProblemCode = keyof FieldProblemParams;

type Sentence<P> = Record<Language, (p: P) => string>;

/** A code without a sentence in either language does not compile. */
export const fieldProblemMessages: { [C in FieldProblemCode]: Sentence<FieldProblemParams[C]> } = {
  'text.spelling': {
    'zh-CN': (p) => `含全角字符、空格或大小写不合的字符，应写作 ${p.expected}`,
    en: (p) => `Contains full-width characters, spaces or the wrong case; write ${p.expected}`,
  },
  'text.control-character': {
    'zh-CN': () => '含表情或不可见字符，备案系统不接受',
    en: () => 'Contains an emoji or an invisible character, which the filing system refuses',
  },
  'text.rare-character': {
    'zh-CN': (p) => `“${p.character}”是生僻字，备案系统可能显示不出，请提前与接入商确认写法`,
    en: (p) =>
      `“${p.character}” is a rare character that the filing system may lose; ask the provider how to enter it`,
  },
  'text.forbidden-word': {
    'zh-CN': (p) => `不得含“${p.word}”`,
    en: (p) => `May not contain “${p.word}”`,
  },
  'text.length': {
    'zh-CN': (p) => `现为 ${p.length} 个字符，应为 ${p.min} 至 ${p.max} 个`,
    en: (p) => `Has ${p.length} characters; ${p.min} to ${p.max} are allowed`,
  },
  'date.reversed': {
    'zh-CN': (p) => `止于 ${p.to}，早于起始日 ${p.from}`,
    en: (p) => `Ends on ${p.to}, before it begins on ${p.from}`,
  },
  'date.expired': {
    'zh-CN': (p) => `已于 ${p.date} 到期`,
    en: (p) => `Expired on ${p.date}`,
  },
  'date.future': {
    'zh-CN': (p) => `${p.date} 尚未到来`,
    en: (p) => `${p.date} is in the future`,
  },
  'date.end-although-long-term': {
    'zh-CN': (p) => `已选长期有效，却另有到期日 ${p.date}`,
    en: (p) => `Marked as valid long-term, yet it also ends on ${p.date}`,
  },
  'region.unknown': {
    'zh-CN': (p) => `行政区划代码 ${p.code} 不属于任何省份`,
    en: (p) => `Region code ${p.code} belongs to no province`,
  },

  'credit-code.length': {
    'zh-CN': (p) => `统一社会信用代码应为 18 位，现为 ${p.length} 位`,
    en: (p) => `A unified social credit code has 18 characters; this one has ${p.length}`,
  },
  'credit-code.character': {
    'zh-CN': (p) => `第 ${p.position} 位的“${p.character}”不能出现在统一社会信用代码中（不用 I、O、S、V、Z）`,
    en: (p) =>
      `“${p.character}” in position ${p.position} cannot occur in a credit code (I, O, S, V, Z are not used)`,
  },
  'credit-code.authority': {
    'zh-CN': (p) => `首位“${p.character}”不是任何登记管理部门的代码`,
    en: (p) => `“${p.character}” in position 1 is not the code of any registration authority`,
  },
  'credit-code.class': {
    'zh-CN': (p) => `第 2 位“${p.character}”不是登记管理部门 ${p.authority} 所用的机构类别`,
    en: (p) => `“${p.character}” in position 2 is not a class that authority ${p.authority} uses`,
  },
  'credit-code.region': {
    'zh-CN': (p) => `第 3 至 8 位“${p.code}”不是行政区划代码`,
    en: (p) => `Positions 3 to 8, “${p.code}”, are not a region code`,
  },
  'credit-code.organisation-check': {
    'zh-CN': (p) =>
      `第 17 位（组织机构代码校验位）应为 ${p.expected}，现为 ${p.found}；请对照证件核对第 9 至 17 位`,
    en: (p) =>
      `Position 17, the check of the organisation code, should be ${p.expected}, not ${p.found}; compare positions 9 to 17 with the certificate`,
  },
  'credit-code.check': {
    'zh-CN': (p) => `末位应为 ${p.expected}，现为 ${p.found}；前 17 位无误时可直接改正`,
    en: (p) => `The last character should be ${p.expected}, not ${p.found}, if the first 17 are right`,
  },
  'credit-code.nature-differs': {
    'zh-CN': (p) => `证件号码表明单位性质为“${p.natureZh}”`,
    en: (p) => `The certificate number says that the nature is “${p.natureEn}”`,
  },
  'credit-code.group-differs': {
    'zh-CN': (p) => `证件号码表明主体类别为“${p.groupZh}”`,
    en: (p) => `The certificate number says that the kind of entity is “${p.groupEn}”`,
  },
  'credit-code.province-differs': {
    'zh-CN': (p) => `证件号码的登记地为${p.provinceZh}，请核对`,
    en: (p) => `The certificate number was issued in ${p.provinceEn}; please compare`,
  },
  'organisation-code.form': {
    'zh-CN': () => '组织机构代码应为 8 位数字或大写字母加 1 位校验码',
    en: () => 'An organisation code has 8 digits or capital letters and a check character',
  },
  'organisation-code.check': {
    'zh-CN': (p) => `末位应为 ${p.expected}，现为 ${p.found}`,
    en: (p) => `The last character should be ${p.expected}, not ${p.found}`,
  },
  'licence-15.form': {
    'zh-CN': (p) => `旧版营业执照注册号应为 15 位数字，现为 ${p.length} 位`,
    en: (p) => `An old business licence number has 15 digits; this one has ${p.length}`,
  },
  'licence-15.check': {
    'zh-CN': (p) => `末位应为 ${p.expected}，现为 ${p.found}`,
    en: (p) => `The last digit should be ${p.expected}, not ${p.found}`,
  },

  'resident-id.length': {
    'zh-CN': (p) => `身份证号码应为 18 位，现为 ${p.length} 位`,
    en: (p) => `An ID number has 18 characters; this one has ${p.length}`,
  },
  'resident-id.old': {
    'zh-CN': () => '15 位的旧身份证已停用，请填 18 位号码',
    en: () => 'ID cards with 15 digits are no longer valid; enter the 18-digit number',
  },
  'resident-id.character': {
    'zh-CN': (p) => `第 ${p.position} 位“${p.character}”应为数字`,
    en: (p) => `“${p.character}” in position ${p.position} should be a digit`,
  },
  'resident-id.lower-case': {
    'zh-CN': () => '末位应为大写 X',
    en: () => 'The last character should be a capital X',
  },
  'resident-id.region': {
    'zh-CN': (p) => `前六位“${p.code}”不是行政区划代码`,
    en: (p) => `The first six digits, “${p.code}”, are not a region code`,
  },
  'resident-id.birth-date': {
    'zh-CN': (p) => `第 7 至 14 位“${p.digits}”不是可能的出生日期`,
    en: (p) => `Positions 7 to 14, “${p.digits}”, are not a possible date of birth`,
  },
  'resident-id.birth-future': {
    'zh-CN': (p) => `出生日期 ${p.date} 尚未到来`,
    en: (p) => `The date of birth, ${p.date}, is in the future`,
  },
  'resident-id.check': {
    'zh-CN': (p) => `末位应为 ${p.expected}，现为 ${p.found}；前 17 位无误时可直接改正`,
    en: (p) => `The last character should be ${p.expected}, not ${p.found}, if the first 17 are right`,
  },
  'resident-id.birth-differs': {
    'zh-CN': (p) => `证件号码中的出生日期为 ${p.expected}`,
    en: (p) => `The ID number gives ${p.expected} as the date of birth`,
  },
  'resident-id.gender-differs': {
    'zh-CN': (p) => `证件号码中的性别为${p.expectedZh}`,
    en: (p) => `The ID number says ${p.expectedEn}`,
  },
  'resident-id.region-differs': {
    'zh-CN': (p) => `证件号码中的地区为 ${p.expected}`,
    en: (p) => `The ID number gives ${p.expected} as the region`,
  },
  'residence-permit.region': {
    'zh-CN': (p) => `此类居住证号码应以 ${p.expected.join(' 或 ')} 开头，现为 ${p.found}`,
    en: (p) => `Numbers of this permit begin with ${p.expected.join(' or ')}, not ${p.found}`,
  },
  'passport.form': {
    'zh-CN': () => '护照号码应为 5 至 12 位大写字母和数字',
    en: () => 'A passport number has 5 to 12 capital letters and digits',
  },
  'hk-macao-permit.form': {
    'zh-CN': () => '港澳居民来往内地通行证号码应为 H 或 M 加 8 或 10 位数字',
    en: () => 'The permit of a Hong Kong or Macao resident is H or M and 8 or 10 digits',
  },
  'taiwan-permit.form': {
    'zh-CN': () => '台湾居民来往大陆通行证号码应为 8 位数字',
    en: () => 'The travel permit of a Taiwan resident has 8 digits',
  },
  'foreign-resident-id.form': {
    'zh-CN': () => '外国人永久居留身份证号码应为以 9 开头的 18 位，或旧式 3 个字母加 12 位数字',
    en: () =>
      'A foreign permanent resident’s number has 18 digits beginning with 9, or in the old form 3 letters and 12 digits',
  },

  'person-name.title': {
    'zh-CN': (p) => `请填真实姓名，不带“${p.word}”等称谓`,
    en: (p) => `Enter the real name without a title such as “${p.word}”`,
  },
  'person-name.character': {
    'zh-CN': (p) => `姓名中不能有“${p.character}”`,
    en: (p) => `A name cannot contain “${p.character}”`,
  },

  'mobile.length': {
    'zh-CN': (p) => `手机号码应为 11 位，现为 ${p.length} 位`,
    en: (p) => `A mobile number has 11 digits; this one has ${p.length}`,
  },
  'mobile.prefix': {
    'zh-CN': (p) => `手机号码以 13 至 19 开头，现为 ${p.prefix}`,
    en: (p) => `Mobile numbers begin with 13 to 19, not ${p.prefix}`,
  },
  'mobile.character': {
    'zh-CN': (p) => `手机号码只能是数字，不能有“${p.character}”`,
    en: (p) => `A mobile number has digits only, not “${p.character}”`,
  },
  'emergency-phone.same-as-mobile': {
    'zh-CN': () => '应急联系电话须与本人手机号码不同',
    en: () => 'The emergency phone must differ from the person’s own mobile',
  },
  'landline.character': {
    'zh-CN': (p) => `固定电话只能有数字和“-”，不能有“${p.character}”`,
    en: (p) => `A landline number has digits and hyphens only, not “${p.character}”`,
  },
  'landline.area-code': {
    'zh-CN': (p) => `“${p.found}”不是区号，区号以 0 开头，3 至 4 位`,
    en: (p) => `“${p.found}” is not an area code: those begin with 0 and have 3 or 4 digits`,
  },
  'landline.no-area-code': {
    'zh-CN': () => '缺少区号，如 010-87654321',
    en: () => 'The area code is missing, as in 010-87654321',
  },
  'landline.number': {
    'zh-CN': (p) => `区号后应有 ${p.expected} 位号码，现为 ${p.digits} 位`,
    en: (p) => `${p.expected} digits follow the area code; this number has ${p.digits}`,
  },
  'landline.is-mobile': {
    'zh-CN': () => '这是手机号码；办公电话多要求固定电话',
    en: () => 'This is a mobile number; most authorities want a landline here',
  },
  'email.at': {
    'zh-CN': () => '电子邮件须有且只有一个“@”，前后都有内容',
    en: () => 'An e-mail address has exactly one @ with text on both sides',
  },
  'email.character': {
    'zh-CN': (p) => `电子邮件中不能有“${p.character}”`,
    en: (p) => `An e-mail address cannot contain “${p.character}”`,
  },
  'email.domain': {
    'zh-CN': (p) => `“${p.domain}”不是邮件域名`,
    en: (p) => `“${p.domain}” is not a mail domain`,
  },
  'email.several': {
    'zh-CN': () => '每人只填一个电子邮件',
    en: () => 'Enter one e-mail address per person',
  },
  'email.length': {
    'zh-CN': (p) => `电子邮件现为 ${p.length} 个字符，应为 ${p.min} 至 ${p.max} 个`,
    en: (p) => `The e-mail address has ${p.length} characters; ${p.min} to ${p.max} are allowed`,
  },

  'address.symbol': {
    'zh-CN': (p) => `通信地址只用汉字、数字和字母，“${p.symbol}”请写成“号楼、单元、室”等文字`,
    en: (p) =>
      `An address has Chinese characters, digits and letters only; write “${p.symbol}” out as 号楼, 单元, 室`,
  },
  'address.no-detail': {
    'zh-CN': () => '通信地址须写到门牌号；没有门牌号的，在备注中注明“通信地址已为最详细”',
    en: () => 'The address must go down to the door number; where there is none, the remark has to say so',
  },
  'address.post-box': {
    'zh-CN': (p) => `通信地址不能用“${p.word}”`,
    en: (p) => `The address cannot be a post box (“${p.word}”)`,
  },
  'address.registry-office': {
    'zh-CN': (p) => `“${p.word}”是登记机关，不能作为本单位的通信地址`,
    en: (p) => `“${p.word}” is a registration office, not the entity’s own address`,
  },
  'address.other-province': {
    'zh-CN': (p) => `地址写的是${p.provinceZh}，与所属区域不在同一省`,
    en: (p) => `The address is in ${p.provinceEn}, another province than the filing’s`,
  },

  'licence-number.form': {
    'zh-CN': () => '备案号应写作“沪ICP备12345678号”，网站另加“-1”',
    en: () => 'A filing number is written 沪ICP备12345678号, with -1 added for a site',
  },
  'licence-number.commercial': {
    'zh-CN': () => '这是经营许可证号（ICP证），不是备案号',
    en: () => 'This is the number of a commercial licence (ICP证), not a filing number',
  },
  'licence-number.digits': {
    'zh-CN': (p) => `序号应为 8 位或 10 位数字，现为 ${p.digits} 位`,
    en: (p) => `The serial has 8 or 10 digits; this one has ${p.digits}`,
  },
  'licence-number.prefix-unknown': {
    'zh-CN': (p) => `“${p.prefix}”不是备案号的省份简称`,
    en: (p) => `“${p.prefix}” is not the prefix of any province’s filing numbers`,
  },
  'licence-number.prefix-unusual': {
    'zh-CN': (p) => `该省备案号用“${p.usual}”，“${p.prefix}”多见于模板或假号，请核对`,
    en: (p) =>
      `Numbers of this province begin with ${p.usual}; ${p.prefix} is mostly seen in templates and fakes`,
  },
  'licence-number.province-differs': {
    'zh-CN': (p) => `主体所在省的备案号以“${p.expected}”开头，现为“${p.prefix}”`,
    en: (p) => `Filing numbers of the entity’s province begin with ${p.expected}, not ${p.prefix}`,
  },
  'licence-number.suffix-before': {
    'zh-CN': (p) => `旧写法，应为 ${p.expected}`,
    en: (p) => `Old way of writing; it should be ${p.expected}`,
  },
  'licence-number.has-suffix': {
    'zh-CN': (p) => `主体备案号不带“${p.suffix}”，这是服务备案号`,
    en: (p) => `An entity’s number has no “${p.suffix}”; this is the number of a service`,
  },
  'licence-number.no-suffix': {
    'zh-CN': () => '服务备案号须带“-序号”，如“号-1”；这是主体备案号',
    en: () => 'The number of a service ends in a hyphen and a counter; this is the entity’s number',
  },
  'licence-number.letter': {
    'zh-CN': (p) =>
      p.expected === ''
        ? `网站备案号末尾没有字母，现为 ${p.found}`
        : `此类服务的备案号末尾为 ${p.expected}${p.found === '' ? '' : `，现为 ${p.found}`}`,
    en: (p) =>
      p.expected === ''
        ? `The number of a website ends without a letter, not in ${p.found}`
        : `Numbers of this kind of service end in ${p.expected}${p.found === '' ? '' : `, not ${p.found}`}`,
  },
  'licence-number.year': {
    'zh-CN': (p) => `10 位序号以年份开头，“${p.year}”不是年份`,
    en: (p) => `Serials of 10 digits begin with a year; “${p.year}” is none`,
  },

  'domain.not-a-name': {
    'zh-CN': (p) => `“${p.host}”不是域名`,
    en: (p) => `“${p.host}” is not a domain name`,
  },
  'domain.subdomain': {
    'zh-CN': (p) => `只填注册的域名 ${p.domain}，不带前缀`,
    en: (p) => `Enter the registered domain, ${p.domain}, without a prefix`,
  },
  'domain.subdomain-government': {
    'zh-CN': (p) => `${p.domain} 的子域名；政府子域名单独备案，请确认`,
    en: (p) => `A sub-domain of ${p.domain}: government sub-domains need a filing of their own`,
  },
  'domain.punycode': {
    'zh-CN': (p) => `中文域名填中文形式 ${p.unicode}，不填 xn-- 编码`,
    en: (p) => `File the Chinese form ${p.unicode}, not the xn-- code`,
  },
  'domain.character': {
    'zh-CN': (p) => `域名中不能有“${p.character}”`,
    en: (p) => `A domain name cannot contain “${p.character}”`,
  },
  'domain.only-suffix': {
    'zh-CN': (p) => `“${p.suffix}”只是后缀，前面还要有名称`,
    en: (p) => `“${p.suffix}” is only a suffix; a label has to come before it`,
  },
  'domain.suffix-not-approved': {
    'zh-CN': (p) => `后缀 ${p.suffix} 不在工信部批复名单内（${p.asOf} 的名单），不能备案`,
    en: (p) => `MIIT has not approved the suffix ${p.suffix} (list of ${p.asOf}); it cannot be filed`,
  },
  'domain.suffix-disputed': {
    'zh-CN': (p) => `后缀 ${p.suffix} 有争议：${p.noteZh}`,
    en: (p) => `The suffix ${p.suffix} is doubtful: ${p.noteEn}`,
  },
  'home-url.more-than-host': {
    'zh-CN': () => '首页只填主机名，不带 http:// 和路径',
    en: () => 'Enter the host only, without http:// and without a path',
  },
  'home-url.other-domain': {
    'zh-CN': (p) => `首页地址须含所备案的域名 ${p.domain}`,
    en: (p) => `The home page must be under the filed domain ${p.domain}`,
  },

  'ip.form': {
    'zh-CN': (p) => `“${p.value}”不是 IPv4 地址`,
    en: (p) => `“${p.value}” is not an IPv4 address`,
  },
  'ip.version-6': {
    'zh-CN': () => '备案系统只收 IPv4 地址',
    en: () => 'The filing system takes IPv4 addresses only',
  },
  'ip.not-public': {
    'zh-CN': (p) => `${p.value} 是内网或本机地址，须填接入商的公网地址`,
    en: (p) => `${p.value} is a private address; enter the provider’s public one`,
  },
  'ip.reserved': {
    'zh-CN': (p) => `${p.value} 属于保留地址段，不会是接入商分配的地址`,
    en: (p) => `${p.value} is in a reserved range that no provider assigns`,
  },
  'ip.reversed': {
    'zh-CN': (p) => `起始地址 ${p.from} 大于终止地址 ${p.to}`,
    en: (p) => `The range begins at ${p.from}, after its end ${p.to}`,
  },

  'app.android-fingerprint': {
    'zh-CN': (p) => `安卓证书指纹为 32 位十六进制 MD5，现为 ${p.length} 位`,
    en: (p) => `The Android fingerprint is an MD5 of 32 hex digits; this one has ${p.length}`,
  },
  'app.ios-fingerprint': {
    'zh-CN': (p) => `iOS 证书指纹为 40 位十六进制 SHA-1，现为 ${p.length} 位`,
    en: (p) => `The iOS fingerprint is a SHA-1 of 40 hex digits; this one has ${p.length}`,
  },
  'app.package-name': {
    'zh-CN': (p) => `“${p.value}”不是包名，应如 com.example.app`,
    en: (p) => `“${p.value}” is not a package name, which looks like com.example.app`,
  },
};
