import { fieldEn, fieldZh, filingEn, filingZh, listEn, listZh, says, type Named } from './sentence.ts';

type Holder = { holder: string; entity: string; representative: string | null };
type Count = Named & {
  counts: string;
  count: number;
  atLeast: number;
  delivery: string;
  postTo: string | null;
};
type Keyword = Named & {
  words: string[];
  fields: string[];
  category: string;
  letterAccepted: boolean;
  remedies: string[];
};

export const serviceFindings = {
  'domain.holder-missing': says(
    () => ['域名没有持有者信息', '完成域名实名认证，持有者为主办单位'],
    () => ['The domain has no holder', 'Finish the real-name verification with the entity as holder'],
  ),
  'domain.holder-other': says<Holder>(
    (p) => [
      `域名持有者“${p.holder}”不是主办单位“${p.entity}”`,
      `将域名过户至“${p.entity}”${p.representative ? `（或法定代表人${p.representative}，以本地规则为准）` : ''}`,
    ],
    (p) => [
      `The domain is held by “${p.holder}”, not by “${p.entity}”`,
      `Transfer the domain to “${p.entity}”${p.representative ? ` (or the legal representative ${p.representative}, where the region allows)` : ''}`,
    ],
  ),
  'domain.holder-disputed': says<Holder>(
    (p) => [
      `域名持有者“${p.holder}”不是主办单位“${p.entity}”，只有部分地区和接入商接受`,
      `稳妥起见过户至“${p.entity}”，或备齐关系证明`,
    ],
    (p) => [
      `The domain is held by “${p.holder}”, not by “${p.entity}”; only some regions and providers accept that`,
      `To be safe transfer it to “${p.entity}”, or have the proof of relation ready`,
    ],
  ),
  'domain.holder-relation-unproved': says<Holder>(
    (p) => [
      `域名持有者“${p.holder}”不是“${p.entity}”，缺与主办单位的关系证明`,
      '附股东或高管关系证明，或将域名过户',
    ],
    (p) => [
      `The domain is held by “${p.holder}”, not by “${p.entity}”, and the proof of relation is missing`,
      'Attach the proof (shareholder or senior manager), or transfer the domain',
    ],
  ),
  'domain.holder-latin': says<{ holder: string; entity: string }>(
    (p) => [`域名持有者写作“${p.holder}”，证件号码与主办单位相同`, `在注册商处改为中文名称“${p.entity}”`],
    (p) => [
      `The holder is written “${p.holder}” under the entity's own number`,
      `Change it to “${p.entity}” at the registrar`,
    ],
  ),
  'domain.holder-number': says<{ holder: string }>(
    (p) => [`域名持有者“${p.holder}”的证件号码与备案所填不一致`, '在注册商处更新为现行证件号码'],
    (p) => [
      `The holder “${p.holder}” is registered under another certificate number`,
      'Update it at the registrar',
    ],
  ),
  'domain.holder-certificate-type': says<{ found: string; foundEn: string; holder: string }>(
    (p) => [
      `域名持有者“${p.holder}”的证件类型为“${p.found}”，与主体证件不同`,
      '在注册商处改为与备案相同的证件类型',
    ],
    (p) => [
      `The holder “${p.holder}” is registered with a “${p.foundEn}”, another type than the entity's certificate`,
      'Use the same type at the registrar',
    ],
  ),
  'domain.expired': says<{ expiresOn: string; on: string }>(
    (p) => [`域名已于 ${p.expiresOn} 到期（计划提交 ${p.on}）`, '先续费'],
    (p) => [`The domain expires on ${p.expiresOn}, not after submission on ${p.on}`, 'Renew it first'],
  ),
  'domain.expires-soon': says<{ expiresOn: string; on: string; months: number; needed: string }>(
    (p) => [
      `域名 ${p.expiresOn} 到期，${p.on} 提交时剩余须超过 ${p.months} 个月`,
      `续费，使到期日晚于 ${p.needed}`,
    ],
    (p) => [
      `The domain expires on ${p.expiresOn}; on ${p.on} more than ${p.months} months must be left`,
      `Renew it beyond ${p.needed}`,
    ],
  ),
  'domain.expires-prudent': says<{ expiresOn: string; on: string; months: number; needed: string }>(
    (p) => [
      `域名 ${p.expiresOn} 到期，有来源要求剩余超过 ${p.months} 个月`,
      `稳妥起见续费至 ${p.needed} 之后`,
    ],
    (p) => [
      `The domain expires on ${p.expiresOn}; one source asks for more than ${p.months} months`,
      `To be safe renew it beyond ${p.needed}`,
    ],
  ),
  'domain.registrar-foreign': says<{ registrar: string | null; before: string | null }>(
    (p) => [
      `注册商${p.registrar ?? ''}不是境内批复的机构${p.before ? `（${p.before} 前备案的域名也须转入）` : ''}`,
      '将域名转入境内批复的注册商',
    ],
    (p) => [
      `The registrar ${p.registrar ?? ''} is not an approved domestic one${p.before ? ` (domains filed before ${p.before} must move too)` : ''}`,
      'Transfer the domain to an approved domestic registrar',
    ],
  ),
  'domain.suffix-refused': says<{ suffix: string; refused: string[] }>(
    (p) => [`后缀 ${p.suffix} 在本地不予备案（${p.refused.join(' ')}）`, '换用其他后缀的域名'],
    (p) => [
      `The suffix ${p.suffix} is refused here (${p.refused.join(' ')})`,
      'Use a domain with another suffix',
    ],
  ),
  'domain.suffix-not-for-group': says<{ suffix: string; allowed: string[] }>(
    (p) => [
      `后缀 ${p.suffix} 不适用于该类单位，须为 ${p.allowed.join(' 或 ')}`,
      `换用 ${p.allowed.join(' 或 ')} 域名`,
    ],
    (p) => [
      `The suffix ${p.suffix} is not for this kind of unit; it must be ${p.allowed.join(' or ')}`,
      `Use a ${p.allowed.join(' or ')} domain`,
    ],
  ),
  'domain.suffix-doubtful': says<{ suffix: string; asOf: string }>(
    (p) => [
      `后缀 ${p.suffix} 列于 ${p.asOf} 的批复名单，但有来源称不能备案`,
      '提交前在工信部域名管理网站核对',
    ],
    (p) => [
      `The suffix ${p.suffix} is on the approved list of ${p.asOf}, but another source says it cannot be filed`,
      "Look it up on MIIT's domain site before submission",
    ],
  ),
  'domain.label-word': says<{ label: string; words: string[] }>(
    (p) => [`域名前缀“${p.label}”含${listZh(p.words)}，非国家机关不得使用`, '换用其他域名'],
    (p) => [
      `The domain label “${p.label}” contains ${listEn(p.words)}, reserved for state bodies`,
      'Use another domain',
    ],
  ),
  'domain.not-verified': says(
    () => ['域名未完成实名认证', '在注册商处完成实名认证，三个工作日后提交'],
    () => [
      'The domain has no real-name verification',
      'Finish it at the registrar and submit three working days later',
    ],
  ),
  'domain.verified-too-recently': says<{ verifiedOn: string; days: number; from: string; on: string }>(
    (p) => [
      `域名 ${p.verifiedOn} 才完成实名认证，须满 ${p.days} 天才同步至工信部`,
      `${p.from} 起提交（计划 ${p.on}）`,
    ],
    (p) => [
      `The domain was verified on ${p.verifiedOn}; ${p.days} days must pass until MIIT has it`,
      `Submit from ${p.from} on (planned ${p.on})`,
    ],
  ),
  'domain.verified-recently': says<{ verifiedOn: string; workingDays: number; from: string; on: string }>(
    (p) => [
      `域名 ${p.verifiedOn} 完成实名认证，部分接入商要求满 ${p.workingDays} 个工作日`,
      `稳妥起见 ${p.from} 起提交（计划 ${p.on}）`,
    ],
    (p) => [
      `The domain was verified on ${p.verifiedOn}; some providers want ${p.workingDays} working days`,
      `To be safe submit from ${p.from} on (planned ${p.on})`,
    ],
  ),
  'domain.privacy-on': says(
    () => ['域名隐私保护已开启', '在注册商处关闭隐私保护'],
    () => ['Privacy protection of the domain is on', 'Switch it off at the registrar'],
  ),
  'domain.differs': says<{ service: string; domain: string }>(
    (p) => [`服务所填域名 ${p.service} 与域名信息 ${p.domain} 不一致`, '改为同一域名'],
    (p) => [
      `The service says ${p.service}, the domain data say ${p.domain}`,
      'Use one domain in both places',
    ],
  ),
  'service.too-many-domains': says<{ count: number; atMost: number; domains: string[] }>(
    (p) => [
      `一个网站填了 ${p.count} 个域名（${p.domains.join('、')}），最多 ${p.atMost} 个`,
      '其余域名各建一个网站备案',
    ],
    (p) => [
      `One website lists ${p.count} domains (${p.domains.join(', ')}); at most ${p.atMost} is allowed`,
      'File the other domains as websites of their own',
    ],
  ),
  'order.too-many-services': says<{ count: number; atMost: number; unit: string }>(
    (p) => [
      `本次提交 ${p.count} 个${p.unit === 'domain' ? '域名' : '服务'}，一次最多 ${p.atMost} 个`,
      '分批提交',
    ],
    (p) => [
      `The order holds ${p.count} ${p.unit === 'domain' ? 'domains' : 'services'}; at most ${p.atMost} at a time`,
      'Submit them in several orders',
    ],
  ),
  'count.papers-needed': says<Count>(
    (p) => [
      `${countZh(p.counts)}达 ${p.count} 个（${p.atLeast} 个起），缺${p.materialsZh}`,
      `准备${p.materialsZh}，${deliveryZh(p)}`,
    ],
    (p) => [
      `${countEn(p.counts)}: ${p.count} (from ${p.atLeast} on), ${p.materialsEn} missing`,
      `Prepare ${p.materialsEn}; ${deliveryEn(p)}`,
    ],
  ),
  'count.papers-prudent': says<Count & { prudent: number }>(
    (p) => [
      `${countZh(p.counts)}达 ${p.count} 个；较严的说法自 ${p.prudent} 个起要求${p.materialsZh}`,
      `稳妥起见先准备${p.materialsZh}`,
    ],
    (p) => [
      `${countEn(p.counts)}: ${p.count}; the stricter reading asks for ${p.materialsEn} from ${p.prudent} on`,
      `To be safe prepare ${p.materialsEn}`,
    ],
  ),
  'name.forbidden-word': says<{ name: string; words: string[]; list: 'national' | 'sensitive' | 'region' }>(
    (p) => [`名称“${p.name}”含${listZh(p.words)}，属${listNameZh(p.list)}`, '去掉该词，改用其他名称'],
    (p) => [
      `The name “${p.name}” contains ${listEn(p.words)} (${listNameEn(p.list)})`,
      'Choose a name without the word',
    ],
  ),
  'name.word-needs-approval': says<{ name: string; words: string[] }>(
    (p) => [`名称“${p.name}”含${listZh(p.words)}，须有相应批文`, '上传批文并填写审批号，或改名'],
    (p) => [
      `The name “${p.name}” contains ${listEn(p.words)}, which needs an approval`,
      'Attach the approval and enter its number, or rename',
    ],
  ),
  'name.suffix-missing': says<{ name: string; word: string; suffixes: string[] }>(
    (p) => [`名称“${p.name}”含“${p.word}”，须加后缀`, `在名称后加${p.suffixes.join('或')}`],
    (p) => [`The name “${p.name}” contains “${p.word}” and needs a suffix`, `Add ${p.suffixes.join(' or ')}`],
  ),
  'name.form': says<{ name: string; pattern: string; part: string }>(
    (p) => [`名称“${p.name}”${formZh(p.pattern)}：“${p.part}”`, '改用不含该部分的中文名称'],
    (p) => [`The name “${p.name}” ${formEn(p.pattern)}: “${p.part}”`, 'Choose a Chinese name without it'],
  ),
  'name.too-few-chinese': says<{ name: string; count: number; atLeast: number }>(
    (p) => [`名称“${p.name}”只有 ${p.count} 个汉字，至少 ${p.atLeast} 个`, `补足至 ${p.atLeast} 个汉字`],
    (p) => [
      `The name “${p.name}” has ${p.count} Chinese characters; at least ${p.atLeast} are needed`,
      'Lengthen the name',
    ],
  ),
  'name.too-many-chinese': says<{ name: string; count: number; atMost: number }>(
    (p) => [`名称“${p.name}”有 ${p.count} 个汉字，最多 ${p.atMost} 个`, '缩短名称'],
    (p) => [
      `The name “${p.name}” has ${p.count} Chinese characters; at most ${p.atMost} are allowed`,
      'Shorten it',
    ],
  ),
  'name.not-someones-homepage': says<{ name: string }>(
    (p) => [`名称“${p.name}”不是“某某的个人博客”或“某某的个人主页”`, '按该格式命名，并在备注写明内容'],
    (p) => [
      `The name “${p.name}” is not of the form 某某的个人博客 or 某某的个人主页`,
      'Use that form and say in the remark what the site shows',
    ],
  ),
  'name.not-descriptive': says<{ name: string }>(
    (p) => [`名称“${p.name}”看不出网站用途`, '写成“××公司官网”“××管理系统”之类'],
    (p) => [
      `The name “${p.name}” does not say what the site is`,
      'Call it “X company official site” or “X management system”',
    ],
  ),
  'name.differs-from-site': says<{ name: string; shown: string }>(
    (p) => [`网站显示“${p.shown}”，不含备案名称“${p.name}”`, '把首页名称和标题改为含备案名称'],
    (p) => [
      `The site shows “${p.shown}” without the filed name “${p.name}”`,
      'Put the filed name into page and title',
    ],
  ),
  'name.unrelated': says<{ name: string; entity: string; otherwise: string }>(
    (p) => [
      `名称“${p.name}”与主体“${p.entity}”看不出关联`,
      `改用含单位简称的名称${otherwiseZh(p.otherwise)}`,
    ],
    (p) => [
      `The name “${p.name}” shows no relation to “${p.entity}”`,
      `Use a name with the entity's short form${otherwiseEn(p.otherwise)}`,
    ],
  ),
  'name.used-twice': says<{ name: string; domain: string }>(
    (p) => [`名称“${p.name}”已用于 ${p.domain || '另一服务'}`, '改用不重复的名称'],
    (p) => [
      `The name “${p.name}” is already used for ${p.domain || 'another service'}`,
      'Choose another name',
    ],
  ),
  'keyword.needs-approval': says<Keyword>(
    (p) => [
      `${p.fields.map(fieldZh).join('、')}中有${listZh(p.words)}，缺批文${p.letterAccepted ? '或承诺书' : ''}`,
      `上传${p.materialsZh}${remediesZh(p.remedies)}`,
    ],
    (p) => [
      `${listEn(p.words)} in the ${p.fields.map(fieldEn).join(', ')} calls for an approval${p.letterAccepted ? ' or a letter of non-involvement' : ''}`,
      `Attach ${p.materialsEn}${remediesEn(p.remedies)}`,
    ],
  ),
  'keyword.ask-authority': says<Keyword>(
    (p) => [
      `${p.fields.map(fieldZh).join('、')}中有${listZh(p.words)}，管局可能要求审批`,
      `提交前向管局或接入商确认${remediesZh(p.remedies)}`,
    ],
    (p) => [
      `${listEn(p.words)} in the ${p.fields.map(fieldEn).join(', ')}: the authority may ask for an approval`,
      `Ask the authority or the provider before submission${remediesEn(p.remedies)}`,
    ],
  ),
  'content.not-accepted': says<{
    refused: string[];
    refusedZh: string;
    refusedEn: string;
    allowedZh: string;
    allowedEn: string;
  }>(
    (p) => [
      `服务内容“${p.refusedZh}”在此不可选`,
      p.allowedZh === '' ? '改选其他内容' : `只选：${p.allowedZh}`,
    ],
    (p) => [
      `The service content “${p.refusedEn}” may not be chosen here`,
      p.allowedEn === '' ? 'Choose another content' : `Choose only: ${p.allowedEn}`,
    ],
  ),
  'content.kind-not-accepted': says<{ kind: string; found: string }>(
    (p) => [`“${p.found}”属于不受理的网站类型`, '改变网站内容与名称'],
    (p) => [`“${p.found}” is a kind of site that is not accepted`, 'Change content and name of the site'],
  ),
  'content.no-language': says(
    () => ['未勾选语言类别', '勾选网站使用的全部语言'],
    () => ['No language is ticked', 'Tick every language of the site'],
  ),
  'content.language-needs-approval': says<{ languages: string[] }>(
    () => ['所选民族语言须先经主管部门审批', '先取得审批'],
    () => ['The minority language chosen needs prior approval', 'Obtain the approval first'],
  ),
  'remark.missing': says<{ about: string }>(
    (p) => [`备注未填，须写明：${p.about}`, '在备注中补写'],
    (p) => [`The remark is empty; it should say: ${p.about}`, 'Fill in the remark'],
  ),
  'remark.text-missing': says<{ template: string }>(
    (p) => [`备注缺规定文字：${p.template}`, '按该格式补写'],
    (p) => [`The remark lacks the prescribed text: ${p.template}`, 'Add it in that form'],
  ),
  'remark.too-short': says<{ chars: number; atLeast: number }>(
    (p) => [`备注只有 ${p.chars} 字，至少 ${p.atLeast} 字`, '补充网站内容的说明'],
    (p) => [
      `The remark has ${p.chars} characters; at least ${p.atLeast} are needed`,
      'Describe the content in more detail',
    ],
  ),
  'remark.forbidden-word': says<{ words: string[] }>(
    (p) => [`备注含${listZh(p.words)}，不被接受`, '去掉该词'],
    (p) => [`The remark contains ${listEn(p.words)}, which is refused`, 'Remove the word'],
  ),
  'home-url.missing': says(
    () => ['首页网址未填', '填写含备案域名的主机名，如 www.域名'],
    () => ['The home URL is empty', 'Enter a host with the filed domain, such as www.domain'],
  ),
  'home-url.several': says<{ count: number }>(
    (p) => [`填了 ${p.count} 个首页网址，只能填 1 个`, '只保留一个'],
    (p) => [`${p.count} home URLs are given; only one is allowed`, 'Keep one'],
  ),
  'home-url.without-www': says<{ host: string }>(
    (p) => [`首页网址 ${p.host} 须以 www. 开头`, `改为 www.${p.host}`],
    (p) => [`The home URL ${p.host} must begin with www.`, `Change it to www.${p.host}`],
  ),
  'home-url.not-bare': says<{ host: string; domain: string }>(
    (p) => [`首页网址 ${p.host} 须为备案域名本身`, `改为 ${p.domain}`],
    (p) => [`The home URL ${p.host} must be the filed domain itself`, `Change it to ${p.domain}`],
  ),
  'access.whole-block': says<{ from: string; to: string }>(
    (p) => [`IP 地址填了整段 ${p.from}–${p.to}`, '只填实际使用的地址'],
    (p) => [`A whole block ${p.from}–${p.to} is entered`, 'Enter only the addresses in use'],
  ),
  'access.too-many-resources': says<{ count: number; atMost: number }>(
    (p) => [`关联了 ${p.count} 个云资源，最多 ${p.atMost} 个`, '减少关联的云资源'],
    (p) => [`${p.count} cloud resources are linked; at most ${p.atMost} are allowed`, 'Unlink some of them'],
  ),
  'site.resolves-elsewhere': says<{ ips: string[] }>(
    (p) => [`域名解析到 ${p.ips.join('、')}，不在备案的 IP 内`, '更正解析，或变更接入信息'],
    (p) => [
      `The domain resolves to ${p.ips.join(', ')}, outside the filed addresses`,
      'Correct the DNS, or change the access data',
    ],
  ),
  'site.open-before-number': says<{ domain: string }>(
    (p) => [`${p.domain} 在备案号下发前已能访问`, '备案通过前关闭网站或停止解析'],
    (p) => [
      `${p.domain} is open before the number is issued`,
      'Close the site or stop its DNS until the filing has passed',
    ],
  ),
  'site.not-reachable': says<{ name: string; domain: string }>(
    (p) => [`已备案网站“${p.name}”（${p.domain}）打不开`, '恢复访问，或注销该网站备案'],
    (p) => [`The filed site “${p.name}” (${p.domain}) does not open`, 'Bring it back, or cancel its filing'],
  ),
  'site.no-number': says<{ name: string; domain: string }>(
    (p) => [`已备案网站“${p.name}”（${p.domain}）首页没有备案号`, '在首页底部加备案号并链接工信部网站'],
    (p) => [
      `The filed site “${p.name}” (${p.domain}) does not show its number`,
      'Put the number at the foot of the home page with the link to MIIT',
    ],
  ),
  'site.footer-number': says<{ shown: string | null; expected: string; level: string }>(
    (p) => [
      `页脚显示${p.shown === null ? '无备案号' : `“${p.shown}”`}，应为“${p.expected}”`,
      `改为“${p.expected}”并链接工信部网站`,
    ],
    (p) => [
      `The footer shows ${p.shown === null ? 'no number' : `“${p.shown}”`}; it should be “${p.expected}”`,
      `Change it to “${p.expected}” with the link to MIIT`,
    ],
  ),
  'site.footer-owner': says<{ entity: string }>(
    (p) => [`页脚版权所有不是“${p.entity}”`, '版权所有写主办单位全称'],
    (p) => [`The copyright line does not name “${p.entity}”`, 'Name the entity in full'],
  ),
  'app.no-platform': says(
    () => ['未填写 App 运行平台', '至少填写一个平台的包名、公钥和证书指纹'],
    () => [
      'No platform of the app is given',
      'Enter package name, public key and fingerprint of at least one',
    ],
  ),
  'app.package-missing': says<{ platform: string }>(
    (p) => [`${p.platform} 平台缺包名`, '填写包名或 Bundle ID'],
    (p) => [`The package name for ${p.platform} is missing`, 'Enter the package name or bundle ID'],
  ),
  'app.public-key-missing': says<{ platform: string }>(
    (p) => [`${p.platform} 平台缺公钥`, '填写签名证书的公钥'],
    (p) => [`The public key for ${p.platform} is missing`, 'Enter the public key of the signing certificate'],
  ),
  'app.package-twice': says<{ packageName: string }>(
    (p) => [`包名 ${p.packageName} 在同一平台出现两次`, '去掉重复项'],
    (p) => [`The package name ${p.packageName} is listed twice on one platform`, 'Remove one'],
  ),
  'app.fingerprint': says<{ platform: string; chars: number; expected: number }>(
    (p) => [
      `${p.platform} 的证书指纹为 ${p.chars} 位，须为 ${p.expected} 位十六进制`,
      p.expected === 32 ? '填写证书的 MD5' : '填写证书的 SHA-1',
    ],
    (p) => [
      `The ${p.platform} fingerprint has ${p.chars} characters; ${p.expected} hexadecimal digits are needed`,
      p.expected === 32 ? "Enter the certificate's MD5" : "Enter the certificate's SHA-1",
    ],
  ),
  'app.name-differs': says<{ platform: string; name: string; other: string }>(
    (p) => [`${p.platform} 上的名称“${p.other}”与“${p.name}”不同`, '各平台名称一致，或分别备案'],
    (p) => [
      `On ${p.platform} the app is called “${p.other}”, not “${p.name}”`,
      'Use one name, or file it separately',
    ],
  ),
  'app.name-word': says<{ name: string; word: string }>(
    (p) => [`App 名称“${p.name}”含“${p.word}”，属占位、价格或营销用语`, '去掉该词'],
    (p) => [
      `The app name “${p.name}” contains “${p.word}”, a placeholder, price or marketing word`,
      'Remove it',
    ],
  ),
  'app.icon-too-large': says<{ kb: number; maxKb: number }>(
    (p) => [`App 图标 ${p.kb} KB，最大 ${p.maxKb} KB`, '压缩图标'],
    (p) => [`The icon has ${p.kb} KB; at most ${p.maxKb} KB are allowed`, 'Compress the icon'],
  ),
  'order.another-open': says<{
    provider: string;
    providerEn: string;
    filingZh: string;
    filingEn: string;
    submittedOn: string;
  }>(
    (p) => [
      `${p.provider}还有未完结的“${p.filingZh}”订单${p.submittedOn ? `（${p.submittedOn} 提交）` : ''}`,
      '等其办结或撤回后再提交',
    ],
    (p) => [
      `A ${p.filingEn || 'filing'} order is still open at ${p.providerEn}${p.submittedOn ? ` (submitted ${p.submittedOn})` : ''}`,
      'Wait until it is finished, or withdraw it',
    ],
  ),
  'order.type-not-offered': says<{ filing: string; offered: string }>(
    (p) => [`本地不受理“${filingZh(p.filing)}”`, `改办“${filingZh(p.offered)}”`],
    (p) => [
      `This region does not take a ${filingEn(p.filing)} in this case`,
      `Make it a ${filingEn(p.offered)}`,
    ],
  ),
  'order.sms-expired': says<{ deadline: string; hours: number }>(
    (p) => [`短信核验已于 ${p.deadline} 到期（限 ${p.hours} 小时）`, '重新提交订单'],
    (p) => [`The SMS verification ran out on ${p.deadline} (${p.hours} hours)`, 'Submit the order again'],
  ),
  'migration.not-supported': says(
    () => ['本地不支持迁移备案', '注销后由新主体重新备案'],
    () => ['This region does not support migration', 'Cancel, and let the new entity file'],
  ),
  'migration.not-for-service': says<{ service: string }>(
    () => ['此类服务不能迁移', '注销后由新主体重新备案'],
    () => ['This kind of service cannot be migrated', 'Cancel, and let the new entity file'],
  ),
  'migration.not-to-individual': says(
    () => ['不能迁移到个人', '注销后以个人重新备案'],
    () => ['A service cannot be migrated to an individual', 'Cancel, and file again as an individual'],
  ),
  'migration.domain-not-moved': says<{ holder: string; entity: string }>(
    (p) => [`域名仍由“${p.holder}”持有，迁移前须过户给“${p.entity}”`, '先过户域名'],
    (p) => [
      `The domain is still held by “${p.holder}”; it must move to “${p.entity}” first`,
      'Transfer the domain first',
    ],
  ),
  'address.missing': says(
    () => ['通信地址未填', '填写到门牌号'],
    () => ['The mailing address is empty', 'Enter it down to the door number'],
  ),
  'address.symbols': says<{ symbol: string; suggestion: string }>(
    (p) => [`通信地址含符号“${p.symbol}”`, p.suggestion === '' ? '改用汉字' : `改为“${p.suggestion}”`],
    (p) => [
      `The mailing address contains “${p.symbol}”`,
      p.suggestion === '' ? 'Write it in words' : `Change it to “${p.suggestion}”`,
    ],
  ),
  'address.repeats-province': says<{ province: string }>(
    (p) => [`通信地址以“${p.province}”开头；已在列表选择省市区的，不必重复`, '接入商表单另选省市区时去掉'],
    (p) => [
      `The mailing address begins with “${p.province}”, which some forms already ask for in a list`,
      "Leave it out where the provider's form has that list",
    ],
  ),
  'address.not-detailed': says<{ level: string; remark: string | null }>(
    (p) => [
      `通信地址未详细到${levelZh(p.level)}`,
      p.remark === null
        ? `补写到${levelZh(p.level)}`
        : `补写到${levelZh(p.level)}；确无门牌的在备注写“${p.remark}”`,
    ],
    (p) => [
      `The mailing address does not go down to the ${levelEn(p.level)}`,
      p.remark === null
        ? 'Complete it'
        : `Complete it; if there is no number, write “${p.remark}” into the remark`,
    ],
  ),
  'address.forbidden-word': says<{ word: string; instead: string | null }>(
    (p) => [`通信地址含“${p.word}”`, p.instead === null ? '改为实际的区县名称' : `改为“${p.instead}”`],
    (p) => [
      `The mailing address contains “${p.word}”`,
      p.instead === null ? 'Use the actual district' : `Use “${p.instead}”`,
    ],
  ),
  'address.other-province-than-certificate': says<
    Record<'addressZh' | 'addressEn' | 'certificateZh' | 'certificateEn', string>
  >(
    (p) => [`通信地址在${p.addressZh}，证件在${p.certificateZh}`, `改为${p.certificateZh}内的地址`],
    (p) => [
      `The mailing address is in ${p.addressEn}, the certificate in ${p.certificateEn}`,
      `Use an address in ${p.certificateEn}`,
    ],
  ),
  'address.certificate-other-province': says<
    Record<'addressZh' | 'addressEn' | 'certificateZh' | 'certificateEn', string>
  >(
    (p) => [`证件住所在${p.addressZh}，证件签发地却选了${p.certificateZh}`, '按证件更正签发地'],
    (p) => [
      `The address on the certificate is in ${p.addressEn}, the region chosen is ${p.certificateEn}`,
      'Correct the region of the certificate',
    ],
  ),
  'address.other-city': says<{ mailing: string; certificate: string }>(
    (p) => [`通信地址（${p.mailing}）与证件住所（${p.certificate}）不在同一城市`, '改为证件所在城市的地址'],
    (p) => [
      `Mailing address (${p.mailing}) and certificate address (${p.certificate}) are in different cities`,
      'Use an address in the city of the certificate',
    ],
  ),
  'address.district': says<{ area: string; districts: string[]; region: string }>(
    (p) => [
      `地址在“${p.area}”，所属区域须选${p.districts.join('或')}（现为 ${p.region}）`,
      `改选${p.districts.join('或')}`,
    ],
    (p) => [
      `An address in “${p.area}” belongs to ${p.districts.join(' or ')}; ${p.region} is chosen`,
      `Choose ${p.districts.join(' or ')}`,
    ],
  ),
  'address.online-shop-format': says<{ format: string }>(
    (p) => [`证件住所为网店，通信地址须写成“${p.format}”`, '用冒号连接实际地址与证件住所'],
    (p) => [
      `The certificate address is an online shop; the mailing address must read “${p.format}”`,
      'Join the real address and the licensed one by a colon',
    ],
  ),
  'address.online-shop-other-domain': says<{ domain: string; address: string }>(
    (p) => [`备案域名 ${p.domain} 与执照所载网址“${p.address}”不同`, '备案执照所载的域名'],
    (p) => [
      `The domain ${p.domain} is not the URL on the licence, “${p.address}”`,
      'File the domain on the licence',
    ],
  ),
  'address.online-shop-no-url': says<{ address: string }>(
    (p) => [`执照住所“${p.address}”未载平台网址`, '换用载有平台网址的执照'],
    (p) => [`The licence address “${p.address}” shows no platform URL`, 'Use a licence that shows it'],
  ),
};

