import type { Bilingual } from '../contract/index.ts';

/** Words of the pages that only the administrator reads: cover, contents, signing sheet, captions. */
export const packWords = {
  pack: { 'zh-CN': 'ICP 备案材料', en: 'ICP filing pack' },
  cover: { 'zh-CN': '封面', en: 'Cover' },
  contents: { 'zh-CN': '目录', en: 'Contents' },
  signingSheet: { 'zh-CN': '签字盖章指引', en: 'Signing sheet' },
  forms: { 'zh-CN': '表单与函件', en: 'Forms and letters' },
  documents: { 'zh-CN': '随附材料', en: 'Attached documents' },
  draft: { 'zh-CN': '草稿', en: 'DRAFT' },
  entity: { 'zh-CN': '主办单位', en: 'Entity' },
  certificate: { 'zh-CN': '证件号码', en: 'Certificate number' },
  filing: { 'zh-CN': '备案类型', en: 'Filing' },
  authority: { 'zh-CN': '受理机关', en: 'Authority' },
  provider: { 'zh-CN': '接入商', en: 'Provider' },
  service: { 'zh-CN': '服务', en: 'Service' },
  domain: { 'zh-CN': '域名', en: 'Domain' },
  legalRepresentative: { 'zh-CN': '法定代表人', en: 'Legal representative' },
  principal: { 'zh-CN': '主体负责人', en: 'Principal' },
  serviceOwner: { 'zh-CN': '服务负责人', en: 'Service owner' },
  date: { 'zh-CN': '制作日期', en: 'Date' },
  completeness: { 'zh-CN': '完整性', en: 'Completeness' },
  complete: { 'zh-CN': '材料齐全', en: 'Complete' },
  toSign: { 'zh-CN': '待签字盖章', en: 'To be signed and sealed' },
  open: { 'zh-CN': '尚有问题', en: 'Open points' },
  notChosen: { 'zh-CN': '未选择', en: 'not chosen' },
  item: { 'zh-CN': '序号', en: 'No.' },
  document: { 'zh-CN': '材料', en: 'Document' },
  owner: { 'zh-CN': '归属', en: 'Of' },
  originals: { 'zh-CN': '原件', en: 'Originals' },
  page: { 'zh-CN': '页码', en: 'Page' },
  missing: { 'zh-CN': '缺', en: 'missing' },
  signer: { 'zh-CN': '签字人', en: 'Signed by' },
  seal: { 'zh-CN': '盖章', en: 'Seal' },
  dateRule: { 'zh-CN': '日期', en: 'Date' },
  courier: { 'zh-CN': '寄送原件', en: 'Courier' },
  courierList: { 'zh-CN': '寄送清单', en: 'Courier cover list' },
  receiver: { 'zh-CN': '收件单位', en: 'To' },
  receiverAddress: { 'zh-CN': '收件地址、电话', en: 'Address and telephone' },
  sender: { 'zh-CN': '寄件单位', en: 'From' },
  senderAddress: { 'zh-CN': '寄件地址', en: 'Address' },
  contact: { 'zh-CN': '联系人', en: 'Contact' },
  courierNumber: { 'zh-CN': '快递单号、寄出日期', en: 'Tracking number, date sent' },
  signedAndSealed: { 'zh-CN': '已签章', en: 'Signed' },
  enclosed: { 'zh-CN': '已装入', en: 'Enclosed' },
  front: { 'zh-CN': '人像面', en: 'Portrait side' },
  back: { 'zh-CN': '国徽面', en: 'Emblem side' },
  trueSize: { 'zh-CN': '原大 85.6 × 54 mm', en: 'true size 85.6 × 54 mm' },
  signedScan: { 'zh-CN': '签章扫描件', en: 'signed scan' },
  blank: { 'zh-CN': '本页留白', en: 'This page is left blank' },
  unreadable: {
    'zh-CN': '此文件无法读取，请重新提供',
    en: 'This file cannot be read. Please supply it again.',
  },
} satisfies Record<string, Bilingual>;

/** What a list has no room for. */
export function moreWords(count: number): Bilingual {
  return { 'zh-CN': `另有 ${count} 项`, en: `and ${count} more` };
}

