import type { Bilingual } from '../contract/index.ts';
import { packOwners } from './packs.ts';

/** What a signed form that came back is told, with the numbers its sentences need. */
export interface FormFindingParams {
  'form.recognised': { form: string; formEn: string };
  'form.unsigned': { by: string };
  'form.signature-unsure': { by: string; inkMm2: number };
  'form.unsealed': { by: string };
  'form.seal-faint': { by: string; inkMm2: number };
  'form.seal-not-red': { by: string };
  'form.no-fingerprint': { by: string };
  'form.no-handwriting': { by: string };
  'form.undated': Record<string, never>;
  'form.field-cut': { visiblePercent: number };
  'form.incomplete-page': { outsidePercent: number };
  'form.not-aligned': { foundPercent: number };
  'form.other-kind': { form: string; formEn: string; filedAs: string; filedAsEn: string };
  'form.other-filing': { entity: string };
  'form.unknown-filing': Record<string, never>;
  'form.data-changed': Record<string, never>;
  'form.not-printed-now': Record<string, never>;
  'form.draft': Record<string, never>;
  'form.pages-missing': { missing: string };
}

export interface FindingText {
  message: Bilingual;
  /** One next step; `null` where there is nothing to do. */
  fix: Bilingual | null;
}

const say = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

const zhOf = (by: string) => packOwners[by]?.['zh-CN'] ?? by;
const enOf = (by: string) => packOwners[by]?.en.toLowerCase() ?? by;

