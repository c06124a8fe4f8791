import type { RuleView } from '../../preload/contract/index.ts';

/** One line of a comparison: what each region asks on the same point. */
export interface Comparison {
  subject: string;
  left: RuleView | null;
  right: RuleView | null;
  /** `same`: word for word, with the same weight. */
  relation: 'same' | 'differs' | 'only-left' | 'only-right';
}

/**
 * Pairs the rules of two regions: those that replace the same national rule, then those with the same check and
 * subject. Subjects come in the order given; inside one, pairs before what only one side has.
 */
export function compareRules(
  left: readonly RuleView[],
  right: readonly RuleView[],
  subjects: readonly string[],
): Comparison[] {
  const rest = [...right];
  const lines: Comparison[] = [];
  const unpaired: RuleView[] = [];
  for (const rule of left) {
    const at = bestPartner(rule, rest);
    const [partner] = at < 0 ? [] : rest.splice(at, 1);
    if (partner)
      lines.push({ subject: rule.subject, left: rule, right: partner, relation: relationOf(rule, partner) });
    else unpaired.push(rule);
  }
  for (const rule of unpaired)
    lines.push({ subject: rule.subject, left: rule, right: null, relation: 'only-left' });
  for (const rule of rest)
    lines.push({ subject: rule.subject, left: null, right: rule, relation: 'only-right' });
  return lines.sort((a, b) => placeOf(a.subject, subjects) - placeOf(b.subject, subjects));
}

function bestPartner(rule: RuleView, others: readonly RuleView[]): number {
  const byOverride = others.findIndex(
    (other) => rule.overrides !== null && other.overrides === rule.overrides,
  );
  if (byOverride >= 0) return byOverride;
  return others.findIndex(
    (other) =>
      rule.check !== null &&
      other.check === rule.check &&
      other.subject === rule.subject &&
      other.kind === rule.kind &&
      other.overrides === rule.overrides &&
      shareMaterial(rule, other),
  );
}

/** Two demands for a document are about the same point only when it is the same document. */
function shareMaterial(a: RuleView, b: RuleView): boolean {
  if (a.materials.length === 0 && b.materials.length === 0) return true;
  return a.materials.some((material) => b.materials.includes(material));
}

function relationOf(a: RuleView, b: RuleView): 'same' | 'differs' {
  return a.severity === b.severity && a.requirement['zh-CN'] === b.requirement['zh-CN'] ? 'same' : 'differs';
}

function placeOf(subject: string, subjects: readonly string[]): number {
  const at = subjects.indexOf(subject);
  return at < 0 ? subjects.length : at;
}