/** Whose document it is. */
export const packOwners: Record<string, Bilingual> = {
  entity: packWords.entity,
  principal: packWords.principal,
  'service-owner': packWords.serviceOwner,
  'legal-representative': packWords.legalRepresentative,
  domain: packWords.domain,
  service: packWords.service,
  applicant: { 'zh-CN': '申请人', en: 'Applicant' },
  holder: { 'zh-CN': '持有人', en: 'Holder' },
  guardian: { 'zh-CN': '监护人', en: 'Guardian' },
  provider: packWords.provider,
};

/** How a form is signed, by the `signature.method` of the catalogue. */
export const signatureMethods: Record<string, Bilingual> = {
  handwritten: { 'zh-CN': '黑色签字笔，手写', en: 'by hand, black pen' },
  'handwritten-block-script-black-pen': {
    'zh-CN': '黑色签字笔，正楷手写，不得连笔',
    en: 'by hand in block script, black pen',
  },
  'handwritten-or-name-stamp': { 'zh-CN': '手写或签名章', en: 'by hand or name stamp' },
};

export const sealKinds = {
  official: { 'zh-CN': '单位公章', en: 'official seal' },
  both: { 'zh-CN': '单位、接入商公章', en: 'seals of unit and provider' },
  fingerprint: { 'zh-CN': '按手印', en: 'fingerprint' },
  'fingerprint-and-provider': { 'zh-CN': '按手印；接入商公章', en: 'fingerprint; seal of provider' },
  none: { 'zh-CN': '不盖章', en: 'no seal' },
} satisfies Record<string, Bilingual>;

export const dateRules = {
  blank: { 'zh-CN': '留空，不写', en: 'leave blank' },
  handwritten: { 'zh-CN': '签署时手写', en: 'write when signing' },
  printed: { 'zh-CN': '已打印', en: 'printed' },
} satisfies Record<string, Bilingual>;

export const courierRules: Record<string, Bilingual> = {
  no: { 'zh-CN': '否', en: 'no' },
  yes: { 'zh-CN': '是', en: 'yes' },
  sometimes: { 'zh-CN': '按管局要求', en: 'if the authority asks' },
  'first-time-only': { 'zh-CN': '仅首次', en: 'first time only' },
};

const oneSided: Bilingual = {
  'zh-CN': '单面打印，每份表单一张 A4 纸；勿缩放，打印设置选“实际大小”。',
  en: 'Print one side only, one A4 sheet per form, at actual size (100 %).',
};
const twoSided: Bilingual = {
  'zh-CN': '双面打印（沿长边翻转），每份表单从新的一张 A4 纸开始；勿缩放，打印设置选“实际大小”。',
  en: 'Print both sides (flip on the long edge); every form starts a new A4 sheet. At actual size (100 %).',
};

/** How to sign, in the order a person works. */
export function signingRules(isTwoSided: boolean): Bilingual[] {
  return [isTwoSided ? twoSided : oneSided, ...handling];
}

const handling: Bilingual[] = [
  {
    'zh-CN': '用黑色签字笔或钢笔，正楷签名；不得涂改，写错请重新打印。',
    en: 'Sign in block script with a black pen. No corrections: print the page again.',
  },
  {
    'zh-CN': '盖单位公章（圆章、红色印泥），清晰完整，靠近或压住签名；不用合同章、财务章、发票章。',
    en: 'Use the round official seal in fresh red ink, near or over the signature; never a contract, finance or invoice seal.',
  },
  {
    'zh-CN': '彩色扫描，平整不折，四边和标题完整，无阴影；扫描后作为材料附回本次备案。',
    en: 'Scan in colour, flat, with all four edges and the heading visible, then attach the scan to this filing.',
  },
];

/** Why a page of a PDF is printed as a picture of it and not taken over as it is. */
const pictureReasons = {
  encrypted: { 'zh-CN': '文件已加密', en: 'the file is encrypted' },
  damaged: { 'zh-CN': '文件结构有误', en: 'the structure of the file is faulty' },
  annotations: {
    'zh-CN': '页面上有表单域、印章或批注',
    en: 'the page carries fields, stamps or notes',
  },
  fonts: {
    'zh-CN': '字体未嵌入或编码不明确',
    en: 'a font is not embedded, or its codes are ambiguous',
  },
  colours: { 'zh-CN': '使用了 CMYK 或专色', en: 'it uses CMYK or named inks' },
  content: {
    'zh-CN': '含有存档格式（PDF/A）不允许的内容',
    en: 'it holds what the archive format PDF/A forbids',
  },
  complex: { 'zh-CN': '页面过于复杂', en: 'the page is too complex' },
} satisfies Record<string, Bilingual>;
export type PictureReason = keyof typeof pictureReasons;