const pick = (table: Record<string, [string, string]>, key: string, at: 0 | 1): string =>
  table[key]?.[at] ?? key;

const counts: Record<string, [string, string]> = {
  'filed-services': ['已备案服务', 'Services already filed'],
  'total-services': ['服务总数', 'Services in total'],
  'total-domains': ['域名总数', 'Domains in total'],
  'total-domain-prefixes': ['不同域名前缀', 'Different domain prefixes'],
  'order-domains': ['本次域名', 'Domains in this order'],
};
const countZh = (key: string): string => pick(counts, key, 0);
const countEn = (key: string): string => pick(counts, key, 1);

const deliveries: Record<string, [string, string]> = {
  upload: ['随单上传', 'upload them with the order'],
  post: ['邮寄', 'send them by post'],
  'on-site': ['到现场核验', 'bring them to the on-site check'],
  'keep-at-provider': ['交接入商留存', 'leave them with the provider'],
};
const deliveryZh = (p: Count): string =>
  pick(deliveries, p.delivery, 0) + (p.postTo === null ? '' : `至${p.postTo}`);
const deliveryEn = (p: Count): string =>
  pick(deliveries, p.delivery, 1) + (p.postTo === null ? '' : ` to ${p.postTo}`);

const lists: Record<string, [string, string]> = {
  national: ['国家级单位专用词', 'words of national-level units'],
  sensitive: ['敏感词', 'sensitive words'],
  region: ['禁用词', 'words not allowed in names'],
};
const listNameZh = (key: string): string => pick(lists, key, 0);
const listNameEn = (key: string): string => pick(lists, key, 1);

