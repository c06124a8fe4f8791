import { filingEn, filingZh, roleEn, roleZh, says, type Named } from './sentence.ts';

type AtProvider = { provider: string; providerEn: string };
type Span = { from: string; to: string };
const spanOf = ({ from, to }: Span): string => (from === to ? from : `${from}–${to}`);

/** What is found on the ministry's record, its interface and the forms of providers. */
export const refusalFindings = {
  'change.province': says<{ recordedZh: string; recordedEn: string; nowZh: string; nowEn: string }>(
    (p) => [
      `备案主体在${p.recordedZh}，不能改到${p.nowZh}`,
      `所属区域改回${p.recordedZh}；主体迁到${p.nowZh}的，注销后在新省重新备案`,
    ],
    (p) => [
      `The entity is filed in ${p.recordedEn}; it cannot be moved to ${p.nowEn}`,
      `Set the region back to ${p.recordedEn}; if the entity has moved, cancel and file again in ${p.nowEn}`,
    ],
  ),
  'change.domain-fixed': says<{ before: string | null; now: string | null }>(
    (p) => [
      `变更备案不能改域名${p.before !== null && p.before !== p.now ? `（备案为 ${p.before}，现填 ${p.now ?? '空'}）` : ''}`,
      '保留原域名；要换域名的，新增网站后注销原网站',
    ],
    (p) => [
      `A change cannot replace the domain${p.before !== null && p.before !== p.now ? ` (filed: ${p.before}, entered: ${p.now ?? 'none'})` : ''}`,
      'Keep the domain; for another one add a service and cancel the old one',
    ],
  ),
  'change.region-within-province': says(
    () => ['所属区域只能在本省内变更', '核对备案信息中的省份；跨省的须注销后重新备案'],
    () => [
      'The region can only change within its province',
      'Compare it with the record; another province needs cancelling and filing again',
    ],
  ),
  'record.service-none': says(
    () => ['工信部没有该服务的备案，可能已注销', '核对备案号；已注销的作为新服务重新备案'],
    () => [
      'The ministry has no record of this service; it may have been cancelled',
      'Check the number; file a cancelled service as a new one',
    ],
  ),
  'record.service-number': says<{ found: string; recorded: string }>(
    (p) => [`服务备案号“${p.found}”与备案记录“${p.recorded}”不同`, `改为“${p.recorded}”`],
    (p) => [`The service's number “${p.found}” is not the recorded “${p.recorded}”`, `Enter “${p.recorded}”`],
  ),
  'service.no-filing-number': says(
    () => ['没有服务备案号，无法办理该备案', '填写完整的服务备案号（含 -序号）'],
    () => [
      'Without the number of the service this filing cannot be made',
      'Enter the full number with its counter',
    ],
  ),
  'entity.already-filed': says<{ number: string | null }>(
    (p) => [
      `主体已有备案${p.number === null ? '' : `（${p.number}）`}，不能再办首次备案`,
      '改办新增服务、新增接入或变更',
    ],
    (p) => [
      `The entity is filed already${p.number === null ? '' : ` (${p.number})`}; there is no second first filing`,
      'Add a service or an access, or change the record',
    ],
  ),
  'service.already-filed': says<{ domain: string }>(
    (p) => [`域名 ${p.domain} 已在本主体备案`, '改办新增接入或变更，或从订单中删去'],
    (p) => [
      `${p.domain} is filed by this entity already`,
      'File a new access or a change, or take it out of the order',
    ],
  ),
  'service.filed-by-other': says<{ domain: string; holder: string | null }>(
    (p) => [
      `域名 ${p.domain} 在工信部已有备案${p.holder === null ? '' : `（${p.holder}）`}`,
      '请原备案主体注销，或改办接入、迁移',
    ],
    (p) => [
      `${p.domain} is on record at the ministry${p.holder === null ? '' : ` (${p.holder})`}`,
      'Have the holder of the record cancel it, or file an access or a migration',
    ],
  ),
  'order.other-change': says<{ filing: string; fields: string[] }>(
    (p) => [`“${filingZh(p.filing)}”不能带这些变更：${p.fields.join('、')}`, '改办变更备案，或分别提交'],
    (p) => [
      `A ${filingEn(p.filing)} cannot carry: ${p.fields.join(', ')}`,
      'File a change of both, or file them one after the other',
    ],
  ),
  'order.nothing-changed': says(
    () => ['变更备案没有列出要变更的内容', '选择要变更的项目；没有变更的，不必提交'],
    () => [
      'A change is filed, but nothing is said to change',
      'Choose what changes; without a change there is nothing to file',
    ],
  ),
  'order.last-service': says(
    () => [
      '这是主体下最后一个服务，注销后只剩空壳主体',
      '不再使用的，改办注销主体；仍要使用的，先新增服务再注销这一个',
    ],
    () => [
      'This is the last service of the entity; without it an empty shell remains',
      'Cancel the entity if it is no longer needed; else add the new service before this one goes',
    ],
  ),
  'order.other-filing': says<{ filing: string; advised: string[] }>(
    (p) => [
      `按已填信息应办理“${p.advised.map(filingZh).join('”或“')}”，不是“${filingZh(p.filing)}”`,
      '改变备案类型；所依据的信息有误的，先更正',
    ],
    (p) => [
      `What is filled in calls for: ${p.advised.map(filingEn).join(' or ')}; not for: ${filingEn(p.filing)}`,
      'Change the kind of filing; if what it rests on is wrong, correct that first',
    ],
  ),
  'order.timed-out': says<AtProvider & { submittedOn: string; closedOn: string }>(
    (p) => [
      `${p.provider}的订单（${p.submittedOn}）超过修改期限，应已于 ${p.closedOn} 关闭`,
      '确认原订单已关闭，再重新提交',
    ],
    (p) => [
      `The order of ${p.submittedOn} at ${p.providerEn} is past its term and was due to close on ${p.closedOn}`,
      'Make sure that it is closed, then file again',
    ],
  ),
  'form.unticked': says<{ fieldsZh: string; fieldsEn: string }>(
    (p) => [`已生成的表单没有勾选：${p.fieldsZh}`, '用当前资料重新生成、签字盖章'],
    (p) => [`The generated forms leave boxes unticked: ${p.fieldsEn}`, 'Generate, sign and seal them again'],
  ),
  'form.outdated': says<{ fieldsZh: string; fieldsEn: string }>(
    (p) => [`已生成的表单与现在的资料不符：${p.fieldsZh}`, '用当前资料重新生成、签字盖章'],
    (p) => [
      `The generated forms differ from the present data: ${p.fieldsEn}`,
      'Generate, sign and seal them again',
    ],
  ),
  'sms.phone-on-record': says<{ recorded: string; found: string }>(
    (p) => [
      `核验短信会发到备案中的手机 ${p.recorded}，不是 ${p.found}`,
      '该号码已停用的，先在原接入商变更，或在订单中更换服务负责人',
    ],
    (p) => [
      `The SMS goes to the recorded mobile ${p.recorded}, not to ${p.found}`,
      'If that number is dead, change it at the old provider first, or replace the owner in the order',
    ],
  ),
  'sms.id-on-record': says<{ recorded: string; found: string }>(
    (p) => [
      `短信核验要填备案中的证件号码后 6 位 ${p.recorded}，现填的是 ${p.found}`,
      '更正服务负责人证件号码，或先变更备案',
    ],
    (p) => [
      `The SMS check wants the recorded ID's last six characters ${p.recorded}; the dossier has ${p.found}`,
      "Correct the owner's ID number, or change the record first",
    ],
  ),
  'access.ip-twice': says<Span>(
    (p) => [`IP ${spanOf(p)} 重复填写`, '每个地址只填一次'],
    (p) => [`${spanOf(p)} is entered twice`, 'Enter every address once'],
  ),
  'access.ip-in-use': says<Span & AtProvider & { domain: string }>(
    (p) => [
      `IP ${spanOf(p)} 已用于 ${p.domain} 在${p.provider}的接入，与本次接入商冲突`,
      '换用本接入商分配的 IP，或先清理旧备案',
    ],
    (p) => [
      `${spanOf(p)} is filed for ${p.domain} at ${p.providerEn}, which conflicts with this provider`,
      'Use an address of this provider, or clear the old record',
    ],
  ),
  'access.ip-not-on-record': says<Span>(
    (p) => [`IP ${spanOf(p)} 不在已备案的接入中`, '核对已备案的 IP'],
    (p) => [`${spanOf(p)} is not among the filed addresses`, 'Compare it with the record'],
  ),
  'access.too-many-addresses': says<AtProvider & { count: number; atMost: number }>(
    (p) => [`填了 ${p.count} 个 IP，${p.provider}每个服务最多 ${p.atMost} 个`, '只填实际使用的地址'],
    (p) => [
      `${p.count} addresses are entered; ${p.providerEn} takes at most ${p.atMost} for a service`,
      'Enter only the addresses in use',
    ],
  ),
  'access.twice': says<AtProvider & { domain: string }>(
    (p) => [`${p.domain} 在${p.provider}的接入重复`, '删去重复的接入'],
    (p) => [`${p.domain} has its access at ${p.providerEn} twice`, 'Remove one'],
  ),
  'access.already-here': says<AtProvider & { domain: string }>(
    (p) => [`${p.domain} 已在${p.provider}接入`, '无需新增接入；换账号的办转移备案'],
    (p) => [
      `${p.domain} has an access at ${p.providerEn} already`,
      'No new access is needed; for another account file a transfer',
    ],
  ),
  'access.not-here': says<AtProvider & { domain: string; holder: string; holderEn: string }>(
    (p) => [
      `${p.domain} 接入在${p.holder}，不在${p.provider}`,
      `到${p.holder}办理，或先在${p.provider}新增接入`,
    ],
    (p) => [
      `${p.domain} is accessed through ${p.holderEn}, not ${p.providerEn}`,
      `File at ${p.holderEn}, or add an access at ${p.providerEn} first`,
    ],
  ),
  'access.only-one': says<AtProvider & { domain: string }>(
    (p) => [`${p.domain} 只有${p.provider}一个接入，不能取消`, '改办注销网站，或先在别处新增接入'],
    (p) => [
      `${p.domain} has no other access than that at ${p.providerEn}; it cannot be cancelled`,
      'Cancel the service instead, or add an access elsewhere first',
    ],
  ),
  'resource.not-prepaid': says<AtProvider & { kind: string }>(
    (p) => [`${p.provider}的资源为“${p.kind}”，备案须用包年包月资源`, '改为包年包月，或换用其他资源'],
    (p) => [
      `The resource at ${p.providerEn} is “${p.kind}”; filing takes a prepaid one`,
      'Change it to prepaid, or use another resource',
    ],
  ),
  'resource.too-short': says<AtProvider & { months: number; atLeast: number }>(
    (p) => [`${p.provider}的资源只有 ${p.months} 个月，至少 ${p.atLeast} 个月`, '续费或换用其他资源'],
    (p) => [
      `The resource at ${p.providerEn} is bought for ${p.months} months; at least ${p.atLeast} are needed`,
      'Renew it, or use another resource',
    ],
  ),
  'resource.abroad': says<AtProvider>(
    (p) => [`${p.provider}的资源在境外，不能备案`, '换用中国内地的资源'],
    (p) => [`The resource at ${p.providerEn} is outside the mainland`, 'Use a resource in the mainland'],
  ),
  'resource.full': says<AtProvider & { count: number; atMost: number }>(
    (p) => [`该资源已备案 ${p.count} 个服务，${p.provider}最多 ${p.atMost} 个`, '换用其他资源'],
    (p) => [
      `${p.count} services are filed with the resource; ${p.providerEn} allows ${p.atMost}`,
      'Use another resource',
    ],
  ),
  'resource.none': says<{ provider: string; providerEn: string }>(
    (p) => [`没有关联${p.provider}的云资源`, '先购买符合要求的云资源，再填写关联的数量'],
    (p) => [
      `No cloud resource of ${p.providerEn} is linked`,
      'Buy one that meets the conditions, then enter how many are linked',
    ],
  ),
  'resource.ends': says<{ expiresOn: string; needed: string }>(
    (p) => [`资源 ${p.expiresOn} 到期，审核期间须用到 ${p.needed}`, '先续费再提交'],
    (p) => [`The resource ends on ${p.expiresOn}; the review needs it until ${p.needed}`, 'Renew it first'],
  ),
  'resource.code-used': says<{ code: string }>(
    (p) => [`备案授权码${p.code === '' ? '' : ` ${p.code} `}已使用`, '重新生成授权码'],
    (p) => [`The authorisation code ${p.code} has been used`, 'Make a new code'],
  ),
  'account.several': says<AtProvider & { accounts: string[] }>(
    (p) => [
      `主体在${p.provider}有 ${p.accounts.length} 个账号：${p.accounts.join('、')}`,
      '用原账号办理，或先转移备案',
    ],
    (p) => [
      `The entity has ${p.accounts.length} accounts at ${p.providerEn}: ${p.accounts.join(', ')}`,
      'File from the account that holds the record, or transfer the record first',
    ],
  ),
  'account.of-other-entity': says<{ account: string; holder: string; entity: string }>(
    (p) => [
      `小程序账号 ${p.account} 的主体是“${p.holder}”，与主办者“${p.entity}”不一致`,
      '以小程序的认证主体备案，或先迁移小程序',
    ],
    (p) => [
      `The account ${p.account} belongs to “${p.holder}”, not to “${p.entity}”`,
      'File for the entity that the platform has verified, or move the mini program first',
    ],
  ),
  'account.shared': says<AtProvider & { account: string; holder: string }>(
    (p) => [
      `${p.provider}账号 ${p.account} 也用于“${p.holder}”，该接入商一个账号对应一个主体`,
      '为本主体另开账号',
    ],
    (p) => [
      `The ${p.providerEn} account ${p.account} also serves “${p.holder}”; there each entity needs its own`,
      'Open an account for this entity',
    ],
  ),
  'content.too-many': says<AtProvider & { count: number; atMost: number }>(
    (p) => [`选了 ${p.count} 项服务内容，${p.provider}最多 ${p.atMost} 项`, `保留不超过 ${p.atMost} 项`],
    (p) => [
      `${p.count} service contents are chosen; ${p.providerEn} takes at most ${p.atMost}`,
      `Keep no more than ${p.atMost}`,
    ],
  ),
  'approval.none-and-others': says<{ others: string[] }>(
    (p) => [`同时选了“以上都不涉及”和 ${p.others.join('、')}`, '二者只留其一'],
    (p) => [`“None of these” is chosen together with ${p.others.join(', ')}`, 'Keep one of the two'],
  ),
  'approval.of-content-missing': says<Record<'contentZh' | 'contentEn' | 'nameZh' | 'nameEn', string>>(
    (p) => [
      `服务内容选了“${p.contentZh}”，未填写“${p.nameZh}”前置审批`,
      `填写“${p.nameZh}”批文编号并附批文，或改选服务内容`,
    ],
    (p) => [
      `The content “${p.contentEn}” is chosen without the pre-approval “${p.nameEn}”`,
      `Enter that approval and attach it, or choose another content`,
    ],
  ),
  'domain.lost-for-ever': says<{ suffix: string }>(
    (p) => [`后缀 ${p.suffix} 未获批复，注销后无法再次备案`, '确认不再使用该域名后再注销'],
    (p) => [
      `The suffix ${p.suffix} is not approved: once cancelled it can never be filed again`,
      'Cancel only when the domain will not be used any more',
    ],
  ),
  'provider.too-many-services': says<AtProvider & { count: number; atMost: number; unit: string }>(
    (p) => [
      `订单有 ${p.count} 个${p.unit === 'domain' ? '域名' : '服务'}，${p.provider}每单最多 ${p.atMost} 个`,
      '分几次提交',
    ],
    (p) => [
      `The order has ${p.count} ${p.unit}s; ${p.providerEn} takes at most ${p.atMost}`,
      'File them in several orders',
    ],
  ),
  'name.platform-length': says<AtProvider & { name: string; chars: number; atLeast: number; atMost: number }>(
    (p) => [
      `名称“${p.name}”为 ${p.chars} 个字符（汉字算 2 个），${p.provider}须为 ${p.atLeast}–${p.atMost} 个`,
      '按长度重取名称',
    ],
    (p) => [
      `“${p.name}” has ${p.chars} characters (a Chinese one counts as two); ${p.providerEn} takes ${p.atLeast} to ${p.atMost}`,
      'Choose a name of that length',
    ],
  ),
  'photo.reused': says<Named>(
    (p) => [`${p.materialsZh}以前用过`, '重新拍摄'],
    (p) => [`${p.materialsEn} was used before`, 'Take a new photo'],
  ),
  'file.format': says<AtProvider & { format: string; accepted: string[] }>(
    (p) => [`图片格式 ${p.format} 不被接受`, `转为 ${p.accepted.join('、')} 再上传`],
    (p) => [`The format ${p.format} is not accepted`, `Convert the picture to ${p.accepted.join(' or ')}`],
  ),
  'file.too-small': says<AtProvider & { kb: number; minKb: number }>(
    (p) => [`图片 ${p.kb} KB，${p.provider}至少 ${p.minKb} KB`, '提高分辨率重扫'],
    (p) => [
      `The picture has ${p.kb} KB; ${p.providerEn} takes at least ${p.minKb} KB`,
      'Scan it again at a higher resolution',
    ],
  ),
  'file.too-large': says<AtProvider & { kb: number; maxKb: number }>(
    (p) => [`图片 ${p.kb} KB，${p.provider}最大 ${p.maxKb} KB`, '压缩后上传'],
    (p) => [`The picture has ${p.kb} KB; ${p.providerEn} takes at most ${p.maxKb} KB`, 'Compress it'],
  ),
  'field.missing': says<{ nameZh: string; nameEn: string }>(
    (p) => [`${p.nameZh}为空`, `填写${p.nameZh}`],
    (p) => [`${p.nameEn}: nothing is entered`, `Enter it: ${p.nameEn}`],
  ),
  'contact.office-phone-missing': says(
    () => [
      '服务负责人没有办公电话，部分系统要求单位填写',
      '填写 区号-号码；没有座机的，按接入商要求备注“企业无座机”',
    ],
    () => [
      'The service owner has no office phone; some systems want one of units',
      'Enter area code and number; without a landline add the remark 企业无座机 where the provider takes it',
    ],
  ),
  'contact.qq': says<{ role: string; value: string }>(
    (p) => [`${roleZh(p.role)}的 QQ “${p.value}” 无效`, '填写 5–11 位数字，首位不为 0；或留空'],
    (p) => [
      `The ${roleEn(p.role)}'s QQ number “${p.value}” is not valid`,
      'Enter five to eleven digits that do not begin with 0, or leave it empty',
    ],
  ),
  'cancel.reason-missing': says(
    () => ['未填写注销理由', '从接入商的列表选择理由'],
    () => ['No reason for the cancellation is given', "Choose one from the provider's list"],
  ),
  'cancel.reason-code': says<{ value: string }>(
    (p) => [`“${p.value}”不是注销理由代码`, '填写接入商列表中的代码，或用中文写明理由'],
    (p) => [
      `“${p.value}” is no code of a reason for cancelling`,
      "Enter a code of the provider's list, or say the reason in Chinese",
    ],
  ),
  'document.wrong-owner': says<Named & { owner: string }>(
    (p) => [`${p.materialsZh}放错了用途位置`, p.owner === 'entity' ? '移到负责人证件' : '移到主体证件'],
    (p) => [
      `${p.materialsEn} is filed under the wrong purpose`,
      p.owner === 'entity' ? "Move it to the person's documents" : "Move it to the entity's documents",
    ],
  ),
  'password.missing': says<{ until: string }>(
    (p) => [`${p.until} 前办理须提供 ICP 备案密码`, '到工信部网站找回密码'],
    (p) => [`Before ${p.until} this filing needed the ICP password`, 'Recover it at the ministry’s site'],
  ),
};