/** Parameters of each thing a pack is checked for. */
export interface PreflightParams {
  'material-missing': { name: Bilingual; owner: Bilingual | null };
  'material-recommended': { name: Bilingual };
  'to-sign': { name: Bilingual };
  waived: { what: Bilingual; reason: string };
  'done-elsewhere': { name: Bilingual };
  finding: { message: Bilingual };
  unchecked: { count: number };
  'file-unreadable': { fileName: string };
  'file-too-large': { fileName: string };
  'file-unassigned': { fileName: string };
  'low-resolution': { name: Bilingual; dpi: number; wantedDpi: number };
  'not-colour': { name: Bilingual };
  'too-old': { name: Bilingual; issuedOn: string; value: number; unit: string };
  'dated-later': { name: Bilingual; issuedOn: string };
  'small-text': { sizePt: number; text: string };
  'upload-too-large': { name: string; bytes: number; maxBytes: number };
  'upload-too-small': { name: string; bytes: number; minBytes: number };
  'upload-few-pixels': {
    name: string;
    widthPx: number;
    heightPx: number;
    minWidthPx: number;
    minHeightPx: number;
  };
  'upload-illegible': { name: string; contrastPercent: number; textHeightPx: number };
  'official-illegible': { name: string; maxBytes: number; contrastPercent: number; textHeightPx: number };
  'official-too-large': { name: string; maxBytes: number };
  'official-fits': { count: number };
  'page-count': { pages: number; expected: number };
  'field-not-found': { text: string };
  'watermark-not-accepted': Record<string, never>;
  'watermark-forbidden': Record<string, never>;
  'watermark-replaced': { words: string };
  'watermark-left-out': Record<string, never>;
  'pdf-as-picture': { name: Bilingual; because: PictureReason };
  'page-size': { widthMm: number; heightMm: number };
  'page-number-wrong': { expected: string };
  'font-not-embedded': { font: string };
  'outside-margin': { distanceMm: number; marginMm: number };
  'picture-wrong': Record<string, never>;
  verified: { pages: number; fields: number };
}
export type PreflightCode = keyof PreflightParams;

