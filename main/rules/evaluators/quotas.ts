import { splitDomain } from '../../identifiers/domain-name.ts';
import { domainsOf } from './domains.ts';
import { filedServices, flag, items, text, textOf, words, type Item } from './facts.ts';
import { isAttached, naming } from './documents.ts';
import type { CheckParams } from './params.ts';
import type { CheckContext, CheckResult, Evaluators } from './types.ts';
import { Verdict } from './verdict.ts';

type Count = number | { needs: string };

const identity = (service: Item): string => textOf(service, 'domain') ?? textOf(service, 'name') ?? '';

/** Services of the order that the entity has not filed yet, and those it has. */
export function totalServices(ctx: CheckContext): Count {
  const filed = filedServices(ctx);
  const ordered = items(ctx, 'order.services');
  if (!filed) return { needs: 'ledger.filedServices' };
  if (!ordered) return { needs: 'order.services' };
  const known = new Set(filed.map(identity));
  return filed.length + ordered.filter((service) => !known.has(identity(service))).length;
}

function orderDomains(ctx: CheckContext): string[] | undefined {
  return items(ctx, 'order.services')?.flatMap(domainsOf);
}

function allDomains(ctx: CheckContext): Set<string> | { needs: string } {
  const filed =
    words(ctx, 'ledger.filedDomains') ??
    filedServices(ctx)?.flatMap((service) => textOf(service, 'domain') ?? []);
  const ordered = orderDomains(ctx);
  if (!filed) return { needs: 'ledger.filedDomains' };
  if (!ordered) return { needs: 'order.services' };
  return new Set([...filed, ...ordered].map((domain) => domain.toLowerCase()));
}

function counted(counts: CheckParams['materialsRequiredFromCount']['counts'], ctx: CheckContext): Count {
  switch (counts) {
    case 'filed-services':
      return filedServices(ctx)?.length ?? { needs: 'ledger.filedServices' };
    case 'total-services':
      return totalServices(ctx);
    case 'order-domains':
      return orderDomains(ctx)?.length ?? { needs: 'order.services' };
    case 'total-domains': {
      const domains = allDomains(ctx);
      return domains instanceof Set ? domains.size : domains;
    }
    case 'total-domain-prefixes': {
      const domains = allDomains(ctx);
      if (!(domains instanceof Set)) return domains;
      return new Set([...domains].map((domain) => splitDomain(domain)?.label ?? domain)).size;
    }
  }
}

function materialsRequiredFromCount(
  params: CheckParams['materialsRequiredFromCount'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const total = counted(params.counts, ctx);
  if (typeof total === 'object') return verdict.unknown(total.needs).result();
  const said = {
    ...naming(ctx, params.materials, 'and'),
    counts: params.counts,
    count: total,
    atLeast: params.atLeast,
    delivery: params.delivery,
    postTo: params.postTo ?? null,
  };
  const path = params.counts === 'order-domains' ? 'order.services' : 'ledger.filedServices';
  if (total < (params.prudentAtLeast ?? params.atLeast)) return verdict.notApplicable().result();
  if (total >= params.atLeast) {
    // One mistake, one finding, however many papers it takes.
    const absent = params.materials.filter((material) => isAttached(ctx, [material]) === false);
    for (const material of params.materials) verdict.demand([material], { because: null });
    if (absent.length > 0)
      verdict.say('count.papers-needed', { ...said, ...naming(ctx, absent, 'and') }, path);
    if (params.delivery === 'on-site') verdict.askPerson();
  } else if (params.prudentAtLeast !== undefined) {
    for (const material of params.materials) verdict.demand([material], { required: false });
    verdict.say('count.papers-prudent', { ...said, prudent: params.prudentAtLeast }, path, 'warning');
  }
  return verdict.result();
}

function maxServicesPerOrder(params: CheckParams['maxServicesPerOrder'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const ordered = items(ctx, 'order.services');
  if (!ordered) return verdict.unknown('order.services').result();
  const count = params.unit === 'domain' ? ordered.flatMap(domainsOf).length : ordered.length;
  if (count <= params.value) return verdict.result();
  if (params.whenFiledMoreThan !== undefined) {
    const filed = filedServices(ctx);
    if (!filed) return verdict.unknown('ledger.filedServices').result();
    if (filed.length <= params.whenFiledMoreThan) return verdict.notApplicable().result();
  }
  return verdict
    .say('order.too-many-services', { count, atMost: params.value, unit: params.unit }, 'order.services')
    .result();
}

function maxServicesPerEntity(params: CheckParams['maxServicesPerEntity'], ctx: CheckContext): CheckResult {
  const verdict = new Verdict(ctx);
  const total = totalServices(ctx);
  if (typeof total === 'object') return verdict.unknown(total.needs).result();
  if (total <= params.value) return verdict.result();
  if (params.unless === 'telecom-licence') {
    const hasLicence = flag(ctx, 'entity.holdsTelecomLicence');
    if (hasLicence === undefined) return verdict.unknown('entity.holdsTelecomLicence').result();
    if (hasLicence) return verdict.result();
  }
  return verdict
    .say(
      'entity.too-many-services',
      { count: total, atMost: params.value, unlessLicence: params.unless === 'telecom-licence' },
      'ledger.filedServices',
    )
    .result();
}

function maxCloudResourcesPerService(
  params: CheckParams['maxCloudResourcesPerService'],
  ctx: CheckContext,
): CheckResult {
  const verdict = new Verdict(ctx);
  const path = 'access.resourceCount';
  const used = ctx.facts[path];
  if (typeof used !== 'number') return verdict.unknown(path).result();
  if (used > params.value)
    verdict.say('access.too-many-resources', { count: used, atMost: params.value }, path);
  if (params.remarkAbove !== undefined && used > params.remarkAbove) {
    const remark = text(ctx, 'service.remark');
    if (remark === undefined) verdict.unknown('service.remark');
    else if (remark === null) verdict.say('remark.missing', { about: '各云资源的用途' }, 'service.remark');
    for (const material of params.materials ?? []) verdict.demand([material]);
  }
  return verdict.result();
}

export const quotaEvaluators: Evaluators<
  | 'materialsRequiredFromCount'
  | 'maxServicesPerOrder'
  | 'maxServicesPerEntity'
  | 'maxCloudResourcesPerService'
> = { materialsRequiredFromCount, maxServicesPerOrder, maxServicesPerEntity, maxCloudResourcesPerService };
