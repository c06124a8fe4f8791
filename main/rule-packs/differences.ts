import type { RuleChange } from '../../preload/contract/index.ts';
import type { Rule, RuleBook } from '../rules/book.ts';
import { regionOf } from './overlay.ts';

/** What is otherwise in `after`, in the order of the regions: the rules that would change, leaf by leaf. */
export function differencesOf(before: RuleBook, after: RuleBook): RuleChange[] {
  const ids = new Set([...after.rulesById.keys(), ...before.rulesById.keys()]);
  return [...ids].flatMap((id) => {
    const [old, next] = [before.rulesById.get(id), after.rulesById.get(id)];
    if (old === next) return [];
    const fields = old && next ? leavesOf(old, next) : [];
    if (old && next && fields.length === 0) return [];
    const shown = next ?? old!;
    const isEnded = next?.validTo != null && fields.every(({ field }) => field === 'validTo');
    return {
      id,
      region: regionOf(id),
      change: !old ? 'added' : !next ? 'removed' : isEnded ? 'ended' : 'changed',
      severity: shown.severity,
      requirement: shown.requirement,
      validTo: shown.validTo,
      reason: after.origins.get(id)?.reason ?? null,
      fields,
    };
  });
}

/** Objects are compared key by key; lists of words as a whole. */
function leavesOf(old: Rule, next: Rule): RuleChange['fields'] {
  const found: RuleChange['fields'] = [];
  const compare = (a: unknown, b: unknown, path: string) => {
    if (isNest(a) || isNest(b)) {
      const [left, right] = [isNest(a) ? a : {}, isNest(b) ? b : {}];
      for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
        compare(left[key], right[key], path ? `${path}.${key}` : key);
      return;
    }
    const [before, after] = [wordsOf(a), wordsOf(b)];
    if (before !== after) found.push({ field: path, before, after });
  };
  compare(old, next, '');
  return found;
}

function isNest(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return !Array.isArray(value) || value.some((item) => typeof item === 'object');
}

function wordsOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
