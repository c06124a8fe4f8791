import type { RuleBook } from './book.ts';
import type { Rule } from './schema.ts';
import { rulesInForce } from './select.ts';

/** What may be written across the copy of a certificate, and on which ones. */
export interface WatermarkPolicy {
  allowed: (typeof strictness)[number];
  materials: string[];
}

/** The strictest of what region and provider say has its way. */
const strictness = ['none', 'filing-use-only', 'short'] as const;

/**
 * What the rules in force allow; `null`: nothing says that a watermark is accepted, so there is none.
 *
 * @param rules those that hold for this filing
 */
export function watermarkPolicy(
  book: RuleBook,
  { on, provider }: { on: string; provider: string | null },
  rules: Rule[],
): WatermarkPolicy | null {
  const inRegion = statedIn(rules);
  // A region's own rule on scans that is silent about watermarks leaves what is said for the nation.
  const stated = inRegion.length > 0 ? inRegion : statedIn(rulesInForce(book.national.rules, on));
  if (stated.length === 0) return null;
  const byProvider = book.packLimits.watermarks.find((entry) => entry.provider === provider)?.allowed;
  const said = [byProvider, ...stated.map(({ watermark }) => watermark)];
  const materials = stated.flatMap(({ materials: named }) =>
    Array.isArray(named) ? (named as unknown[]) : [],
  );
  return {
    allowed: strictness.find((level) => said.includes(level)) ?? 'short',
    materials: [...new Set(materials)].filter((id) => typeof id === 'string'),
  };
}

function statedIn(rules: Rule[]): Record<string, unknown>[] {
  return rules.flatMap(({ check }) =>
    check?.name === 'scanQuality' && check.params['watermark'] !== undefined ? [check.params] : [],
  );
}

/** The purpose alone, in any of its usual words, also with for whom: 仅供备案使用, 仅限某云ICP备案专用，复印无效. */
const FILING_USE =
  /^.{0,4}(供|限|用于|限于|用作).{0,20}备案(申请|办理|核验|使用|专用|之用|用途|用)*(，?(复印|他用|再用)无效)?$/;

/** Words for a purpose: who may use a copy, or what for. */
const PURPOSE = /(仅|只)(供|限|能?用|作)|用于|专用|供.{1,20}(使用|之用)/;

/** Longer ones are not short any more. The length is this application's reading: nobody has published one. */
const maxShortChars = 24;

/** What speaks against a watermark in these words; `null`: nothing. */
export function watermarkFault(
  words: string,
  { allowed }: WatermarkPolicy,
): 'not-accepted' | 'other-purpose' | 'more-than-purpose' | 'long' | null {
  if (allowed === 'none') return 'not-accepted';
  const bare = words.replace(/[\s“”"（）()]/g, '');
  if (FILING_USE.test(bare)) return null;
  if (PURPOSE.test(bare) && !bare.includes('备案')) return 'other-purpose';
  if (allowed === 'filing-use-only') return 'more-than-purpose';
  return [...bare].length > maxShortChars ? 'long' : null;
}
