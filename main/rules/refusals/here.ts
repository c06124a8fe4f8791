import { items, text, textOf, type Item } from '../evaluators/facts.ts';
import type { CheckContext } from '../evaluators/types.ts';
import type { Provider } from '../data-schema.ts';

/** The provider of this filing. */
export const providerHere = (ctx: CheckContext): string | null =>
  ctx.provider ?? text(ctx, 'access.provider') ?? null;

export const isAtProvider = (ctx: CheckContext, item: Item): boolean =>
  textOf(item, 'provider') === providerHere(ctx);

export const domainHere = (ctx: CheckContext): string | null =>
  (text(ctx, 'service.domain') ?? text(ctx, 'domain.name') ?? null)?.toLowerCase() ?? null;

/** The accesses of this filing's service that the ledger lists. */
export function accessesOfService(ctx: CheckContext): Item[] {
  const domain = domainHere(ctx);
  return (items(ctx, 'ledger.accesses') ?? []).filter(
    (access) => domain !== null && textOf(access, 'domain')?.toLowerCase() === domain,
  );
}

/** Where mini programs are filed unless another platform is named; whoever hosts their server has no say in it. */
const MINI_PROGRAM_PLATFORM = 'weixin';

/** What is known of the habits of the provider or platform of this filing. */
export function profileHere(ctx: CheckContext): Provider | undefined {
  const profile = ctx.book.providers.get(providerHere(ctx) ?? '');
  return ctx.service === 'mini-program' && profile?.kind !== 'platform'
    ? ctx.book.providers.get(MINI_PROGRAM_PLATFORM)
    : profile;
}

/** A quota of the provider; some differ between units and individuals. */
export function quotaHere(ctx: CheckContext, name: string): number | undefined {
  const value = profileHere(ctx)?.quotas?.[name];
  return typeof value === 'object'
    ? value[ctx.entityGroup === 'individual' ? 'individual' : 'organization']
    : value;
}

/** Name of a provider for a sentence: of this filing's, unless another is meant. */
export const providerNames = (
  ctx: CheckContext,
  id: string | null = profileHere(ctx)?.id ?? providerHere(ctx),
) => {
  const name = ctx.book.providers.get(id ?? '')?.name;
  return { provider: name?.['zh-CN'] ?? id ?? '', providerEn: name?.en ?? id ?? '' };
};
