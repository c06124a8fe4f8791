import type { RuleBook } from './book.ts';
import type { Rule } from './schema.ts';

/** What a filing is about; rules are chosen by these five. */
export interface RuleCase {
  /** Province code. */
  region: string;
  entityGroup: string;
  filing: string;
  service: string;
  /** Day on which the rules have to be in force. */
  on: string;
  /** Id of `entityNatures` where it is known: some regional rules are for one nature of a group only. */
  entityNature?: string | null;
}

/** Rules in force on `on`, both ends inclusive. */
export function rulesInForce(rules: Rule[], on: string): Rule[] {
  return rules.filter(
    (rule) =>
      (rule.validFrom === null || rule.validFrom <= on) && (rule.validTo === null || on <= rule.validTo),
  );
}

/** Mini programs and quick apps have no rules of their own. `isAssumed`: say so wherever the rules are shown. */
export function ruleService(book: RuleBook, service: string): { service: string; isAssumed: boolean } {
  const follows = book.enumerations.serviceTypes.find((type) => type.id === service)?.rulesFollow;
  return follows === undefined ? { service, isAssumed: false } : { service: follows, isAssumed: true };
}

/**
 * The rules that hold for a case: those of the nation in their order, without the ones a regional rule replaces, then
 * those of the region. A regional rule replaces its national one only where it applies itself; one for another nature
 * than the entity's is still listed, but replaces nothing.
 *
 * Empty when the region has no rule file: the national rules alone would look complete without being so.
 */
export function selectRules(book: RuleBook, wanted: RuleCase): Rule[] {
  const regional = book.regions.get(wanted.region);
  if (!regional) return [];
  const { service } = ruleService(book, wanted.service);
  const applies = ({ appliesTo }: Rule): boolean =>
    appliesTo.entity.includes(wanted.entityGroup) &&
    appliesTo.filing.includes(wanted.filing) &&
    appliesTo.service.includes(service);
  const ofRegion = rulesInForce(regional.rules, wanted.on).filter(applies);
  const isForOther = ({ check }: Rule): boolean => {
    const nature = check?.params['entityNature'];
    return nature !== undefined && wanted.entityNature != null && nature !== wanted.entityNature;
  };
  const replaced = new Set(ofRegion.filter((rule) => !isForOther(rule)).map((rule) => rule.overrides));
  const ofNation = rulesInForce(book.national.rules, wanted.on).filter(
    (rule) => applies(rule) && !replaced.has(rule.id),
  );
  return [...ofNation, ...ofRegion];
}
