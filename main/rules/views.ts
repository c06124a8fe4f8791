import type { RegionSummary, RuleView } from '../../preload/contract/index.ts';
import { AppError } from '../errors.ts';
import type { RuleBook } from './book.ts';
import { materialsOfParams } from './check-params.ts';
import type { Rule, RuleFile, Source } from './schema.ts';

const DAY_MS = 86_400_000;

/**
 * First day of the text of a source. Of an interval the start counts: that is when the text last changed, the end only
 * when it was last seen. A month or a year counts from its first day, so that an age is never understated.
 */
export function textDay(source: Source): string | null {
  const from = source.asOf?.split('/')[0];
  return from === undefined ? null : from + '-01-01'.slice(from.length - 4);
}

const textDays = (rules: Pick<Rule, 'sources'>[]): string[] =>
  rules.flatMap((rule) => rule.sources.flatMap((source) => textDay(source) ?? [])).sort();

/** Whole days from the newest text among a rule's sources to `on`; `null` when none is dated. */
export function sourceAgeDays(rule: Pick<Rule, 'sources'>, on: string): number | null {
  const newest = textDays([rule]).at(-1);
  return newest === undefined ? null : Math.round((Date.parse(on) - Date.parse(newest)) / DAY_MS);
}

/**
 * Materials that would answer a rule. With an entity group, certificates of other groups are left out: a rule that
 * lists every certificate of the country says no more than "the one that fits".
 */
export function materialsOfRule(book: RuleBook, rule: Rule, entityGroup?: string): string[] {
  const spec = rule.check && book.checks.get(rule.check.name);
  const named = [
    ...new Set([...rule.materials, ...(spec ? materialsOfParams(spec, rule.check!.params) : [])]),
  ];
  if (entityGroup === undefined || rule.check?.name !== 'certificateTypeAllowed') return named;
  const natures = book.enumerations.entityGroups.find((group) => group.id === entityGroup)?.natures ?? [];
  return named.filter((material) => {
    const types = book.enumerations.certificateTypes.filter((type) => type.material === material);
    return (
      types.length === 0 || types.some((type) => type.nature === undefined || natures.includes(type.nature))
    );
  });
}

/** Rules with an end are counted apart: they explain old dossiers. */
function summary(file: RuleFile): RegionSummary {
  const open = file.rules.filter(({ validTo }) => validTo === null);
  const count = (confidence: Rule['confidence']): number =>
    open.filter((rule) => rule.confidence === confidence).length;
  const days = textDays(open);
  return {
    region: file.region,
    name: file.name,
    rules: open.length,
    ended: file.rules.length - open.length,
    confidence: { high: count('high'), medium: count('medium'), low: count('low') },
    oldestSource: days[0] ?? null,
    newestSource: days.at(-1) ?? null,
    checkedOn: file.checkedOn,
  };
}

/** The nation's own rules first, then every region in the order of codes. */
export function regionSummaries(book: RuleBook): RegionSummary[] {
  return [book.national, ...book.regions.values()].map(summary);
}

/**
 * Every rule of a file, also those not yet or no longer in force.
 *
 * @param region a province code, or `national`
 * @throws AppError `input.unknown-value`
 */
export function ruleViews(book: RuleBook, region: string): RuleView[] {
  const file = region === 'national' ? book.national : book.regions.get(region);
  if (!file)
    throw new AppError('input.unknown-value', {
      field: 'region',
      value: region,
      known: ['national', ...book.regions.keys()],
    });
  return file.rules.map((rule) => ({
    id: rule.id,
    scope: file.region,
    kind: rule.kind,
    subject: rule.subject,
    severity: rule.severity,
    confidence: rule.confidence,
    requirement: rule.requirement,
    note: rule.note,
    history: rule.history.map(({ text, asOf }) => ({ text, asOf })),
    check: rule.check?.name ?? null,
    materials: materialsOfRule(book, rule),
    overrides: rule.overrides,
    validFrom: rule.validFrom,
    validTo: rule.validTo,
    checkedOn: rule.checkedOn,
    sources: rule.sources,
    origin: book.origins.get(rule.id) ?? null,
  }));
}