export const formFindingTexts: {
  [C in keyof FormFindingParams]: (params: FormFindingParams[C]) => FindingText;
} = {
  'form.recognised': ({ form, formEn }) => ({
    message: say(
      `已识别为本应用打印的《${form}》，签字盖章齐全`,
      `Recognised as the printed “${formEn}”, signed and sealed`,
    ),
    fix: null,
  }),
  'form.unsigned': ({ by }) => ({
    message: say(`${zhOf(by)}签字处是空的`, `The place for the signature of the ${enOf(by)} is empty`),
    fix: say(`请${zhOf(by)}签字后重新扫描。`, `Have the ${enOf(by)} sign it, then scan it again.`),
  }),
  'form.signature-unsure': ({ by, inkMm2 }) => ({
    message: say(
      `${zhOf(by)}签字处只有约 ${inkMm2} mm² 笔迹，无法判断是否已签字`,
      `About ${inkMm2} mm² of ink where the ${enOf(by)} signs: it cannot be told whether that is a signature`,
    ),
    fix: say('请对照图片确认。', 'Compare it with the picture.'),
  }),
  'form.unsealed': ({ by }) => ({
    message: say(`${zhOf(by)}盖章处没有印章`, `There is no seal of the ${enOf(by)} in its place`),
    fix: say('请加盖公章后重新扫描。', 'Press the official seal, then scan it again.'),
  }),
  'form.seal-faint': ({ by, inkMm2 }) => ({
    message: say(
      `${zhOf(by)}盖章处只有约 ${inkMm2} mm² 红色，印章可能过淡或不完整`,
      `About ${inkMm2} mm² of red where the seal of the ${enOf(by)} goes: it may be faint or incomplete`,
    ),
    fix: say('请重新加盖清晰、完整的公章。', 'Press a clear, complete seal.'),
  }),
  'form.seal-not-red': ({ by }) => ({
    message: say(
      `${zhOf(by)}盖章处有印迹，但不是红色：可能是黑白扫描或复印件`,
      `There is a mark where the seal of the ${enOf(by)} goes, but not in red: scanned in grey, or a copy`,
    ),
    fix: say('请用原件彩色扫描。', 'Scan the original in colour.'),
  }),
  'form.no-fingerprint': ({ by }) => ({
    message: say(`${zhOf(by)}按手印处是空的`, `The place for the fingerprint of the ${enOf(by)} is empty`),
    fix: say('请按手印后重新扫描。', 'Add the fingerprint, then scan it again.'),
  }),
  'form.no-handwriting': ({ by }) => ({
    message: say(`须由${zhOf(by)}手写的地方是空的`, `What the ${enOf(by)} has to write by hand is missing`),
    fix: say('请手写后重新扫描。', 'Write it by hand, then scan it again.'),
  }),
  'form.undated': () => ({
    message: say('日期没有填写', 'The date is not filled in'),
    fix: say('请手写签署日期后重新扫描。', 'Write the date of signing by hand, then scan it again.'),
  }),
  'form.field-cut': ({ visiblePercent }) => ({
    message: say(
      `须填写的地方只有 ${visiblePercent}% 在图片内`,
      `Only ${visiblePercent} % of a place to fill in is inside the picture`,
    ),
    fix: say('请重新扫描整页。', 'Scan the whole page again.'),
  }),
  'form.incomplete-page': ({ outsidePercent }) => ({
    message: say(
      `页面不完整：约 ${outsidePercent}% 的印刷内容在图片之外`,
      `The page is not complete: about ${outsidePercent} % of what is printed lies outside the picture`,
    ),
    fix: say('请重新扫描整页，四边都要可见。', 'Scan the whole page again, all four edges visible.'),
  }),
  'form.not-aligned': ({ foundPercent }) => ({
    message: say(
      `只有 ${foundPercent}% 的印刷内容能与原表对上：可能被遮挡、折叠，或不是同一张表。签字盖章处无法检查`,
      `Only ${foundPercent} % of what is printed was found in its place: covered, folded or another sheet. The places to sign and seal could not be checked`,
    ),
    fix: say('请把纸放平，重新扫描整页。', 'Lay the sheet flat and scan the whole page again.'),
  }),
  'form.other-kind': ({ form, formEn, filedAs, filedAsEn }) => ({
    message: say(
      `这是《${form}》，却归为“${filedAs}”`,
      `This is “${formEn}”, yet it is kept as “${filedAsEn}”`,
    ),
    fix: say(`把类型改为《${form}》。`, `Change its kind to “${formEn}”.`),
  }),
  'form.other-filing': ({ entity }) => ({
    message: say(
      `这张表是为“${entity}”的另一次备案打印的`,
      `This form was printed for another filing, of “${entity}”`,
    ),
    fix: say('请换上本次备案的表。', 'Attach the form of this filing.'),
  }),
  'form.unknown-filing': () => ({
    message: say(
      '这张表不是为此工作区的备案打印的',
      'This form was not printed for any filing of this workspace',
    ),
    fix: say(
      '请打印本次备案的表，重新签字盖章。',
      'Print the form of this filing and have it signed and sealed.',
    ),
  }),
  'form.data-changed': () => ({
    message: say(
      '打印之后资料有改动：表上的内容与现在的资料不一致',
      'The data was changed after printing: what stands on the form differs from the dossier',
    ),
    fix: say('请重新打印并签字盖章，或改回资料。', 'Print it again and have it signed, or correct the data.'),
  }),
  'form.not-printed-now': () => ({
    message: say(
      '按现在的资料，本次备案不再需要这一页',
      'As the dossier stands now, this page is no longer part of the filing',
    ),
    fix: say('请核对备案类型和服务。', 'Check the kind of filing and its services.'),
  }),
  'form.draft': () => ({
    message: say(
      '这张表是从草稿打印的，每页都有“草稿”字样',
      'This form was printed from a draft, marked so on every page',
    ),
    fix: say('资料齐全后重新打印并签字盖章。', 'Complete the filing, print it again and have it signed.'),
  }),
  'form.pages-missing': ({ missing }) => ({
    message: say(`这份材料还缺第 ${missing} 页`, `Page ${missing} of this form is missing`),
    fix: say('请扫描并添加缺少的页。', 'Scan and add the missing page.'),
  }),
};
