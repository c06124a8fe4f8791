import { checkIpRange, ipv4Number } from '../../identifiers/ip-range.ts';
import { items, textOf, type Item } from '../evaluators/facts.ts';
import { sayProblems } from '../evaluators/problems.ts';
import type { CheckContext } from '../evaluators/types.ts';
import type { Verdict } from '../evaluators/verdict.ts';
import { accessesOfService, isAtProvider, providerHere, providerNames, quotaHere } from './here.ts';
import type { Refusals } from './types.ts';

const RANGES = 'access.ipRanges';
const ACCESSES = 'ledger.accesses';

interface Span {
  from: string;
  to: string;
}

const spanOf = (item: Item): Span => {
  const from = textOf(item, 'from') ?? '';
  return { from, to: textOf(item, 'to') ?? from };
};

const spansOf = (ctx: CheckContext): Span[] => (items(ctx, RANGES) ?? []).map(spanOf);

/** Addresses that the ledger knows of an access: `ipRanges`, or one range or address of its own. */
function spansOfAccess(access: Item): Span[] {
  const listed = access['ipRanges'];
  if (Array.isArray(listed))
    return listed.filter((x): x is Item => typeof x === 'object' && x !== null).map(spanOf);
  const single = textOf(access, 'ip');
  if (single !== null) return [{ from: single, to: single }];
  return textOf(access, 'from') === null ? [] : [spanOf(access)];
}

function overlap(a: Span, b: Span): boolean {
  const [a1, a2, b1, b2] = [a.from, a.to, b.from, b.to].map(ipv4Number);
  if (a1 == null || a2 == null || b1 == null || b2 == null) return a.from !== '' && a.from === b.from;
  return a1 <= b2 && b1 <= a2;
}

function invalidAddresses(verdict: Verdict): void {
  for (const span of spansOf(verdict.ctx)) {
    const { from, to } = checkIpRange(span);
    sayProblems(
      verdict,
      [...from, ...to].filter(({ code }) => code !== 'ip.reversed'),
      RANGES,
    );
  }
}

function reversedRange(verdict: Verdict): void {
  for (const span of spansOf(verdict.ctx))
    sayProblems(
      verdict,
      checkIpRange(span).to.filter(({ code }) => code === 'ip.reversed'),
      RANGES,
    );
}

/** A whole network from .0 to .255, or wider. */
const WHOLE_BLOCK = 256;

const sizeOf = ({ from, to }: Span): number => {
  const [first, last] = [ipv4Number(from), ipv4Number(to)];
  return first === null || last === null ? 1 : last - first + 1;
};

/** Only the addresses in use are filed; some providers say how many those may be. */
function tooManyAddresses(verdict: Verdict): void {
  const { ctx } = verdict;
  const spans = spansOf(ctx);
  const blocks = spans.filter((span) => sizeOf(span) >= WHOLE_BLOCK);
  for (const block of blocks) verdict.say('access.whole-block', block, RANGES);
  const atMost = quotaHere(ctx, 'ipsPerService');
  const count = spans.reduce((sum, span) => sum + Math.max(sizeOf(span), 1), 0);
  if (blocks.length === 0 && atMost !== undefined && count > atMost)
    verdict.say('access.too-many-addresses', { count, atMost, ...providerNames(ctx) }, RANGES);
}

/** An address belongs to one provider; two of its own ranges do not overlap either. */
function addressInUse(verdict: Verdict): void {
  const { ctx } = verdict;
  const spans = spansOf(ctx);
  const twice = spans.find((span, i) => spans.slice(0, i).some((earlier) => overlap(earlier, span)));
  if (twice) verdict.say('access.ip-twice', twice, RANGES);
  for (const access of items(ctx, ACCESSES) ?? []) {
    if (isAtProvider(ctx, access)) continue;
    const used = spans.find((span) => spansOfAccess(access).some((other) => overlap(span, other)));
    if (used)
      verdict.say(
        'access.ip-in-use',
        {
          ...used,
          ...providerNames(ctx, textOf(access, 'provider')),
          domain: textOf(access, 'domain') ?? '',
        },
        RANGES,
      );
  }
}

/** Cancelling an access names the addresses that were filed. */
function addressNotOnRecord(verdict: Verdict): void {
  const { ctx } = verdict;
  if (ctx.filing !== 'cancel-access') return;
  const known = accessesOfService(ctx)
    .filter((access) => isAtProvider(ctx, access))
    .flatMap(spansOfAccess);
  const unknown = spansOf(ctx).find((span) => !known.some((other) => overlap(span, other)));
  if (known.length > 0 && unknown) verdict.say('access.ip-not-on-record', unknown, RANGES);
}

const key = (access: Item): string =>
  `${textOf(access, 'domain')?.toLowerCase() ?? ''} ${textOf(access, 'provider') ?? ''}`;

function accessListedTwice(verdict: Verdict): void {
  const { ctx } = verdict;
  const known = (items(ctx, ACCESSES) ?? []).filter((access) => textOf(access, 'domain') !== null);
  for (const access of known.filter((one, i) => known.findIndex((x) => key(x) === key(one)) < i))
    verdict.say(
      'access.twice',
      { domain: textOf(access, 'domain')!, ...providerNames(ctx, textOf(access, 'provider')) },
      ACCESSES,
    );
}

function accessedHereAlready(verdict: Verdict): void {
  const { ctx } = verdict;
  if (ctx.filing !== 'new-access') return;
  const access = accessesOfService(ctx).find((one) => isAtProvider(ctx, one));
  if (access)
    verdict.say(
      'access.already-here',
      { domain: textOf(access, 'domain')!, ...providerNames(ctx) },
      ACCESSES,
    );
}

const HERE_ONLY = new Set([
  'change-service',
  'change-access',
  'change-both',
  'cancel-service',
  'cancel-access',
]);

/** What is accessed elsewhere only, only that provider can change or cancel. */
function notAccessedHere(verdict: Verdict): void {
  const { ctx } = verdict;
  const here = providerHere(ctx);
  if (!HERE_ONLY.has(ctx.filing) || here === null) return;
  const known = accessesOfService(ctx);
  if (known.length === 0 || known.some((access) => isAtProvider(ctx, access))) return;
  const holder = providerNames(ctx, textOf(known[0]!, 'provider'));
  const names = providerNames(ctx, here);
  verdict.say(
    'access.not-here',
    {
      domain: textOf(known[0]!, 'domain')!,
      ...names,
      holder: holder.provider,
      holderEn: holder.providerEn,
    },
    ACCESSES,
  );
}

function onlyAccess(verdict: Verdict): void {
  const { ctx } = verdict;
  if (ctx.filing !== 'cancel-access') return;
  const known = accessesOfService(ctx);
  if (known.length > 0 && known.every((access) => isAtProvider(ctx, access)))
    verdict.say('access.only-one', { domain: textOf(known[0]!, 'domain')!, ...providerNames(ctx) }, ACCESSES);
}

/** Addresses and accesses as the ministry's interface takes them. */
export const accessRefusals: Refusals = {
  'ACC-01': invalidAddresses,
  'ACC-02': addressInUse,
  'ACC-04': reversedRange,
  'ACC-05': tooManyAddresses,
  'ACC-15': accessListedTwice,
  'ACC-16': accessedHereAlready,
  'ACC-20': addressNotOnRecord,
  'PRO-14': notAccessedHere,
  'CHG-01': onlyAccess,
};
