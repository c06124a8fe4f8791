import { addMonths, submissionDay } from '../evaluators/dates.ts';
import { items, textOf, words, type Item } from '../evaluators/facts.ts';
import type { FindingCode, FindingParams } from '../../../preload/messages/findings.ts';
import type { Verdict } from '../evaluators/verdict.ts';
import { isAtProvider, profileHere, providerNames, quotaHere } from './here.ts';
import type { Refusals } from './types.ts';

const PATH = 'ledger.resources';

/** Filings that name the server or other resource behind the service. */
const NEEDS_RESOURCE = new Set(['first', 'new-service', 'new-access', 'change-access']);

/** Months a resource must be bought for, and still run during the review, where the provider says nothing else. */
const MIN_MONTHS = 3;
const MIN_REMAINING_MONTHS = 1;

const PAY_AS_YOU_GO = /pay.?as.?you.?go|post.?paid|on.?demand|spot|按量|按需|后付费|竞价/i;

/**
 * What is wrong with each resource at this provider, for one reason. The order uses one of them, so nothing is said
 * as long as one is in order.
 */
function unlessOneServes<C extends FindingCode>(
  verdict: Verdict,
  code: C,
  fault: (resource: Item) => FindingParams<C> | null,
): void {
  const { ctx } = verdict;
  if (!NEEDS_RESOURCE.has(ctx.filing)) return;
  const here = (items(ctx, PATH) ?? []).filter(
    (resource) => textOf(resource, 'provider') === null || isAtProvider(ctx, resource),
  );
  const faults = here.map(fault);
  if (faults.includes(null)) return;
  for (const params of faults) verdict.say(code, params!, PATH);
}

function unsuitable(verdict: Verdict): void {
  const { ctx } = verdict;
  const names = providerNames(ctx);
  const atLeast = profileHere(ctx)?.resource?.minMonths ?? MIN_MONTHS;
  unlessOneServes(verdict, 'resource.not-prepaid', (resource) => {
    const kind = [textOf(resource, 'billing'), textOf(resource, 'kind')].find(
      (x) => x && PAY_AS_YOU_GO.test(x),
    );
    return kind ? { kind, ...names } : null;
  });
  unlessOneServes(verdict, 'resource.too-short', (resource) => {
    const months = resource['months'];
    return typeof months === 'number' && months < atLeast ? { months, atLeast, ...names } : null;
  });
  unlessOneServes(verdict, 'resource.abroad', (resource) =>
    /^(hong-kong|macao|taiwan|overseas)$/.test(textOf(resource, 'location') ?? '') ? names : null,
  );
  // Unknown is not none; an access by a line or a rack of one's own has no cloud resource.
  const isByCloud = words(ctx, 'access.method')?.includes('cloud') === true;
  if (NEEDS_RESOURCE.has(ctx.filing) && isByCloud && ctx.facts['access.resourceCount'] === 0)
    verdict.say('resource.none', names, 'access.resourceCount');
  const quota = quotaHere(ctx, 'servicesPerServer');
  unlessOneServes(verdict, 'resource.full', (resource) => {
    const count = resource['sitesFiled'];
    return typeof count === 'number' && quota !== undefined && count >= quota
      ? { count, atMost: quota, ...names }
      : null;
  });
}

function endsDuringReview(verdict: Verdict): void {
  const { ctx } = verdict;
  const needed = addMonths(
    submissionDay(ctx),
    profileHere(ctx)?.serverMustRemainMonths ?? MIN_REMAINING_MONTHS,
  );
  unlessOneServes(verdict, 'resource.ends', (resource) => {
    const expiresOn = textOf(resource, 'expiresOn') ?? textOf(resource, 'validTo');
    return expiresOn !== null && expiresOn < needed ? { expiresOn, needed } : null;
  });
}

const codeOf = (resource: Item): string | null =>
  textOf(resource, 'authorizationCode') ?? textOf(resource, 'authorisationCode');

function codeUsed(verdict: Verdict): void {
  const all = items(verdict.ctx, PATH) ?? [];
  unlessOneServes(verdict, 'resource.code-used', (resource) => {
    const code = codeOf(resource);
    const isSpent = [resource['codeUsed'], resource['authorizationCodeUsed']].includes(true);
    const isDouble = code !== null && all.filter((other) => codeOf(other) === code).length > 1;
    return isSpent || isDouble ? { code: code ?? '' } : null;
  });
}

/** The provider's own conditions for the resource that a service is filed with. */
export const resourceRefusals: Refusals = {
  'ACC-08': unsuitable,
  'ACC-09': endsDuringReview,
  'ACC-11': codeUsed,
};
