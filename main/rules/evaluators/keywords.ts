import { submissionDay } from './dates.ts';
import { attachedFor, isAttached, naming } from './documents.ts';
import { items, text, textOf, words } from './facts.ts';
import { anyRemark } from './roles.ts';
import { nameOf } from './names.ts';
import type { CheckParams } from './params.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { finding, Verdict } from './verdict.ts';

type Params = CheckParams['keywordRequiresApproval'];
type Field = Params['fields'][number];

const keyOfField: Record<Field, string> = {
  'entity-name': 'entity.name',
  'business-scope': 'entity.businessScope',
  'service-name': 'service.name',
  'service-content': 'service.plannedUse',
  remark: 'service.remark',
  domain: 'service.domain',
};

/** Categories whose service contents are a code of their own, so that the content needs no key word. */
const contentsOfCategory: Record<string, string[]> = {
  game: ['online-games'],
  news: ['online-news'],
  audiovisual: ['online-video'],
};

/** Contents that nobody offers without the pre-approval of their kind. */
const approvalOfContent: Record<string, string> = {
  'online-news': 'news',
  'online-games': 'publication',
  'online-video': 'broadcast',
};

/** A clause that excludes a business: “不含金融业务”, “除网络借贷外”. */
const EXCLUDED = /(不含|不包括|不得|不涉及|不从事|除)[^；;。，,）)]*$/;

interface Hit {
  field: Field;
  word: string;
  isExcluded: boolean;
}

function hitsIn(field: Field, value: string, keywords: string[]): Hit[] {
  const lower = value.toLowerCase();
  return keywords.flatMap((word) => {
    const at = lower.indexOf(word.toLowerCase());
    if (at === -1) return [];
    const excluded = field === 'business-scope' || field === 'remark' || field === 'service-content';
    return { field, word, isExcluded: excluded && EXCLUDED.test(value.slice(0, at)) };
  });
}

function allHits(params: Params, verdict: Verdict): Hit[] {
  const { ctx } = verdict;
  const hits = params.fields.flatMap((field): Hit[] => {
    const named = field === 'service-name' ? nameOf(ctx) : null;
    const key = named?.key ?? keyOfField[field];
    const value = named ? named.name : text(ctx, key);
    if (value === undefined) verdict.unknown(key);
    const contents = field === 'service-content' ? (words(ctx, 'service.contentTypes') ?? []) : [];
    const chosen = contents.filter((id) => contentsOfCategory[params.category]?.includes(id));
    return [
      ...hitsIn(field, value ?? '', params.keywords ?? []),
      ...chosen.map((word) => ({ field, word, isExcluded: false })),
    ];
  });
  // 基金管理 says more than 基金 in the same field; a remark that denies a business is the remedy itself.
  return hits.filter(
    (hit) =>
      !(hit.field === 'remark' && hit.isExcluded) &&
      !hits.some(
        (x) => x !== hit && x.field === hit.field && x.word !== hit.word && x.word.includes(hit.word),
      ),
  );
}

/** An approval whose validity has ended is none. */
function judgeApprovals(verdict: Verdict, approvals: string[]): boolean | undefined {
  const { ctx } = verdict;
  const on = submissionDay(ctx);
  const found = attachedFor(ctx, approvals, null);
  if (!found) return undefined;
  const valid = found.filter((doc) => !doc.validTo || doc.validTo >= on);
  const expired = found.filter((doc) => !valid.includes(doc));
  if (valid.length === 0)
    for (const doc of expired)
      verdict.say(
        'approval.expired',
        { ...naming(ctx, [doc.material]), validTo: doc.validTo!, on },
        'documents.validTo',
      );
  return valid.length > 0;
}

/** Every pre-approval that was entered needs its number, a code of the list, and its paper. */
function enteredApprovals(ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'service.preApprovals';
  const entered = items(ctx, path);
  if (!entered) return verdict.unknown(path).result();
  for (const content of words(ctx, 'service.contentTypes') ?? []) {
    const item = ctx.book.enumerations.preApprovalItems.find((x) => x.id === approvalOfContent[content]);
    const isEntered = entered.some((one) => (textOf(one, 'type') ?? textOf(one, 'item')) === item?.id);
    if (!item || isEntered || isAttached(ctx, [item.material ?? ''])) continue;
    const name = ctx.book.enumerations.serviceContents.find((x) => x.id === content)?.name;
    verdict.say(
      'approval.of-content-missing',
      {
        contentZh: name?.['zh-CN'] ?? content,
        contentEn: name?.en ?? content,
        nameZh: item.name['zh-CN'],
        nameEn: item.name.en,
      },
      path,
    );
  }
  if (entered.length === 0) return verdict.notApplicable().result();
  for (const approval of entered) {
    const type = textOf(approval, 'type') ?? textOf(approval, 'item') ?? '';
    const known = ctx.book.enumerations.preApprovalItems.find((x) => x.id === type);
    if (!known)
      verdict.say(
        'approval.type-unknown',
        { type, known: ctx.book.enumerations.preApprovalItems.map((x) => x.id) },
        path,
      );
    const nameZh = known?.name['zh-CN'] ?? type;
    const nameEn = known?.name.en ?? type;
    if (textOf(approval, 'number') === null) verdict.say('approval.number-missing', { nameZh, nameEn }, path);
    if (known?.material !== undefined) verdict.demand([known.material]);
  }
  return verdict.result();
}

function keywordRequiresApproval(params: Params, ctx: CheckContext): CheckResult {
  if (!params.keywords && !contentsOfCategory[params.category]) return enteredApprovals(ctx);
  const verdict = new Verdict(ctx);
  const hits = allHits(params, verdict);
  if (hits.length === 0) return verdict.notApplicable().result();

  const approvals = params.approvals ?? [];
  const letters = params.commitmentAccepted
    ? (params.commitmentMaterials ?? ['form-no-preapproval', 'form-situation-statement'])
    : [];
  const approved = judgeApprovals(verdict, approvals);
  const promised = isAttached(ctx, letters);
  const remark = anyRemark(ctx);
  const isRemarked =
    params.remedies?.includes('remark') === true && /不涉及|不含|无关|未开展|不从事/.test(remark ?? '');
  const answers = [...approvals, ...letters];
  if (approved || promised || isRemarked) {
    if (answers.length > 0) verdict.demand(answers, { required: !isRemarked });
    return verdict.result();
  }
  const found = [...new Set(hits.map((hit) => hit.word))];
  const fields = [...new Set(hits.map((hit) => hit.field))];
  const isExcluded = hits.every((hit) => hit.isExcluded);
  const said = {
    ...naming(ctx, answers),
    words: found,
    fields,
    category: params.category,
    letterAccepted: letters.length > 0,
    remedies: params.remedies ?? [],
  };
  const path = keyOfField[fields[0]!];
  if (answers.length === 0 || isExcluded) {
    if (answers.length > 0) verdict.demand(answers, { required: false });
    return verdict.say('keyword.ask-authority', said, path, 'warning').askPerson().result();
  }
  return verdict.demand(answers, { because: finding('keyword.needs-approval', said, path) }).result();
}

export const keywordEvaluators: Evaluators<'keywordRequiresApproval'> = { keywordRequiresApproval };