const units: Record<string, Bilingual> = {
  day: { 'zh-CN': '天', en: 'days' },
  month: { 'zh-CN': '个月', en: 'months' },
};
const kb = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`;

/** The beginning of a text that is too long to be repeated. */
const short = (text: string) => ([...text].length > 24 ? `${[...text].slice(0, 24).join('')}…` : text);

type Sentence<P> = (params: P) => Bilingual;

const sentences: { [C in PreflightCode]: Sentence<PreflightParams[C]> } = {
  'material-missing': ({ name, owner }) => ({
    'zh-CN': `缺少${owner ? `${owner['zh-CN']}的` : ''}“${name['zh-CN']}”。`,
    en: `Missing: ${name.en}${owner ? ` (${owner.en.toLowerCase()})` : ''}.`,
  }),
  'material-recommended': ({ name }) => ({
    'zh-CN': `建议提供“${name['zh-CN']}”，目前没有。`,
    en: `Recommended but not attached: ${name.en}.`,
  }),
  waived: ({ what, reason }) => ({
    'zh-CN': `已搁置：${cut(what['zh-CN'], 40)}（原因：${cut(reason, 60)}）`,
    en: `Waived: ${cut(what.en, 80)} (reason: ${cut(reason, 60)})`,
  }),
  'to-sign': ({ name }) => ({
    'zh-CN': `“${name['zh-CN']}”已打印在本册中，签字盖章后请扫描附回。`,
    en: `${name.en} is printed in this pack: have it signed and sealed, then attach the scan.`,
  }),
  'done-elsewhere': ({ name }) => ({
    'zh-CN': `“${name['zh-CN']}”在接入商的流程中完成，不在本册内。`,
    en: `${name.en} is done in the provider's own procedure and is not part of this pack.`,
  }),
  finding: ({ message }) => message,
  unchecked: ({ count }) => ({
    'zh-CN': `有 ${count} 条规则尚不能判断，需要补充资料或由人确认。`,
    en: `${count} rules could not be decided: facts are missing or a person has to look.`,
  }),
  'file-unreadable': ({ fileName }) => ({
    'zh-CN': `文件“${fileName}”损坏或不完整，无法放入材料册。`,
    en: `The file “${fileName}” is damaged or incomplete and cannot go into the pack.`,
  }),
  'file-too-large': ({ fileName }) => ({
    'zh-CN': `文件“${fileName}”的像素或页数过多，无法放入材料册。`,
    en: `The file “${fileName}” has too many pixels or pages for the pack.`,
  }),
  'file-unassigned': ({ fileName }) => ({
    'zh-CN': `文件“${fileName}”尚未指明是哪种材料，未放入材料册。`,
    en: `Nobody has said what “${fileName}” is; it was left out.`,
  }),
  'low-resolution': ({ name, dpi, wantedDpi }) => ({
    'zh-CN': `“${name['zh-CN']}”打印分辨率只有 ${dpi} dpi，低于 ${wantedDpi} dpi，文字可能不清。`,
    en: `${name.en} prints at only ${dpi} dpi (at least ${wantedDpi} dpi wanted); small text may be unclear.`,
  }),
  'not-colour': ({ name }) => ({
    'zh-CN': `“${name['zh-CN']}”是黑白图像，备案要求彩色。`,
    en: `${name.en} is black and white; a colour scan is required.`,
  }),
  'too-old': ({ name, issuedOn, value, unit }) => ({
    'zh-CN': `“${name['zh-CN']}”落款日期为 ${issuedOn}，到提交之日已超过 ${value} ${units[unit]?.['zh-CN'] ?? unit}。`,
    en: `${name.en} is dated ${issuedOn}: more than ${value} ${units[unit]?.en ?? unit} old on the day of submission.`,
  }),
  'dated-later': ({ name, issuedOn }) => ({
    'zh-CN': `“${name['zh-CN']}”落款日期 ${issuedOn} 晚于提交日期。`,
    en: `${name.en} is dated ${issuedOn}, later than the day of submission.`,
  }),
  'small-text': ({ sizePt, text }) => ({
    'zh-CN': `“${short(text)}”过长，缩小到 ${sizePt} 磅才放得下，请核对能否看清。`,
    en: `“${short(text)}” is so long that it had to shrink to ${sizePt} pt; check that it can be read.`,
  }),
  'upload-too-large': ({ name, bytes, maxBytes }) => ({
    'zh-CN': `${name} 压缩后仍有 ${kb(bytes)}，超过接入商上限 ${kb(maxBytes)}。`,
    en: `${name} still has ${kb(bytes)} after compression; the provider's limit is ${kb(maxBytes)}.`,
  }),
  'upload-too-small': ({ name, bytes, minBytes }) => ({
    'zh-CN': `${name} 只有 ${kb(bytes)}，低于接入商下限 ${kb(minBytes)}，请提供更清晰的扫描件。`,
    en: `${name} has only ${kb(bytes)}; the provider wants at least ${kb(minBytes)}. Scan it at a higher resolution.`,
  }),
  'upload-few-pixels': ({ name, widthPx, heightPx, minWidthPx, minHeightPx }) => ({
    'zh-CN': `${name} 为 ${widthPx}×${heightPx} 像素，少于 ${minWidthPx}×${minHeightPx}。`,
    en: `${name} has ${widthPx} × ${heightPx} pixels, fewer than ${minWidthPx} × ${minHeightPx}.`,
  }),
  'upload-illegible': ({ name, contrastPercent, textHeightPx }) => ({
    'zh-CN': `${name} 压缩后小字可能看不清：笔画反差只剩 ${contrastPercent}%，字高 ${textHeightPx} 像素。请裁去空白或分页上传。`,
    en: `${name} may be hard to read after compression: ${contrastPercent} % of the strokes' contrast is left, small text is ${textHeightPx} pixels high. Crop it, or upload its pages one by one.`,
  }),
  'official-illegible': ({ name, maxBytes, contrastPercent, textHeightPx }) => ({
    'zh-CN': `${name} 按工信部接口的 ${kb(maxBytes)}（base64）再压缩后小字可能看不清：笔画反差只剩 ${contrastPercent}%，字高 ${textHeightPx} 像素。请裁去空白，或按原件重新扫描。`,
    en: `${name} may be hard to read once it is compressed to the ${kb(maxBytes)} (base64) of the ministry's interface: ${contrastPercent} % of the strokes' contrast is left, small text is ${textHeightPx} pixels high. Crop it, or scan the original again.`,
  }),
  'official-too-large': ({ name, maxBytes }) => ({
    'zh-CN': `${name} 无法压缩到工信部接口的 ${kb(maxBytes)}（base64）以内。`,
    en: `${name} cannot be compressed to the ${kb(maxBytes)} (base64) of the ministry's interface.`,
  }),
  'official-fits': ({ count }) => ({
    'zh-CN': `${count} 张图片按工信部接口的大小（base64 后 100 KB，核验单 150 KB）再压缩后仍可辨认。`,
    en: `${count} ${count === 1 ? 'picture stays' : 'pictures stay'} legible when compressed again to the limits of the ministry's interface (100 KB after base64, 150 KB for the verification form).`,
  }),
  'page-count': ({ pages, expected }) => ({
    'zh-CN': `写出的文件有 ${pages} 页，应为 ${expected} 页。`,
    en: `The written file has ${pages} pages instead of ${expected}.`,
  }),
  'field-not-found': ({ text }) => ({
    'zh-CN': `写出的文件中找不到“${short(text)}”。`,
    en: `“${short(text)}” was not found in the written file.`,
  }),
  'watermark-not-accepted': () => ({
    'zh-CN': '现行规则没有说明接受水印，证件复印件未加水印。',
    en: 'No rule in force accepts a watermark, so the copies have none.',
  }),
  'watermark-forbidden': () => ({
    'zh-CN': '此地区或接入商不接受水印，证件复印件未加水印。',
    en: 'This region or provider accepts no watermark, so the copies have none.',
  }),
  'watermark-replaced': ({ words }) => ({
    'zh-CN': `这里的水印只能写“${words}”，已按此打印。`,
    en: `A watermark may only say “${words}” here; that is what is printed.`,
  }),
  'watermark-left-out': () => ({
    'zh-CN': '此页图像上没有不遮挡文字、人像和印章的位置，未加水印。',
    en: 'The picture on this page has no place where a watermark would cover no text, face or seal, so it has none.',
  }),
  'pdf-as-picture': ({ name, because }) => ({
    'zh-CN': `“${name['zh-CN']}”的这一页以图像打印：${pictureReasons[because]['zh-CN']}。`,
    en: `This page of ${name.en} is printed as a picture: ${pictureReasons[because].en}.`,
  }),
  'page-size': ({ widthMm, heightMm }) => ({
    'zh-CN': `写出的页面为 ${Math.round(widthMm)} × ${Math.round(heightMm)} mm，不是 A4。`,
    en: `The written page is ${Math.round(widthMm)} × ${Math.round(heightMm)} mm instead of A4.`,
  }),
  'page-number-wrong': ({ expected }) => ({
    'zh-CN': `写出的页面没有页码“${expected}”。`,
    en: `The written page lacks its number “${expected}”.`,
  }),
  'font-not-embedded': ({ font }) => ({
    'zh-CN': `字体“${font}”没有以子集嵌入写出的文件。`,
    en: `The font “${font}” is not embedded in the written file as a subset.`,
  }),
  'outside-margin': ({ distanceMm, marginMm }) => ({
    'zh-CN': `有内容距纸边仅 ${Math.round(distanceMm * 10) / 10} mm，少于 ${marginMm} mm，打印时可能被裁掉。`,
    en: `Something stands ${Math.round(distanceMm * 10) / 10} mm from the edge, less than ${marginMm} mm; a printer may cut it off.`,
  }),
  'picture-wrong': () => ({
    'zh-CN': '写出的页面缺少图像，或图像的尺寸、分辨率与计划不符。',
    en: 'A picture is missing from the written page, or has another size or resolution than planned.',
  }),
  verified: ({ pages, fields }) => ({
    'zh-CN': `已回读核对：${pages} 页均为 A4，字体已嵌入，页码、图像和页边距正确，${fields} 处填写内容均在。`,
    en: `Read back: ${pages} A4 pages; fonts embedded; page numbers, pictures and margins right; all ${fields} filled-in texts present.`,
  }),
};

/** A line has no room for a whole rule; the manifest has it. */
function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

export function preflightMessage<C extends PreflightCode>(code: C, params: PreflightParams[C]): Bilingual {
  return sentences[code](params);
}
