import { filingEn, filingZh, listEn, listZh, says, type Named } from './sentence.ts';

type Holder = { holder: string; entity: string; representative: string | null };
type Count = Named & {
  counts: string;
  count: number;
  atLeast: number;
  delivery: string;
  postTo: string | null;
};

/** `problemFrom`: the first day of submission on which it is one. */
type Expiring = { expiresOn: string; on: string; months: number; needed: string; problemFrom: string };

export const domainFindings = {
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
  'domain.expired': says<{ expiresOn: string; on: string; problemFrom: string }>(
    (p) => [`域名已于 ${p.expiresOn} 到期（计划提交 ${p.on}）`, '先续费'],
    (p) => [`The domain expires on ${p.expiresOn}, not after submission on ${p.on}`, 'Renew it first'],
  ),
  'domain.expires-soon': says<Expiring>(
    (p) => [
      `域名 ${p.expiresOn} 到期，${p.on} 提交时剩余须超过 ${p.months} 个月`,
      `续费，使到期日晚于 ${p.needed}`,
    ],
    (p) => [
      `The domain expires on ${p.expiresOn}; on ${p.on} more than ${p.months} months must be left`,
      `Renew it beyond ${p.needed}`,
    ],
  ),
  'domain.expires-prudent': says<Expiring>(
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
