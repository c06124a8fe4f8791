import { amountEn, roleEn, roleZh, says, unitZh, type Named } from './sentence.ts';

/** `problemFrom`: the first day of submission on which it is one. */
type Valid = { what: string; role: string | null; validTo: string; on: string; problemFrom: string };
type Aged = Named & {
  issuedOn: string;
  value: number;
  unit: string;
  goodUntil: string;
  on: string;
  problemFrom: string;
};

export const documentFindings = {
  'document.missing': says<Named & { owner: string | null }>(
    (p) => [`缺${ofZh(p.owner)}${p.materialsZh}`, `准备并上传${p.materialsZh}`],
    (p) => [`${p.materialsEn}${ofEn(p.owner)} is not attached`, `Prepare and attach ${p.materialsEn}`],
  ),
  'document.not-done-yet': says<Named & { owner: string | null }>(
    (p) => [`${ofZh(p.owner)}${p.materialsZh}尚未登记完成`, '在接入商处完成核验后登记，或上传照片'],
    (p) => [
      `${p.materialsEn}${ofEn(p.owner)} is not recorded as done`,
      "Do the verification in the provider's procedure and record it, or attach the photo",
    ],
  ),
  'document.expired': says<Valid>(
    (p) => [`${whatZh(p)}已于 ${p.validTo} 到期（计划提交 ${p.on}）`, '换发新证件后再提交'],
    (p) => [
      `The ${whatEn(p)} expired on ${p.validTo} (planned submission ${p.on})`,
      'Renew it before submission',
    ],
  ),
  'document.remaining-too-short': says<
    Valid & { value: number; unit: string; needed: string; isMoreThan: boolean }
  >(
    (p) => [
      `${whatZh(p)} ${p.validTo} 到期，${p.on} 提交时剩余有效期须${p.isMoreThan ? '超过' : '不少于'} ${p.value} ${unitZh(p.unit)}`,
      `换发证件，使有效期${p.isMoreThan ? '晚于' : '不早于'} ${p.needed}`,
    ],
    (p) => [
      `The ${whatEn(p)} ends on ${p.validTo}; on ${p.on} ${p.isMoreThan ? 'more than' : 'at least'} ${amountEn(p.value, p.unit)} must be left`,
      `Renew it, valid ${p.isMoreThan ? 'beyond' : 'until at least'} ${p.needed}`,
    ],
  ),
  'document.undated': says<Named>(
    (p) => [`${p.materialsZh}没有落款日期`, '由签署人写明日期'],
    (p) => [`${p.materialsEn} bears no date`, 'Have the signer write the date'],
  ),
  'document.dated-after-submission': says<Aged>(
    (p) => [`${p.materialsZh}落款 ${p.issuedOn}，晚于计划提交日 ${p.on}`, '落款日期不得晚于提交日，重新签署'],
    (p) => [
      `${p.materialsEn} is dated ${p.issuedOn}, after the planned submission on ${p.on}`,
      'Have it signed again with a date not after submission',
    ],
  ),
  'document.too-old': says<Aged>(
    (p) => [
      `${p.materialsZh}落款 ${p.issuedOn}，${p.value} ${unitZh(p.unit)}内有效，${p.problemFrom} 起失效（计划提交 ${p.on}）`,
      '重新签署',
    ],
    (p) => [
      `${p.materialsEn} is dated ${p.issuedOn} and good for ${amountEn(p.value, p.unit)}, until ${p.goodUntil} (planned submission ${p.on})`,
      'Have it signed again',
    ],
  ),
  'document.too-old-at-review': says<Aged & { reviewed: string }>(
    (p) => [
      `${p.materialsZh}有效至 ${p.goodUntil}，管局可能到 ${p.reviewed} 才审核`,
      '如可能，提交前重新签署',
    ],
    (p) => [
      `${p.materialsEn} is good until ${p.goodUntil}; the authority may review only by ${p.reviewed}`,
      'If possible, have it signed again before submission',
    ],
  ),
  'document.too-few-copies': says<Named & { copies: number; atLeast: number }>(
    (p) => [`${p.materialsZh}只有 ${p.copies} 份，须 ${p.atLeast} 份`, '补足份数'],
    (p) => [`Only ${p.copies} of ${p.materialsEn}; ${p.atLeast} are needed`, 'Add the missing ones'],
  ),
  'calendar.unknown-year': says<{ from: string; to: string }>(
    (p) => [`${p.from} 至 ${p.to} 跨入尚未公布放假安排的年份，工作日只按周末推算`, '放假安排公布后再核对'],
    (p) => [
      `${p.from} to ${p.to} reaches into a year whose holidays are not published; only weekends were counted`,
      'Check again once the holidays are published',
    ],
  ),
  'scan.not-colour': says<Named>(
    (p) => [`${p.materialsZh}的扫描件不是彩色`, '用彩色重新扫描或拍摄原件'],
    (p) => [`The scan of ${p.materialsEn} is not in colour`, 'Scan or photograph the original in colour'],
  ),
  'scan.electronic': says<Named>(
    (p) => [`${p.materialsZh}是电子证照，不被接受`, '扫描或拍摄纸质原件'],
    (p) => [
      `${p.materialsEn} is an electronic certificate, which is refused`,
      'Scan or photograph the paper original',
    ],
  ),
  'scan.watermark-words': says<
    Named & { words: string; fault: 'not-accepted' | 'other-purpose' | 'more-than-purpose' | 'long' }
  >(
    (p) => [
      {
        'not-accepted': `这里不接受水印，${p.materialsZh}写有“${p.words}”`,
        'other-purpose': `${p.materialsZh}的水印“${p.words}”写的是其他用途`,
        'more-than-purpose': `${p.materialsZh}的水印“${p.words}”超出用途说明`,
        long: `${p.materialsZh}的水印“${p.words}”过长，一般只接受短语`,
      }[p.fault],
      p.fault === 'not-accepted'
        ? '换用没有水印的图片'
        : '换用没有水印、或水印只写“仅供备案使用”且不压文字的图片',
    ],
    (p) => [
      {
        'not-accepted': `No watermark is accepted here, and “${p.words}” stands on ${p.materialsEn}`,
        'other-purpose': `The watermark “${p.words}” on ${p.materialsEn} names another purpose`,
        'more-than-purpose': `The watermark “${p.words}” on ${p.materialsEn} says more than the purpose`,
        long: `The watermark “${p.words}” on ${p.materialsEn} is long; only short ones are usually taken`,
      }[p.fault],
      p.fault === 'not-accepted'
        ? 'Use a picture without a watermark'
        : 'Use a picture without a watermark, or with 仅供备案使用 alone and off the text',
    ],
  ),
  'scan.watermark-covers': says<Named>(
    (p) => [`${p.materialsZh}的水印压住了证件内容`, '换用没有水印、或水印不压文字的图片'],
    (p) => [
      `The watermark on ${p.materialsEn} covers what the document says`,
      'Use a picture without a watermark, or with one off the text',
    ],
  ),
  'scan.copy': says<Named>(
    (p) => [`${p.materialsZh}是复印件，不被接受`, '扫描或拍摄原件'],
    (p) => [`${p.materialsEn} is a photocopy, which is refused`, 'Scan or photograph the original'],
  ),
  'approval.expired': says<Named & { validTo: string; on: string }>(
    (p) => [`${p.materialsZh}已于 ${p.validTo} 到期（计划提交 ${p.on}）`, '换发后重新上传'],
    (p) => [
      `${p.materialsEn} expired on ${p.validTo} (planned submission ${p.on})`,
      'Renew it and attach the new one',
    ],
  ),
  'approval.number-missing': says<{ nameZh: string; nameEn: string }>(
    (p) => [`前置审批“${p.nameZh}”没有审批号`, '填写批文上的审批号'],
    (p) => [`The pre-approval “${p.nameEn}” has no number`, 'Enter the number on the approval'],
  ),
  'approval.type-unknown': says<{ type: string; known: string[] }>(
    (p) => [`前置审批类型“${p.type}”不在代码表内`, `改为：${p.known.join('、')}`],
    (p) => [`“${p.type}” is no type of pre-approval`, `Use one of: ${p.known.join(', ')}`],
  ),
};

const ofZh = (owner: string | null): string => (owner === null ? '' : `${roleZh(owner)}的`);
const ofEn = (owner: string | null): string => (owner === null ? '' : ` of the ${roleEn(owner)}`);

const whats: Record<string, [string, string]> = {
  'entity-certificate': ['主体证件', 'entity certificate'],
  'person-id': ['证件', 'ID'],
  'residence-permit': ['居住证', 'residence permit'],
  approval: ['批文', 'approval'],
};
export const whatZh = (p: Pick<Valid, 'what' | 'role'>): string =>
  `${ofZh(p.role)}${whats[p.what]?.[0] ?? p.what}`;
export const whatEn = (p: Pick<Valid, 'what' | 'role'>): string =>
  `${whats[p.what]?.[1] ?? p.what}${ofEn(p.role)}`;
