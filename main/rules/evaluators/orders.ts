import { addTime } from './dates.ts';
import { idFiles, isPersonDocument } from './documents.ts';
import { items, text, textOf, words, type Item } from './facts.ts';
import { isSamePerson, sameName } from './people.ts';
import type { CheckParams } from './params.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

function changeOrderTypeOnly(params: CheckParams['changeOrderTypeOnly'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const changed = words(ctx, 'order.changedFields');
  const touches = (pattern: RegExp): boolean => (changed ?? []).some((field) => pattern.test(field));
  if (params.when === 'principal-changes') {
    if (changed === undefined) return verdict.unknown('order.changedFields').result();
    if (!touches(/^principal(\.(name|idNumber|idType))?$/)) return verdict.notApplicable().result();
  }
  const offered = (params.unavailable as string[] | undefined)?.includes(ctx.filing) === false;
  if (ctx.filing !== params.type && !offered)
    verdict.say('order.type-not-offered', { filing: ctx.filing, offered: params.type }, 'order.filingType');
  for (const material of params.materials ?? []) {
    // A proof of change is for a change of what the certificate says.
    if (material === 'form-change-proof') {
      if (changed === undefined) verdict.unknown('order.changedFields');
      else if (touches(/^entity\.(name|certificate)/)) verdict.demand([material]);
      continue;
    }
    if (material === 'form-poa-principal') {
      const isRepresentative = isSamePerson(ctx, 'principal', 'legal-representative');
      if (isRepresentative === undefined) verdict.unknown('principal.idNumber');
      if (isRepresentative === false) verdict.demand([material]);
      continue;
    }
    const type = ctx.book.enumerations.certificateTypes.find(
      (x) => x.id === text(ctx, 'entity.certificate.type'),
    );
    const isCertificate = material.startsWith('cert-');
    if (isCertificate && ctx.entityGroup === 'individual') continue;
    if (isPersonDocument(ctx, material)) continue;
    verdict.demand([isCertificate && type !== undefined ? type.material : material]);
  }
  if (params.materials?.some((material) => isPersonDocument(ctx, material))) {
    const { wanted, missing } = idFiles(ctx, ['principal', 'service-owner']);
    for (const { materials, owner } of wanted) verdict.demand(materials, { owner });
    verdict.unknown(...missing);
  }
  return verdict.result();
}

function smsVerification(params: CheckParams['smsVerification'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  if ((params.exempt as string[] | undefined)?.includes(ctx.filing)) return verdict.notApplicable().result();
  const deadline = ctx.facts['order.smsDeadline'];
  if (typeof deadline === 'string' && deadline.slice(0, 10) < ctx.on)
    return verdict
      .say('order.sms-expired', { deadline: deadline.slice(0, 10), hours: params.hours }, 'order.smsDeadline')
      .result();
  return verdict.askPerson().result();
}

function serviceMigrationSupported(
  params: CheckParams['serviceMigrationSupported'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  if (ctx.filing !== 'migrate') return verdict.notApplicable().result();
  if (params.supported === 'no')
    return verdict.say('migration.not-supported', {}, 'order.filingType').result();
  if (params.serviceTypes && !(params.serviceTypes as string[]).includes(ctx.service))
    verdict.say('migration.not-for-service', { service: ctx.service }, 'service.type');
  if (ctx.entityGroup === 'individual' && !params.targetMayBeIndividual)
    verdict.say('migration.not-to-individual', {}, 'entity.group');
  const holder = text(ctx, 'domain.holderName');
  const entity = text(ctx, 'entity.name');
  if (!holder) verdict.unknown('domain.holderName');
  else if (entity && !sameName(holder, entity))
    verdict.say('migration.domain-not-moved', { holder, entity }, 'domain.holderName');
  for (const material of params.materials ?? []) verdict.demand([material]);
  if (params.supported !== 'yes') verdict.askPerson();
  return verdict.result();
}

export const OPEN_ORDER_ENDED =
  /^(approved|cancelled|closed|completed?|done|draft|finished|passed|withdrawn|已(通过|完成|办结|撤销|取消))$/;

/** Day on which the provider closes an order that waits for its applicant; `null`: not published, or not waiting. */
function closesOn(ctx: CheckContext, order: Item): string | null {
  const state = ctx.book.lifecycle.states.find(({ id }) => id === textOf(order, 'state'));
  const drafts = ctx.book.providers.get(textOf(order, 'provider') ?? '')?.drafts;
  const since = textOf(order, 'returnedOn') ?? textOf(order, 'submittedOn');
  if (!state?.editable || !drafts || since === null) return null;
  const days = drafts.daysToCorrect ?? drafts.daysUntilClosed;
  if (days !== undefined) return addTime(since, days, 'day');
  return drafts.monthsUntilDeleted === undefined ? null : addTime(since, drafts.monthsUntilDeleted, 'month');
}

function oneOpenOrderPerEntity(_params: object, ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'ledger.openOrders';
  const orders = items(ctx, path);
  if (!orders) return verdict.unknown(path).result();
  for (const order of orders) {
    if (OPEN_ORDER_ENDED.test(textOf(order, 'state') ?? '')) continue;
    const id = textOf(order, 'provider') ?? '';
    const provider = ctx.book.providers.get(id)?.name ?? { 'zh-CN': id, en: id };
    const said = {
      provider: provider['zh-CN'],
      providerEn: provider.en,
      submittedOn: textOf(order, 'submittedOn') ?? '',
    };
    const closedOn = closesOn(ctx, order);
    if (closedOn !== null && closedOn < ctx.on) {
      verdict.say('order.timed-out', { ...said, closedOn }, path);
      continue;
    }
    const filingType = textOf(order, 'filingType') ?? '';
    const name = ctx.book.enumerations.filingTypes.find((x) => x.id === filingType)?.name;
    verdict.say(
      'order.another-open',
      { ...said, filingZh: name?.['zh-CN'] ?? filingType, filingEn: name?.en ?? filingType },
      path,
    );
  }
  return verdict.result();
}

export const orderEvaluators: Evaluators<
  'changeOrderTypeOnly' | 'smsVerification' | 'serviceMigrationSupported' | 'oneOpenOrderPerEntity'
> = { changeOrderTypeOnly, smsVerification, serviceMigrationSupported, oneOpenOrderPerEntity };