const forms: Record<string, [string, string]> = {
  latin: ['含拉丁字母', 'contains Latin letters'],
  'english-only': ['全为英文', 'is purely English'],
  'latin-only': ['全为字母', 'is only Latin letters'],
  'digits-only': ['全为数字', 'is only digits'],
  digits: ['含数字', 'contains digits'],
  domain: ['含域名', 'contains a domain'],
  url: ['含网址', 'contains a URL'],
  'person-name': ['含人名', 'contains a personal name'],
  'place-name': ['含地名', 'contains a place name'],
  'bare-administrative-area': ['仅为行政区划名', 'is only the name of a place'],
  'village-name': ['含村名', 'contains the name of a village'],
  pinyin: ['含拼音', 'contains pinyin'],
  'special-symbols': ['含特殊符号', 'contains a special symbol'],
  'company-words': ['含企业用语', 'contains a company word'],
  'nature-mismatch': ['含与单位性质不符的词', 'claims a nature that the holder does not have'],
};
const formZh = (key: string): string => pick(forms, key, 0);
const formEn = (key: string): string => pick(forms, key, 1);

const otherwises: Record<string, [string, string]> = {
  remark: ['，或在备注说明关系', ', or explain the relation in the remark'],
  statement: ['，或附情况说明', ', or attach the statement'],
  trademark: ['；使用品牌名的附商标注册证', '; for a brand attach the trademark certificate'],
};
const otherwiseZh = (key: string): string => otherwises[key]?.[0] ?? '';
const otherwiseEn = (key: string): string => otherwises[key]?.[1] ?? '';

const remedies: Record<string, [string, string]> = {
  'trim-business-scope': ['变更经营范围', 'trim the business scope'],
  'rename-entity': ['变更单位名称', 'rename the entity'],
  'rename-service': ['更换服务名称', 'rename the service'],
  remark: ['在备注说明不涉及', 'say in the remark that it is not involved'],
  'consult-authority': ['咨询管局', 'consult the authority'],
};
const remediesZh = (keys: string[]): string =>
  keys.length === 0 ? '' : `；也可${keys.map((key) => pick(remedies, key, 0)).join('、')}`;
const remediesEn = (keys: string[]): string =>
  keys.length === 0 ? '' : `; or ${keys.map((key) => pick(remedies, key, 1)).join(', ')}`;

const levels: Record<string, [string, string]> = {
  village: ['村组', 'village'],
  door: ['门牌号', 'door number'],
  room: ['房间号', 'room'],
};
const levelZh = (key: string): string => pick(levels, key, 0);
const levelEn = (key: string): string => pick(levels, key, 1);
