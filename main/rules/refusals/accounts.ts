import { items, text, textOf, type Item } from '../evaluators/facts.ts';
import { sameName } from '../evaluators/people.ts';
import type { CheckContext } from '../evaluators/types.ts';
import type { Verdict } from '../evaluators/verdict.ts';
import { isAtProvider, profileHere, providerHere, providerNames } from './here.ts';
import type { Refusals } from './types.ts';

const PATH = 'ledger.providerAccounts';

const isPlatform = (ctx: CheckContext, id: string | null): boolean =>
  ctx.book.providers.get(id ?? '')?.kind === 'platform';

/** Accounts at the filing's provider: the entity's own, and those of others. */
function accountsHere(ctx: CheckContext): { own: Item[]; others: Item[] } {
  const name = text(ctx, 'entity.name');
  const here = (items(ctx, PATH) ?? []).filter((account) =>
    // A mini program is filed at its platform; only there it has an account.
    ctx.service === 'mini-program' && providerHere(ctx) === null
      ? isPlatform(ctx, textOf(account, 'provider'))
      : isAtProvider(ctx, account),
  );
  const known = here.filter((account) => name && textOf(account, 'entity') !== null);
  const isOwn = (account: Item): boolean => sameName(textOf(account, 'entity')!, name!);
  return { own: known.filter(isOwn), others: known.filter((account) => !isOwn(account)) };
}

/** One entity has one account; the others cannot file with its certificate. */
function severalAccounts(verdict: Verdict): void {
  const { ctx } = verdict;
  // A company may have many mini programs, each with its account.
  if (ctx.filing === 'transfer-account' || profileHere(ctx)?.kind === 'platform') return;
  const accounts = [...new Set(accountsHere(ctx).own.flatMap((account) => textOf(account, 'account') ?? []))];
  if (accounts.length > 1) verdict.say('account.several', { accounts, ...providerNames(ctx) }, PATH);
}

/** A mini program belongs to the entity that the platform has verified. */
function platformAccountOfOther(verdict: Verdict): void {
  const { ctx } = verdict;
  if (ctx.service !== 'mini-program' && ctx.service !== 'quick-app') return;
  const { own, others } = accountsHere(ctx);
  if (own.length > 0) return;
  for (const account of others)
    verdict.say(
      'account.of-other-entity',
      {
        account: textOf(account, 'account') ?? '',
        holder: textOf(account, 'entity')!,
        entity: text(ctx, 'entity.name')!,
      },
      PATH,
    );
}

/** Accounts at providers that want one for each entity. */
function accountShared(verdict: Verdict): void {
  const { ctx } = verdict;
  const provider = profileHere(ctx);
  const isOneToOne =
    provider?.accountPerEntity === 'one-to-one' || provider?.quotas?.['entitiesPerAccount'] === 1;
  if (!isOneToOne) return;
  const { own, others } = accountsHere(ctx);
  for (const account of own) {
    const holder = others.find((other) => textOf(other, 'account') === textOf(account, 'account'));
    if (holder)
      verdict.say(
        'account.shared',
        {
          account: textOf(account, 'account') ?? '',
          holder: textOf(holder, 'entity')!,
          ...providerNames(ctx),
        },
        PATH,
        'warning',
      );
  }
}

/** Whose account at a provider or platform a filing is made with. */
export const accountRefusals: Refusals = {
  'ENT-20': severalAccounts,
  'ENT-25': platformAccountOfOther,
  'PRO-20': accountShared,
};
